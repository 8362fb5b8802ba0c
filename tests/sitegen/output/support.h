// `sitegen` run in this process, as a person would.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "sitegen/output/cli.h"
#include "tests/support/project.h"

namespace tests {

inline Ran run_sitegen(const std::vector<std::string>& words) {
  std::vector<const char*> arguments = {"sitegen"};
  for (const auto& word : words) arguments.push_back(word.c_str());
  std::ostringstream out, err;
  Ran ran;
  ran.code = sitegen::output::run(static_cast<int>(arguments.size()), arguments.data(), out, err);
  ran.out = out.str();
  ran.err = err.str();
  return ran;
}

inline Ran build(const Project& project, const std::filesystem::path& out) {
  return run_sitegen({"--db", project.database().string(), "build", "--out", out.string()});
}

}  // namespace tests
