// The real record against what the briefing paper of March 2023 says of each person in mid-February 2023, and against the
// later outcomes that are known with high certainty. A change of rules or content that moves one of these is a mistake.
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "tests/support/catch.h"
#include "tracker/base/date.h"
#include "tracker/load/content.h"
#include "tracker/rules/check.h"
#include "tracker/rules/status.h"

using namespace tracker;
using model::Deprived;
using model::Display;
using model::Liberty;
using model::Stage;

namespace {

struct Expected {
  const char* id;
  const char* name;  // in English; "" where it is not known
  Display display;
  Liberty liberty;
  Stage stage;
  Deprived deprived;
  const char* since;
};

constexpr Expected kMidFebruary2023[] = {
    {"kz-0001", "Zhanbolat Mamai", Display::HouseArrest, Liberty::HouseArrest, Stage::InCourt, Deprived::Yes, "2022-11-02"},
    {"kz-0002", "Lyazzat Dosmambetova", Display::Deferred, Liberty::Deferred, Stage::InForce, Deprived::No, "2022-09"},
    {"kz-0003", "Zhanmurat Ashtaev", Display::Imprisoned, Liberty::Imprisoned, Stage::InForce, Deprived::Yes, "2022-07-15"},
    {"kz-0004", "Kairat Sultanbek", Display::Amnestied, Liberty::Released, Stage::InForce, Deprived::No, "2022-11"},
    {"kz-0005", "Raigul Sadyrbayeva", Display::CaseClosed, Liberty::Released, Stage::Closed, Deprived::No, "2022-12-02"},
    {"kz-0006", "Kenzhebek Sultanbekov", Display::TravelRestriction, Liberty::TravelRestriction, Stage::Investigation,
     Deprived::No, "2022-12"},
    {"kz-0007", "Erkin Kaziev", Display::PretrialDetention, Liberty::PretrialDetention, Stage::InForce, Deprived::Yes,
     "2022-10"},
    {"kz-0008", "Aydar Mubarakov", Display::AtLibertyCharged, Liberty::AtLibertyCharged, Stage::Investigation, Deprived::No,
     "2022-12~"},
    {"kz-0009", "Aya Sadvakasova", Display::RestrictedFreedom, Liberty::RestrictedFreedom, Stage::VerdictNotInForce,
     Deprived::No, "2022-08-12"},
    {"kz-0010", "Dias Nurmagambetov", Display::Parole, Liberty::Parole, Stage::InForce, Deprived::No, "2022-10"},
    {"kz-0011", "Murat Sapiev", Display::RestrictedFreedom, Liberty::RestrictedFreedom, Stage::InForce, Deprived::No,
     "2022-03-24"},
    {"kz-0012", "Murat Baidauletov", Display::RestrictedFreedom, Liberty::RestrictedFreedom, Stage::InForce, Deprived::No,
     "2023-01-24"},
    {"kz-0013", "Akylzhan Kiysymbaev", Display::PretrialDetention, Liberty::PretrialDetention, Stage::Investigation,
     Deprived::Yes, "2022-11~"},
    {"kz-0014", "", Display::PretrialDetention, Liberty::PretrialDetention, Stage::Investigation, Deprived::Yes, "2022-11~"},
    {"kz-0015", "", Display::PretrialDetention, Liberty::PretrialDetention, Stage::Investigation, Deprived::Yes, "2022-11~"},
    {"kz-0016", "", Display::PretrialDetention, Liberty::PretrialDetention, Stage::Investigation, Deprived::Yes, "2022-11~"},
    {"kz-0017", "", Display::PretrialDetention, Liberty::PretrialDetention, Stage::Investigation, Deprived::Yes, "2022-11~"},
    {"kz-0018", "", Display::PretrialDetention, Liberty::PretrialDetention, Stage::Investigation, Deprived::Yes, "2022-11~"},
    {"kz-0019", "", Display::PretrialDetention, Liberty::PretrialDetention, Stage::Investigation, Deprived::Yes, "2022-11~"},
    {"kz-0020", "Ermek Narymbaev", Display::Imprisoned, Liberty::Imprisoned, Stage::InForce, Deprived::Yes, "2022-02"},
    {"kz-0021", "Erzhan Elshibaev", Display::Imprisoned, Liberty::Imprisoned, Stage::InForce, Deprived::Yes, "2019-10"},
    // Fifteen days from 14 November 2022 ended by themselves on the 29th.
    {"kz-0022", "Marat Zhylanbayev", Display::Released, Liberty::Released, Stage::None, Deprived::No, "2022-11-29"},
    {"kz-0023", "Venera Zhanbayeva", Display::Released, Liberty::Released, Stage::None, Deprived::No, "2022-11-29"},
    {"kz-0024", "Sandugash Kantarbayeva", Display::Released, Liberty::Released, Stage::None, Deprived::No, "2022-11-29"},
    {"kz-0025", "Mereke Nugmanov", Display::Released, Liberty::Released, Stage::None, Deprived::No, "2022-11-29"},
    {"kz-0026", "Marat Musabayev", Display::Released, Liberty::Released, Stage::None, Deprived::No, "2022-11-29"},
    {"kz-0027", "Semigul Oshakbayeva", Display::Fined, Liberty::Released, Stage::None, Deprived::No, "2022-11-14/2023-02"},
    // Fined in October 2022, then held for some hours on 5 January 2023 and let go.
    {"kz-0028", "Aruzhan Duysebayeva", Display::Released, Liberty::Released, Stage::None, Deprived::No, "2023-01-05"},
    {"kz-0029", "Gulnar Mirmambetova", Display::Released, Liberty::Released, Stage::None, Deprived::No, "2023-01-05"},
    {"kz-0030", "Sharbat Apai", Display::Fined, Liberty::Released, Stage::None, Deprived::No, "2022-10-06/2023-02"},
    {"kz-0031", "Anar Mukhamedzhanova", Display::Fined, Liberty::Released, Stage::None, Deprived::No, "2022-10-06/2023-02"},
    {"kz-0032", "Azerbay Aga", Display::Fined, Liberty::Released, Stage::None, Deprived::No, "2022-10-06/2023-02"},
    {"kz-0033", "Abzal Dostiyarov", Display::Released, Liberty::Released, Stage::None, Deprived::No, "2023-01-05"},
    {"kz-0034", "Artur Alkhastov", Display::Released, Liberty::Released, Stage::None, Deprived::No, "2023-02"},
};

const load::Loaded& content() {
  static const load::Loaded loaded = load::load_content(std::filesystem::path(TIZIM_SOURCE_DIR) / "content", "content");
  return loaded;
}

base::Day day(const char* text) { return base::PartialDate::parse(text)->earliest(); }

model::Status status_on(const char* id, const char* date) {
  const auto* person = model::find_person(content().record, id);
  REQUIRE(person);
  return rules::status_of(content().record, *person, day(date));
}

}  // namespace

