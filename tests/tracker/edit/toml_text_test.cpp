#include "tracker/edit/toml_text.h"

#include "tests/support/catch.h"

using namespace tracker;

TEST_CASE("an event is written with its keys in the order in which people write them") {
  model::Event event;
  event.id = "c3";
  event.type = model::EventType::Sentenced;
  event.date = base::PartialDate::parse("2022-07-15");
  event.defendants = {{"xx-0001", {}}, {"xx-0002", {}}};
  event.charges = {{"xx-cc:272.2", {}}};
  event.place.id = "town";
  event.sentence = model::Sentence{.kind = model::SentenceKind::Imprisonment, .months = 36, .ban_months = 12};
  event.sources = {{.source = {"report", {}}, .quote = "He said \"no\".\nThen \\ left.", .snapshot = "ab12"}};
  CHECK(edit::event_toml(event) ==
        "[[event]]\nid = \"c3\"\ntype = \"sentenced\"\ndate = \"2022-07-15\"\ndefendants = [\"xx-0001\", \"xx-0002\"]\n"
        "charges = [\"xx-cc:272.2\"]\nplace = \"town\"\n"
        "sentence = { kind = \"imprisonment\", months = 36, ban_months = 12 }\n"
        "sources = [{ id = \"report\", quote = \"He said \\\"no\\\".\\nThen \\\\ left.\", snapshot = \"ab12\" }]\n");
}

TEST_CASE("several sources stand in lines of their own, so that a diff shows one") {
  model::Event event;
  event.id = "e1";
  event.type = model::EventType::Released;
  event.sources = {{.source = {"a", {}}}, {.source = {"b", {}}, .url = "https://b.example/1"}};
  CHECK(edit::event_toml(event) ==
        "[[event]]\nid = \"e1\"\ntype = \"released\"\nsources = [\n  { id = \"a\" },\n"
        "  { id = \"b\", url = \"https://b.example/1\" },\n]\n");
}

TEST_CASE("control characters of hostile text are escaped in a string") {
  CHECK(edit::toml_string(std::string("a\x1b[31m\x7f\0b", 9)) == "\"a\\u001B[31m\\u007F\\u0000b\"");
}

TEST_CASE("a new person, a new case and a ruling are whole files") {
  model::Person person;
  person.id = "xx-0007";
  person.name.by_language["ru"] = "Проба Примерова";
  CHECK(edit::person_file(person) == "+++\nid = \"xx-0007\"\nname = { ru = \"Проба Примерова\" }\n+++\n");
  model::Case of_case;
  of_case.id = "xx-case-0001";
  of_case.title.by_language["en"] = "Article 272.1 (2022)";
  of_case.defendants = {{"xx-0007", {}}};
  CHECK(edit::case_file(of_case) ==
        "id = \"xx-case-0001\"\ntitle = { en = \"Article 272.1 (2022)\" }\nkind = \"criminal\"\ndefendants = [\"xx-0007\"]\n");
  model::Ruling ruling;
  ruling.id = "rejected-0123456789ab";
  ruling.kind = model::RulingKind::RejectedProposal;
  ruling.subject = "proposal/0123456789ab";
  ruling.date = base::PartialDate::parse("2024-02-01");
  ruling.by = "maintainer";
  ruling.reason.by_language[""] = "A namesake";
  CHECK(edit::ruling_file(ruling) ==
        "[[ruling]]\nid = \"rejected-0123456789ab\"\nkind = \"rejected_proposal\"\nsubject = \"proposal/0123456789ab\"\n"
        "date = \"2024-02-01\"\nby = \"maintainer\"\nreason = \"A namesake\"\n");
}
