"""Writes a list whose every text is hostile: hostile.py FOLDER I18N [corrected], then FOLDER/content can be recorded and built.
With `corrected`, texts have changed and rulings say why, so that a second version has corrections of hostile values.

Thirty kinds of text that must never become more than text; each stands in every field that takes text, of a person, a
case, a source, a place, a body and a page of its own. Nobody in it exists.
"""
import json
import pathlib
import shutil
import sys

HIT = "window.hacked=1;alert(1)"
KINDS = [
    f"<script>{HIT}</script>",
    f"</script><script>{HIT}</script>",
    f"<img src=x onerror={HIT}>",
    f"<svg onload={HIT}><animate onbegin={HIT}>",
    f"<svg><script>{HIT}</script></svg>",
    "<iframe src=https://evil.example/></iframe>",
    f"<iframe srcdoc='<script>parent.{HIT}</script>'></iframe>",
    f"\"><script>{HIT}</script>",
    f"' onmouseover='{HIT}",
    f"\" autofocus onfocus=\"{HIT}",
    f"javascript:{HIT}",
    f"[click](javascript:{HIT})",
    f"[click](JaVaScRiPt:{HIT})",
    "[click](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    f"<javascript:{HIT}>",
    "![x](https://evil.example/pixel.png)",
    f"![x](x \"onerror={HIT}\")",
    f"<!-- --><b onclick={HIT}>bold</b><!--",
    f"<![CDATA[<script>{HIT}</script>]]>",
    f"&lt;script&gt;{HIT}&lt;/script&gt;",
    f"&#60;script&#62;{HIT}&#60;/script&#62;",
    f"</title></head><body onload={HIT}>",
    "<style>*{display:none}</style><link rel=stylesheet href=https://evil.example/x.css>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    f"<form action=https://evil.example/><input autofocus onfocus={HIT}><button formaction=javascript:{HIT}>",
    f"`<script>{HIT}</script>` and ```<script>{HIT}</script>```",
    f"<a href=\"javascript:{HIT}\" style=\"position:fixed;inset:0\">x</a>",
    f"+ADw-script+AD4-{HIT}+ADw-/script+AD4-",
    f"{{{{constructor.constructor('{HIT}')()}}}} ${{{HIT}}} {{name}} =cmd|' /C calc'!A0 \u2028 \u2029 '; {HIT}; //",
]
assert len(KINDS) == 30

corrected = sys.argv[3:] == ["corrected"]
folder, words = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
content = folder / "content"


