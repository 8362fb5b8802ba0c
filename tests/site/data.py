"""The downloads of a built site against the rules of their formats: data.py SITE

The Data Package and its tables (types, keys, digests), JSON Lines and SQLite against the same rows, linked data as schema
and as RDF, FollowTheMoney's people (tests/follow_the_money holds the rest against its model), and every zip. Prints what is
wrong, then one line of figures.
"""
import csv
import datetime
import hashlib
import io
import json
import logging
import pathlib
import re
import sqlite3
import sys
import zipfile

import jsonschema
import rdflib

logging.getLogger("rdflib").setLevel(logging.ERROR)
site = pathlib.Path(sys.argv[1])
data = site / "data"
schemas = pathlib.Path(__file__).parent.parent / "data/downloads"
faults = []
figures = {}


def fault(where, what):
    faults.append(f"{where}: {what}")


def check_schema(where, value, name):
    validator = jsonschema.Draft7Validator(json.loads((schemas / name).read_text()))
    for error in validator.iter_errors(value):
        best = jsonschema.exceptions.best_match([error])
        fault(where, f"{'/'.join(map(str, best.path))}: {best.message[:200]}")


FITS = {
    "string": lambda text, field: True,
    "integer": lambda text, field: re.fullmatch(r"-?[0-9]+", text),
    "boolean": lambda text, field: text in field["trueValues"] + field["falseValues"],
    "date": lambda text, field: datetime.date.fromisoformat(text),
    "datetime": lambda text, field: datetime.datetime.fromisoformat(text.replace("Z", "+00:00")),
}


def check_table(resource, tables):
    path = data / resource["path"]
    raw = path.read_bytes()
    if len(raw) != resource["bytes"] or "sha256:" + hashlib.sha256(raw).hexdigest() != resource["hash"]:
        fault(path.name, "its bytes are not those of the package")
    header, *rows = list(csv.reader(io.StringIO(raw.decode("utf-8"), newline="")))
    fields = resource["schema"]["fields"]
    if header != [field["name"] for field in fields]:
        fault(path.name, "its columns are not those of the package")
    for number, row in enumerate(rows, 2):
        for field, text in zip(fields, row):
            if text == "":
                if field.get("constraints", {}).get("required"):
                    fault(f"{path.name}:{number}", f"{field['name']} is missing")
            elif not FITS[field["type"]](text, field):
                fault(f"{path.name}:{number}", f"{text} is no {field['type']}")
        if len(row) != len(header):
            fault(f"{path.name}:{number}", "has another number of fields")
    key = resource["schema"].get("primaryKey")
    if key:
        keys = [tuple(row[header.index(name)] for name in key) for row in rows]
        if len(set(keys)) != len(keys):
            fault(path.name, "its key names two rows")
    tables[resource["name"]] = (header, rows)


def check_references(package, tables):
    for resource in package["resources"]:
        header, rows = tables[resource["name"]]
        for key in resource["schema"].get("foreignKeys", []):
            other_header, other_rows = tables[key["reference"]["resource"]]
            known = {row[other_header.index(key["reference"]["fields"][0])] for row in other_rows}
            for row in rows:
                value = row[header.index(key["fields"][0])]
                if value and value not in known:
                    fault(resource["name"], f"{key['fields'][0]} {value} refers to nothing")


def check_twins(tables, version):
    database = data / "list.sqlite"
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True) if database.exists() else None
    if connection and connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
        fault("list.sqlite", "is damaged")
    for name, (header, rows) in tables.items():
        lines = [json.loads(line) for line in (data / f"{name}.jsonl").read_text().splitlines()]
        if len(lines) != len(rows):
            fault(f"{name}.jsonl", f"has {len(lines)} rows, the table {len(rows)}")
        if any(line["version"] != version for line in lines):
            fault(f"{name}.jsonl", "is of another version")
        if connection:
            stored = connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
            if stored != len(rows):
                fault("list.sqlite", f"{name} has {stored} rows, the table {len(rows)}")
        raw = (data / "spreadsheet" / f"{name}.csv").read_bytes()
        safe = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))[1:]
        if len(safe) != len(rows):
            fault(f"spreadsheet/{name}.csv", "has another number of rows")
        for row in safe:
            for text in row:
                if text[:1] in ("=", "+", "-", "@", "\t", "\r"):
                    fault(f"spreadsheet/{name}.csv", f"a field could be a formula: {text[:40]}")


def triples(value):
    """As RDF, without asking schema.org for its context: its terms are those of its vocabulary."""
    local = dict(value, **{"@context": {"@vocab": "https://schema.org/"}})
    return rdflib.Graph().parse(data=json.dumps(local), format="json-ld")


def check_linked_data(people):
    schema = rdflib.Namespace("https://schema.org/")
    whole = json.loads((data / "list.jsonld").read_text())
    check_schema("list.jsonld", whole, "linked-data.schema.json")
    graph = triples(whole)
    found = len(set(graph.subjects(rdflib.RDF.type, schema.Person)))
    if found != people or len(set(graph.subjects(rdflib.RDF.type, schema.Dataset))) != 1:
        fault("list.jsonld", f"has {found} people, the table {people}")
    figures["triples"] = len(graph)
    figures["pages with linked data"] = 0
    for page in sorted(site.rglob("*.html")):
        for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.read_text(), re.S):
            check_schema(page.relative_to(site), json.loads(text), "linked-data.schema.json")
            figures["pages with linked data"] += 1


def check_follow_the_money(people):
    path = data / "entities.ftm.json"
    if not path.exists():
        return
    entities = [json.loads(line) for line in path.read_text().splitlines()]
    ids = {entity["id"] for entity in entities}
    if sum(entity["schema"] == "Person" for entity in entities) != people or len(ids) != len(entities):
        fault(path.name, "does not have each person once")
    figures["entities"] = len(entities)


def check_zips():
    figures["zips"] = 0
    for path in sorted(data.rglob("*.zip")):
        figures["zips"] += 1
        with zipfile.ZipFile(path) as archive:
            if archive.testzip():
                fault(path.name, "is damaged")
            if path.name == "site.zip":
                for name in archive.namelist():
                    if archive.read(name) != (site / name.split("/", 1)[1]).read_bytes():
                        fault(path.name, f"{name} is not the file of the site")
                continue
            folder = path.stem + "/"
            for line in archive.read(folder + "SHA256SUMS").decode().splitlines():
                digest, name = line.split("  ", 1)
                if hashlib.sha256(archive.read(folder + name)).hexdigest() != digest:
                    fault(path.name, f"{name} has another digest")


package = json.loads((data / "datapackage.json").read_text())
check_schema("datapackage.json", package, "data-package.schema.json")
version = json.loads((data / "version.json").read_text())["version"]
if package["version"] != str(version):
    fault("datapackage.json", "is of another version")
tables = {}
for resource in package["resources"]:
    check_table(resource, tables)
check_references(package, tables)
check_twins(tables, version)
people = len(tables["people"][1])
figures["tables"], figures["rows"] = len(tables), sum(len(rows) for _, rows in tables.values())
check_linked_data(people)
check_follow_the_money(people)
check_zips()
print("\n".join(faults[:40] + [", ".join(f"{count} {what}" for what, count in figures.items())]))
sys.exit(1 if faults else 0)
