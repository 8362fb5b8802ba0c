#include "sitegen/view/facets.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include "tracker/base/ranges.h"
#include "tracker/base/text.h"
#include "tracker/model/article.h"
#include "tracker/rules/assess.h"

namespace sitegen::view {
namespace {

using tracker::model::CaseIndex;
using tracker::model::code_of;
using tracker::model::Outcome;
using tracker::model::Person;
using tracker::model::Record;
using tracker::model::Status;
using tracker::rules::LawBook;
using Codes = std::set<std::string>;

struct Row {
  Facet facet;
  std::string_view code;
  std::string_view folder;
  bool has_one_value;
};

constexpr std::array<Row, 10> kFacets = {{{Facet::Status, "status", "status", true},
                                          {Facet::Stage, "stage", "stage", true},
                                          {Facet::Article, "article", "charged", false},
                                          {Facet::Region, "region", "regions", true},
                                          {Facet::Group, "group", "groups", false},
                                          {Facet::Designation, "designation", "designations", false},
                                          {Facet::Sex, "sex", "sex", true},
                                          {Facet::Year, "year", "years", true},
                                          {Facet::Assessment, "assessment", "assessment", false},
                                          {Facet::Amnesty, "amnesty", "amnesty", false}}};

const Row& row_of(Facet facet) {
  return *std::find_if(kFacets.begin(), kFacets.end(), [&](const Row& row) { return row.facet == facet; });
}

Codes articles_of(const Status& status) {
  Codes codes;
  for (const auto& of_case : status.cases)
    for (const auto& charge : of_case.charges)
      if (const auto parsed = tracker::model::parse_article_ref(charge.article))
        codes.insert(parsed->law + ":" + parsed->article);
  return codes;
}

/// How much an outcome helps: the least number helps most. What cannot be determined may still help.
int rank_of(Outcome outcome) {
  const int rank = 2 * static_cast<int>(outcome);
  return outcome == Outcome::Unknown ? 2 * static_cast<int>(Outcome::Reduced) + 1 : rank;
}

/// The best that the act says of any charge that stands or led to a conviction, one a reading; empty where it speaks of
/// another code than the charges. What was dropped is no term that could be reduced.
std::vector<Outcome> outcomes_of(const tracker::rules::PersonLaw& law, const tracker::rules::Act& act) {
  std::vector<Outcome> best;
  for (const auto& one : law.assessments) {
    if (one.act != &act || one.charge->code != act.code) continue;
    if (!one.charge->live && !one.charge->convicted) continue;
    std::vector<Outcome> says;
    for (const auto& reading : one.readings) says.push_back(reading.verdict.outcome);
    if (says.empty()) says.push_back(one.verdict.outcome);
    if (best.empty()) best = says;
    for (std::size_t i = 0; i < best.size(); ++i)
      if (rank_of(says[i]) < rank_of(best[i])) best[i] = says[i];
  }
  return best;
}

Codes assessments_of(const Record& record, const CaseIndex& cases, const Person& person, const LawBook& laws,
                     tracker::base::Day as_of) {
  const auto law = tracker::rules::law_of(record, cases, person, laws, as_of);
  Codes codes;
  for (const auto& act : laws.acts())
    for (const auto outcome : outcomes_of(law, act)) codes.insert(std::string(code_of(outcome)));
  // An act of another time is outside for everybody: it says something only where no other does.
  if (codes.size() > 1) codes.erase(std::string(code_of(Outcome::Outside)));
  return codes;
}

/// The year of the first dated thing that happened to the person.
std::string first_year(const Record& record, const CaseIndex& cases, const Person& person) {
  for (const auto& happened : tracker::model::events_of(record, cases, person))
    if (happened.event->date) {
      const auto day = happened.event->date->earliest();
      const auto year = static_cast<int>(std::chrono::year_month_day(day).year());
      if (year > 1) return std::to_string(year);  // an open beginning has no year
    }
  return {};
}

Codes codes_of(const Record& record, const CaseIndex& cases, const Person& person, const Status& status,
               const LawBook& laws, tracker::base::Day as_of, Facet facet) {
  switch (facet) {
    case Facet::Status:
      return {std::string(code_of(status.display))};
    case Facet::Stage:
      return {std::string(code_of(status.stage))};
    case Facet::Article:
      return articles_of(status);
    case Facet::Region:
      return {person.region.id};
    case Facet::Group:
      return {person.tags.begin(), person.tags.end()};
    case Facet::Designation: {
      Codes codes;
      for (const auto& recognition : person.designations) codes.insert(recognition.by.id);
      return codes;
    }
    case Facet::Sex:
      return {person.sex ? std::string(code_of(*person.sex)) : std::string()};
    case Facet::Year:
      return {first_year(record, cases, person)};
    case Facet::Assessment:
      return assessments_of(record, cases, person, laws, as_of);
    case Facet::Amnesty:
      return decisions_of(status);
  }
  return {};
}

/// Natural order; the empty code comes last.
bool comes_first(const FacetValue& a, const FacetValue& b) {
  if (a.code.empty() != b.code.empty()) return b.code.empty();
  return tracker::base::natural_less(a.code, b.code);
}

/// `codes_at` gives the codes of whoever stands at a place.
template <class CodesAt>
FacetTable table_of(Facet facet, const std::vector<Person>& people, const CodesAt& codes_at) {
  FacetTable table{facet, {}};
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < people.size(); ++i) {
    Codes codes = codes_at(i);
    if (codes.empty()) codes.insert(std::string());
    for (const auto& code : codes) {
      const auto [place, is_new] = places.try_emplace(code, table.values.size());
      if (is_new) table.values.push_back({code, {}});
      table.values[place->second].people.push_back(&people[i]);
    }
  }
  std::sort(table.values.begin(), table.values.end(), comes_first);
  return table;
}

}  // namespace

const std::vector<Facet>& all_facets() {
  static const std::vector<Facet> kAll = [] {
    std::vector<Facet> facets;
    for (const auto& row : kFacets) facets.push_back(row.facet);
    return facets;
  }();
  return kAll;
}

std::string_view code_of(Facet facet) {
  return row_of(facet).code;
}
std::string_view folder_of(Facet facet) {
  return row_of(facet).folder;
}
bool has_one_value(Facet facet) {
  return row_of(facet).has_one_value;
}

std::set<std::string> decisions_of(const Status& status) {
  Codes codes;
  for (const auto& amnesty : status.amnesties)
    if (amnesty.decision != tracker::model::Decision::None)
      codes.insert(std::string(code_of(amnesty.decision)));
  return codes;
}

std::vector<FacetTable> facets_of(const Record& record, const CaseIndex& cases,
                                  const std::vector<Status>& statuses, const LawBook& laws,
                                  tracker::base::Day as_of) {
  std::vector<Facet> facets = all_facets();
  if (laws.acts().empty()) std::erase(facets, Facet::Assessment);
  std::vector<FacetTable> tables(facets.size());
  tracker::base::in_ranges(facets.size(), 1, [&](std::size_t begin, std::size_t end) {
    for (auto i = begin; i < end; ++i)
      tables[i] = table_of(facets[i], record.people, [&](std::size_t place) {
        return codes_of(record, cases, record.people[place], statuses[place], laws, as_of, facets[i]);
      });
  });
  return tables;
}

}  // namespace sitegen::view
