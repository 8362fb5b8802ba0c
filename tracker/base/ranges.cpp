#include "tracker/base/ranges.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>
#include <vector>

namespace tracker::base {

void in_ranges(std::size_t count, std::size_t least, const std::function<void(std::size_t begin, std::size_t end)>& work) {
  const std::size_t size = std::max<std::size_t>(1, least);
  const std::size_t ranges = (count + size - 1) / size;
  std::atomic<std::size_t> next{0};
  const auto work_on = [&] {
    for (std::size_t range = next++; range < ranges; range = next++)
      work(range * size, std::min(count, (range + 1) * size));
  };
  const std::size_t processors = std::max(1u, std::thread::hardware_concurrency());
  std::vector<std::future<void>> others;  // wait for their threads when they go, even on the way of an exception
  for (std::size_t i = 1; i < std::min(processors, ranges); ++i) others.push_back(std::async(std::launch::async, work_on));
  work_on();
  for (auto& other : others) other.get();
}

}  // namespace tracker::base
