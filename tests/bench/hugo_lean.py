"""Writes a made-up list as content of the small Hugo site whose templates stand in hugo/lean.

It says far less than our site does: facts, a timeline, cases, lists by status, region, group, sex, year, article and
source, and an RSS feed of every list. It is here so that nobody need wonder whether hugo/full was made heavy on purpose.
"""
import json
import pathlib
import shutil
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
STATUS = {"detained": "detained", "charged": "charged", "arrested_pretrial": "pretrial_detention", "released": "released"}


def people_and_cases(content):
    """The made-up list as Hugo can read it: (section, id, front matter, text) of each."""
    cases = {}
    of_person = {}
    for file in sorted((content / "cases").glob("*.toml")):
        case = tomllib.loads(file.read_text())
        cases[case["id"]] = case
        for person in case["defendants"]:
            of_person.setdefault(person, []).append(case["id"])
    for file in sorted((content / "people").glob("*.md")):
        _, head, text = file.read_text().split("+++\n", 2)
        person = tomllib.loads(head)
        events, articles, status, since = [], [], "unknown", ""
        for event in person["event"]:
            charges = [charge.split(":")[1] for charge in event.get("charges", [])]
            articles += charges
            status = STATUS.get(event["type"], "sentenced")
            since = event["date"]
            source = event["sources"][0]
            sentence = event.get("sentence")
            events.append({"id": event["id"], "type": event["type"], "date": event["date"], "charges": charges,
                           "sentence": f"{sentence['kind']}, {sentence['months']} months" if sentence else "",
                           "quote": source["quote"], "source": source["id"], "locator": source["locator"]})
        yield "people", person["id"], {
            "id": person["id"], "title": person["name"]["en"], "names": list(person["name"].values()), "status": status,
            "statuses": [status], "since": since, "confirmed": since, "born": person["born"], "sex": person["sex"],
            "sexes": [person["sex"]], "region": person["region"], "regions": [person["region"]], "groups": person["tags"],
            "years": [since[:4]], "articles": sorted(set(articles)), "sources": sorted({e["source"] for e in events}),
            "events": events, "cases": of_person.get(person["id"], [])}, text
    for case in cases.values():
        yield "cases", case["id"], {
            "title": case["title"]["en"], "region": case["region"], "defendants": case["defendants"],
            "events": [{"type": e["type"], "date": e["date"], "source": e["sources"][0]["id"]} for e in case["event"]]}, ""


def write(content, style, folder):
    shutil.copytree(HERE / "hugo/lean", folder)
    for section, name, head, text in people_and_cases(content):
        file = folder / "content" / section / f"{name}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(head, ensure_ascii=False) + "\n\n" + text)
    (folder / "static").mkdir()
    shutil.copy(style, folder / "static/style.css")
