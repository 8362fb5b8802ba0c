#include "tracker/load/content.h"

#include "tests/support/catch.h"
#include "tests/tracker/load/support.h"
#include "tracker/model/enums.h"

using tests::parse_person;
using tests::parse_text;
using tracker::load::FileKind;
using namespace tracker;
using namespace std::string_literals;
using Lines = std::vector<std::string>;

TEST_CASE("a person's file is a head and a life in the default language") {
  const auto parsed = parse_text("people/one.md", FileKind::Person, R"(+++
id = "kz-0001"
name = { en = "Test Person One", ru = "Проба Пробаев" }
also = ["T. P. One"]
sex = "male"; 
+++
)");
  // A semicolon is no TOML: the example of the design puts several keys on a line to save space.
  CHECK(parsed.findings ==
        Lines{"content/people/one.md:5:13: error: this is not TOML: key-value pair: expected a comment "
              "or whitespace, saw ';' [toml-syntax]"});

  const auto good = parse_text("people/one.md", FileKind::Person, R"(+++
# A comment
id = "kz-0001"
name = { en = "Test Person One", ru = "Проба Пробаев" }
also = ["T. P. One"]
sex = "male"
born = "1988"
groups = ["democratic-party"]
region = "almaty"
occupation = "journalist"
activity = { en = "Wrote." }
tags = ["january-2022"]
identity = "low"
identity_note = { en = "It may be two people." }

[[designation]]
by = "test-list"
since = "2022-03"
criterion = "a"
sources = ["test-source"]

[[event]]
id = "e1"
type = "detained"
date = "2022-01-05"
sources = ["test-source"]

[[event]]
id = "e2"
type = "released"
sources = ["test-source"]
+++

Born in **1988**.

Second paragraph.
)");
  CHECK(good.findings == Lines{});
  REQUIRE(good.part.people.size() == 1);
  const auto& person = good.part.people[0];
  CHECK(person.id == "kz-0001");
  CHECK(person.file == "content/people/one.md");
  CHECK(person.at.line == 3);
  CHECK(person.at.column == 6);
  CHECK(person.name.by_language.at("ru") == "Проба Пробаев");
  CHECK(person.also == Lines{"T. P. One"});
  CHECK(person.sex == model::Sex::Male);
  CHECK(person.born->edtf() == "1988");
  CHECK(person.groups == Lines{"democratic-party"});
  CHECK(person.region.id == "almaty");
  CHECK(person.region.at.line == 9);
  CHECK(person.occupation == "journalist");
  CHECK(person.tags == Lines{"january-2022"});
  CHECK(person.identity == model::Certainty::Low);
  REQUIRE(person.designations.size() == 1);
  CHECK(person.designations[0].by.id == "test-list");
  CHECK(person.designations[0].since->edtf() == "2022-03");
  REQUIRE(person.events.size() == 2);
  CHECK(person.events[1].at.line == 28);
  REQUIRE(person.life.size() == 1);
  CHECK(person.life.at("").body == "Born in **1988**.\n\nSecond paragraph.");
  CHECK(person.life.at("").file == "content/people/one.md");
  CHECK_FALSE(person.life.at("").draft);
}

TEST_CASE("an id is all that a person must have") {
  const auto parsed = parse_person("id = \"kz-0001\"");
  CHECK(parsed.findings == Lines{});
  REQUIRE(parsed.part.people.size() == 1);
  CHECK(parsed.part.people[0].name.empty());
  CHECK(parsed.part.people[0].life.empty());
}

TEST_CASE("lines that end in carriage return and line feed are read like others") {
  const auto parsed =
      parse_text("people/one.md", FileKind::Person,
                 "+++\r\nid = \"kz-0001\"\r\nactivity = \"\"\"a\r\nb\"\"\"\r\n+++\r\n\r\nOne.\r\nTwo.\r\n");
  CHECK(parsed.findings == Lines{});
  REQUIRE(parsed.part.people.size() == 1);
  CHECK(parsed.part.people[0].life.at("").body == "One.\nTwo.");
  CHECK(parsed.part.people[0].activity.by_language.at("") == "a\nb");
}

