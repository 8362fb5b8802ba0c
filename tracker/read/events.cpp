#include "tracker/read/events.h"

#include <algorithm>

namespace tracker::read {
namespace {

/// Signs that part what is said of one thing from what is said of another.
bool parts_clauses(std::string_view text, std::size_t at) {
  for (const std::string_view sign : {" ; ", " : ", " — ", " ( ", " ) ", " \" "})
    if (text.substr(at).starts_with(sign)) return true;
  return false;
}

std::size_t clause_begin(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at > 1; --at)
    if (text[at - 1] == ' ' && parts_clauses(text, at - 1)) return at;
  return 0;
}

std::size_t clause_end(std::string_view text, std::size_t to) {
  for (std::size_t at = to; at + 2 < text.size(); ++at)
    if (text[at] == ' ' && parts_clauses(text, at)) return at + 1;
  return text.size();
}

bool matches(const re2::RE2& pattern, std::string_view text) {
  return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

bool is_taken_back(const std::string& text, const Match& match, const Grammar& grammar) {
  const std::string_view all(text);
  const std::size_t begin = clause_begin(all, match.from > 0 ? match.from - 1 : 0), end = clause_end(all, match.to);
  for (const auto& guard : grammar.guards) {
    std::string_view where;
    if (guard.value == "left") where = all.substr(begin, match.from - begin);
    else if (guard.value == "right") where = all.substr(match.to);
    else if (guard.value == "clause") where = all.substr(begin, end - begin);
    else if (guard.value == "sentence") where = all;
    else continue;
    if (matches(*guard.pattern, where)) return true;
  }
  return false;
}

}  // namespace

std::vector<FoundEvent> find_events(const Plain& plain, const Grammar& grammar) {
  std::vector<FoundEvent> all;
  for (const auto& rule : grammar.rules)
    for (const auto& match : find_all(plain, *rule.pattern)) {
      const bool excluded = rule.not_after && matches(*rule.not_after, std::string_view(plain.text()).substr(0, match.from));
      if (!excluded) all.push_back({&rule, match});
    }
  std::stable_sort(all.begin(), all.end(), [](const FoundEvent& a, const FoundEvent& b) {
    return a.match.to - a.match.from > b.match.to - b.match.from;
  });
  std::vector<FoundEvent> found;
  for (const auto& event : all) {
    const bool overlaps = std::any_of(found.begin(), found.end(), [&](const FoundEvent& other) {
      return event.match.from < other.match.to && other.match.from < event.match.to;
    });
    if (!overlaps) found.push_back(event);
  }
  std::erase_if(found, [&](const FoundEvent& event) { return is_taken_back(plain.text(), event.match, grammar); });
  std::sort(found.begin(), found.end(), [](const FoundEvent& a, const FoundEvent& b) { return a.match.from < b.match.from; });
  return found;
}

}  // namespace tracker::read
