#include "tracker/match/names.h"

#include <algorithm>
#include <array>
#include <set>

#include "tracker/match/fold.h"

namespace tracker::match {
namespace {

constexpr std::size_t kLongestWord = 120;  // bytes; nobody's name is longer
constexpr std::size_t kShortestStem = 3;   // code points

constexpr std::array<std::string_view, 26> kRussianEndings = {
    "ого", "ому", "ыми", "ими", "ами", "ями", "ой", "ою", "ей", "ым", "им", "ом", "ем", "ах", "ях", "ам",
    "ям",  "ов",  "а",   "у",   "ы",   "е",   "и",  "я",  "ю",  "ью"};
// What a stem may have lost.
constexpr std::array<std::string_view, 5> kRussianRestored = {"", "а", "й", "ий", "я"};

constexpr std::array<std::string_view, 41> kKazakhEndings = {
    "ның", "нің", "дың", "дің", "тың", "тің", "дан", "ден", "тан", "тен", "нан", "нен", "мен", "бен",
    "пен", "ға",  "ге",  "қа",  "ке",  "на",  "не",  "ны",  "ні",  "ды",  "ді",  "ты",  "ті",  "да",
    "де",  "та",  "те",  "н",   "а",   "е",   "дағы", "дегі", "тағы", "тегі", "лар", "лер", "ін"};

std::size_t count_letters(std::string_view word) {
  return static_cast<std::size_t>(
      std::count_if(word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

void add_key(std::vector<std::string>& keys, std::string key) {
  if (!key.empty() && std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
}

std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  const auto end_word = [&](std::size_t end) {
    if (end > begin) words.push_back(name.substr(begin, end - begin));
  };
  for (std::size_t i = 0; i < name.size();) {
    const std::size_t at = i;
    const char32_t c = next_code_point(name, i);
    const bool is_part = !latin_of(c).empty() || c == U'ь' || c == U'ъ' || c == U'Ь' || c == U'-' || c == U'’' || c == U'\'';
    if (is_part) continue;
    end_word(at);
    begin = i;
  }
  end_word(name.size());
  return words;
}

bool word_fits(const std::vector<std::string>& keys, const std::string& key) {
  return std::any_of(keys.begin(), keys.end(), [&](const std::string& mine) {
    return mine == key || (mine.size() == 1 && key.front() == mine.front());  // an initial
  });
}

/// Every word of the asked name is another word of this spelling.
bool spelling_fits(const std::vector<std::vector<std::string>>& asked, const std::vector<std::string>& spelling) {
  std::vector<bool> used(spelling.size());
  bool whole_word = false;
  for (const auto& keys : asked) {
    bool found = false;
    for (std::size_t i = 0; i < spelling.size() && !found; ++i)
      if (!used[i] && word_fits(keys, spelling[i])) {
        used[i] = found = true;
        whole_word = whole_word || keys.front().size() > 1;
      }
    if (!found) return false;
  }
  return whole_word;
}

}  // namespace

std::string key_of(std::string_view word) {
  std::string latin;
  word = word.substr(0, kLongestWord);
  for (std::size_t i = 0; i < word.size();) latin += latin_of(next_code_point(word, i));
  return fold_latin(latin);
}

std::vector<std::string> keys_of(std::string_view word, std::string_view language) {
  std::vector<std::string> keys;
  add_key(keys, key_of(word));
  const auto strip = [&](const auto& endings, const auto& restored) {
    for (const auto ending : endings) {
      if (!word.ends_with(ending)) continue;
      const auto stem = word.substr(0, word.size() - ending.size());
      if (count_letters(stem) < kShortestStem) continue;
      for (const auto last : restored) add_key(keys, key_of(std::string(stem) + std::string(last)));
    }
  };
  if (language == "ru") strip(kRussianEndings, kRussianRestored);
  if (language == "kk") strip(kKazakhEndings, std::array<std::string_view, 1>{""});
  return keys;
}

Names::Names(const std::vector<model::Person>& people) {
  for (const auto& person : people) {
    for (const auto& [language, name] : person.name.by_language) add(person.id, name);
    for (const auto& name : person.also) add(person.id, name);
  }
}

void Names::add(const std::string& id, std::string_view name) {
  std::vector<std::string> keys;
  for (const auto word : words_of(name)) add_key(keys, key_of(word));
  if (keys.empty()) return;
  const auto [known, is_new] = by_id_.emplace(id, people_.size());
  if (is_new) people_.push_back({id, {}});
  const std::size_t person = known->second;
  for (const auto& key : keys) {
    auto& list = by_key_[key];
    if (std::find(list.begin(), list.end(), person) == list.end()) list.push_back(person);
  }
  auto& names = people_[person].names;
  if (std::find(names.begin(), names.end(), keys) == names.end()) names.push_back(std::move(keys));
}

std::vector<std::string> Names::with(std::string_view key) const {
  std::vector<std::string> ids;
  if (const auto found = by_key_.find(std::string(key)); found != by_key_.end())
    for (const auto person : found->second) ids.push_back(people_[person].id);
  return ids;
}

std::vector<std::string> Names::find(std::string_view name, std::string_view language) const {
  std::vector<std::vector<std::string>> asked;
  for (const auto word : words_of(name))
    if (auto keys = keys_of(word, language); !keys.empty()) asked.push_back(std::move(keys));
  // The word that fewest have leads to the candidates.
  std::set<std::size_t> candidates;
  std::size_t fewest = 0;
  for (const auto& keys : asked) {
    if (keys.front().size() < 2) continue;
    std::set<std::size_t> having;
    for (const auto& key : keys)
      if (const auto found = by_key_.find(key); found != by_key_.end()) having.insert(found->second.begin(), found->second.end());
    if (having.empty()) return {};
    if (candidates.empty() || having.size() < fewest) {
      fewest = having.size();
      candidates = std::move(having);
    }
  }
  std::vector<std::string> ids;
  for (const auto person : candidates)
    if (std::any_of(people_[person].names.begin(), people_[person].names.end(),
                    [&](const auto& spelling) { return spelling_fits(asked, spelling); }))
      ids.push_back(people_[person].id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace tracker::match
