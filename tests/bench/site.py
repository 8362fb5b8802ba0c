#!/usr/bin/env python3
"""Builds the site of a made-up list with sitegen and, in the same run, comparable pages of the same people with Hugo.

usage: site.py [--people 1000,10000] [--bin build/release] [--folder /dev/shm] [--repeat 3] [--everything]

For each size it prints the best of the repeated runs: pages of HTML and all files, wall time, pages a second and peak
memory of a full build of both programs; then of sitegen the build where nothing changed and where one person changed.
Everything is written below --folder, a file system in memory, and removed at the end. The made-up site does without
what Hugo has no counterpart for (archives, tables, feeds of single people: [downloads] without); --everything measures
it with all of that, too.

The pages of Hugo: home with the newest people and totals by status, the list in pages of 250, A to Z, a page a person
(facts, timeline with sources and quotations, cases with co-defendants, how to cite), a page a case, and a page for each
status, region, group, sex, year, article and source with its people; each in a shell with navigation and alternates,
and an RSS feed of every list.
"""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
WITHOUT = ["site_zip", "evidence", "sqlite", "followthemoney", "deltas", "people_feeds", "tables", "calendars"]

LAYOUTS = {
    "_default/baseof.html": """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} · {{ site.Title }}</title><meta name="description" content="{{ .Description }}">
<link rel="stylesheet" href="{{ "style.css" | relURL }}"><link rel="canonical" href="{{ .Permalink }}">
{{ range .AlternativeOutputFormats }}<link rel="{{ .Rel }}" type="{{ .MediaType.Type }}" href="{{ .RelPermalink }}">{{ end }}
</head><body><a href="#main">To the text</a><header><p><a href="{{ site.Home.RelPermalink }}">{{ site.Title }}</a></p><nav><ul>
{{ range site.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}
{{ range $name, $terms := site.Taxonomies }}<li><a href="{{ printf "%s/" $name | relURL }}">{{ $name }}</a></li>{{ end }}
</ul></nav></header><main id="main">{{ block "main" . }}{{ end }}</main>
<footer><p>As of {{ site.Params.asof }}, version {{ site.Params.version }}. Published by {{ site.Params.publisher }}.</p></footer></body></html>
""",
    "index.html": """{{ define "main" }}<h1>{{ site.Title }}</h1><table>{{ range $term, $pages := site.Taxonomies.statuses }}
<tr><th><a href="{{ $pages.Page.RelPermalink }}">{{ $term }}</a></th><td>{{ $pages.Count }}</td></tr>{{ end }}</table>
<ul>{{ range first 20 (where site.RegularPages "Section" "people") }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.status }}</li>{{ end }}</ul>{{ end }}
""",
    "partials/rows.html": """<table><caption>{{ len . }} people</caption><thead><tr><th>Name</th><th>Status</th><th>Since</th><th>Charges</th><th>Region</th><th>Confirmed</th></tr></thead><tbody>
{{ range . }}<tr><th><a href="{{ .RelPermalink }}">{{ .Title }}</a></th><td class="{{ .Params.status }}">{{ .Params.status }}</td><td>{{ .Params.since }}</td><td>{{ delimit (.Params.articles | default slice) ", " }}</td><td>{{ .Params.region }}</td><td>{{ .Params.confirmed }}</td></tr>
{{ end }}</tbody></table>
""",
    "_default/list.html": """{{ define "main" }}<h1>{{ .Title }}</h1>{{ $p := .Paginate .Pages.ByTitle 250 }}
<p>{{ len .Pages }}</p>{{ partial "rows.html" $p.Pages }}
<nav>{{ range $p.Pagers }}<a href="{{ .URL }}">{{ .PageNumber }}</a> {{ end }}</nav>{{ end }}
""",
    "_default/terms.html": """{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Data.Terms.Alphabetical }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}</li>{{ end }}</ul>{{ end }}
""",
    "people/single.html": """{{ define "main" }}{{ $self := . }}<h1>{{ .Title }}</h1><p class="{{ .Params.status }}"><b>{{ .Params.status }}</b> since {{ .Params.since }}</p>
<dl><dt>Region</dt><dd><a href="{{ printf "regions/%s/" .Params.region | relURL }}">{{ .Params.region }}</a></dd><dt>Born</dt><dd>{{ .Params.born }}</dd><dt>Sex</dt><dd>{{ .Params.sex }}</dd>
<dt>Charges</dt><dd>{{ range .Params.articles }}<a href="{{ printf "articles/%s/" . | relURL }}">{{ . }}</a> {{ end }}</dd></dl>
{{ .Content }}
<h2 id="timeline">Timeline</h2><ol>{{ range .Params.events }}<li id="{{ .id }}"><time datetime="{{ .date }}">{{ .date }}</time> <b>{{ .type }}</b>
{{ with .charges }}<p>{{ range . }}<a href="{{ printf "articles/%s/" . | relURL }}">{{ . }}</a> {{ end }}</p>{{ end }}{{ with .sentence }}<p>{{ . }}</p>{{ end }}
<blockquote>{{ .quote }}</blockquote><p><a href="{{ printf "sources/%s/" .source | relURL }}">{{ .source }}</a>, {{ .locator }}</p></li>{{ end }}</ol>
<h2>Cases</h2><ul>{{ range .Params.cases }}{{ with site.GetPage (printf "/cases/%s" .) }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> with
{{ range .Params.defendants }}{{ if ne . $self.Params.id }}{{ with site.GetPage (printf "/people/%s" .) }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}{{ end }}{{ end }}</li>{{ end }}{{ end }}</ul>
<h2>Names</h2><ul>{{ range .Params.names }}<li>{{ . }}</li>{{ end }}</ul>
<h2>How to cite</h2><p>{{ .Title }}. {{ site.Title }}, version {{ site.Params.version }}, {{ site.Params.asof }}. {{ .Permalink }}</p>{{ end }}
""",
    "cases/single.html": """{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ .Params.region }}</p><table>{{ range .Params.defendants }}{{ with site.GetPage (printf "/people/%s" .) }}<tr><th><a href="{{ .RelPermalink }}">{{ .Title }}</a></th><td>{{ .Params.status }}</td></tr>{{ end }}{{ end }}</table>
<ol>{{ range .Params.events }}<li><time datetime="{{ .date }}">{{ .date }}</time> <b>{{ .type }}</b> {{ .source }}</li>{{ end }}</ol>{{ end }}
""",
    "_default/single.html": """{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}
""",
}

