// Work shared out among processes: each has the view as it was when it began, by copy on write, and none can harm
// another's memory.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace sitegen::output {

/// Work that processes do while the caller does something else. An exception of `work` ends all of it: `results` throws it as
/// the same kind of base::Error with the same words. A process that dies is a base::Error.
class Crew {
 public:
  /// Starts `jobs` processes, which call `work` for 0 … count-1. Where `jobs` is 1 or there is little to do, none is
  /// started, and `results` does all of it.
  Crew(std::size_t count, int jobs, std::function<std::string(std::size_t)> work);
  ~Crew();
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  /// Waits for the results and gives them in the order of the work. Whoever leaves without asking ends the processes.
  std::vector<std::string> results();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace sitegen::output
