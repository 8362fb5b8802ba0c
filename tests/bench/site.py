#!/usr/bin/env python3
"""Builds the site of a made-up list with sitegen and, in the same run, comparable pages of the same people with Hugo.

usage: site.py [--people 1000,10000] [--bin build/release] [--folder /dev/shm] [--repeat 3]
               [--hugo-to 10000] [--lean-hugo] [--part 40000] [--everything]

For each size it prints the best of the repeated runs: pages of HTML and all files, wall time, pages a second, processor
time of all processes (which says more if the machine does something else meanwhile), peak memory of the largest process
and, from one more run that is not timed, of all processes together (the proportional set size of each, every 50 ms). Then
of sitegen the build where nothing changed and where one person changed; and what both sites consist of, kind by kind, so
that a reader can judge whether they are comparable. Everything is written below --folder, a file system in memory, and
removed as soon as it is not needed.

The site of Hugo (tests/bench/hugo/full) shows what ours shows: the same pages and sections, rows, feeds in three formats
with archives, search rows, calendar and files. What our program works out from the content, and templates cannot
reasonably, is worked out before the clock starts and stands in front matter: hugo_content.py says what that is. All of
this favours Hugo. The templates follow what Hugo says of speed and what its version at hand turned out to do: rows and
entries of feeds are made once and kept with their page, as `partialCached` keeps no more than 1,000 things; small pieces
are called with `template`, which costs a seventh of `partial`; links are from the root, so that a row fits everywhere;
feeds are text templates; a list is paged only if it needs pages. Not comparable are: pages of single changes, which ours
has in versions of few changes only and Hugo's not at all; page addresses (ours are relative, so that the site works from a
file); the mark of the current page in the navigation; what our build checks meanwhile; and building again after a change,
for which Hugo starts from nothing.

--lean-hugo measures the small site of tests/bench/hugo/lean, too, which says far less. --hugo-to is the longest list that
Hugo gets. Our site does without what has no counterpart there (archives, tables, feeds of single people: [downloads]
without); --everything measures it with all of that, too. A version may not be over 512 MiB, so a list of more than --part
people is recorded in parts.
"""
import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # nothing but sources in this folder

import hugo_content
import hugo_lean
import measure

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
WITHOUT = ["site_zip", "evidence", "sqlite", "followthemoney", "deltas", "people_feeds", "tables", "calendars"]
NOTE = "made up, lean"