TEST_CASE("a text in a further language gives a person with that text alone") {
  const auto parsed = parse_text("people/one.kk-Latn.md", FileKind::PersonText,
                                 "+++\nid = \"kz-0001\"\ndraft = true\n+++\nMätin.\n");
  CHECK(parsed.findings == Lines{});
  REQUIRE(parsed.part.people.size() == 1);
  const auto& person = parsed.part.people[0];
  CHECK(person.id == "kz-0001");
  CHECK(person.at.line == 2);
  REQUIRE(person.life.size() == 1);
  CHECK(person.life.at("kk-Latn").body == "Mätin.");
  CHECK(person.life.at("kk-Latn").draft);
  CHECK(person.life.at("kk-Latn").file == "content/people/one.kk-Latn.md");
}

TEST_CASE("a text in a further language needs a text and takes no other keys") {
  CHECK(parse_text("people/one.ru.md", FileKind::PersonText, "+++\nid = \"kz-0001\"\n+++\n").findings ==
        Lines{"content/people/one.ru.md:4:1: error: no text follows the head [no-text]\n"
              "  hint: write it below the second line +++, or remove the file"});
  CHECK(parse_text("people/one.ru.md", FileKind::PersonText, "+++\nid = \"kz-0001\"\nsex = \"male\"\n+++\nx")
            .findings == Lines{"content/people/one.ru.md:3:1: error: unknown key \"sex\" [unknown-key]\n  "
                               "hint: allowed here: id, draft"});
}

TEST_CASE("a page has a title and a text, and a further language its own of both") {
  const auto page = parse_text("pages/about.md", FileKind::Page,
                               "+++\nid = \"about\"\ntitle = \"About\"\norder = 3\n+++\n# Hello\n");
  CHECK(page.findings == Lines{});
  REQUIRE(page.part.pages.size() == 1);
  CHECK(page.part.pages[0].order == 3);
  CHECK(page.part.pages[0].title.by_language.at("") == "About");
  CHECK(page.part.pages[0].text.at("").body == "# Hello");

  const auto text = parse_text("pages/about.ru.md", FileKind::PageText,
                               "+++\nid = \"about\"\ntitle = \"О списке\"\ndraft = true\n+++\nПривет\n");
  CHECK(text.findings == Lines{});
  REQUIRE(text.part.pages.size() == 1);
  CHECK(text.part.pages[0].title.by_language.at("ru") == "О списке");
  CHECK(text.part.pages[0].text.at("ru").body == "Привет");
  CHECK(text.part.pages[0].text.at("ru").draft);
}

TEST_CASE("one file may hold many places or rulings") {
  const auto places = parse_text("places/kz.toml", FileKind::Place, R"([[place]]
id = "almaty"
kind = "city"
name = { en = "Almaty", kk = "Алматы" }

[[place]]
id = "test-court"
kind = "court"
name = "Test Court"
within = "almaty"
)");
  CHECK(places.findings == Lines{});
  REQUIRE(places.part.places.size() == 2);
  CHECK(places.part.places[1].kind == model::PlaceKind::Court);
  CHECK(places.part.places[1].within.id == "almaty");
  CHECK(places.part.places[1].at.line == 6);
  CHECK(places.part.places[1].file == "content/places/kz.toml");

  const auto rulings = parse_text("rulings/2023.toml", FileKind::Ruling, R"([[ruling]]
id = "r1"
kind = "not_same_person"
subject = "person/kz-0001"
other = "person/kz-0002"
date = "2023-03-01"
by = "editor"
reason = "Born in different years."
)");
  CHECK(rulings.findings == Lines{});
  REQUIRE(rulings.part.rulings.size() == 1);
  CHECK(rulings.part.rulings[0].kind == model::RulingKind::NotSamePerson);
  CHECK(rulings.part.rulings[0].date->edtf() == "2023-03-01");
}

TEST_CASE("a file of places that is written like one place says how lists are written") {
  CHECK(
      parse_text("places/a.toml", FileKind::Place, "id = \"almaty\"\n").findings ==
      Lines{
          "content/places/a.toml:1:1: error: unknown key \"id\" [unknown-key]\n  hint: allowed here: place"});
  CHECK(parse_text("places/a.toml", FileKind::Place, "[place]\nid = \"almaty\"\n").findings ==
        Lines{"content/places/a.toml:1:1: error: \"place\": expected a list, found a table [wrong-type]\n"
              "  hint: write [[place]]"});
}

