// When to come again. Pure: the time and the seed of the jitter are arguments.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

#include "tracker/base/instant.h"

namespace tracker::fetch {

/// A date of HTTP in any of its three forms (RFC 9110, 5.6.7); nothing for what is none.
std::optional<base::Instant> http_date(std::string_view text);

/// How long a Retry-After asks to wait from `now` (RFC 9110, 10.2.3): seconds or a date, which may have passed. Nothing
/// for what is neither. At most ten years.
std::optional<std::chrono::seconds> retry_after(std::string_view value, base::Instant now);

/// The wait before attempt `attempt` (2 is the first that waits): `first` doubled with each, at most `longest`, of which
/// between a half and the whole by the seed, so that many clients do not come back as one.
std::chrono::milliseconds backoff(int attempt, std::chrono::milliseconds first, std::chrono::milliseconds longest,
                                  std::uint64_t seed);

/// One seed from several things that tell requests apart.
std::uint64_t mix(std::uint64_t seed, std::string_view text, std::uint64_t number);

/// Worth another attempt in the same run: the server says that it is for a while only.
bool is_for_a_while(int status);

}  // namespace tracker::fetch
