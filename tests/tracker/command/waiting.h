// A made-up list with statements in its index, as if pages had been read: what `tracker review` is tested on.
#pragma once

#include <string>
#include <vector>

#include "tests/support/project.h"
#include "tests/tracker/propose/told.h"

namespace tests {

/// Sources daily, weekly and mirror beside the "report" that the project has, a recorded index, and these statements. The
/// people of the project: xx-0001 Testa Examplova, xx-0002.
void let_wait(const Project& project, const std::vector<Says>& says);

/// Id of the one proposal with this event; throws where there is none or several.
std::string id_of(const Project& project, const std::string& person, const std::string& event);

/// Runs git in the project's folder; throws where it fails. Gives what it prints.
std::string git(const Project& project, const std::string& words);

/// A repository with all that is there committed.
void commit_all(const Project& project);

}  // namespace tests
