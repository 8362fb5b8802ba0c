// Days and times as courts write them, in figures. Words of a language are no business of this folder. Private header.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "tracker/base/instant.h"

namespace tracker::parse {

/// The first day in the text: "15.01.2025", "15/1/2025", "15-01-2025", "2025-01-15", "15.01.25" (of this century).
std::optional<base::Day> court_day(std::string_view text);
/// The first time of day behind any day in the text: "10:30", "10.30", "10-30", "10:30:00", "10 ч. 30 мин", "10 сағ 30".
std::optional<std::chrono::minutes> court_time(std::string_view text);

}  // namespace tracker::parse