class List:
    """A made-up list and our site of it, in a folder of its own."""

    def __init__(self, people, given, work):
        self.people, self.given, self.work, self.changes = people, given, work, 0
        self.project, self.site = work / "list", work / "site"
        self.tracker = [given.bin / "tracker/tracker", "--root", self.project]
        self.sitegen = [given.bin / "sitegen/sitegen", "--root", self.project, "build", "--out", self.site]
        subprocess.run([sys.executable, HERE / "made_up_list.py", self.project / "content", str(people)], check=True)
        self.plain = (self.project / "content/site.toml").read_text()

    def track(self, *words):
        # Its notes on made-up people are tens of thousands of lines.
        subprocess.run([*self.tracker, *words], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def record(self, note):
        """Records the list, in parts if it is long: people first, and their cases with the last of them."""
        content, aside = self.project / "content", self.project / "aside"
        files = sorted((content / "people").glob("*.md"))
        parts = [files[first:first + self.given.part] for first in range(0, len(files), self.given.part)]
        if len(parts) > 1:
            aside.mkdir()
            (content / "cases").rename(aside / "cases")
            (content / "cases").mkdir()
            for file in files[self.given.part:]:
                file.rename(aside / file.name)
            self.track("record", "--note", f"{note}, part 1")
            for part in parts[1:]:
                for file in part:
                    (aside / file.name).rename(file)
                if part is parts[-1]:
                    (content / "cases").rmdir()
                    (aside / "cases").rename(content / "cases")
                    aside.rmdir()
                self.track("record", "--note", f"{note}, part {parts.index(part) + 1}")
        else:
            self.track("record", "--note", note)
        self.track("rebuild")

    def leave_out(self, names):
        listed = ", ".join(f'"{name}"' for name in names)
        (self.project / "content/site.toml").write_text(f"{self.plain}\n[downloads]\nwithout = [{listed}]\n")

    def forget(self):
        for folder in ("content/versions", ".tizim"):
            shutil.rmtree(self.project / folder, ignore_errors=True)

    def clear(self):
        for folder in (self.site, self.work / ".site.build"):
            shutil.rmtree(folder, ignore_errors=True)

    def change_one(self):
        self.changes += 1
        file = self.project / f"content/people/no-{self.people // 2:05}.md"
        event = (f'\n[[event]]\nid = "more{self.changes}"\ntype = "hunger_strike"\ndate = "2024-02-{self.changes:02}"\n'
                 'sources = [{ id = "source-0", locator = "p. 1", quote = "made up" }]\n')
        head, _, tail = file.read_text().rpartition("+++\n")
        file.write_text(head + event + "+++\n" + tail)
        self.track("record", "--note", "one person")
        self.track("rebuild")


def measure_hugo(name, folder, given):
    """Pages a second, with the best time of the runs; the site stays in `folder`/public."""
    command = [shutil.which("hugo"), "--quiet"]

    def clear():
        shutil.rmtree(folder / "public", ignore_errors=True)

    taken = measure.best(command, given.repeat, clear, cwd=folder)
    pages, files, size = measure.count(folder / "public")
    clear()
    measure.say(name, taken, measure.footprint(command, cwd=folder), pages, files, size)
    return pages / taken[0]


def beside_hugo(made_up, speed, ours):
    given, work = made_up.given, made_up.work
    if not shutil.which("hugo"):
        print("  hugo is not installed: scripts/setup bench")
    elif made_up.people > given.hugo_to:
        print(f"  hugo is not measured with more than {given.hugo_to} people: --hugo-to")
    else:
        print("  " + subprocess.run(["hugo", "version"], capture_output=True, text=True).stdout.strip())
        sites = [("hugo, full", "hugo")] + ([("hugo, full, the small site", "hugo-lean")] if given.lean_hugo else [])
        for name, folder in sites:
            theirs = measure_hugo(name, work / folder, given)
            print(f"  pages a second, sitegen to {folder}: {speed / theirs:.1f}", flush=True)
            if folder == "hugo":
                measure.compare(ours, measure.by_kind(work / folder / "public"))
            shutil.rmtree(work / folder)


def measure_list(people, given, work):
    print(f"{people} people", flush=True)
    made_up = List(people, given, work)
    if given.everything:
        made_up.record("made up")
        taken = measure.best(made_up.sitegen, given.repeat, made_up.clear)
        measure.say("sitegen, full, with everything", taken, 0, *measure.count(made_up.site))
        made_up.clear()
        made_up.forget()
    made_up.leave_out(WITHOUT)
    made_up.record(NOTE)
    taken = measure.best(made_up.sitegen, given.repeat, made_up.clear)
    pages, files, size = measure.count(made_up.site)
    made_up.clear()
    measure.say("sitegen, full", taken, measure.footprint(made_up.sitegen), pages, files, size)
    ours = measure.by_kind(made_up.site)
    if people <= given.hugo_to:
        # From the state before somebody changes; outside the clock.
        content = made_up.project / "content"
        measure.aside(hugo_content.write, content, made_up.site, work / "hugo", NOTE)
        if given.lean_hugo:
            measure.aside(hugo_lean.write, content, ROOT / "sitegen/page/style/base.css", work / "hugo-lean")
    measure.say("sitegen, nothing changed", measure.best(made_up.sitegen, given.repeat, lambda: None))
    measure.say("sitegen, one person changed", measure.best(made_up.sitegen, given.repeat, made_up.change_one))
    made_up.clear()
    shutil.rmtree(made_up.project)
    beside_hugo(made_up, pages / taken[0], ours)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", default="1000,10000")
    parser.add_argument("--bin", type=pathlib.Path, default=ROOT / "build/release")
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path("/dev/shm"))
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--hugo-to", type=int, default=10000)
    parser.add_argument("--lean-hugo", action="store_true")
    parser.add_argument("--part", type=int, default=40000)
    parser.add_argument("--everything", action="store_true")
    given = parser.parse_args()
    given.bin = given.bin.resolve()
    for people in given.people.split(","):
        with tempfile.TemporaryDirectory(dir=given.folder) as work:
            measure_list(int(people), given, pathlib.Path(work))


if __name__ == "__main__":
    main()
