#include "tracker/load/content.h"

#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"
#include "tests/tracker/load/support.h"

using namespace tracker;
using load::FileKind;
using tests::parse_text;
using Lines = std::vector<std::string>;

namespace {

struct Source {
  std::string path;
  FileKind kind;
  std::string bytes;
};

struct Assembled {
  model::Record record;
  Lines findings;
};

Assembled assemble(const std::vector<Source>& files) {
  std::vector<model::Record> parts;
  for (const auto& file : files) {
    auto parsed = parse_text(file.path, file.kind, file.bytes);
    REQUIRE(parsed.findings == Lines{});
    parts.push_back(std::move(parsed.part));
  }
  base::Findings findings;
  Assembled assembled;
  assembled.record = load::assemble(std::move(parts), findings);
  base::sort_findings(findings);
  assembled.findings = tests::printed(findings);
  return assembled;
}

Source person(const std::string& path, const std::string& id, const std::string& life = "") {
  return {path, FileKind::Person, "+++\nid = \"" + id + "\"\n+++\n" + life};
}

Source person_text(const std::string& path, const std::string& id, const std::string& life) {
  return {path, FileKind::PersonText, "+++\nid = \"" + id + "\"\n+++\n" + life};
}

const Source kSite{"site.toml", FileKind::Site, R"(title = "Test list"
languages = ["en", "ru"]
default_language = "en"
publisher = "Test Publisher"
contact = "https://example.org/contact"
base_url = "https://example.org/"
tag_authority = "example.org,2023"
time_zone = "Asia/Almaty"
id_prefix = "kz"
)"};

}  // namespace

TEST_CASE("parts become one record, sorted by id") {
  const auto all = assemble(
      {person("people/c.md", "kz-10"), kSite, person("people/b.md", "kz-2"), person("people/a.md", "kz-1")});
  CHECK(all.findings == Lines{});
  REQUIRE(all.record.people.size() == 3);
  CHECK(all.record.people[0].id == "kz-1");
  CHECK(all.record.people[1].id == "kz-2");
  CHECK(all.record.people[2].id == "kz-10");
  CHECK(all.record.site.publisher == "Test Publisher");
  CHECK(model::find_person(all.record, "kz-10")->file == "content/people/c.md");
}

TEST_CASE("an id that two files claim is said at the second, with the place of the first") {
  const auto all =
      assemble({kSite, person("people/a.md", "kz-1", "First."), person("people/b.md", "kz-1", "Second.")});
  CHECK(all.findings ==
        Lines{"content/people/b.md:2:6: error: person id \"kz-1\" is taken by content/people/a.md:2 "
              "[duplicate-id]\n  hint: give it an id of its own; never one that was used before"});
  REQUIRE(all.record.people.size() == 1);
  CHECK(all.record.people[0].life.at("").body == "First.");
}

TEST_CASE("ids of one file are compared, too") {
  const std::string place = "[[place]]\nid = \"a\"\nkind = \"city\"\nname = \"A\"\n";
  const auto all = assemble({{"places/a.toml", FileKind::Place, place + place}});
  CHECK(all.findings ==
        Lines{"content/places/a.toml:5:1: error: place id \"a\" is taken by content/places/a.toml:1 "
              "[duplicate-id]\n  hint: give it an id of its own; never one that was used before"});
}

TEST_CASE("entities of different kinds may share an id") {
  const auto all =
      assemble({{"places/a.toml", FileKind::Place, "[[place]]\nid = \"a\"\nkind = \"city\"\nname = \"A\"\n"},
                person("people/a.md", "a")});
  CHECK(all.findings == Lines{});
}

