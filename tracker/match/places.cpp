#include "tracker/match/places.h"

#include <algorithm>
#include <set>

#include "tracker/match/identity.h"

namespace tracker::match {

Places::Places(const model::Record& record) : record_(&record) {
  for (const auto& place : record.places)
    for (const auto& [language, name] : place.name.by_language) {
      Entry entry{&place, folded_words(name)};
      if (entry.words.empty()) continue;
      by_word_.emplace(entry.words.front(), entries_.size());
      entries_.push_back(std::move(entry));
    }
}

const model::Place* Places::find(std::string_view text, std::string_view language, bool court) const {
  std::set<std::string> said;
  std::string word;
  const auto take = [&] {
    if (!word.empty())
      for (auto& key : keys_of(word, language)) said.insert(std::move(key));
    word.clear();
  };
  for (const char c : text.substr(0, 1000)) {
    const bool separates = static_cast<unsigned char>(c) < 0x80 && !std::isalnum(static_cast<unsigned char>(c));
    if (separates) {
      take();
    } else {
      word += c;
    }
  }
  take();

  const model::Place* best = nullptr;
  std::size_t most = 0;
  bool tied = false;
  for (const auto& key : said) {
    const auto [first, last] = by_word_.equal_range(key);
    for (auto found = first; found != last; ++found) {
      const Entry& entry = entries_[found->second];
      if ((entry.place->kind == model::PlaceKind::Court) != court || entry.words.size() < most) continue;
      if (!std::all_of(entry.words.begin(), entry.words.end(), [&](const auto& w) { return said.contains(w); })) continue;
      if (entry.words.size() == most && best != entry.place) {
        // A city and the region of its name: the narrower one is meant.
        if (best && is_within(entry.place->id, best->id)) {
          best = entry.place;
        } else if (!best || !is_within(best->id, entry.place->id)) {
          tied = true;
        }
        continue;
      }
      tied = tied && entry.words.size() == most;
      best = entry.place;
      most = entry.words.size();
    }
  }
  return tied ? nullptr : best;
}

bool Places::is_within(const std::string& inner, const std::string& outer) const {
  const auto* place = model::find_place(*record_, inner);
  for (int steps = 0; place && steps < 8; ++steps) {  // rings are findings of the check; here they end
    if (place->id == outer) return true;
    place = model::find_place(*record_, place->within.id);
  }
  return false;
}

}  // namespace tracker::match
