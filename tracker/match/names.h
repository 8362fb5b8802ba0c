// Names without spelling: parts folded to keys that are equal for every usual way to write a name in Latin, Russian and
// Kazakh letters, and an index from keys to people. What an equal name means is for others to say; here nothing is decided.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tracker/model/entity.h"

namespace tracker::match {

/// Key of one word of a name: romanised (ICU Kazakh-Latin/BGN, Russian-Latin/BGN), lower case, doubled letters, y/i/e and
/// kh/h, zh/j, q/k, g/gh folded. "Жанболат", "Zhanbolat" and "Janbolat" have one key.
std::string key_of(std::string_view word);

/// Keys that a word in a sentence can mean when it carries a case ending ("Мамаева" → mamaev, mamaeva), the bare key first.
std::vector<std::string> keys_of(std::string_view word, std::string_view language);

/// A person's name in two parts where it has them, as keys.
struct NameKeys {
  std::string given;
  std::string surname;
};

class Names {
 public:
  Names() = default;
  explicit Names(const std::vector<model::Person>& people);

  /// Adds one spelling of a person's name: "Zhanbolat Mamai", "Мамай Жанболат".
  void add(const std::string& id, std::string_view name);

  /// Ids of all who have one of these keys among the words of their names. Constant time in the size of the list.
  std::vector<std::string> with(std::string_view key) const;
  /// Ids of all for whom every word of `name` is a word of theirs (initials count), sorted. Empty for no words.
  std::vector<std::string> find(std::string_view name, std::string_view language = {}) const;
  bool knows(std::string_view key) const { return by_key_.find(std::string(key)) != by_key_.end(); }
  std::size_t size() const { return people_.size(); }

 private:
  struct Entry {
    std::string id;
    std::vector<std::vector<std::string>> names;  // keys of each spelling
  };
  std::vector<Entry> people_;
  std::unordered_map<std::string, std::size_t> by_id_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_key_;
};

}  // namespace tracker::match