TEST_CASE("texts in further languages come to their person, in whatever order the files are read") {
  const auto all =
      assemble({person_text("people/a.kk.md", "kz-1", "Мәтін."), person("people/a.md", "kz-1", "Text."),
                kSite, person_text("people/a.ru.md", "kz-1", "Текст.")});
  CHECK(all.findings == Lines{});
  REQUIRE(all.record.people.size() == 1);
  const auto& life = all.record.people[0].life;
  REQUIRE(life.size() == 3);
  CHECK(life.at("").body == "Text.");
  CHECK(life.at("ru").body == "Текст.");
  CHECK(life.at("kk").body == "Мәтін.");
  CHECK(life.at("kk").file == "content/people/a.kk.md");
}

TEST_CASE("a person whose main file has no text may have one in a further language") {
  const auto all =
      assemble({kSite, person("people/a.md", "kz-1"), person_text("people/a.ru.md", "kz-1", "Текст.")});
  CHECK(all.findings == Lines{});
  REQUIRE(all.record.people.size() == 1);
  CHECK(all.record.people[0].life.size() == 1);
  CHECK(all.record.people[0].file == "content/people/a.md");
}

TEST_CASE("a file in the default language gives the text that the main file does not have") {
  const auto all =
      assemble({kSite, person("people/a.md", "kz-1"), person_text("people/a.en.md", "kz-1", "Text.")});
  CHECK(all.findings == Lines{});
  CHECK(all.record.people[0].life.at("").body == "Text.");
}

TEST_CASE("two texts in one language are one too many") {
  CHECK(assemble({kSite, person("people/a.md", "kz-1"), person_text("people/a.ru.md", "kz-1", "a"),
                  person_text("people/b.ru.md", "kz-1", "b")})
            .findings ==
        Lines{"content/people/b.ru.md:2:6: error: the person \"kz-1\" has another text in \"ru\", in "
              "content/people/a.ru.md [duplicate-text]\n  hint: keep one of the two"});
  CHECK(assemble({kSite, person("people/a.md", "kz-1", "a"), person_text("people/a.en.md", "kz-1", "b")})
            .findings == Lines{"content/people/a.en.md:2:6: error: the person \"kz-1\" has another text in "
                               "\"en\", in content/people/a.md "
                               "[duplicate-text]\n  hint: keep one of the two"});
}

TEST_CASE("a text for nobody is said, with the nearest id") {
  CHECK(
      assemble({kSite, person("people/a.md", "kz-0001"), person_text("people/a.ru.md", "kz-0010", "a")})
          .findings ==
      Lines{
          "content/people/a.ru.md:2:6: error: a text for the person \"kz-0010\", but there is no such person "
          "[text-without-owner]\n  hint: did you mean \"kz-0001\"?"});
  CHECK(assemble({kSite, {"pages/x.ru.md", FileKind::PageText, "+++\nid = \"about\"\n+++\nx"}}).findings ==
        Lines{"content/pages/x.ru.md:2:6: error: a text for the page \"about\", but there is no such page "
              "[text-without-owner]\n  hint: its main file comes first"});
}

TEST_CASE("a page takes title and text of its further languages") {
  const Source page{"pages/about.md", FileKind::Page,
                    "+++\nid = \"about\"\ntitle = { en = \"About\", ru = \"О нас\" }\n+++\nx"};
  const auto all =
      assemble({kSite,
                page,
                {"pages/about.kk.md", FileKind::PageText, "+++\nid = \"about\"\ntitle = \"Біз\"\n+++\nә"}});
  CHECK(all.findings == Lines{});
  REQUIRE(all.record.pages.size() == 1);
  CHECK(all.record.pages[0].title.by_language.at("kk") == "Біз");
  CHECK(all.record.pages[0].text.at("kk").body == "ә");
  CHECK(
      assemble({kSite,
                page,
                {"pages/about.ru.md", FileKind::PageText, "+++\nid = \"about\"\ntitle = \"Другое\"\n+++\nx"}})
          .findings == Lines{"content/pages/about.ru.md:2:6: error: the page has another title in \"ru\", in "
                             "content/pages/about.md:2 [duplicate-title]\n  hint: keep one of the two"});
}

