// Sources of a test's list that are followed.
#pragma once

#include <string>

#include "tests/support/project.h"

namespace tests {

/// Adds a source to the list; `more` is TOML.
inline void follow(const Project& project, const std::string& id, const std::string& url, const std::string& kind = "page",
                   const std::string& more = {}) {
  project.write("sources/" + id + ".toml",
                "id = \"" + id + "\"\ntitle = { en = \"News\" }\npublisher = \"Test Monitor\"\nkind = \"" + kind +
                    "\"\nurl = \"" + url +
                    "\"\nlanguages = [\"en\"]\nrhythm = \"daily\"\nallow_private_addresses = true\n" + more);
}

}  // namespace tests
