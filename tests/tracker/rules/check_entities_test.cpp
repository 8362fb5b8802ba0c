#include "tests/support/catch.h"
#include "tests/tracker/rules/story.h"

namespace tests {

using namespace tracker;
using Lines = std::vector<std::string>;

TEST_CASE("a birth date is a year unless a ruling allows more") {
  auto record = tell("2022-01-12 detained; 2022-01-13 released");
  auto& person = record.people.front();
  const Lines refused{
      "people/kz-1.md:2:1: error: the birth date of \"kz-1\" is more exact than a year [exact-birth-date]\n"
      "  hint: write the year, or add a ruling of kind exact_birth_date"};
  person.born = date("1988");
  CHECK(found(record) == Lines{});
  person.born = date("1987/1988");
  CHECK(found(record) == Lines{});
  for (const char* exact : {"1988-06-15", "1988-06", "1988-06/1988-09"}) {
    person.born = date(exact);
    CHECK(found(record) == refused);
  }
  record.rulings = {{.id = "r1", .kind = model::RulingKind::ExactBirthDate, .subject = "person/kz-1"}};
  CHECK(found(record) == Lines{});
  record.rulings.front().kind = model::RulingKind::Correction;
  CHECK(found(record) == refused);
}

TEST_CASE("a person of whom nothing is told is pointed at, and so is a defendant") {
  auto record = tell("");
  record.cases = {{.id = "c1", .defendants = {{"kz-1", {3, 15}}}, .file = "cases/c1.toml", .at = {1, 1}},
                  {.id = "c2", .file = "cases/c2.toml", .at = {1, 1}}};
  CHECK(found(record) ==
        Lines{"cases/c1.toml:3:15: warning: nothing is told of \"kz-1\" in case \"c1\" [no-events-in-case]",
              "cases/c2.toml:1:1: error: case \"c2\" has no defendants [no-defendants]",
              "people/kz-1.md:2:1: warning: nothing is told of \"kz-1\" [no-events]\n"
              "  hint: add an event with its source, here or in the file of a case"});
}

TEST_CASE("a defendant is told of by an event of the person or of all") {
  auto record = tell("2022-01 charged case=c1 charges=272.1");
  add_person(record, "kz-2", "2022-01 charged in=c1 charges=272.1 of=kz-2");
  CHECK(found(record) == Lines{});
  record.people.front().events.front().case_id = {};
  record.people.front().events.front().type = model::EventType::Confirmed;
  CHECK(found(record) ==
        Lines{"cases/c1.toml:3:14: warning: nothing is told of \"kz-1\" in case \"c1\" [no-events-in-case]"});
}

TEST_CASE("a source that is followed says where and how often, and one that is cited can be looked up") {
  auto record = tell("2022-01-12 detained; 2022-01-13 released");
  record.sources.push_back(
      {.id = "s4", .kind = model::SourceKind::Feed, .file = "sources/s4.toml", .at = {1, 1}});
  record.sources.push_back({.id = "s5", .file = "sources/s5.toml", .at = {1, 1}});
  record.sources.push_back(
      {.id = "s6", .url = "javascript:alert(1)", .file = "sources/s6.toml", .at = {1, 1}});
  record.sources.push_back(
      {.id = "s7", .kind = model::SourceKind::Import, .file = "sources/s7.toml", .at = {1, 1}});
  CHECK(
      found(record) ==
      Lines{"sources/s4.toml:1:1: error: source \"s4\" of kind feed has no `rhythm` [source-without-rhythm]\n"
            "  hint: say how often to look: hourly, daily, weekly, monthly or yearly; or make it `cited`",
            "sources/s4.toml:1:1: error: source \"s4\" of kind feed has no `url` to follow "
            "[source-without-url]",
            "sources/s5.toml:1:1: warning: source \"s5\" has neither `url` nor `note`: nobody can look it up "
            "[source-without-url]",
            "sources/s6.toml:1:1: error: \"javascript:alert(1)\" is no address of the web [bad-url]\n"
            "  hint: it begins with https:// or http://"});
}

TEST_CASE("the default language is one of the site's") {
  auto record = tell("2022-01-12 detained; 2022-01-13 released");
  record.site.default_language = "ru";
  record.site.at = {1, 1};
  CHECK(
      found(record) ==
      Lines{"site.toml:1:1: error: the default language \"ru\" is not among `languages` [default-language]"});
}

TEST_CASE("rulings speak of what is there, or of what was taken away") {
  auto record = tell("2022-01-12 detained; 2022-01-13 released");
  const auto with = [&](model::RulingKind kind, const char* subject, const char* other = "") {
    record.rulings = {{.id = "r1",
                       .kind = kind,
                       .subject = subject,
                       .other = other,
                       .file = "rulings/r.toml",
                       .at = {4, 1}}};
    return found(record);
  };
  using enum model::RulingKind;
  CHECK(with(Correction, "person/kz-1") == Lines{});
  CHECK(with(Withheld, "person/kz-99") == Lines{});
  CHECK(with(SamePerson, "person/kz-1", "person/kz-99") == Lines{});
  CHECK(with(RejectedProposal, "proposal/0123456789ab") == Lines{});  // digests name what is in no file
  CHECK(with(NotSamePerson, "person/kz-1", "namesake/0123456789abcdef") == Lines{});
  CHECK(with(RejectedProposal, "proposal/Not a digest").size() == 1);
  CHECK(with(Correction, "proposal/0123456789ab").size() == 1);
  CHECK(with(Correction, "person/kz-11") ==
        Lines{"rulings/r.toml:4:1: error: ruling \"r1\": there is no person \"kz-11\" [unknown-reference]\n"
              "  hint: did you mean \"kz-1\"?"});
  CHECK(with(NotSamePerson, "person/kz-1") == Lines{"rulings/r.toml:4:1: error: ruling \"r1\" on identity "
                                                    "names only one person [ruling-without-other]\n"
                                                    "  hint: name the second in `other`"});
  CHECK(with(NotSamePerson, "person/kz-1", "person/kz-9") ==
        Lines{"rulings/r.toml:4:1: error: ruling \"r1\": there is no person \"kz-9\" [unknown-reference]\n"
              "  hint: did you mean \"kz-1\"?"});
  CHECK(with(Correction, "kz-1") ==
        Lines{"rulings/r.toml:4:1: error: ruling \"r1\" is about \"kz-1\", which is no subject of a ruling "
              "[bad-subject]\n"
              "  hint: write kind/id; kinds: person, case, source, law, place, designation"});
}

}  // namespace tests
