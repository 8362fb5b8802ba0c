// The dates of feeds and sitemaps. A private header of this folder.
#pragma once

#include <optional>
#include <string_view>

#include "tracker/base/instant.h"

namespace tracker::parse {

/// RFC 822 as feeds write it ("Mon, 30 Dec 2019 23:05:00 +0300"; day of the week, seconds and the century may be
/// missing; zones as numbers or by the names of RFC 822) or RFC 3339 and the forms of ISO 8601 that W3C allows ("2019",
/// "2019-12-30T23:05+03:00"). A time without a zone is taken as UTC; what is not said is the beginning of it.
std::optional<base::Instant> feed_date(std::string_view text);

}  // namespace tracker::parse
