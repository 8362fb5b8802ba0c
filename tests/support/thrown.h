// What an exception says, for comparing it with plain strings.
#pragma once

#include <exception>
#include <string>

namespace tests {

/// The message of the exception that `work` throws; "" where it throws none.
template <class Work>
std::string message_of(Work&& work) {
  try {
    work();
  } catch (const std::exception& error) {
    return error.what();
  }
  return {};
}

}  // namespace tests
