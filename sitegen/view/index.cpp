#include "sitegen/view/index.h"

#include <algorithm>
#include <unordered_map>

namespace sitegen::view {
namespace {

using tracker::model::Case;
using tracker::model::Event;
using tracker::model::Person;
using tracker::model::Record;

template <class Thing>
void add_once(std::vector<const Thing*>& list, const Thing* thing) {
  if (list.empty() || list.back() != thing) list.push_back(thing);
}

/// The lists were filled person by person and then case by case, so what stands twice need not stand side by
/// side.
template <class Thing>
void in_order(std::vector<const Thing*>& list) {
  std::sort(list.begin(), list.end());  // all point into one vector: this is the record's order
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

class Indexer {
 public:
  Indexer(const Record& record, tracker::base::Day as_of) : record_(record), as_of_(as_of) {
    for (std::size_t i = 0; i < record.people.size(); ++i) places_.emplace(record.people[i].id, i);
  }

  void add_person(const Person& person) {
    if (!person.region.empty()) add_once(index_.places[person.region.id].people, &person);
    for (const auto& recognition : person.designations) add_citations(recognition.sources, &person, nullptr);
    for (const auto& event : person.events) {
      add_event(event, &person, nullptr);
      for (const auto* place : {&event.place, &event.court})
        if (!place->empty()) add_once(index_.places[place->id].people, &person);
    }
  }

  void add_case(const Case& of_case) {
    for (const auto* place : {&of_case.court, &of_case.region})
      if (!place->empty()) add_to_place(place->id, of_case, of_case.defendants);
    for (const auto& event : of_case.events) {
      add_event(event, nullptr, &of_case);
      const auto& concerned = event.defendants.empty() ? of_case.defendants : event.defendants;
      for (const auto* place : {&event.place, &event.court})
        if (!place->empty()) add_to_place(place->id, of_case, concerned);
    }
  }

  Index finish() {
    for (const auto& ruling : record_.rulings)
      if (ruling.kind == tracker::model::RulingKind::Withheld)
        index_.withheld[ruling.subject].push_back(&ruling);
    for (auto& [id, use] : index_.places) {
      in_order(use.people);
      in_order(use.cases);
    }
    for (auto& [id, use] : index_.sources) {
      in_order(use.people);
      in_order(use.cases);
    }
    std::stable_sort(index_.coming.begin(), index_.coming.end(),
                     [](const Coming& a, const Coming& b) { return *a.event->date < *b.event->date; });
    return std::move(index_);
  }

 private:
  void add_event(const Event& event, const Person* person, const Case* of_case) {
    add_citations(event.sources, person, of_case);
    if (event.date && event.date->earliest() > as_of_)
      index_.coming.push_back(
          {&event, person, of_case ? of_case : tracker::model::find_case(record_, event.case_id.id)});
  }

  void add_citations(const std::vector<tracker::model::Citation>& citations, const Person* person,
                     const Case* of_case) {
    std::vector<std::string_view> seen;
    for (const auto& citation : citations) {
      auto& use = index_.sources[citation.source.id];
      if (person) add_once(use.people, person);
      if (of_case) add_once(use.cases, of_case);
      // A line that names two places of one source rests on it once.
      if (std::find(seen.begin(), seen.end(), citation.source.id) != seen.end()) continue;
      seen.push_back(citation.source.id);
      ++use.lines;
    }
  }

  void add_to_place(const std::string& place, const Case& of_case,
                    const std::vector<tracker::model::Ref>& concerned) {
    auto& use = index_.places[place];
    add_once(use.cases, &of_case);
    for (const auto& person : concerned)
      if (const auto found = places_.find(person.id); found != places_.end())
        use.people.push_back(&record_.people[found->second]);
  }

  const Record& record_;
  tracker::base::Day as_of_;
  std::unordered_map<std::string, std::size_t> places_;  // person to place in the record
  Index index_;
};

}  // namespace

Index index_of(const Record& record, const tracker::model::CaseIndex& cases,
               const std::vector<tracker::model::Status>& statuses, const tracker::rules::LawBook& laws,
               tracker::base::Day as_of) {
  Indexer indexer(record, as_of);
  for (const auto& person : record.people) indexer.add_person(person);
  for (const auto& of_case : record.cases) indexer.add_case(of_case);
  Index index = indexer.finish();
  index.facets = facets_of(record, cases, statuses, laws, as_of);
  return index;
}

}  // namespace sitegen::view
