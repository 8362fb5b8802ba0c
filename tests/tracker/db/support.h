// What the tests of databases share: running something that must fail, and keeping the error it fails with.
#pragma once

#include <optional>
#include <string>

#include "tests/support/catch.h"
#include "tracker/base/error.h"

namespace tests {

/// The error that `work` throws; the test fails where it throws none.
template <class Work>
tracker::base::Error error_of(const Work& work) {
  std::optional<tracker::base::Error> caught;
  try {
    work();
  } catch (const tracker::base::Error& error) {
    caught = error;
  }
  REQUIRE(caught.has_value());
  INFO(caught->what());
  CHECK_FALSE(caught->hint().empty());
  return *caught;
}

inline bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace tests
