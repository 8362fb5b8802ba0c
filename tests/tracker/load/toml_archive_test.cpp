// What the archive makes of tables, through the files it reads.
#include "tests/support/catch.h"
#include "tests/tracker/load/support.h"
#include "tracker/load/content.h"
#include "tracker/model/enums.h"

using tests::parse_event;
using tests::parse_person;
using tests::parse_text;
using tracker::load::FileKind;
using namespace tracker;
using Lines = std::vector<std::string>;

TEST_CASE("every broken value of a person is said with place, what was found and what is allowed") {
  struct Row {
    std::string head;  // from line 2
    std::string finding;
  };
  const auto row = GENERATE(values<Row>({
      {"id = \"kz-1\"\nnmae = \"x\"",
       "3:1: error: unknown key \"nmae\" [unknown-key]\n  hint: did you mean \"name\"?"},
      {"id = \"kz-1\"\nзачем = \"x\"",
       "3:1: error: this is not TOML: root table: expected keys, tables, whitespace or comments, saw 'з' "
       "[toml-syntax]"},
      {"id = \"kz-1\"\nqqqqqqqqqqqqqqqqq = 1",
       "3:1: error: unknown key \"qqqqqqqqqqqqqqqqq\" [unknown-key]\n  hint: allowed here: id, name, also, "
       "sex, born, "
       "groups, region, occupation, activity, tags, identity, identity_note, designation, event"},
      {"id = \"kz-1\"\n\"<script>\" = 1",
       "3:1: error: unknown key \"<script>\" [unknown-key]\n  hint: allowed here: id, name, also, sex, born, "
       "groups, region, occupation, activity, tags, identity, identity_note, designation, event"},
      {"name = \"Test Person One\"",
       "1:1: error: the key \"id\" is missing [missing-key]\n  hint: add id = …"},
      {"id = \"\"", "2:6: error: \"id\" is empty [empty-value]\n  hint: it needs a value here"},
      {"id = 7", "2:6: error: \"id\": expected a string, found an integer [wrong-type]"},
      {"id = \"Kz 1\"",
       "2:6: error: \"id\" is \"Kz 1\"; that is no id [bad-id]\n  hint: small Latin letters, digits and "
       "hyphens, not a "
       "hyphen first, 64 at most"},
      {"id = \"kz-1\"\nsex = \"femal\"",
       "3:7: error: \"sex\" is \"femal\"; there is no such code [unknown-code]\n  hint: did you mean "
       "\"female\"? allowed "
       "here: female, male"},
      {"id = \"kz-1\"\nsex = true",
       "3:7: error: \"sex\": expected a string, found true or false [wrong-type]"},
      {"id = \"kz-1\"\nname = { en = \"A\", ENG = \"B\" }",
       "3:20: error: \"ENG\" in \"name\" is no language tag [bad-language]\n  hint: write en, ru, kk or "
       "kk-Latn"},
      {"id = \"kz-1\"\nname = { en = [\"A\"] }",
       "3:15: error: \"name\": expected a string, found a list [wrong-type]"},
      {"id = \"kz-1\"\nname = 1.5",
       "3:8: error: \"name\": expected a string or a table of languages, found a number with a fraction "
       "[wrong-type]"},
      {"id = \"kz-1\"\nname = {}",
       "3:8: error: \"name\" is empty [empty-value]\n  hint: leave it out where nothing is known"},
      {"id = \"kz-1\"\nname = { ru = \"  \" }",
       "3:15: error: \"name\" is empty [empty-value]\n  hint: leave it out where nothing is known"},
      {"id = \"kz-1\"\nname = \"\"\"a\nb\"\"\"",
       "3:8: error: \"name\" has to stand on one line [many-lines]\n  hint: join its lines"},
      {"id = \"kz-1\"\nname = \"x\\u202Ey\"",
       "3:8: error: \"name\" holds <U+202E>, a character that cannot be seen [hidden-character]\n  hint: "
       "take it out: "
       "control characters and changes of direction can make a text look like another"},
      {"id = \"kz-1\"\nname = \"x\\u001b[31my\"",
       "3:8: error: \"name\" holds <U+001B>, a character that cannot be seen [hidden-character]\n  hint: "
       "take it out: "
       "control characters and changes of direction can make a text look like another"},
      {"id = \"kz-1\"\nname = \"" + std::string(10'000, 'x') + "\"",
       "3:8: error: \"name\" has 10000 characters; at most 500 are allowed [too-long]\n  hint: shorten it"},
      {"id = \"kz-1\"\nalso = \"Проба\"",
       "3:8: error: \"also\": expected a list, found a string [wrong-type]\n  hint: put it in square "
       "brackets"},
      {"id = \"kz-1\"\nalso = [\"Проба\", 1]",
       "3:18: error: \"also\": expected a string, found an integer [wrong-type]"},
      {"id = \"kz-1\"\nalso = [\"Проба\", \"\"]",
       "3:18: error: \"also\" holds an empty string [empty-value]\n  hint: take it out of the list"},
      {"id = \"kz-1\"\nborn = \"1988-13\"",
       "3:8: error: \"born\" is no date: there is no month 13 [bad-date]\n  hint: write \"2022\", "
       "\"2022-06\", "
       "\"2022-06-15\", \"2022-06~\" (about) or \"2022-02/2022-03\""},
      {"id = \"kz-1\"\nborn = \"June\\n1988\"",
       "3:8: error: \"born\" is no date: \"June<U+000A>1988\" is not a year, year-month or year-month-day "
       "[bad-date]\n"
       "  hint: write \"2022\", \"2022-06\", \"2022-06-15\", \"2022-06~\" (about) or \"2022-02/2022-03\""},
      {"id = \"kz-1\"\nborn = 1988",
       "3:8: error: \"born\": expected a date in quotation marks, found an integer [wrong-type]\n  hint: "
       "like \"2022\", "
       "\"2022-06\" or \"2022-06-15\""},
      {"id = \"kz-1\"\nborn = 1988-01-02T10:00:00",
       "3:8: error: \"born\": expected a date in quotation marks, found a date with a time of day "
       "[wrong-type]\n"
       "  hint: like \"2022\", \"2022-06\" or \"2022-06-15\""},
      {"id = \"kz-1\"\nidentity = \"hihg\"",
       "3:12: error: \"identity\" is \"hihg\"; there is no such code [unknown-code]\n  hint: did you mean "
       "\"high\"? "
       "allowed here: high, medium, low, not_verified"},
      {"id = \"kz-1\"\nlife = \"x\"",
       "3:1: error: unknown key \"life\" [unknown-key]\n  hint: allowed here: id, name, also, sex, born, "
       "groups, region, "
       "occupation, activity, tags, identity, identity_note, designation, event"},
      {"id = \"kz-1\"\n[event]\nid = \"e1\"",
       "3:1: error: \"event\": expected a list, found a table [wrong-type]\n  hint: write [[event]]"},
      {"id = \"kz-1\"\nevent = [\"e1\"]",
       "3:10: error: \"event\": expected a table, found a string [wrong-type]"},
      {"id = \"kz-1\"\n[[designation]]\nby = \"hrw\"",
       "3:1: error: the key \"sources\" is missing [missing-key]\n  hint: add sources = …"},
  }));
  INFO(row.head);
  CHECK(parse_person(row.head).findings == Lines{"content/people/a.md:" + row.finding});
}

TEST_CASE("every broken value of an event is said with place, what was found and what is allowed") {
  struct Row {
    std::string lines;  // from line 6
    std::string finding;
  };
  const auto row = GENERATE(values<Row>({
      {"", "3:1: error: the key \"sources\" is missing [missing-key]\n  hint: add sources = …"},
      {"sources = []", "6:11: error: \"sources\" is empty [empty-value]\n  hint: it needs a value here"},
      {"sources = \"a\"",
       "6:11: error: \"sources\": expected a list, found a string [wrong-type]\n  hint: put it in square "
       "brackets"},
      {"sources = [\"\"]",
       "6:12: error: \"sources\" holds an empty string [empty-value]\n  hint: take it out of the list"},
      {"sources = [7]",
       "6:12: error: \"id\": expected the id of a source or a table, found an integer [wrong-type]"},
      {"sources = [{ locator = \"p. 1\" }]",
       "6:12: error: the key \"id\" is missing [missing-key]\n  hint: add id = …"},
      {"sources = [{ id = \"a\", page = \"1\" }]",
       "6:24: error: unknown key \"page\" [unknown-key]\n  hint: allowed here: id, locator, quote, url, "
       "snapshot"},
      {"sources = [{ id = \"a\", snapshot = \"abc\" }]",
       "6:35: error: \"snapshot\" is \"abc\"; that is no SHA-256 [bad-digest]\n  hint: 64 digits from 0 to "
       "f, as "
       "`tracker sources` shows them"},
      {"sources = [{ id = \"a\", url = \"javascript:alert(1)\" }]",
       "6:30: error: \"url\" is \"javascript:alert(1)\"; it does not begin with https:// or http:// "
       "[bad-url]\n  hint: "
       "write the whole address, https://…"},
      {"sources = [\"a\"]\ntags = [\"b\"]",
       "7:1: error: unknown key \"tags\" [unknown-key]\n  hint: move it before the first [[event]]: it "
       "belongs to what "
       "holds that list"},
      {"sources = [\"a\"]\ndate = 2022-06",
       "7:15: error: this is not TOML: date: expected '-', saw '\\n' [toml-syntax]\n  hint: dates stand in "
       "quotation "
       "marks: \"2022-06\""},
      {"sources = [\"a\"]\ndays = \"15\"",
       "7:8: error: \"days\": expected an integer, found a string [wrong-type]"},
      {"sources = [\"a\"]\ndays = 15.0",
       "7:8: error: \"days\": expected an integer, found a number with a fraction [wrong-type]"},
      {"sources = [\"a\"]\ndays = -1",
       "7:8: error: \"days\" is -1 [out-of-range]\n  hint: it can be from 0 to 36600"},
      {"sources = [\"a\"]\ndays = 9223372036854775807",
       "7:8: error: \"days\" is 9223372036854775807 [out-of-range]\n  hint: it can be from 0 to 36600"},
      {"sources = [\"a\"]\n[event.sentence]\nmonths = 12",
       "7:1: error: the key \"kind\" is missing [missing-key]\n  hint: add kind = …"},
      {"sources = [\"a\"]\nsentence = { kind = \"imprisonmnt\" }",
       "7:21: error: \"kind\" is \"imprisonmnt\"; there is no such code [unknown-code]\n  hint: did you mean "
       "\"imprisonment\"? allowed here: imprisonment, restricted_freedom, suspended, fine, "
       "community_service, "
       "correctional_work, arrest, activity_ban"},
      {"sources = [\"a\"]\nfine = { amount = 5, currency = \"tenge\" }",
       "7:33: error: \"currency\" is \"tenge\"; that is no currency [bad-currency]\n  hint: three capitals "
       "of ISO 4217, "
       "like KZT"},
      {"sources = [\"a\"]\ncase = 1",
       "7:8: error: \"case\": expected a string, found an integer [wrong-type]"},
      {"sources = [\"a\"]\ntype = \"x\"",
       "7:8: error: this is not TOML: key-value pair: cannot redefine existing string 'type' [toml-syntax]"},
  }));
  INFO(row.lines);
  CHECK(parse_event(row.lines).findings == Lines{"content/people/a.md:" + row.finding});
}

TEST_CASE("a misspelt type of event is said with the nearest of all types") {
  const auto parsed =
      parse_person("id = \"kz-1\"\n[[event]]\nid = \"e1\"\ntype = \"chraged\"\nsources = [\"a\"]");
  CHECK(parsed.findings ==
        Lines{"content/people/a.md:5:8: error: \"type\" is \"chraged\"; there is no such code "
              "[unknown-code]\n  hint: did you mean \"charged\"?"});
}

TEST_CASE("columns are counted in characters, not bytes") {
  const auto parsed = parse_person("id = \"kz-1\"\nname = { ru = \"Проба Пробаев\", xx-y = \"Ә\" }");
  CHECK(parsed.findings == Lines{"content/people/a.md:3:32: error: \"xx-y\" in \"name\" is no language tag "
                                 "[bad-language]\n  hint: write en, ru, kk or kk-Latn"});
}

TEST_CASE("a file with several errors says all of them, in order, and keeps what could be read") {
  const auto parsed = parse_person(
      "id = \"kz-1\"\nsex = \"mail\"\nregion = \"almaty\"\nname = { en = \"Test Person One\", zz9 = \"x\" "
      "}\nborn = \"soon\"");
  REQUIRE(parsed.findings.size() == 3);
  CHECK(parsed.findings[0].starts_with("content/people/a.md:3:7: error: \"sex\""));
  CHECK(parsed.findings[1].starts_with("content/people/a.md:5:34: error: \"zz9\""));
  CHECK(parsed.findings[2].starts_with("content/people/a.md:6:8: error: \"born\""));
  REQUIRE(parsed.part.people.size() == 1);
  const auto& person = parsed.part.people[0];
  CHECK(person.region.id == "almaty");
  CHECK(person.name.by_language.at("en") == "Test Person One");
  CHECK_FALSE(person.sex);
  CHECK_FALSE(person.born);
}

TEST_CASE("an event is read with every field and the place of every reference") {
  const auto parsed = parse_event(R"(date = "2022-06~"
until = 2022-07-01
order = -2
case = "test-case"
defendants = ["kz-0001", "kz-0002"]
charges = ["kz-cc-2014:272.1"]
replaces = ["kz-cc-2014:274.4"]
place = "almaty"
court = "almaty-court"
days = 15
sentence = { kind = "imprisonment", months = 60, ban_months = 36, ban = { en = "public work" }, fine = { amount = 5, currency = "KZT" } }
act = "kz-amnesty-2022"
effect = "reduced"
text = "Plain text."
note = { en = """
Two
lines.
""", ru = "Строка" }
certainty = "medium"
original = "as printed"
corrected = "as is right"
sources = ["a", { id = "b", locator = "p. 12", quote = "«exact» words", url = "https://example.org/x", snapshot = "0000000000000000000000000000000000000000000000000000000000000000" }])");
  CHECK(parsed.findings == Lines{});
  REQUIRE(parsed.part.people.size() == 1);
  REQUIRE(parsed.part.people[0].events.size() == 1);
  const auto& event = parsed.part.people[0].events[0];
  CHECK(event.id == "e1");
  CHECK(event.at.line == 3);
  CHECK(event.at.column == 1);
  CHECK(event.type == model::EventType::Charged);
  CHECK(event.date->edtf() == "2022-06~");
  CHECK(event.until->edtf() == "2022-07-01");
  CHECK(event.order == -2);
  CHECK(event.case_id.id == "test-case");
  CHECK(event.case_id.at.line == 9);
  CHECK(event.case_id.at.column == 8);
  REQUIRE(event.defendants.size() == 2);
  CHECK(event.defendants[1].id == "kz-0002");
  CHECK(event.defendants[1].at.line == 10);
  CHECK(event.defendants[1].at.column == 26);
  CHECK(event.charges[0].id == "kz-cc-2014:272.1");
  CHECK(event.charges[0].at.line == 11);
  CHECK(event.replaces[0].id == "kz-cc-2014:274.4");
  CHECK(event.place.id == "almaty");
  CHECK(event.court.id == "almaty-court");
  CHECK(event.days == 15);
  REQUIRE(event.sentence);
  CHECK(event.sentence->kind == model::SentenceKind::Imprisonment);
  CHECK(event.sentence->months == 60);
  CHECK(event.sentence->ban_months == 36);
  CHECK(event.sentence->ban.by_language.at("en") == "public work");
  CHECK(event.sentence->fine->amount == 5);
  CHECK(event.act.id == "kz-amnesty-2022");
  CHECK(event.effect == model::AmnestyEffect::Reduced);
  CHECK(event.text.by_language.at("") == "Plain text.");
  CHECK(event.note.by_language.at("en") == "Two\nlines.");
  CHECK(event.note.by_language.at("ru") == "Строка");
  CHECK(event.certainty == model::Certainty::Medium);
  CHECK(event.original == "as printed");
  CHECK(event.corrected == "as is right");
  REQUIRE(event.sources.size() == 2);
  CHECK(event.sources[0].source.id == "a");
  CHECK(event.sources[0].source.at.line == 27);
  CHECK(event.sources[0].source.at.column == 12);
  CHECK(event.sources[1].source.id == "b");
  CHECK(event.sources[1].source.at.column == 24);
  CHECK(event.sources[1].locator == "p. 12");
  CHECK(event.sources[1].quote == "«exact» words");
  CHECK(event.sources[1].url == "https://example.org/x");
  CHECK(event.sources[1].snapshot == std::string(64, '0'));
}

TEST_CASE("nesting that would end the program is an error in one line") {
  const auto nested = [](std::string_view piece, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
  };
  const std::string finding =
      "error: tables stand in tables too deeply here [too-deep]\n  hint: no content file needs more than a "
      "few levels: "
      "look for a bracket or quotation mark left open";
  const auto said = [&](const std::string& text) {
    return parse_text("cases/a.toml", FileKind::Case, text).findings;
  };
  CHECK(said("a = " + nested("[", 10'000)) == Lines{"content/cases/a.toml:1:37: " + finding});
  CHECK(said("a = " + nested("[", 10'000) + nested("]", 10'000)) ==
        Lines{"content/cases/a.toml:1:37: " + finding});
  CHECK(said("a = " + nested("{a=", 10'000)) == Lines{"content/cases/a.toml:1:101: " + finding});
  CHECK(said("\n[" + nested("a.", 500'000) + "a]") == Lines{"content/cases/a.toml:2:33: " + finding});
  CHECK(said(nested("a.", 500'000) + "a = 1") == Lines{"content/cases/a.toml:1:32: " + finding});
  // As deep as the guard lets anything be: many keys in many brackets.
  const auto deepest = nested("a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a={", 32) + nested("}", 32);
  CHECK(said(deepest).size() > 0);
}
