// A time zone as a value, from the file that the system has of it (TZif, RFC 8536). ICU carries zones of its own, but
// they are those of the day when ICU was built: Debian 12's ICU 72 does not know that Almaty left UTC+6 on 1 March 2024.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/base/instant.h"

namespace tracker::parse {

class Zone {
 public:
  /// Nothing where the bytes are no zone; then `why` says so.
  static std::optional<Zone> parse(std::string name, std::string_view tzif, std::string& why);

  const std::string& name() const { return name_; }
  /// Seconds that local time is ahead of UTC; nothing where the file does not reach that far.
  std::optional<std::chrono::seconds> offset_at(base::Instant instant) const;
  /// The moment at which clocks there showed this. Where they showed it twice, the first; nothing where they never did
  /// or the file does not reach that far.
  std::optional<base::Instant> instant_of(base::Day day, std::chrono::minutes time) const;

 private:
  struct Change {
    base::Instant at;
    std::chrono::seconds offset;
  };
  std::string name_;
  std::chrono::seconds first_{};    // before the first change
  std::vector<Change> changes_;
  bool is_open_ = false;            // the last offset holds for ever
};

}  // namespace tracker::parse
