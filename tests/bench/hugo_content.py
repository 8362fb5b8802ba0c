"""Writes a made-up list as content, data and static files of the Hugo site whose templates stand in hugo/full.

What our program reads stands in front matter as it stands in our content. What our program works out at every build, and
Hugo cannot reasonably, is worked out here, before the clock starts, which favours Hugo: what somebody's state is and
since when, the axes, the order of a timeline (with the events of cases), the ladder of charges, the sentences and the day
one ends, who was deprived of liberty in which month, how sources are counted, what the version changed, the order of the
list by locale. Hugo works out what templates are for: who stands under which value of a filter, all counts of them,
pages of 250, co-defendants and other links, dates in words, JSON-LD, feeds and their archives, A to Z.
"""
import calendar
import csv
import datetime
import email.utils
import json
import pathlib
import shutil
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
EVENTS = {"detained": "Detained", "charged": "Charged", "arrested_pretrial": "Remanded in pre-trial detention",
          "sentenced": "Sentenced", "released": "Released", "case_opened": "Case opened"}
STATES = {"detained": ("in police detention", "held"), "pretrial_detention": ("in pre-trial detention", "held"),
          "imprisoned": ("serving a prison term", "held"), "suspended": ("suspended sentence", "bound"),
          "restricted_freedom": ("restricted freedom", "bound"), "non_custodial": ("fine, labour or ban", "bound"),
          "at_liberty_charged": ("free, case open", "bound"), "released": ("released", "free")}
OF_SENTENCE = {"imprisonment": "imprisoned", "restricted_freedom": "restricted_freedom", "suspended": "suspended",
               "fine": "non_custodial"}
SENTENCES = {"imprisonment": "imprisonment", "restricted_freedom": "restricted freedom", "suspended": "suspended sentence",
             "fine": "fine"}
STAGES = {"investigation": "under investigation", "verdict_not_in_force": "convicted, not in force"}
SEXES = {"female": "woman", "male": "man"}
CLASSES = ["held", "bound", "free"]