TEST_CASE("cases, sources, laws and designations are one a file") {
  const auto one_case = parse_text("cases/a.toml", FileKind::Case, R"(id = "test-case"
title = { en = "The test case" }
kind = "criminal"
defendants = ["kz-0001", "kz-0002"]
[[event]]
id = "c1"
type = "sent_to_court"
sources = ["test-source"]
)");
  CHECK(one_case.findings == Lines{});
  REQUIRE(one_case.part.cases.size() == 1);
  CHECK(one_case.part.cases[0].defendants[1].id == "kz-0002");
  CHECK(one_case.part.cases[0].events.size() == 1);

  const auto source = parse_text("sources/a.toml", FileKind::Source, R"(id = "test-source"
title = "A test source"
publisher = "Test Publisher"
kind = "feed"
url = "https://example.org/feed.xml"
languages = ["en", "ru"]
rhythm = "daily"
published = 2022-03-01
allow_private_addresses = true
patience = 20
expect = { min_words = 10, max_shrink_percent = 50, canary = "Test" }
)");
  CHECK(source.findings == Lines{});
  REQUIRE(source.part.sources.size() == 1);
  CHECK(source.part.sources[0].kind == model::SourceKind::Feed);
  CHECK(source.part.sources[0].published->edtf() == "2022-03-01");
  CHECK(source.part.sources[0].expect->max_shrink_percent == 50);
  CHECK(source.part.sources[0].allow_private_addresses);
  CHECK(source.part.sources[0].patience == 20);

  const auto court = parse_text("sources/b.toml", FileKind::Source, R"(id = "test-court"
title = "A test court"
publisher = "Test Court"
kind = "court_schedule"
url = "https://example.org/"
select = "table.list"
remove = ["tfoot", "//caption"]
zone = "Asia/Almaty"
[follow]
links = "a"
pattern = '^https://'
next = "a.next"
most_pages = 3
most_links = 4
other_hosts = true
select = "main"
[[column]]
field = "case_number"
header = "Number"
[[column]]
field = "time"
number = 2
pattern = '\d+:\d+'
[expect]
blocked = ["Access denied"]
nothing = ["Nothing found"]
max_words = 5
)");
  CHECK(court.findings == Lines{});
  REQUIRE(court.part.sources.size() == 1);
  const auto& read = court.part.sources[0];
  CHECK(read.select.text == "table.list");
  CHECK(read.select.at.line == 6);
  REQUIRE(read.remove.size() == 2);
  CHECK(read.remove[1].text == "//caption");
  CHECK(read.follow->pattern.text == "^https://");
  CHECK(read.follow->most_pages == 3);
  CHECK(read.follow->other_hosts);
  CHECK(read.follow->select.text == "main");
  REQUIRE(read.columns.size() == 2);
  CHECK(read.columns[1].field == model::CourtField::Time);
  CHECK(read.columns[1].number == 2);
  CHECK(read.columns[1].at.line == 20);
  CHECK(read.expect->nothing == std::vector<std::string>{"Nothing found"});

  const auto signs = parse_text("fingerprints/a.toml", FileKind::Fingerprints,
                                "[[fingerprint]]\nid = \"a\"\nkind = \"login\"\nall = [\"password\"]\nmost_words = 9\n");
  CHECK(signs.findings == Lines{});
  REQUIRE(signs.part.fingerprints.size() == 1);
  CHECK(signs.part.fingerprints[0].kind == model::FingerprintKind::Login);

  const auto law = parse_text("laws/a.toml", FileKind::Law, R"(id = "test-code"
kind = "criminal_code"
title = "Test code"
certainty = "high"
[[article]]
number = "272"
title = "Test article"
[[article.part]]
part = "1"
max_months = 36
certainty = "high"
[[article.part]]
part = "2"
life = true
classes = ["terrorist"]
valid_from = "2015-01-01"
certainty = "low"
[[list]]
article = "106.1"
listed = "not_listed"
certainty = "high"
)");
  CHECK(law.findings == Lines{});
  REQUIRE(law.part.laws.size() == 1);
  REQUIRE(law.part.laws[0].articles.size() == 1);
  REQUIRE(law.part.laws[0].articles[0].parts.size() == 2);
  CHECK(law.part.laws[0].articles[0].parts[1].life_term);
  CHECK(law.part.laws[0].articles[0].parts[1].at.line == 12);
  CHECK(law.part.laws[0].list[0].listed == model::Membership::NotListed);

  const auto designation = parse_text("designations/a.toml", FileKind::Designation, R"(id = "test-list"
name = "Test list"
body = "Test body"
[criteria]
a = { en = "First criterion" }
b = "Second criterion"
)");
  CHECK(designation.findings == Lines{});
  REQUIRE(designation.part.designations.size() == 1);
  CHECK(designation.part.designations[0].criteria.at("a").by_language.at("en") == "First criterion");
  CHECK(designation.part.designations[0].criteria.at("b").by_language.at("") == "Second criterion");
}

