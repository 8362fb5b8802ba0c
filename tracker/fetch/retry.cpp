#include "tracker/fetch/retry.h"

#include "tracker/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

namespace tracker::fetch {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::chrono::seconds kLongest = std::chrono::hours(24 * 3653);

std::optional<int> number(std::string_view text, std::size_t least, std::size_t most) {
  int value = 0;
  if (text.size() < least || text.size() > most) return std::nullopt;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size() || text.front() == '-') return std::nullopt;
  return value;
}

std::optional<std::chrono::seconds> time_of_day(std::string_view text) {
  if (text.size() != 8 || text[2] != ':' || text[5] != ':') return std::nullopt;
  const auto hour = number(text.substr(0, 2), 2, 2), minute = number(text.substr(3, 2), 2, 2);
  const auto second = number(text.substr(6, 2), 2, 2);
  if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
  return std::chrono::hours(*hour) + std::chrono::minutes(*minute) + std::chrono::seconds(*second);
}

std::optional<base::Instant> instant(std::optional<int> year, std::string_view month, std::optional<int> day,
                                     std::string_view time) {
  const auto of_day = time_of_day(time);
  const auto found = std::find(kMonths.begin(), kMonths.end(), month);
  if (!year || !day || !of_day || found == kMonths.end()) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(found - kMonths.begin()) + 1),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date) + *of_day;
}

/// Two digits of RFC 850: 69 and less are this century.
std::optional<int> full_year(std::optional<int> two_digits) {
  if (!two_digits) return std::nullopt;
  return *two_digits + (*two_digits < 70 ? 2000 : 1900);
}

std::uint64_t splitmix(std::uint64_t value) {
  value += 0x9e3779b97f4a7c15ULL;
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
  value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
  return value ^ (value >> 31);
}

}  // namespace

std::optional<base::Instant> http_date(std::string_view text) {
  if (text.size() > 64) return std::nullopt;
  std::vector<std::string_view> words;
  for (const auto word : base::split(text, ' '))
    if (!word.empty()) words.push_back(word);
  const bool is_gmt = !words.empty() && words.back() == "GMT";
  if (words.size() == 6 && is_gmt && words[0].ends_with(','))  // Sun, 06 Nov 1994 08:49:37 GMT
    return instant(number(words[3], 4, 4), words[2], number(words[1], 2, 2), words[4]);
  if (words.size() == 4 && is_gmt && words[0].ends_with(',') && words[1].size() == 9 && words[1][2] == '-' &&
      words[1][6] == '-')  // Sunday, 06-Nov-94 08:49:37 GMT
    return instant(full_year(number(words[1].substr(7), 2, 2)), words[1].substr(3, 3), number(words[1].substr(0, 2), 2, 2),
                   words[2]);
  if (words.size() == 5)  // Sun Nov  6 08:49:37 1994
    return instant(number(words[4], 4, 4), words[1], number(words[2], 1, 2), words[3]);
  return std::nullopt;
}

std::optional<std::chrono::seconds> retry_after(std::string_view value, base::Instant now) {
  value = base::trim(value);
  if (value.empty()) return std::nullopt;
  if (std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; })) {
    const auto seconds = value.size() > 9 ? std::optional<int>(999'999'999) : number(value, 1, 9);
    return std::min<std::chrono::seconds>(std::chrono::seconds(seconds.value_or(0)), kLongest);
  }
  const auto date = http_date(value);
  if (!date) return std::nullopt;
  return std::clamp<std::chrono::seconds>(*date - now, std::chrono::seconds(0), kLongest);
}

std::chrono::milliseconds backoff(int attempt, std::chrono::milliseconds first, std::chrono::milliseconds longest,
                                  std::uint64_t seed) {
  if (attempt < 2) return std::chrono::milliseconds(0);
  auto whole = std::min(first, longest);
  for (int i = 2; i < attempt && whole < longest; ++i) whole = std::min(whole * 2, longest);
  const auto half = whole.count() / 2;
  const auto spread = static_cast<std::uint64_t>(whole.count() - half) + 1;
  return std::chrono::milliseconds(half + static_cast<long long>(splitmix(seed) % spread));
}

std::uint64_t mix(std::uint64_t seed, std::string_view text, std::uint64_t number) {
  std::uint64_t value = splitmix(seed ^ splitmix(number));
  for (const char c : text) value = splitmix(value ^ static_cast<unsigned char>(c));
  return value;
}

bool is_for_a_while(int status) {
  return status == 429 || status == 502 || status == 503 || status == 504;
}

}  // namespace tracker::fetch
