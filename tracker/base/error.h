// The exceptions of the project. An operation that cannot go on throws one of these; `main` catches them once, prints
// the message and the hint, and picks the exit code. Ordinary outcomes of the outside world (a page that did not
// answer, a date nobody knows) are values, never exceptions.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace tracker::base {

/// The work failed: what was attempted, on what, why. Exit code 1.
class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& message, std::string hint = {})
      : std::runtime_error(message), hint_(std::move(hint)) {}
  /// One sentence that tells a stranger what to do next; may be empty.
  const std::string& hint() const noexcept { return hint_; }

 private:
  std::string hint_;
};

/// The program was called in a way that cannot work. Exit code 2; nothing was touched.
class UsageError : public Error {
  using Error::Error;
};

/// Bytes that should be ours are not what they must be (a damaged database, a version file that breaks the chain).
class DataError : public Error {
  using Error::Error;
};

}  // namespace tracker::base