CONFIG = """baseURL = "https://nowhere.example.org/"
title = "Prisoners of Nowhere"
languageCode = "en"
disableKinds = ["sitemap", "robotsTXT"]
[params]
asof = "2024-06-01"
version = 1
publisher = "Nobody"
[taxonomies]
status = "statuses"
region = "regions"
group = "groups"
sex = "sexes"
year = "years"
article = "articles"
source = "sources"
[markup.goldmark.renderer]
unsafe = false
"""

STATUS = {"detained": "detained", "charged": "charged", "arrested_pretrial": "pretrial_detention", "released": "released"}


def people_and_cases(content):
    """The made-up list as Hugo can read it: (id, front matter, text) of each."""
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


def write_hugo(content, folder):
    for section, name, head, text in people_and_cases(content):
        file = folder / "content" / section / f"{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(head, ensure_ascii=False) + "\n\n" + text)
    for page in ("about", "method"):
        (folder / "content" / f"{page}.md").write_text(json.dumps({"title": page.title()}) + "\n\nNothing here is real.\n")
    for name, text in LAYOUTS.items():
        file = folder / "layouts" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    (folder / "static").mkdir()
    shutil.copy(ROOT / "sitegen/page/style/base.css", folder / "static/style.css")
    (folder / "config.toml").write_text(CONFIG)