TEST_CASE("a criterion's key is an id") {
  const auto parsed = parse_text("designations/a.toml", FileKind::Designation,
                                 "id = \"a\"\nname = \"A\"\nbody = \"B\"\n[criteria]\n\"A b\" = \"x\"\n");
  CHECK(parsed.findings ==
        Lines{"content/designations/a.toml:5:1: error: \"A b\" in \"criteria\" is no id [bad-id]\n"
              "  hint: small Latin letters, digits and hyphens, not a hyphen first, 64 at most"});
}

namespace {
const std::string kSite = R"(title = { en = "Test list", ru = "Пробный список" }
languages = ["en", "ru"]
default_language = "en"
publisher = "Test Publisher"
contact = "mailto:list@example.org"
base_url = "https://example.org/"
tag_authority = "example.org,2023"
time_zone = "Asia/Almaty"
id_prefix = "kz"
)";
}  // namespace

TEST_CASE("the site's own file is read") {
  const auto parsed = parse_text("site.toml", FileKind::Site, kSite);
  CHECK(parsed.findings == Lines{});
  CHECK(parsed.part.site.languages == Lines{"en", "ru"});
  CHECK(parsed.part.site.contact == "mailto:list@example.org");
  CHECK(parsed.part.site.file == "content/site.toml");
}

TEST_CASE("the default language is one of the languages") {
  std::string text = kSite;
  text.replace(text.find("= \"en\""), 6, "= \"kk\"");
  CHECK(parse_text("site.toml", FileKind::Site, text).findings ==
        Lines{"content/site.toml:1:1: error: the default language \"kk\" is not among the languages "
              "[bad-language]\n"
              "  hint: languages: en, ru"});
}

TEST_CASE("an event id stands once in a file") {
  const std::string event = "[[event]]\nid = \"e1\"\ntype = \"other\"\nsources = [\"a\"]\n";
  CHECK(parse_person("id = \"kz-1\"\n" + event + event).findings ==
        Lines{"content/people/a.md:7:1: error: event \"e1\" stands twice in this file, first in line 3 "
              "[duplicate-event]\n"
              "  hint: give each event an id of its own; never one that was used before"});
  CHECK(
      parse_text("cases/a.toml", FileKind::Case,
                 "id = \"a\"\ntitle = \"A\"\nkind = \"criminal\"\ndefendants = [\"kz-1\"]\n" + event + event)
          .findings ==
      Lines{"content/cases/a.toml:9:1: error: event \"e1\" stands twice in this file, first in line 5 "
            "[duplicate-event]\n  hint: give each event an id of its own; never one that was used before"});
}

TEST_CASE("an article stands once in a law") {
  const std::string article = "[[article]]\nnumber = \"1\"\ntitle = \"A\"\n";
  CHECK(parse_text("laws/a.toml", FileKind::Law,
                   "id = \"a\"\ntitle = \"A\"\nkind = \"rules\"\ncertainty = \"high\"\n" + article + article)
            .findings ==
        Lines{"content/laws/a.toml:8:1: error: article \"1\" stands twice in this law, first in line 5 "
              "[duplicate-article]\n  hint: put its parts and editions together"});
}