def text(value):
    return json.dumps(value, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def write(name, lines):
    path = content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n")


shutil.copytree(words, content / "i18n", dirs_exist_ok=True)
write("site.toml", [
    f"title = {{ en = {text('Hostile ' + KINDS[0])}, ru = {text(KINDS[4])}, kk = {text(KINDS[5])} }}",
    f"subtitle = {{ en = {text(KINDS[1])} }}", f"country = {{ en = {text(KINDS[2])} }}", f"publisher = {text(KINDS[3])}",
    'languages = ["en", "ru", "kk"]', 'default_language = "en"', 'contact = "mailto:list@example.org"',
    'base_url = "https://list.example.org/"', 'tag_authority = "example.org,2024"', 'time_zone = "UTC"',
    f"licence = {text('CC BY 4.0 ' + KINDS[9])}", 'id_prefix = "xx"'])
GRADES = ["[[grade]]", 'id = "petty"', f"title = {{ en = {text(KINDS[0])} }}", "intentional_months = 36",
          f"citation = {text(KINDS[7])}", 'certainty = "high"', "[[grade]]", 'id = "grave"', f"title = {{ en = {text(KINDS[8])} }}",
          'unlimited = ["intentional"]', f"citation = {text(KINDS[9])}", 'certainty = "high"']
write("laws/xx-cc.toml", [
    'id = "xx-cc"', 'kind = "criminal_code"', f"title = {{ en = {text(KINDS[0])} }}", f"citation = {text(KINDS[8])}",
    'certainty = "high"', *GRADES, "[[article]]",
    'number = "12"', f"title = {{ en = {text(KINDS[7])} }}", "[[article.part]]", 'part = "1"', "max_months = 96",
    f"citation = {text(KINDS[6])}", 'certainty = "high"'])
places = []
for number, kind in enumerate(KINDS, 1):
    hostile = text(kind)
    person, case, source, body = f"xx-{number:04}", f"case-{number}", f"source-{number}", f"body-{number}"
    cited = f'{{ id = "{source}", locator = {hostile}, quote = {hostile} }}'
    places += ["[[place]]", f'id = "place-{number}"', 'kind = "region"', f"name = {{ en = {hostile}, ru = {hostile} }}",
               "[[place]]", f'id = "court-{number}"', f'kind = "{["court", "prison"][number % 2]}"',
               f"name = {{ en = {hostile} }}", f'within = "place-{number}"']
    write(f"sources/{source}.toml", [f'id = "{source}"', f"title = {{ en = {hostile} }}", f"publisher = {hostile}",
                                     'kind = "cited"', f'url = "https://source.example.org/{number}"',
                                     'languages = ["en"]', f"licence = {hostile}", f"note = {{ en = {hostile} }}"])
    write(f"designations/{body}.toml", [f'id = "{body}"', f"name = {{ en = {hostile} }}", f"body = {hostile}",
                                        f'url = "https://body.example.org/{number}"', f"note = {{ en = {hostile} }}",
                                        "[criteria]", f"one = {{ en = {hostile} }}"])
    write(f"cases/{case}.toml", [
        f'id = "{case}"', f"title = {{ en = {hostile}, ru = {hostile} }}", 'kind = "criminal"', f'defendants = ["{person}"]',
        f'region = "place-{number}"', f"summary = {{ en = {hostile} }}", "[[event]]", 'id = "c1"', 'type = "charged"',
        'date = "2023-10-14"', 'charges = ["xx-cc:12.1"]', f"text = {{ en = {hostile} }}", f"note = {{ en = {hostile} }}",
        f"sources = [{cited}]"])
    write(f"people/{person}.md", [
        "+++", f'id = "{person}"', f"name = {{ en = {hostile}, ru = {text('ru ' + kind)} }}", f"also = [{text('also ' + kind)}]",
        'sex = "female"', f'region = "place-{number}"', f"activity = {{ en = {hostile} }}", f"tags = [{text('tag-' + str(number))}]",
        'identity = "low"', f"identity_note = {{ en = {hostile} }}", "[[designation]]", f'by = "{body}"', 'since = "2023-11"',
        'criterion = "one"', f"sources = [{cited}]", "[[event]]", 'id = "e1"', 'type = "arrested_pretrial"',
        'date = "2023-10-12"', f'case = "{case}"', f'place = "court-{number}"', f"text = {{ en = {text(kind + ' again' * corrected)} }}", f"original = {hostile}",
        f"corrected = {hostile}", f"note = {{ en = {hostile} }}", f"sources = [{cited}]", "+++", "", kind, "", "# " + kind, "",
        "- " + kind, "", "> " + kind])
    if corrected:
        write(f"rulings/r{number}.toml", ["[[ruling]]", f'id = "r{number}"', f'kind = "{["correction", "retraction"][number % 2]}"',
                                          f'subject = "person/{person}"', 'field = "event.e1.text.en"', 'date = "2024-02-01"',
                                          f"by = {hostile}", f"reason = {{ en = {hostile} }}"])
write("places/places.toml", places)
for number, name in enumerate(("about", "method", "help"), 1):
    write(f"pages/{name}.md", ["+++", f'id = "{name}"', f"order = {number}", f"title = {{ en = {text(KINDS[number])} }}", "+++", "",
                               *(line for kind in KINDS for line in (kind, "", "## " + kind, "", "    " + kind, "")), ""])
