// Pure work on many things at once, on every processor. Nothing else here has threads: see ARCHITECTURE.md.
#pragma once

#include <cstddef>
#include <functional>

namespace tracker::base {

/// Calls `work(begin, end)` for ranges that together are [0, count), each place once, in no order; returns when all are done.
/// `work` must leave everything alone that another range may touch. A range has `least` places or more, so that little work
/// stays in one thread. An exception of `work` is passed on once no range is worked on any more; further ones are dropped.
void in_ranges(std::size_t count, std::size_t least, const std::function<void(std::size_t begin, std::size_t end)>& work);

}  // namespace tracker::base
