// Which date, term and articles of a sentence belong to which of its events.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tracker/read/events.h"
#include "tracker/read/statement.h"

namespace tracker::read {

/// What the words around a term say of it, one entry a term of the sentence: "imprisonment", "ban", "no", …; empty: nothing.
std::vector<std::string> kinds_of_terms(const Shape& shape, const Plain& plain, const Grammar& grammar);

/// Index of the date that stands nearest to the event; commas and joints of the sentence count as distance.
std::optional<std::size_t> date_of(const FoundEvent& event, const std::vector<FoundEvent>& all, const Shape& shape);

/// Articles that the sentence names for this event: those behind it up to the next charge that has its own, else all.
std::vector<std::string> articles_of(const FoundEvent& event, const std::vector<FoundEvent>& all, const Shape& shape);
bool refers_back_to_articles(const Shape& shape);

/// The punishment that the event says, for the person at `place` of `people` ("six and five years, respectively").
std::optional<model::Sentence> sentence_of(const FoundEvent& event, const std::vector<FoundEvent>& all, const Shape& shape,
                                           const std::vector<std::string>& kinds, std::size_t place, std::size_t people,
                                           const Grammar& grammar);

/// "Almaty City Court", as written; empty where none is named.
std::string court_of(const Shape& shape, std::string_view bytes, const Grammar& grammar);
std::string place_of(const Shape& shape, std::string_view bytes);

}  // namespace tracker::read
