#include "tracker/load/content.h"

#include "tests/support/catch.h"
#include "tests/tracker/load/support.h"

using tests::parse_text;
using tracker::load::FileKind;
using Lines = std::vector<std::string>;

namespace {
tests::Parsed parse_words(std::string_view text) {
  return parse_text("i18n/en.toml", FileKind::Words, text);
}
}  // namespace

TEST_CASE("tables of words become dotted keys") {
  const auto parsed = parse_words(R"(language = "kk"
name = "Қазақша"
draft = true

[status]
imprisoned = "түрмеде"
pretrial_detention = "қамауда"

[page.home]
title = "Тізім"
"sub-title" = ", "
group.democratic-party = ""
)");
  CHECK(parsed.findings == Lines{});
  REQUIRE(parsed.part.words.size() == 1);
  const auto& words = parsed.part.words[0];
  CHECK(words.language == "kk");
  CHECK(words.name == "Қазақша");
  CHECK(words.draft);
  CHECK(words.file == "content/i18n/en.toml");
  CHECK(words.words == decltype(words.words){{"status.imprisoned", "түрмеде"},
                                             {"status.pretrial_detention", "қамауда"},
                                             {"page.home.title", "Тізім"},
                                             {"page.home.sub-title", ", "},
                                             {"page.home.group.democratic-party", ""}});
}

TEST_CASE("a further file of a language needs no name") {
  const auto parsed = parse_words("language = \"en\"\n[a]\nb = \"c\"\n");
  CHECK(parsed.findings == Lines{});
  REQUIRE(parsed.part.words.size() == 1);
  CHECK_FALSE(parsed.part.words[0].draft);
}

TEST_CASE("what is wrong with a file of words is said with its place") {
  CHECK(parse_words("name = \"English\"\n").findings ==
        Lines{"content/i18n/en.toml:1:1: error: the key \"language\" is missing [missing-key]\n"
              "  hint: add language = …"});
  CHECK(parse_words("language = \"en\"\ndraf = true\n").findings ==
        Lines{"content/i18n/en.toml:2:1: error: unknown key \"draf\" [unknown-key]\n"
              "  hint: did you mean \"draft\"? allowed here: language, name, draft"});
  CHECK(parse_words("language = \"en\"\n[status]\nfree = 1\n").findings ==
        Lines{"content/i18n/en.toml:3:8: error: \"status.free\": expected a string, found an integer "
              "[wrong-type]\n"
              "  hint: words stand in quotation marks"});
  CHECK(parse_words("language = \"en\"\n[status]\n\"a.b\" = \"x\"\n").findings ==
        Lines{"content/i18n/en.toml:3:1: error: \"a.b\" is no key of a word [bad-key]\n"
              "  hint: Latin letters, digits, _ and -"});
  CHECK(parse_words("language = \"en\"\n[status]\na = \"x\\u202Ey\"\n").findings ==
        Lines{"content/i18n/en.toml:3:5: error: \"status.a\" holds <U+202E>, a character that cannot be seen "
              "[hidden-character]\n  hint: take it out"});
  CHECK(parse_words("language = \"en\"\n[status]\na = \"" + std::string(70'000, 'x') + "\"\n").findings ==
        Lines{"content/i18n/en.toml:3:5: error: \"status.a\" has 70000 bytes; at most 65536 are allowed "
              "[too-long]\n"
              "  hint: shorten it"});
}

TEST_CASE("words without a language belong to nothing and are left out") {
  CHECK(parse_words("[a]\nb = \"c\"\n").part.words.empty());
  CHECK(parse_words("language = \"English\"\n[a]\nb = \"c\"\n").part.words.empty());
}
