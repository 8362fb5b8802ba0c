#include "tracker/fetch/robots.h"

#include "tracker/base/text.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <map>

namespace tracker::fetch {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::size_t kLongestShown = 200;

std::string lower(std::string_view text) {
  std::string copy(text);
  for (char& c : copy)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return copy;
}

bool is_token(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
}

/// The product token that a User-agent line begins with; "*" for everybody.
std::string agent_of(std::string_view value) {
  if (value.starts_with('*')) return "*";
  const auto end = std::find_if_not(value.begin(), value.end(), is_token);
  return lower(std::string_view(value.data(), static_cast<std::size_t>(end - value.begin())));
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool needs_no_escape(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' ||
         c == '~';
}

void escape(std::string& to, unsigned char c) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  to += '%';
  to += kDigits[c >> 4];
  to += kDigits[c & 15];
}

std::optional<std::chrono::milliseconds> delay_of(std::string_view value) {
  if (value.empty() || !((value[0] >= '0' && value[0] <= '9') || value[0] == '.')) return std::nullopt;
  double seconds = 0;
  const auto read = std::from_chars(value.data(), value.data() + value.size(), seconds, std::chars_format::fixed);
  if (read.ec != std::errc() || read.ptr == value.data() || !(seconds >= 0)) return std::nullopt;
  return std::chrono::milliseconds(static_cast<long long>(std::min(seconds, 1e9) * 1000));
}

struct Line {
  std::string key;  // small letters
  std::string_view value;
};

std::optional<Line> line_of(std::string_view text) {
  text = text.substr(0, text.find('#'));
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  return Line{lower(base::trim(text.substr(0, colon))), base::trim(text.substr(colon + 1))};
}

/// Calls `take` for each line; CR, LF and CRLF end one.
template <class Take>
void for_each_line(std::string_view file, Take take) {
  for (std::size_t start = 0; start < file.size();) {
    const std::size_t end = std::min(file.find_first_of("\r\n", start), file.size());
    if (const auto line = line_of(file.substr(start, end - start))) take(*line);
    start = end + 1;
  }
}

/// "$" is special only where it ends a pattern.
std::string normal_pattern(std::string_view pattern) {
  std::string normal = normal_path(pattern);
  for (auto at = normal.find('$'); at != std::string::npos && at + 1 < normal.size(); at = normal.find('$', at))
    normal.replace(at, 1, "%24");
  return normal;
}

std::string_view within_limit(std::string_view file) {
  if (file.starts_with(kByteOrderMark)) file.remove_prefix(kByteOrderMark.size());
  if (file.size() <= Robots::kMostBytes) return file;
  file = file.substr(0, Robots::kMostBytes);
  const std::size_t end = file.find_last_of("\r\n");
  return file.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

std::string shown_rule(const char* key, std::string_view value) {
  const bool is_text = !base::first_invalid_utf8(value);
  return key + std::string(": ") + (is_text ? base::visible(base::shorten(value, kLongestShown)) : "(not printable)");
}

}  // namespace

std::string normal_path(std::string_view path) {
  std::string normal;
  normal.reserve(path.size());
  for (std::size_t i = 0; i < path.size(); ++i) {
    const auto c = static_cast<unsigned char>(path[i]);
    const int high = c == '%' && i + 2 < path.size() ? hex_value(path[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(path[i + 2]) : -1;
    if (low >= 0) {
      const auto decoded = static_cast<unsigned char>(high * 16 + low);
      if (needs_no_escape(decoded)) {
        normal += static_cast<char>(decoded);
      } else {
        escape(normal, decoded);
      }
      i += 2;
    } else if (c >= 0x80 || c <= 0x20 || c == 0x7f) {
      escape(normal, c);
    } else {
      normal += static_cast<char>(c);
    }
  }
  return normal;
}

bool matches(std::string_view pattern, std::string_view path) {
  const bool to_the_end = pattern.ends_with('$');
  if (to_the_end) pattern.remove_suffix(1);
  std::size_t star = pattern.find('*');
  std::string_view piece = pattern.substr(0, star);
  if (!path.starts_with(piece)) return false;
  path.remove_prefix(piece.size());
  if (star == std::string_view::npos) return !to_the_end || path.empty();
  // The leftmost place for each piece leaves the most for those behind it, so none has to be tried twice.
  while (star != std::string_view::npos) {
    pattern.remove_prefix(star + 1);
    star = pattern.find('*');
    piece = pattern.substr(0, star);
    if (star == std::string_view::npos && to_the_end) return path.ends_with(piece);
    if (piece.empty()) continue;
    const void* found = memmem(path.data(), path.size(), piece.data(), piece.size());  // linear, as find() is not
    if (!found) return false;
    path.remove_prefix(static_cast<std::size_t>(static_cast<const char*>(found) - path.data()) + piece.size());
  }
  return true;
}

Robots Robots::parse(std::string_view file, std::string_view product) {
  const std::string own = lower(product);
  Robots ours, everybody;
  bool names_us = false;
  bool group_is_ours = false, group_is_for_all = false;
  bool agents_may_follow = false;  // no rule has come since the last User-agent line
  for_each_line(within_limit(file), [&](const Line& line) {
    if (line.key == "user-agent") {
      if (!agents_may_follow) group_is_ours = group_is_for_all = false;
      agents_may_follow = true;
      const std::string agent = agent_of(line.value);
      group_is_ours |= agent == own;
      group_is_for_all |= agent == "*";
      names_us |= agent == own;
      return;
    }
    const bool is_allow = line.key == "allow", is_disallow = line.key == "disallow";
    const bool is_delay = line.key == "crawl-delay";
    if (!is_allow && !is_disallow && !is_delay) return;  // and others must not interfere (2.2.4)
    if (!is_delay) agents_may_follow = false;
    for (Robots* to : {group_is_ours ? &ours : nullptr, group_is_for_all ? &everybody : nullptr}) {
      if (!to) continue;
      if (is_delay) {
        if (const auto delay = delay_of(line.value)) to->crawl_delay_ = std::max(*delay, to->crawl_delay_.value_or(*delay));
      } else if (!line.value.empty()) {
        to->rules_.push_back({is_allow, normal_pattern(line.value), shown_rule(is_allow ? "Allow" : "Disallow", line.value)});
      }
    }
  });
  return names_us ? ours : everybody;
}

Robots::Verdict Robots::judge(std::string_view path) const {
  if (path == "/robots.txt") return {};
  // In an address these two are plain characters; a pattern that means them has them escaped (2.2.3).
  std::string plain;
  for (const char c : path) {
    if (c == '*' || c == '$') {
      escape(plain, static_cast<unsigned char>(c));
    } else {
      plain += c;
    }
  }
  const std::string normal = normal_path(plain);
  const Rule* best = nullptr;
  for (const Rule& rule : rules_) {
    const bool is_better = !best || rule.pattern.size() > best->pattern.size() ||
                           (rule.pattern.size() == best->pattern.size() && rule.allow && !best->allow);
    if (is_better && matches(rule.pattern, normal)) best = &rule;
  }
  return best ? Verdict{best->allow, best->text} : Verdict{};
}

model::RobotsDecision decide(const RobotsFile& file, const Robots& rules, std::string_view path) {
  model::RobotsDecision decision;
  decision.asked = file.asked;
  switch (file.access) {
    case RobotsFile::Access::Found: {
      const auto verdict = rules.judge(path);
      decision.allowed = verdict.allowed;
      decision.why = verdict.rule.empty() ? "no rule speaks of it" : verdict.rule;
      break;
    }
    case RobotsFile::Access::Unavailable:
      decision.why = "there is no robots.txt: " + file.detail;
      break;
    case RobotsFile::Access::Unreachable:
      decision.allowed = false;
      decision.why = "robots.txt could not be seen: " + file.detail;
      break;
  }
  return decision;
}

bool is_fresh(const RobotsFile& file, base::Instant now) {
  using std::chrono::hours;
  const auto longest = file.access == RobotsFile::Access::Unreachable ? hours(1) : hours(24);
  return file.asked <= now && now - file.asked < longest;
}

}  // namespace tracker::fetch
