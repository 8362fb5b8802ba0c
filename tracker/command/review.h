// The parts of `tracker review`: scripts here, the terminal in review_desk.cpp.
#pragma once

#include <istream>
#include <string>

#include "tracker/command/commands.h"
#include "tracker/command/workbench.h"

namespace tracker::command {

/// The event of a TOML text that holds one [[event]] and nothing else. Throws base::UsageError that says what is wrong and
/// in which line.
model::Event parse_event(const std::string& text);

/// The proposed event as a file to edit: the event, and the evidence as comments.
std::string event_to_edit(const propose::Proposal& proposal);

propose::Choice choice_of(const ReviewOptions& options, const Context& context);

/// One proposal a screen. Throws base::UsageError where input or output is no terminal.
int review_in_terminal(const ReviewOptions& options, Workbench& bench, Context& context);

}  // namespace tracker::command