TEST_CASE("a head that is missing or cut off is said") {
  CHECK(parse_text("people/a.md", FileKind::Person, "Just a text.\n").findings ==
        Lines{"content/people/a.md:1:1: error: the file does not begin with a line +++ [no-front-matter]\n"
              "  hint: it begins with a head in TOML between two lines +++"});
  CHECK(parse_text("people/a.md", FileKind::Person, "+++\nid = \"kz-1\"\nname = { en = \"Te").findings ==
        Lines{"content/people/a.md:1:1: error: the head that begins here has no end [no-front-matter]\n"
              "  hint: close it with a second line +++; the text follows below"});
  CHECK(parse_text("pages/a.md", FileKind::Page, "+++\nid = \"a").findings.size() == 1);
}

TEST_CASE("a file cut off at any byte gives a finding or a record, and nothing worse") {
  const std::string whole =
      "+++\nid = \"kz-1\"\nname = { en = \"Test\", ru = \"Проба\" }\n[[event]]\nid = \"e1\"\n"
      "type = \"other\"\nsources = [{ id = \"a\", quote = '''x''' }]\n+++\n\nLife. Жизнь.\n";
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    const auto parsed = parse_text("people/a.md", FileKind::Person, whole.substr(0, size));
    INFO(size);
    CHECK((!parsed.findings.empty() || parsed.part.people.size() == 1));
  }
}

TEST_CASE("bytes that are no text are said by parse as well") {
  for (const auto kind : {FileKind::Site, FileKind::Person, FileKind::PersonText, FileKind::Case,
                          FileKind::Words, FileKind::Place, FileKind::Page, FileKind::PageText}) {
    for (const auto& bytes : {""s, "\0"s, "\xFF\xFE"s, "\xEF\xBB\xBF+++"s})
      CHECK(parse_text("x", kind, bytes).findings.size() == 1);
  }
}

TEST_CASE("a life that is too long or holds hidden characters is refused with its place") {
  const std::string head = "+++\nid = \"kz-1\"\n+++\n\n";
  CHECK(parse_text("people/a.md", FileKind::Person, head + std::string(load::kLongestText, 'x')).findings ==
        Lines{});
  const auto long_life =
      parse_text("people/a.md", FileKind::Person, head + std::string(load::kLongestText + 1, 'x'));
  CHECK(long_life.findings ==
        Lines{"content/people/a.md:5:1: error: the text has 65537 bytes; at most 65536 are allowed "
              "[too-long]\n  hint: shorten it"});
  REQUIRE(long_life.part.people.size() == 1);
  CHECK(long_life.part.people[0].life.empty());
  CHECK(parse_text("people/a.md", FileKind::Person, head + "Ok.\nПроба \xE2\x81\xA6x").findings ==
        Lines{"content/people/a.md:6:7: error: the text holds <U+2066>, a character that cannot be seen "
              "[hidden-character]\n  hint: take it out: control characters and changes of direction can make "
              "a text look "
              "like another"});
  CHECK(parse_text("people/a.md", FileKind::Person, head + "a\rb").findings.size() == 1);
}

TEST_CASE("hostile markup is read as the text that it is") {
  const auto parsed =
      parse_text("people/a.md", FileKind::Person,
                 "+++\nid = \"kz-1\"\nname = '<script>alert(\"1\")</script>'\n+++\n<img src=x onerror=y>\n");
  CHECK(parsed.findings == Lines{});
  CHECK(parsed.part.people[0].name.by_language.at("") == "<script>alert(\"1\")</script>");
  CHECK(parsed.part.people[0].life.at("").body == "<img src=x onerror=y>");
}

TEST_CASE("a file of errors alone is bounded in what it says") {
  std::string text;
  for (int i = 0; i < 5'000; ++i) text += "k" + std::to_string(i) + " = 1\n";
  const auto parsed = parse_text("cases/a.toml", FileKind::Case, text);
  CHECK(parsed.findings.size() == 101);
}

TEST_CASE("an entity whose id is no id is left out") {
  CHECK(parse_person("id = \"../x\"").part.people.empty());
  CHECK(parse_text("places/a.toml", FileKind::Place, "[[place]]\nkind = \"city\"\nname = \"A\"\n")
            .part.places.empty());
}