def run(command, cwd=None):
    """Wall seconds and peak memory in MB (of the largest process; sitegen's workers share most of theirs)."""
    begun = time.monotonic()
    child = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, status, used = os.wait4(child.pid, 0)
    took = time.monotonic() - begun
    if status != 0:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{child.stderr.read().decode()[-2000:]}")
    return took, used.ru_maxrss / 1024


def count(folder):
    files = [file for file in folder.rglob("*") if file.is_file()]
    return sum(file.suffix == ".html" for file in files), len(files), sum(file.stat().st_size for file in files)


def say(name, took, memory, pages=None, files=None, size=None):
    line = f"  {name:<34}{took:8.2f} s {memory:7.0f} MB"
    if pages:
        line += f" {pages:8} pages {pages / took:9.0f} pages/s  ({files} files, {size / 1e6:.0f} MB)"
    print(line, flush=True)


def measure(people, given, work):
    print(f"{people} people", flush=True)
    project = work / "list"
    subprocess.run([sys.executable, HERE / "made_up_list.py", project / "content", str(people)], check=True)
    site_file = project / "content/site.toml"
    plain = site_file.read_text()
    tracker = [given.bin / "tracker/tracker", "--root", project]
    sitegen = [given.bin / "sitegen/sitegen", "--root", project, "build", "--out", work / "site"]

    def record(note):
        # Its notes on made-up people are tens of thousands of lines.
        for words in (["record", "--note", note], ["rebuild"]):
            subprocess.run([*tracker, *words], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def best(name, before):
        results = []
        for _ in range(given.repeat):
            before()
            results.append(run(sitegen))
        took, memory = min(results)
        return name, took, memory

    def clear():
        for folder in (work / "site", work / ".site.build"):
            shutil.rmtree(folder, ignore_errors=True)

    if given.everything:
        record("made up")
        _, took, memory = best("", clear)
        say("sitegen, full, with everything", took, memory, *count(work / "site"))
        clear()
        shutil.rmtree(project / "content/versions")
    site_file.write_text(plain + "\n[downloads]\nwithout = [" + ", ".join(f'"{one}"' for one in WITHOUT) + "]\n")
    record("made up, lean")
    _, ours, memory = best("", clear)
    pages, files, size = count(work / "site")
    say("sitegen, full", ours, memory, pages, files, size)
    say(*best("sitegen, nothing changed", lambda: None))

    number = [0]

    def change():
        number[0] += 1
        file = project / f"content/people/no-{people // 2:05}.md"
        text = file.read_text()
        event = (f'\n[[event]]\nid = "more{number[0]}"\ntype = "hunger_strike"\ndate = "2024-02-{number[0]:02}"\n'
                 'sources = [{ id = "source-0", locator = "p. 1", quote = "made up" }]\n')
        head, _, tail = text.rpartition("+++\n")
        file.write_text(head + event + "+++\n" + tail)
        record("one person")

    say(*best("sitegen, one person changed", change))
    hugo = shutil.which("hugo")
    if not hugo:
        print("  hugo is not installed: scripts/setup bench")
    else:
        write_hugo(project / "content", work / "hugo")
        results = []
        for _ in range(given.repeat):
            shutil.rmtree(work / "hugo/public", ignore_errors=True)
            results.append(run([hugo, "--quiet"], cwd=work / "hugo"))
        theirs, memory = min(results)
        their_pages, files, size = count(work / "hugo/public")
        say("hugo, full", theirs, memory, their_pages, files, size)
        print(f"  pages a second, sitegen to hugo: {(pages / ours) / (their_pages / theirs):.1f}")
    for folder in (project, work / "hugo"):
        shutil.rmtree(folder, ignore_errors=True)
    clear()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", default="1000,10000")
    parser.add_argument("--bin", type=pathlib.Path, default=ROOT / "build/release")
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path("/dev/shm"))
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--everything", action="store_true")
    given = parser.parse_args()
    given.bin = given.bin.resolve()
    with tempfile.TemporaryDirectory(dir=given.folder) as work:
        for people in given.people.split(","):
            measure(int(people), given, pathlib.Path(work))


if __name__ == "__main__":
    main()
