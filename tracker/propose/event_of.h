// A statement in the record's terms: articles of laws, places, courts, acts. Private to this folder.
#pragma once

#include <string>
#include <vector>

#include "tracker/match/places.h"
#include "tracker/model/record.h"
#include "tracker/propose/told.h"

namespace tracker::propose {

struct Converted {
  model::Event event;                // without id, case and sources
  std::vector<std::string> unknown;  // what the record has no word for
};

Converted event_of(const model::Record& record, const match::Places& places, const Told& told);

/// "kz-cc-2014:272.1" of "272.1": the criminal code (for an arrest of days or a fine without a criminal article, also the
/// administrative one) of the record that has the article; empty for none.
std::string article_reference(const model::Record& record, const std::string& number, bool administrative);

/// The source's words for the citation: the quotation, cut at a word where it is longer than a citation should be.
std::string short_quote(const std::string& quote);

}  // namespace tracker::propose
