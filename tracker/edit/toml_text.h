// Values of the record as the TOML that a person would have written: what an accepted proposal or a ruling puts into a
// content file.
#pragma once

#include <string>
#include <string_view>

#include "tracker/model/entity.h"

namespace tracker::edit {

/// A basic string; what may not stand in one is escaped.
std::string toml_string(std::string_view text);

/// { id = "report", quote = "…" } on one line.
std::string citation_toml(const model::Citation& citation);

/// { kind = "imprisonment", months = 36 }
std::string sentence_toml(const model::Sentence& sentence);

/// A block from [[event]] to its sources, with a newline at the end; keys in the order of tracker/model/describe.h.
std::string event_toml(const model::Event& event);

/// people/ID.md of a person without a life; events follow the head's other keys.
std::string person_file(const model::Person& person);

/// cases/ID.toml.
std::string case_file(const model::Case& of_case);

/// A file of content/rulings/ with one ruling.
std::string ruling_file(const model::Ruling& ruling);

}  // namespace tracker::edit
