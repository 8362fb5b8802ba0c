#include "tracker/parse/zone.h"

#include <algorithm>
#include <cstdint>

namespace tracker::parse {
namespace {

using std::chrono::seconds;

/// Big-endian numbers of a file; what lies behind its end reads as nothing and is noticed.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
  std::int64_t number(std::size_t width) {
    std::uint64_t value = 0;
    for (const char c : take(width)) value = value << 8 | static_cast<unsigned char>(c);
    if (width == 4) return static_cast<std::int32_t>(value);
    return static_cast<std::int64_t>(value);
  }
  std::string_view take(std::size_t length) {
    if (length > bytes_.size()) {
      is_short_ = true;
      bytes_ = {};
      return {};
    }
    const auto taken = bytes_.substr(0, length);
    bytes_.remove_prefix(length);
    return taken;
  }
  std::string_view rest() const { return bytes_; }
  bool is_short() const { return is_short_; }

 private:
  std::string_view bytes_;
  bool is_short_ = false;
};

struct Head {
  char version = 0;
  std::size_t is_ut = 0, is_std = 0, leap = 0, times = 0, types = 0, chars = 0;
  std::size_t body(std::size_t width) const {
    return times * width + times + types * 6 + chars + leap * (width + 4) + is_std + is_ut;
  }
};

std::optional<Head> read_head(Bytes& bytes) {
  if (bytes.take(4) != "TZif") return std::nullopt;
  Head head;
  const auto version = bytes.take(1);
  head.version = version.empty() ? '\0' : version[0];
  bytes.take(15);
  for (std::size_t* count : {&head.is_ut, &head.is_std, &head.leap, &head.times, &head.types, &head.chars}) {
    const auto value = bytes.number(4);
    if (value < 0 || value > 100'000) return std::nullopt;
    *count = static_cast<std::size_t>(value);
  }
  if (bytes.is_short() || head.types == 0) return std::nullopt;
  return head;
}

}  // namespace

std::optional<Zone> Zone::parse(std::string name, std::string_view tzif, std::string& why) {
  why = "it is no file of a time zone";
  Bytes bytes(tzif);
  auto head = read_head(bytes);
  if (!head) return std::nullopt;
  std::size_t width = 4;
  if (head->version >= '2') {  // the same again in 64 bits, then a rule for what comes after
    bytes.take(head->body(4));
    head = read_head(bytes);
    if (!head) return std::nullopt;
    width = 8;
  }
  Zone zone;
  zone.name_ = std::move(name);
  std::vector<base::Instant> times;
  for (std::size_t i = 0; i < head->times; ++i) times.emplace_back(seconds(bytes.number(width)));
  std::vector<std::size_t> kinds;
  for (std::size_t i = 0; i < head->times; ++i) kinds.push_back(static_cast<std::size_t>(bytes.number(1)));
  std::vector<seconds> offsets;
  for (std::size_t i = 0; i < head->types; ++i) {
    offsets.emplace_back(bytes.number(4));
    bytes.take(2);
  }
  bytes.take(head->chars + head->leap * (width + 4) + head->is_std + head->is_ut);
  if (bytes.is_short()) return std::nullopt;
  for (const auto offset : offsets)
    if (offset < seconds(-26 * 3600) || offset > seconds(26 * 3600)) return std::nullopt;
  zone.first_ = offsets.front();
  for (std::size_t i = 0; i < times.size(); ++i) {
    if (kinds[i] >= offsets.size() || (i > 0 && times[i] <= times[i - 1])) return std::nullopt;
    zone.changes_.push_back({times[i], offsets[kinds[i]]});
  }
  // "<+05>-5" holds for ever; a rule with a comma changes every year, and only the changes that are listed are known.
  zone.is_open_ = bytes.rest().find(',') == std::string_view::npos;
  why.clear();
  return zone;
}

std::optional<seconds> Zone::offset_at(base::Instant instant) const {
  const auto after = std::upper_bound(changes_.begin(), changes_.end(), instant,
                                      [](base::Instant at, const Change& change) { return at < change.at; });
  if (after == changes_.end() && !is_open_) return std::nullopt;
  return after == changes_.begin() ? first_ : std::prev(after)->offset;
}

std::optional<base::Instant> Zone::instant_of(base::Day day, std::chrono::minutes time) const {
  const base::Instant local = base::Instant(day) + time;
  std::optional<base::Instant> found;
  const auto try_offset = [&](seconds offset) {
    const base::Instant instant = local - offset;
    if (offset_at(instant) == offset && (!found || instant < *found)) found = instant;
  };
  try_offset(first_);
  for (const auto& change : changes_)
    if (change.at > local - std::chrono::days(3) && change.at < local + std::chrono::days(3)) try_offset(change.offset);
  for (const auto near : {local - std::chrono::days(2), local + std::chrono::days(2)})
    if (const auto offset = offset_at(near)) try_offset(*offset);
  return found;
}

}  // namespace tracker::parse
