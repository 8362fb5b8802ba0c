"""Every feed of a built site, read as programs of others read it: feeds.py SITE

RSS, Atom and JSON Feed must give the same entries; older pages must lead on without a gap; calendars and the list of feeds
must be whole. Prints what is wrong, then one line of figures; ends with 1 where something is.
"""
import json
import pathlib
import re
import sys
import time

import feedparser
import icalendar
import jsonschema
import xml.etree.ElementTree as xml

site = pathlib.Path(sys.argv[1])
base = json.loads((site / "data/datapackage.json").read_text())["homepage"]
schema = json.loads((pathlib.Path(__file__).parent.parent / "data/feeds/json-feed.schema.json").read_text())
validator = jsonschema.Draft7Validator(schema)
faults = []
figures = {"feeds": 0, "entries": 0, "calendars": 0, "days": 0, "listed": 0}


def fault(path, what):
    faults.append(f"{path.relative_to(site)}: {what}")


def moment(parsed):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", parsed) if parsed else None


def plain(html):
    """Feedparser cleans HTML in its own way; what is compared is the text and where its links lead."""
    text = re.sub(r"<[^>]*>", " ", html)
    for name, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&")):
        text = text.replace(name, sign)
    return " ".join(text.split()), re.findall(r'href="([^"]*)"', html)


def read_xml(path, of_content):
    feed = feedparser.parse(path.read_bytes())
    if feed.bozo:
        fault(path, f"feedparser: {feed.bozo_exception}")
    entries = [(e.id, e.title.replace("＜", "<"), e.link, moment(e.get("updated_parsed") or e.get("published_parsed")), plain(of_content(e)),
                sorted(tag.term for tag in e.get("tags", []))) for e in feed.entries]
    return feed, entries


def read_json(path):
    feed = json.loads(path.read_text())
    for error in validator.iter_errors(feed):
        fault(path, f"{'/'.join(map(str, error.path))}: {error.message}")
    return feed, [(i["id"], i["title"].replace("＜", "<"), i["url"], i["date_modified"], plain(i["content_html"]), sorted(i["tags"]))
                  for i in feed["items"]]


def local(address):
    return site / address[len(base):] if address.startswith(base) else None


def check_feed(path):
    atom, of_atom = read_xml(path, lambda e: e.content[0].value)
    rss, of_rss = read_xml(path.with_suffix(".xml"), lambda e: e.summary)
    feed, of_json = read_json(path.with_suffix(".json"))
    figures["feeds"] += 3
    figures["entries"] += len(of_json)
    for other, entries in (("RSS", of_rss), ("JSON Feed", of_json)):
        if entries != of_atom:
            odd = next((pair for pair in zip(of_atom, entries) if pair[0] != pair[1]), (len(of_atom), len(entries)))
            fault(path, f"{other} has other entries: {odd}")
    if len({entry[0] for entry in of_atom}) != len(of_atom):
        fault(path, "an id stands twice")
    if not (atom.version == "atom10" and rss.version == "rss20"):
        fault(path, f"feedparser takes them for {atom.version} and {rss.version}")
    older = [link.href for link in atom.feed.links if link.rel == "prev-archive"]
    for address in older:
        if not local(address) or not local(address).exists():
            fault(path, f"the older page {address} is not there")
    if ("next_url" in feed) != bool(older):
        fault(path, "Atom and JSON Feed do not have the same older pages")
    for link in atom.feed.links:
        target = local(link.href)
        if target and not target.exists():
            fault(path, f"{link.rel} leads nowhere: {link.href}")
    for entry in of_atom:
        target = local(entry[2])
        if not target or not target.exists():
            fault(path, f"an entry leads nowhere: {entry[2]}")


def check_calendar(path):
    raw = path.read_bytes()
    if any(len(line) > 75 for line in raw.split(b"\r\n")):
        fault(path, "a line is longer than 75 bytes")
    calendar = icalendar.Calendar.from_ical(raw)
    figures["calendars"] += 1
    for name in ("PRODID", "VERSION", "X-WR-CALNAME"):
        if name not in calendar:
            fault(path, f"no {name}")
    uids = set()
    for event in calendar.walk("VEVENT"):
        figures["days"] += 1
        for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY"):
            if name not in event:
                fault(path, f"an event has no {name}")
        if str(event["UID"]) in uids:
            fault(path, f"{event['UID']} stands twice")
        uids.add(str(event["UID"]))
        if "DTEND" in event and event["DTEND"].dt <= event["DTSTART"].dt:
            fault(path, f"{event['UID']} ends before it begins")
        target = local(str(event["URL"]).split("#")[0]) if "URL" in event else site
        if not target or not target.exists():
            fault(path, f"{event['UID']} leads nowhere: {event['URL']}")


def check_list(path):
    for outline in xml.parse(path).iter("outline"):
        address = outline.get("xmlUrl")
        if address is None:
            continue
        figures["listed"] += 1
        if not local(address) or not local(address).exists():
            fault(path, f"{address} is not there")


for path in sorted(site.rglob("*.atom")):
    check_feed(path)
for path in sorted(site.rglob("*.ics")):
    check_calendar(path)
for path in sorted(site.rglob("*.opml")):
    check_list(path)
for number in ("feeds", "calendars", "listed"):
    if figures[number] == 0:
        faults.append(f"no {number} at all")
print("\n".join(faults[:40] + [", ".join(f"{count} {what}" for what, count in figures.items())]))
sys.exit(1 if faults else 0)
