// The record and its statuses as a command was asked to show them: on a day, and as a version knew them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tracker/command/context.h"
#include "tracker/model/record.h"
#include "tracker/model/status.h"

namespace tracker::command {

struct ShownState {
  model::Record record;
  std::vector<model::Status> statuses;
  base::Day as_of{};
  int version = 0;  // that the record is of; 0 where there is none yet
};

/// Reads the index. `as_of` is a partial date, of which the last day counts. Throws base::UsageError for a date that is
/// none and a version that does not exist.
ShownState shown_state(const std::optional<std::string>& as_of, const std::optional<int>& as_known, const Context& context);

/// Throws base::Error with the nearest id where there is nobody with that id. `command` begins the message.
const model::Person& person_in(const ShownState& shown, const std::string& id, const std::string& command);

/// The label of a code in the default language, "status.imprisoned"; the code itself where there is no word.
std::string label(const model::Record& record, const std::string& key, const std::string& code);

/// What the person is called in the default language; "(name unknown)".
std::string shown_name(const model::Record& record, const model::Person& person);

}  // namespace tracker::command