TEST_CASE("the real record is read without an error") {
  for (const auto& finding : content().findings) FAIL_CHECK(base::to_string(finding));
  for (const auto& finding : rules::check(content().record, day("2026-11-24")))
    if (finding.severity != base::Severity::Note) FAIL_CHECK(base::to_string(finding));
}

TEST_CASE("everyone has the state of mid-February 2023 that the briefing paper tells") {
  REQUIRE(content().record.people.size() == std::size(kMidFebruary2023));
  for (const auto& expected : kMidFebruary2023) {
    INFO(expected.id << ' ' << expected.name);
    const auto* person = model::find_person(content().record, expected.id);
    REQUIRE(person);
    CHECK(person->name.in("en", "en") == expected.name);
    const auto status = status_on(expected.id, "2023-02-15");
    CHECK(model::code_of(status.display) == model::code_of(expected.display));
    CHECK(model::code_of(status.liberty) == model::code_of(expected.liberty));
    CHECK(model::code_of(status.stage) == model::code_of(expected.stage));
    CHECK(status.deprived == expected.deprived);
    REQUIRE(status.since);
    CHECK(status.since->edtf() == expected.since);
  }
}

TEST_CASE("the three of Shymkent took three ways under the amnesty") {
  const auto decision = [](const char* id) {
    const auto status = status_on(id, "2023-02-15");
    REQUIRE(status.amnesties.size() == 1);
    CHECK(status.amnesties[0].act == "kz-amnesty-2022");
    return status.amnesties[0].decision;
  };
  CHECK(decision("kz-0002") == model::Decision::Refused);
  CHECK(decision("kz-0003") == model::Decision::Refused);
  CHECK(decision("kz-0004") == model::Decision::Granted);
}

TEST_CASE("later outcomes that are known with high certainty are told") {
  CHECK(status_on("kz-0001", "2023-04-10").display == Display::Suspended);
  CHECK(status_on("kz-0022", "2023-05-10").display == Display::AdminArrest);
  CHECK(status_on("kz-0022", "2023-06-01").display == Display::PretrialDetention);
  const auto zhylanbayev = status_on("kz-0022", "2024-02-01");
  CHECK(zhylanbayev.display == Display::Imprisoned);
  CHECK(zhylanbayev.stage == Stage::InForce);
  CHECK(status_on("kz-0008", "2026-11-24").display == Display::AtLibertyCharged);  // a namesake's sentence is not counted
}

TEST_CASE("whoever the paper names without being the subject of a case is not on the list") {
  std::set<std::string> names;
  for (const auto& person : content().record.people)
    for (const auto& [language, name] : person.name.by_language) names.insert(name);
  for (const char* name : {"Aikorkem Meldekhan", "Mark Zlunyaev", "Timur Radchenko", "Inga Imanbai", "Mukhtar Ablyazov",
                           "Ernazar Krykbaev", "Gulzhan Yergalieva", "Dinara Yegeubayeva"})
    CHECK_FALSE(names.contains(name));
}

TEST_CASE("nothing of a person is said without a source, and no full date of birth stands anywhere") {
  for (const auto& person : content().record.people) {
    INFO(person.id);
    for (const auto& event : person.events) CHECK_FALSE(event.sources.empty());
    if (person.born) CHECK(person.born->precision() == base::Precision::Year);
  }
  for (const auto& of_case : content().record.cases)
    for (const auto& event : of_case.events) CHECK_FALSE(event.sources.empty());
}
