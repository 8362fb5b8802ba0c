"""Runs programs for benchmarks and says what they took; counts what a site consists of."""
import multiprocessing
import os
import pathlib
import subprocess
import sys
import time

BY_FILTER = ("amnesty", "charged", "designations", "groups", "sex", "stage", "status", "years")
WITH_PAGES = ("people", "cases", "articles", "regions", "sources", "versions")
WITH_FEEDS = ("cases", "articles", "regions")


def run(command, cwd=None):
    """Wall seconds, processor seconds of all processes, and peak memory in MB of the largest one."""
    begun = time.monotonic()
    child = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, status, used = os.wait4(child.pid, 0)
    took = time.monotonic() - begun
    if status != 0:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{child.stderr.read().decode()[-2000:]}")
    return took, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def aside(work, *words):
    """Calls a function in a process of its own: the peak memory of a program counts what ours held when it began it."""
    child = multiprocessing.get_context("fork").Process(target=work, args=words)
    child.start()
    child.join()
    if child.exitcode != 0:
        sys.exit(f"{work.__module__} failed")


def best(command, repeat, before, cwd=None):
    results = []
    for _ in range(repeat):
        before()
        results.append(run(command, cwd))
    return min(results)


def family(pid):
    """A process and all below it."""
    found = [pid]
    for one in found:
        try:
            for task in os.listdir(f"/proc/{one}/task"):
                found += map(int, pathlib.Path(f"/proc/{one}/task/{task}/children").read_text().split())
        except OSError:
            pass
    return found


def proportional(pid):
    """What a process holds in kB, what it shares with others divided by their number; 0 when it has just ended."""
    try:
        for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except OSError:
        pass
    return 0


def footprint(command, cwd=None):
    """Peak memory in MB of a run, all processes together: looked at every 50 ms, so the run is not to be timed."""
    child = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = 0
    while child.poll() is None:
        most = max(most, sum(proportional(pid) for pid in family(child.pid)))
        time.sleep(0.05)
    return most / 1024


def kind_of(path):
    """What a file of a site is for, by its address: ours or that of Hugo."""
    parts = path.parts
    if path.suffix in (".ics", ".opml"):
        return "calendar, OPML"
    if path.suffix in (".atom", ".xml") or path.suffix == ".json" and parts[0] != "data":
        subject = parts[1] if parts[0] == "feeds" and len(parts) > 2 else parts[0]
        return f"feeds of {subject if subject in WITH_FEEDS else 'the whole'}"
    if path.suffix == ".js":
        return "rows to search"
    if path.suffix != ".html":
        return "data, style"
    if parts[-2:] == ("page", "1.html"):
        return "redirects"  # Hugo writes one for the first page of every list of several pages.
    if parts[0] in ("list", "list.html", "people.html") or parts[:2] == ("people", "page"):
        return "pages of the list"
    if parts[0] in BY_FILTER:
        return "pages of filters"
    return f"pages of {parts[0] if parts[0] in WITH_PAGES else 'the whole'}"


def by_kind(folder):
    """Number of files and bytes of each kind of file of a site."""
    found = {}
    for file in folder.rglob("*"):
        if file.is_file():
            kind = kind_of(file.relative_to(folder))
            files, size = found.get(kind, (0, 0))
            found[kind] = files + 1, size + file.stat().st_size
    return found


def compare(ours, theirs):
    print(f"    {'kind':<28}{'ours: files':>12}{'kB':>9}{'hugo: files':>12}{'kB':>9}{'size':>7}")
    for kind in sorted(ours.keys() | theirs.keys()):
        (files, size), (their_files, their_size) = ours.get(kind, (0, 0)), theirs.get(kind, (0, 0))
        share = f"{100 * their_size / size:.0f} %" if size else ""
        print(f"    {kind:<28}{files:12}{size // 1000:9}{their_files:12}{their_size // 1000:9}{share:>7}")
    print(flush=True)


def count(folder):
    """Pages of HTML that are no redirects, all files, and their bytes."""
    found = by_kind(folder)
    pages = sum(files for kind, (files, _) in found.items() if kind.startswith("pages of"))
    return pages, sum(files for files, _ in found.values()), sum(size for _, size in found.values())


def say(name, taken, together=0, pages=0, files=0, size=0):
    """One line; `taken` is what `best` found."""
    took, processor, memory = taken
    line = f"  {name:<30}{took:8.2f} s {processor:8.2f} s CPU {memory:6.0f} MB"
    if together:
        line += f", {together:.0f} MB together;"
    if pages:
        line += f" {pages:8} pages {pages / took:9.0f} pages/s  ({files} files, {size / 1e6:.0f} MB)"
    print(line, flush=True)