TEST_CASE("words of one language come together from several files") {
  const auto all =
      assemble({{"i18n/en.pages.toml", FileKind::Words, "language = \"en\"\ndraft = true\n[a]\nx = \"1\"\n"},
                {"i18n/en.toml", FileKind::Words, "language = \"en\"\nname = \"English\"\n[a]\ny = \"2\"\n"},
                {"i18n/ru.toml", FileKind::Words, "language = \"ru\"\nname = \"Русский\"\n"}});
  CHECK(all.findings == Lines{});
  REQUIRE(all.record.words.size() == 2);
  CHECK(all.record.words[0].name == "English");
  CHECK(all.record.words[0].draft);
  CHECK(all.record.words[0].words == decltype(all.record.words[0].words){{"a.x", "1"}, {"a.y", "2"}});
  CHECK_FALSE(all.record.words[1].draft);
}

TEST_CASE("a word stands once, a language has one name, and it has one") {
  const auto words = [](const std::string& path, const std::string& rest) {
    return Source{path, FileKind::Words, "language = \"en\"\n" + rest};
  };
  CHECK(assemble({words("i18n/a.toml", "name = \"English\"\n[s]\na = \"1\"\n"),
                  words("i18n/b.toml", "[s]\na = \"1\"\n")})
            .findings ==
        Lines{"content/i18n/b.toml: error: the word \"s.a\" of \"en\" stands in another file, too "
              "[duplicate-word]\n  hint: take it out of one: content/i18n/a.toml or content/i18n/b.toml"});
  CHECK(
      assemble({words("i18n/a.toml", "name = \"English\"\n"), words("i18n/b.toml", "name = \"Englisch\"\n")})
          .findings ==
      Lines{
          "content/i18n/b.toml:1:1: error: the language \"en\" is named \"Englisch\" here and \"English\" in "
          "content/i18n/a.toml [two-names]\n  hint: one name is enough"});
  CHECK(assemble({words("i18n/a.toml", "[s]\na = \"1\"\n")}).findings ==
        Lines{"content/i18n/a.toml:1:1: error: no file says the name of the language \"en\" [missing-key]\n"
              "  hint: add name = …, the language's name in itself"});
}

TEST_CASE("a list is described once") {
  auto second = kSite;
  second.path = "second.toml";
  CHECK(
      assemble({kSite, second}).findings ==
      Lines{"content/second.toml:1:1: error: the list is described in content/site.toml already [two-sites]\n"
            "  hint: there is one site.toml"});
}

TEST_CASE("a folder is loaded in one step, with all its findings in order") {
  const tests::TempDir folder;
  folder.write("site.toml", kSite.bytes);
  folder.write("people/b.md", person("", "kz-2").bytes);
  folder.write("people/a.md", person("", "kz-1", "Text.").bytes);
  folder.write("people/a.ru.md", person_text("", "kz-1", "Текст.").bytes);
  folder.write("versions/000001.json", "{}");
  const auto good = load::load_content(folder.path(), "content");
  CHECK(tests::printed(good.findings) == Lines{});
  CHECK(good.record.people.size() == 2);
  CHECK(good.record.people[0].life.size() == 2);

  folder.write("people/c.md", "+++\nid = \"kz-2\"\nsex = \"x\"\n+++\n");
  folder.write("people/d.txt", "x");
  const auto bad = load::load_content(folder.path(), "my/list");
  CHECK(tests::printed(bad.findings) ==
        Lines{"my/list/people/c.md:2:6: error: person id \"kz-2\" is taken by my/list/people/b.md:2 "
              "[duplicate-id]\n"
              "  hint: give it an id of its own; never one that was used before",
              "my/list/people/c.md:3:7: error: \"sex\" is \"x\"; there is no such code [unknown-code]\n"
              "  hint: allowed here: female, male",
              "my/list/people/d.txt: warning: nothing reads this file [unknown-file]\n"
              "  hint: files in \"people\" end in .md"});
}
