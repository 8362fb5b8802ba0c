// An event's particulars in a few words.
#pragma once

#include <string>

#include "tracker/model/event.h"

namespace tracker::propose {

/// "36 months of imprisonment", "15 days"; empty where nothing is said.
std::string term_words(const model::Event& event);

/// Articles, term, court and place: "articles 272.1, 274.4, 36 months of imprisonment, Almaty"; empty for none.
std::string detail_words(const model::Event& event);

}  // namespace tracker::propose