def length(months):
    parts = [(months // 12, "year"), (months % 12, "month")]
    return " ".join(f"{count} {unit}{'s' if count != 1 else ''}" for count, unit in parts if count)


def months_later(day, months):
    year, month, date = map(int, day.split("-"))
    year, month = year + (month - 1 + months) // 12, (month - 1 + months) % 12 + 1
    return f"{year}-{month:02}-{min(date, calendar.monthrange(year, month)[1]):02}"


def in_words(day):
    return f"{int(day[8:])} {calendar.month_name[int(day[5:7])]} {day[:4]}"


def charge_of(code):
    law, part = code.replace(":", ".").rsplit(".", 1)
    return {"law": law, "part": part, "short": f"art. {law.rsplit('.', 1)[1]}, part {part}"}


def told(event, owner, case=""):
    """An event as a line of a timeline."""
    sentence = event.get("sentence")
    return {"id": f"{owner}-{event['id']}", "what": EVENTS[event["type"]], "date": event["date"], "case": case,
            "charges": [charge_of(code) for code in event.get("charges", [])],
            "sentence": f"{SENTENCES[sentence['kind']]}, {length(sentence['months'])}" if sentence else "",
            "sources": event["sources"]}


def state_of(events, cases):
    """The code of the state that stands in front of all others, and since when."""
    code, since, sentence = "", "", None
    for event in events:
        if event["type"] == "detained":
            code, since = "detained", event["date"]
        elif event["type"] == "arrested_pretrial":
            code, since = "pretrial_detention", event["date"]
        elif event["type"] == "sentenced":
            sentence = event["sentence"]["kind"]
            code, since = OF_SENTENCE[sentence], event["date"]
        elif event["type"] == "released" and sentence == "imprisonment":
            code, since = "at_liberty_charged" if cases else "released", event["date"]
    return code, since


def filters_of(head, cases, code, stage, charges):
    """The values of the ways to divide the list under which somebody stands."""
    began = min([head["event"][0]["date"]] + [case["event"][0]["date"] for case in cases])
    return {
        "status": [code], "stage": [stage], "charged": sorted({charge["law"] for charge in charges}),
        "regions": [head["region"]], "groups": head["tags"], "designations": ["none"], "sex": [head["sex"]],
        "years": [began[:4]], "amnesty": ["none"],
        "sources": sorted({source["id"] for event in head["event"] for source in event["sources"]}),
        "happened": sorted({case["region"] for case in cases} - {head["region"]})}


def names_of(name):
    spellings = {"en": name["en"].split(" "), "ru": name["ru"].split(" ")}
    return {"title": name["en"], "spellings": list(name.values()), "other_names": [name["ru"]],
            "family": {language: f"{last}, {first}" for language, (first, last) in spellings.items()},
            "names": [{"lang": "en", "language": "English", "name": name["en"]},
                      {"lang": "ru", "language": "Russian", "name": name["ru"]}]}


def sentence_of(verdict, released, served):
    """The sentence of a verdict and, unless somebody is out, the day it ends."""
    sentence, day = verdict["sentence"], verdict["date"]
    what = f"{SENTENCES[sentence['kind']]}, {length(sentence['months'])}"
    made = {"verdict": day, "months": sentence["months"],
            "sentences": [{"what": what, "since": day, "now": "ended" if served else "not in force"}]}
    if not released:
        end = months_later(day, sentence["months"])
        made |= {"end": end, "end_year": end[:4]}
    return made


def person(head, cases, published):
    """Front matter of one person; `cases` are those with this person as a defendant."""
    events = head["event"]
    code, since = state_of(events, cases)
    state, group = STATES[code]
    verdict = next((event for event in events if event["type"] == "sentenced"), None)
    charged = next(event for event in events if event["type"] == "charged")
    stage = "verdict_not_in_force" if verdict else "investigation"
    charges = [charge_of(charge) | {"since": charged["date"], "now": "convicted" if verdict else "pending"}
               for charge in charged["charges"]]
    made = {
        "id": head["id"], "born": head["born"], "sex_name": SEXES[head["sex"]],
        "gender": f"https://schema.org/{head['sex'].title()}", "state": state, "class": group, "since": since,
        "description": f"{head['name']['en']}: {state}, since {in_words(since)}.", "deprived": group == "held",
        "prosecuted": bool(cases), "confirmed": max(events[-1]["date"], published),
        "confirmed_by": events[-1]["sources"][0]["id"],
        "stages": [{"stage": STAGES["investigation"], "since": case["event"][0]["date"], "case": case["id"]}
                   for case in cases] + [{"stage": STAGES[stage], "since": (verdict or charged)["date"]}],
        "events": sorted([told(event, case["id"], case["id"]) for case in cases for event in case["event"]]
                         + [told(event, head["id"]) for event in events], key=lambda event: event["date"]),
        "charges": charges, "cases": [case["id"] for case in cases]}
    if verdict:
        released = events[-1]["type"] == "released"
        made |= sentence_of(verdict, released, released and code in ("released", "at_liberty_charged"))
    return made | names_of(head["name"]) | filters_of(head, cases, code, stage, charges)


def case_page(case, number):
    return {"id": case["id"], "title": case["title"]["en"], "weight": 10_000_000 + number, "kind_of_case": "criminal case",
            "regions": [case["region"]], "defendants": case["defendants"], "about": "What becomes known about one case.",
            "sources": sorted({source["id"] for event in case["event"] for source in event["sources"]}),
            "events": [told(event, case["id"]) for event in case["event"]]}


def law_pages(law):
    """Pages of the articles of a law, and front matter of the lists of those charged under each."""
    for article in law["article"]:
        key = f"{law['id']}.{article['number']}"
        both = {"number": f"art. {article['number']}", "offence": article["title"]["en"]}
        yield "charged", key, both | {"title": f"{both['number']} {both['offence']}", "law_page": f"/articles/{key}.html"}
        yield "articles", key, both | {
            "id": key, "title": f"{both['number']}: {both['offence']}", "law": law["title"]["en"],
            "description": law["title"]["en"],
            "about": "Everyone who is or was charged under one article, and their cases.",
            "parts": [{"part": part["part"], "heaviest": length(part["max_months"]), "gravity": "crime",
                       "written": part["citation"]} for part in article["part"]]}


def over_time(months):
    """Figures of the chart, from our table of every month."""
    rows = [{"month": row["month"], "deprived": int(row["deprived"]), "prosecuted": int(row["prosecuted"]),
             "confirmed": int(row["deprived"]) - int(row["deprived_unconfirmed"])} for row in csv.DictReader(months.open())]
    peak = max(rows, key=lambda row: row["deprived"])
    most = max(max(row["deprived"], row["prosecuted"]) for row in rows)
    step = next(size * 10**power for power in range(12) for size in (1, 2, 5) if most <= size * 10**power * 4)
    newest_first = rows[::-1]
    return {"months": rows, "newest_first": newest_first, "peak": peak["deprived"], "peak_month": peak["month"],
            "top": step * 4, "ticks": [step * tick for tick in range(1, 5)],
            "years": newest_first[:1] + [row for row in newest_first[1:] if row["month"].endswith("-12")],
            "marks": [row["month"] for row in rows if row["month"].endswith("-01") and int(row["month"][:4]) % 2 == 0]}


def facts_of_list(people, cases, version, note, entries, changes):
    """What many pages say of the list as a whole."""
    recorded = datetime.datetime.fromisoformat(version["recorded"].replace("Z", "+00:00"))
    year_ago = f"{int(version['as_of'][:4]) - 1}{version['as_of'][4:]}"
    held = [one for one in people if one["deprived"]]
    tried = [one for one in people if one["prosecuted"]]
    events = sum(len(one["events"]) - len(one["cases"]) for one in people) + len(cases)
    dated = events - len(cases)

    def headline(who, what, href):
        confirmed = [one["confirmed"] for one in who] or [version["as_of"]]
        return {"count": len(who), "what": what, "href": href, "newest": max(confirmed), "oldest": min(confirmed)}

    def share(what, of, everything):
        return {"what": what, "of": of, "all": everything, "share": 100 * of // everything}

    return version | {
        "note": note, "entries": entries, "changes": changes, "year_ago": year_ago, "most_squares": 60,
        "recorded_mail": email.utils.format_datetime(recorded), "recorded_ics": recorded.strftime("%Y%m%dT%H%M%SZ"),
        "deprived": len(held), "deprived_stale": sum(one["confirmed"] < year_ago for one in held), "prosecuted": len(tried),
        "classes": {name: sum(one["class"] == name for one in people) for name in CLASSES},
        "headlines": [headline(held, "people deprived of liberty", "/people.html#held"),
                      headline(tried, "people prosecuted on political grounds", "/people.html")],
        "numbers": [{"id": "deprived", "name": "Deprived of liberty", "count": len(held)},
                    {"id": "prosecuted", "name": "Prosecuted on political grounds", "count": len(tried)},
                    {"id": "persons", "name": "People on the list", "count": len(people)}],
        "known": [{"what": what, "of": of} for what, of in (
            ("Name", len(people)), ("Region", len(people)), ("Year of birth", len(people)),
            ("Since when the status holds", len(people)), ("Case", len(tried)),
            ("Two or more independent sources", len(tried)), ("Recognised by a body that says so", 0))],
        "method": [
            share("People whose state a source confirmed within the last year",
                  sum(one["confirmed"] >= year_ago for one in people), len(people)),
            share("People whose name is known", len(people), len(people)),
            share("People whom a named body recognises", 0, len(people)),
            share("Events dated to the day", dated, events), share("Events with the exact words of a source", dated, events),
            share("Events with an archived copy of a source", 0, events),
            share("Events with two independent sources or more", 0, events),
            share("Events of which we are less than certain", 0, events)]}


def put_in_order(people):
    """Gives everybody their places: by name, and on the list by class, status and name; and the numbers of their filters."""
    facets = ["status", "stage", "charged", "regions", "groups", "designations", "sex", "years", "amnesty"]
    values = {facet: {value: number for number, value in enumerate(sorted({v for one in people for v in one[facet]}))}
              for facet in facets}
    for place, one in enumerate(sorted(people, key=lambda one: one["title"])):
        one["weight"] = place + 1
        one["facets"] = [[values[facet][value] for value in one[facet]] for facet in facets]
        one["region_rank"] = values["regions"][one["regions"][0]]
    order = list(STATES)
    for place, one in enumerate(sorted(people, key=lambda one: (CLASSES.index(one["class"]), order.index(one["status"][0]),
                                                                one["weight"]))):
        one["rank"] = place + 1


def source_pages(sources, people, cases):
    cited, quoted = {}, {}
    for events in [one["event"] for one in people] + [case["event"] for case in cases]:
        for source in (source for event in events for source in event["sources"]):
            cited[source["id"]] = cited.get(source["id"], 0) + 1
            quoted[source["id"]] = quoted.get(source["id"], 0) + ("quote" in source)
    for source in sources:
        name = source["id"]
        yield {"id": name, "title": source["title"]["en"], "publisher": source["publisher"], "address": source["url"],
               "issued": source["published"], "cited": cited.get(name, 0), "quoted": quoted.get(name, 0)}


def read_all(folder):
    return [tomllib.loads(file.read_text()) for file in sorted(folder.glob("*.toml"))]


def read_people(content, cases_of, published):
    """Front matter as in our content, front matter for Hugo, and the text of everybody."""
    heads, people, texts = [], [], []
    for file in sorted((content / "people").glob("*.md")):
        _, head, text = file.read_text().split("+++\n", 2)
        heads.append(tomllib.loads(head))
        people.append(person(heads[-1], cases_of.get(heads[-1]["id"], []), published))
        texts.append(text)
    put_in_order(people)
    return heads, people, texts


def region_pages(places):
    for place in places:
        name = place["name"]["en"]
        yield f"regions/{place['id']}/_index.md", {
            "id": place["id"], "title": name, "about": "Everyone of one region, and its cases.",
            "description": f"{name} (region): everybody and every case on the list that it has to do with.",
            "outputs": ["html", "atom", "rss", "jsonfeed"]}
        yield f"happened/{place['id']}/_index.md", {"title": place["id"], "_build": {"render": "never"}}


def filter_pages():
    """Titles of the values whose codes are no words."""
    for code, (title, group) in STATES.items():
        yield f"status/{code}/_index.md", {"title": title, "class": group}
    for facet, words in (("stage", STAGES), ("sex", SEXES), ("designations", {"none": "no designation recorded"}),
                         ("amnesty", {"none": "no decision known"})):
        for code, title in words.items():
            yield f"{facet}/{code}/_index.md", {"title": title}


def write_data(content, site, folder, people, cases, others, note):
    """What stands in no page of its own; `others` is how many entries the version has that are no people or cases."""
    version = json.loads((site / "data/version.json").read_text())
    changes = sum(file.read_text().count('"op":') for file in (content / "versions").glob("*.json"))
    facts = facts_of_list(people, cases, version, note, len(people) + len(cases) + others, changes)
    (folder / "data/list.json").write_text(json.dumps(facts))
    (folder / "data/over_time.json").write_text(json.dumps(over_time(site / "data/charts/over-time.csv")))
    for part in ("data", "assets"):
        shutil.copytree(site / part, folder / "static" / part)
    shutil.copy(site / "list.js", folder / "static/list.js")


def write(content, site, folder, note):
    """Writes the Hugo site of the list in `content` to `folder`; `site` is ours, built from the same list."""
    shutil.copytree(HERE / "hugo/full", folder)

    def page(path, head, text=""):
        file = folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(head, ensure_ascii=False) + "\n\n" + text)

    cases = read_all(content / "cases")
    sources = read_all(content / "sources")
    places = tomllib.loads((content / "places/places.toml").read_text())["place"]
    cases_of = {}
    for case in cases:
        for defendant in case["defendants"]:
            cases_of.setdefault(defendant, []).append(case)
    heads, people, texts = read_people(content, cases_of, sources[0]["published"])
    for one, text in zip(people, texts):
        page(f"people/{one['id']}.md", one, text)
    for number, case in enumerate(cases):
        page(f"cases/{case['id']}.md", case_page(case, number))
    for law in read_all(content / "laws"):
        for section, name, head in law_pages(law):
            page(f"{section}/{name}/_index.md" if section == "charged" else f"{section}/{name}.md", head)
    for source in source_pages(sources, heads, cases):
        page(f"sources/{source['id']}/_index.md", source)
    for path, head in [*region_pages(places), *filter_pages()]:
        page(path, head)
    # The law and the site itself are entries, too.
    write_data(content, site, folder, people, cases, len(sources) + len(places) + 2, note)
