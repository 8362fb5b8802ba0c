// The ways in which the list divides: by status, by article, by region and so on, each with everybody behind
// each value. Filters, the pages of their values and the bar lists are all made of these, so that their
// counts cannot differ.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/model/record.h"
#include "tracker/model/status.h"
#include "tracker/rules/law_book.h"

namespace sitegen::view {

enum class Facet { Status, Stage, Article, Region, Group, Designation, Sex, Year, Assessment, Amnesty };

/// In the order in which pages show them.
const std::vector<Facet>& all_facets();
/// "status": key in the words under `facet.`, name of the column in tables.
std::string_view code_of(Facet facet);
/// "regions": where the pages of its values stand.
std::string_view folder_of(Facet facet);
/// Everybody has exactly one value (which may be "not known"), so that the counts add up to the number of
/// people. In the others one person may stand under several values.
bool has_one_value(Facet facet);
/// What courts decided when the person asked for an amnesty, each decision once: the values of `Facet::Amnesty`.
std::set<std::string> decisions_of(const tracker::model::Status& status);

struct FacetValue {
  std::string code;                                   // empty: nothing is known, or there is none
  std::vector<const tracker::model::Person*> people;  // in the record's order, each once
};

struct FacetTable {
  Facet facet = Facet::Status;
  std::vector<FacetValue> values;  // only those that somebody has, by code; the empty one last
};

/// One table a facet, in the order of `all_facets`; none of the assessments where there is no act to assess by.
/// `statuses` is one a person, in the record's order. The year is that of the first thing that happened to the
/// person; articles are those that were ever charged, without their parts. Assessments are the best that each
/// act says of any charge, in each reading of it; "outside" only where that is what all of them say.
std::vector<FacetTable> facets_of(const tracker::model::Record& record,
                                  const tracker::model::CaseIndex& cases,
                                  const std::vector<tracker::model::Status>& statuses,
                                  const tracker::rules::LawBook& laws, tracker::base::Day as_of);

}  // namespace sitegen::view
