// What pages look up, computed once for the whole record: who is where, who cites what, what lies ahead.
// Without it every page would walk the whole list.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sitegen/view/facets.h"
#include "tracker/model/record.h"

namespace sitegen::view {

/// Everybody and every case that a court or another place has to do with.
struct PlaceUse {
  std::vector<const tracker::model::Person*> people;  // in the record's order, each once
  std::vector<const tracker::model::Case*> cases;
};

/// What rests on a source.
struct SourceUse {
  long long lines = 0;  // events and recognitions that cite it
  std::vector<const tracker::model::Person*> people;
  std::vector<const tracker::model::Case*> cases;
};

/// An event that still lies ahead: of a person, or of a case with its defendants.
struct Coming {
  const tracker::model::Event* event = nullptr;
  const tracker::model::Person* person = nullptr;  // null for an event of a case file
  const tracker::model::Case* of_case = nullptr;   // null for an event without a case
};

struct Index {
  std::vector<FacetTable> facets;
  std::map<std::string, PlaceUse, std::less<>> places;
  std::map<std::string, SourceUse, std::less<>> sources;
  std::map<std::string, std::vector<const tracker::model::Ruling*>, std::less<>> withheld;  // by subject
  std::vector<Coming> coming;                                                               // by date
};

/// `statuses` is one a person. The result points into `record`.
Index index_of(const tracker::model::Record& record, const tracker::model::CaseIndex& cases,
               const std::vector<tracker::model::Status>& statuses, const tracker::rules::LawBook& laws,
               tracker::base::Day as_of);

}  // namespace sitegen::view
