// What a text itself says its articles are about: "spreading false information (under article 274)". Where it tells later
// that somebody is charged with spreading false information, it names the article by its words.
#pragma once

#include <string>
#include <vector>

#include "tracker/read/mentions.h"

namespace tracker::read {

class Glossary {
 public:
  /// Learns from a sentence that has articles and the words they stand behind.
  void learn(const Shape& shape);
  /// Articles whose words stand in tokens [begin, end); empty where none fit well.
  std::vector<std::string> find(const Sentence& sentence, std::size_t begin, std::size_t end) const;

 private:
  struct Entry {
    std::vector<std::string> words;  // beginnings of words, sorted
    std::vector<std::string> articles;
  };
  void add(std::vector<std::string> words, std::vector<std::string> articles);
  std::vector<Entry> entries_;
};

}  // namespace tracker::read
