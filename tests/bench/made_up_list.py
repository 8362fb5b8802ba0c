#!/usr/bin/env python3
"""Writes the content of a list of made-up people, as large as wanted, for benchmarks.

usage: made_up_list.py FOLDER PEOPLE [--languages en,ru,kk] [--words DIR]

Everybody and everything in it is made up: "Made Up Person 17" lives in "Region 3 of Nowhere". The same arguments give
the same bytes. --words is the folder with the words of the site (default: content/i18n beside this project).
"""
import argparse
import pathlib
import random
import shutil

ROOT = pathlib.Path(__file__).resolve().parents[2]
FIRST = ["Nemo", "Nulla", "Fictus", "Imago", "Umbra", "Vacua", "Exemplar", "Specimen", "Placeholder", "Sample"]
KINDS = ["imprisonment", "restricted_freedom", "suspended", "fine"]


def event(number, kind, date, source, more=""):
    return (f'\n[[event]]\nid = "e{number}"\ntype = "{kind}"\ndate = "{date}"\n{more}'
            f'sources = [{{ id = "{source}", locator = "p. {number}", quote = "a made-up sentence number {number}" }}]\n')


def day(rng, year):
    return f"{year}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"


def person(number, rng, sources, regions, articles):
    name = f"{FIRST[number % len(FIRST)]} Madeupson-{number}"
    year = rng.randint(2015, 2023)
    charge = f'charges = ["no-cc:{rng.choice(articles)}.{rng.randint(1, 2)}"]\n'
    source = f"source-{rng.randrange(sources)}"
    text = (f'+++\nid = "no-{number:05}"\nname = {{ en = "{name}", ru = "Немо Выдуманов-{number}" }}\n'
            f'sex = "{rng.choice(["male", "female"])}"\nborn = "{rng.randint(1950, 2000)}"\n'
            f'region = "region-{rng.randrange(regions)}"\ntags = ["group-{rng.randrange(30)}"]\n')
    text += event(1, "detained", f"{year}-01-{rng.randint(1, 28):02}", source)
    text += event(2, "charged", f"{year}-02-{rng.randint(1, 28):02}", source, charge)
    last = rng.random()
    if last > 0.2:
        text += event(3, "arrested_pretrial", f"{year}-03-{rng.randint(1, 28):02}", source)
    if last > 0.4:
        text += event(4, "sentenced", day(rng, year + 1), source,
                      charge + f'sentence = {{ kind = "{rng.choice(KINDS)}", months = {rng.randint(6, 120)} }}\n')
    if last > 0.8:
        text += event(5, "released", day(rng, year + 2), source)
    return text + f"+++\n{name} exists nowhere. " + "A sentence that says nothing of anybody. " * 4 + "\n"


def case(number, rng, people, sources, regions):
    members = sorted(rng.sample(range(people), min(people, rng.randint(1, 4))))
    ids = ", ".join(f'"no-{m:05}"' for m in members)
    return (f'id = "case-{number}"\ntitle = {{ en = "Made-up case {number}" }}\nkind = "criminal"\n'
            f'region = "region-{rng.randrange(regions)}"\ndefendants = [{ids}]\n\n[[event]]\nid = "c1"\ntype = "case_opened"\n'
            f'date = "2014-12"\nsources = [{{ id = "source-{rng.randrange(sources)}" }}]\n')


def write(folder, people, languages, words):
    rng = random.Random(people)
    sources, regions, articles = 40, 20, [str(100 + i) for i in range(60)]
    for name in ("people", "cases", "sources", "places", "laws", "pages", "i18n"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    listed = ", ".join(f'"{language}"' for language in languages)
    (folder / "site.toml").write_text(
        f'title = {{ en = "Prisoners of Nowhere" }}\nlanguages = [{listed}]\ndefault_language = "{languages[0]}"\n'
        'publisher = "Nobody"\ncontact = "mailto:nobody@example.org"\nbase_url = "https://nowhere.example.org/"\n'
        'tag_authority = "example.org,2024"\ntime_zone = "UTC"\nlicence = "CC BY 4.0"\nid_prefix = "no"\n')
    for file in sorted(words.glob("*.toml")):
        if file.name.split(".")[0] in languages:
            shutil.copy(file, folder / "i18n" / file.name)
    for i in range(sources):
        (folder / f"sources/source-{i}.toml").write_text(
            f'id = "source-{i}"\ntitle = {{ en = "Made-up report {i}" }}\npublisher = "Nobody {i % 7}"\nkind = "cited"\n'
            f'url = "https://nowhere.example.org/{i}"\nlanguages = ["en"]\npublished = "2024-01"\n')
    (folder / "places/places.toml").write_text("".join(
        f'[[place]]\nid = "region-{i}"\nkind = "region"\nname = {{ en = "Region {i} of Nowhere" }}\n\n' for i in range(regions)))
    (folder / "laws/no-cc.toml").write_text(
        'id = "no-cc"\nkind = "criminal_code"\ntitle = { en = "Criminal Code of Nowhere" }\ncertainty = "high"\ncitation = "made up"\n'
        '\n[[grade]]\nid = "any"\ntitle = { en = "crime" }\nunlimited = ["intentional", "negligent"]\ncitation = "made up"\ncertainty = "high"\n' + "".join(
            f'\n[[article]]\nnumber = "{a}"\ntitle = {{ en = "Made-up offence {a}" }}\n' + "".join(
                f'\n[[article.part]]\npart = "{p}"\nmax_months = {24 * p + 12}\nfault = "intentional"\ncitation = "made up, art. {a}"\ncertainty = "high"\n' for p in (1, 2))
            for a in articles))
    for page in ("about", "method"):
        (folder / f"pages/{page}.md").write_text(
            f'+++\nid = "{page}"\ntitle = {{ en = "{page.title()}" }}\norder = 1\n+++\nNothing here is real.\n')
    for number in range(people):
        (folder / f"people/no-{number:05}.md").write_text(person(number, rng, sources, regions, articles))
    for number in range(people // 5):
        (folder / f"cases/case-{number}.toml").write_text(case(number, rng, people, sources, regions))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("people", type=int)
    parser.add_argument("--languages", default="en")
    parser.add_argument("--words", type=pathlib.Path, default=ROOT / "content/i18n")
    given = parser.parse_args()
    write(given.folder, given.people, given.languages.split(","), given.words)


if __name__ == "__main__":
    main()
