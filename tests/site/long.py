#!/usr/bin/env python3
"""Changes a made-up list (tests/bench/made_up_list.py) as maintainers do, one round after the other.

usage: long.py FOLDER ROUND

Rounds: 1 something new of one person, 2 a status, so that a person moves on the list and counts change, 3 a name, so that
the order changes, 4 somebody new, 5 somebody gone, 6 the title of a source that many are cited from, 7 an amnesty act, so
that everybody is assessed, 8 what a court decided by it for somebody.
"""
import pathlib
import sys


def with_event(text, event):
    head, _, tail = text.rpartition("+++\n")
    return head + event + "+++\n" + tail


def event(name, kind, date, more=""):
    return (f'\n[[event]]\nid = "{name}"\ntype = "{kind}"\ndate = "{date}"\n{more}'
            'sources = [{ id = "source-0", locator = "p. 1", quote = "made up" }]\n')


ACT = '''id = "no-amnesty"
kind = "amnesty_act"
title = { en = "Amnesty Act of Nowhere" }
in_force = "2023-06-01"
code = "no-cc"
citation = "made up"
certainty = "high"
''' + "".join(f'''
[[effect]]
id = "{situation}"
grades = ["any"]
situations = ["{situation}"]
outcome = "{outcome}"
citation = "made up"
certainty = "high"
''' for situation, outcome in (("pending", "case_closed"), ("convicted", "freed")))


def main():
    folder, number = pathlib.Path(sys.argv[1]) / "content", int(sys.argv[2])

    def change(file, edit):
        path = folder / file
        before = path.read_text()
        after = edit(before)
        assert after != before, f"nothing to change in {file}"
        path.write_text(after)

    if number == 1:
        change("people/no-00350.md", lambda text: with_event(text, event("r1", "hunger_strike", "2024-02-01")))
    elif number == 2:
        change("people/no-00123.md", lambda text: with_event(text, event("r2", "wanted", "2024-03-01")))
    elif number == 3:
        change("people/no-00200.md", lambda text: text.replace('name = { en = "', 'name = { en = "Aaron ', 1))
    elif number == 4:
        text = (folder / "people/no-00001.md").read_text()
        new = text.replace("no-00001", "no-09999").replace("Madeupson-1", "Newcomer-9999").replace("Выдуманов-1", "Новенький-9999")
        (folder / "people/no-09999.md").write_text(new)
    elif number == 5:
        (folder / "people/no-09999.md").unlink()
    elif number == 6:
        change("sources/source-0.toml", lambda text: text.replace("Made-up report 0", "Another title"))
    elif number == 7:
        (folder / "laws/no-amnesty.toml").write_text(ACT)
    elif number == 8:
        change("people/no-00350.md", lambda text: with_event(text, event("r8", "amnesty_refused", "2024-04-01", 'act = "no-amnesty"\n')))
    else:
        sys.exit(f"there is no round {number}")


if __name__ == "__main__":
    main()
