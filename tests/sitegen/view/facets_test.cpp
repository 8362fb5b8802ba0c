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

TEST_CASE("nobody is missing from any facet, and nobody stands twice under one value") {
  const View view = tests::sample_view();
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
  for (const auto& table : facets_of(nobody, tracker::model::CaseIndex(nobody), {}))
    CHECK(table.values.empty());
}
