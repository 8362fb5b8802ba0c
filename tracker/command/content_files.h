// Files of content/ changed by decisions: all of a decision or nothing, and back again.
#pragma once

#include <vector>

#include "tracker/command/context.h"
#include "tracker/propose/plan.h"

namespace tracker::command {

/// Writes every file whole, under the lock of the project. Throws base::Error, with nothing changed, where a file is no
/// longer what the edit was made for, or cannot be written. A run that is killed in between leaves files of which each is
/// whole; a person stands in them before the case that names the person.
void write_files(const std::vector<propose::FileEdit>& edits, const Context& context);

/// The other way round: files that were made are removed. The same where a file was changed since.
void take_back_files(const std::vector<propose::FileEdit>& edits, const Context& context);

}  // namespace tracker::command
