// A moment in whole seconds UTC, and its written forms. There is no clock here: `now` is always an argument.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace tracker::base {

using Instant = std::chrono::sys_seconds;
using Day = std::chrono::sys_days;

/// "2026-11-23T09:05:00Z" (RFC 3339).
std::string to_rfc3339(Instant instant);
/// The form that `to_rfc3339` writes, or nothing. Other offsets are refused: our own files hold UTC only.
std::optional<Instant> from_rfc3339(std::string_view text);
/// "Mon, 23 Nov 2026 09:05:00 +0000": the RFC 822 form, with the four-digit year, that RSS 2.0 asks for.
std::string to_rfc822(Instant instant);
/// "2026-11-23".
std::string to_iso(Day day);
Day day_of(Instant instant);

}  // namespace tracker::base
