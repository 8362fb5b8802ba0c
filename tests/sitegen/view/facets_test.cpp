#include "sitegen/view/facets.h"

#include <set>

#include "sitegen/view/view.h"
#include "tests/support/catch.h"
#include "tests/support/sample_record.h"

using namespace sitegen::view;

namespace {

std::vector<std::string> people(const View& view, Facet facet, const std::string& code) {
  std::vector<std::string> ids;
  for (const auto& table : view.index.facets)
    for (const auto& value : table.values)
      if (table.facet == facet && value.code == code)
        for (const auto* person : value.people) ids.push_back(person->id);
  return ids;
}

using Ids = std::vector<std::string>;

View of(const tracker::model::Record& record) {
  return make_view(record, tests::versions_of({record}), {});
}

}  // namespace

TEST_CASE("everybody stands under the values they have") {
  const View view = tests::sample_view();
  CHECK(people(view, Facet::Status, "wanted") == Ids{"xx-0008"});
  CHECK(people(view, Facet::Article, "xx-cc:12") == Ids{"xx-0001", "xx-0002", "xx-0003", "xx-0006"});
  CHECK(people(view, Facet::Region, "north").size() == 8);
  CHECK(people(view, Facet::Designation, "monitor-list") == Ids{"xx-0001"});
  CHECK(people(view, Facet::Designation, "").size() == 7);
  CHECK(people(view, Facet::Sex, "male") == Ids{"xx-0001"});
  CHECK(people(view, Facet::Year, "2019") == Ids{"xx-0002"});
  CHECK(people(view, Facet::Amnesty, "granted") == Ids{"xx-0003"});
}

TEST_CASE("everybody stands under the best that an act says of their charges, and under outside only where all acts do") {
  const View view = of(tests::sample_record_with_acts());
  CHECK(people(view, Facet::Assessment, "freed") == Ids{"xx-0001", "xx-0003", "xx-0006"});
  CHECK(people(view, Facet::Assessment, "reduced") == Ids{"xx-0002"});
  CHECK(people(view, Facet::Assessment, "outside") == Ids{});
  CHECK(people(view, Facet::Assessment, "") == Ids{"xx-0004", "xx-0005", "xx-0007", "xx-0008"});
  auto record = tests::sample_record_with_acts();
  std::erase_if(record.laws, [](const auto& law) { return law.id == "xx-amnesty"; });
  CHECK(people(of(record), Facet::Assessment, "outside") == Ids{"xx-0001", "xx-0002", "xx-0003", "xx-0006"});
}

TEST_CASE("a charge that was dropped is no matter of an act any more, unless there was a sentence for it") {
  auto record = tests::sample_record_with_acts();
  auto& dropped = record.cases.front().events.emplace_back();
  dropped.id = "e9";
  dropped.type = tracker::model::EventType::ChargesDropped;
  dropped.date = tracker::base::PartialDate::parse("2024-01-10");
  dropped.charges = {{"xx-cc:14.4", {}}, {"xx-cc:20", {}}};
  dropped.defendants = {{"xx-0006", {}}};
  const View view = of(record);
  CHECK(people(view, Facet::Assessment, "freed") == Ids{"xx-0001", "xx-0003"});
  CHECK(people(view, Facet::Assessment, "") == Ids{"xx-0004", "xx-0005", "xx-0006", "xx-0007", "xx-0008"});
}

TEST_CASE("where an act can be read in two ways a person stands under what each of them says") {
  auto record = tests::sample_record_with_acts();
  for (auto& law : record.laws) {
    if (law.id == "xx-cc") {
      law.classes.emplace_back().id = "speech";
      for (auto& article : law.articles)
        if (article.number == "14") article.parts.front().classes = {"speech"};
    }
    if (law.id != "xx-amnesty") continue;
    tracker::model::Exclusion exclusion;
    exclusion.id = "speech";
    exclusion.classes = {"speech"};
    law.exclusions = {exclusion};
    law.readings.resize(2);
    law.readings[0].id = "offence";
    law.readings[1].id = "person";
    law.readings[1].widens = {"speech"};
  }
  const View view = of(record);
  CHECK(people(view, Facet::Assessment, "freed") == Ids{"xx-0001", "xx-0003", "xx-0006"});
  // The second reading leaves out everybody who was convicted under article 14, and leaves open who is charged under it.
  CHECK(people(view, Facet::Assessment, "excluded") == Ids{"xx-0003"});
  CHECK(people(view, Facet::Assessment, "unknown") == Ids{"xx-0001", "xx-0006"});
}

TEST_CASE("without an act to assess by there is no facet of assessments") {
  const View view = tests::sample_view();
  CHECK(view.index.facets.size() == all_facets().size() - 1);
  for (const auto& table : view.index.facets) CHECK(table.facet != Facet::Assessment);
}

TEST_CASE("nobody is missing from any facet, and nobody stands twice under one value") {
  const View view = of(tests::sample_record_with_acts());
  REQUIRE(view.index.facets.size() == all_facets().size());
  for (const auto& table : view.index.facets) {
    std::set<const tracker::model::Person*> all;
    for (const auto& value : table.values) {
      const std::set<const tracker::model::Person*> once(value.people.begin(), value.people.end());
      CHECK(once.size() == value.people.size());
      all.insert(once.begin(), once.end());
    }
    CHECK(all.size() == view.record.people.size());
  }
}

TEST_CASE("a record without people has facets without values") {
  const tracker::model::Record nobody;
  for (const auto& table : facets_of(nobody, tracker::model::CaseIndex(nobody), {}, tracker::rules::LawBook(nobody), {}))
    CHECK(table.values.empty());
}
