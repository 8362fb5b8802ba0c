#include "tracker/read/events.h"

#include <algorithm>

namespace tracker::read {
namespace {

constexpr std::size_t kNear = 700;  // bytes

/// Signs that part what is said of one thing from what is said of another.
bool parts_clauses(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size() || (text[at + 2] != ' ' && static_cast<unsigned char>(text[at + 1]) < 0x80)) return false;  // most words
  for (const std::string_view sign : {" ; ", " : ", " — ", " ( ", " ) ", " \" "})
    if (text.substr(at).starts_with(sign)) return true;
  return false;
}

std::size_t clause_begin(std::string_view text, std::size_t from, std::size_t least) {
  for (std::size_t at = from; at > least + 1; --at)
    if (text[at - 1] == ' ' && parts_clauses(text, at - 1)) return at;
  return least;
}

std::size_t clause_end(std::string_view text, std::size_t to, std::size_t most) {
  for (std::size_t at = to; at + 2 < most; ++at)
    if (text[at] == ' ' && parts_clauses(text, at)) return at + 1;
  return most;
}

bool matches(const re2::RE2& pattern, std::string_view text) {
  return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

/// The pattern itself has the word: a rule for "did not deserve parole" is not taken back by its "not".
bool has_word(std::string_view pattern, std::string_view word) {
  for (std::size_t at = pattern.find(word); at != std::string_view::npos; at = pattern.find(word, at + 1)) {
    const auto is_letter = [&](std::size_t i) {
      const auto c = static_cast<unsigned char>(pattern[i]);
      return c >= 0x80 || (c >= 'a' && c <= 'z');
    };
    const std::size_t end = at + word.size();
    if ((at == 0 || !is_letter(at - 1)) && (end == pattern.size() || !is_letter(end))) return true;
  }
  return false;
}

bool is_negated_inside(const std::string& text, const FoundEvent& event, const re2::RE2& guard) {
  const std::string inside = " " + text.substr(event.match.from, event.match.to - event.match.from) + " ";
  re2::StringPiece group[2];
  return guard.Match(inside, 0, inside.size(), re2::RE2::UNANCHORED, group, 2) &&
         !has_word(event.rule->pattern->pattern(), std::string_view(group[1].data(), group[1].size()));
}

bool is_taken_back(const std::string& text, const FoundEvent& event, const Grammar& grammar, const std::vector<int>& guards) {
  const Match& match = event.match;
  const std::string_view all(text);
  // Guards look at what is near, so that the time stays linear in a sentence that never ends.
  const std::size_t near = match.from > kNear ? all.find(' ', match.from - kNear) : 0;
  const std::size_t far = std::min(all.size(), match.to + kNear);
  const std::size_t begin = std::max(near, clause_begin(all, match.from > 0 ? match.from - 1 : 0, near)), end = std::min(far, clause_end(all, match.to, far));
  for (const int index : guards) {
    const auto& guard = grammar.guards[static_cast<std::size_t>(index)];
    if (guard.value == "inside" && is_negated_inside(text, event, *guard.pattern)) return true;
    std::string_view where;
    if (guard.value == "left") where = all.substr(begin, match.from - begin);
    else if (guard.value == "right") where = all.substr(match.to, far - match.to);
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
  for (const int index : grammar.sieves.rules.candidates(plain.text())) {
    const auto& rule = grammar.rules[static_cast<std::size_t>(index)];
    for (const auto& match : find_all(plain, *rule.pattern)) {
      const bool excluded = rule.not_after && matches(*rule.not_after, std::string_view(plain.text()).substr(0, match.from));
      if (!excluded) all.push_back({&rule, match});
    }
  }
  if (all.empty()) return all;
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
  const auto guards = grammar.sieves.guards.candidates(plain.text());
  std::erase_if(found, [&](const FoundEvent& event) { return is_taken_back(plain.text(), event, grammar, guards); });
  std::sort(found.begin(), found.end(), [](const FoundEvent& a, const FoundEvent& b) { return a.match.from < b.match.from; });
  return found;
}

}  // namespace tracker::read
