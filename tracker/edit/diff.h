// One change of a file as a section of a patch that `git apply` and `patch -p1` take.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tracker::edit {

/// The section that leads from `before` (nothing: there is no such file) to `after`, as one hunk; empty where they are
/// equal. What is only inserted has context behind it and none before it where the file goes on behind it: such sections
/// of one place stand on the same lines, none on another's, so that any of them can be dropped.
std::string diff_section(const std::string& path, const std::optional<std::string>& before, const std::string& after);

}  // namespace tracker::edit
