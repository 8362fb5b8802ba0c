// References to articles of law, however they are written: "Article 405, Part 2", "ч. 1 ст. 272", "405-бабының 1 және 2
// тармағы", "Articles 206.3.2 (…) and 228.2.1", "ст.272 ч.1/2".
#pragma once

#include <string>
#include <vector>

#include "tracker/read/sentence.h"

namespace tracker::read {

struct ArticleMention {
  std::vector<std::string> articles;  // "405.1", "174"; empty for a reference back
  bool same = false;                  // "the same article"
  std::size_t begin = 0;              // tokens [begin, end)
  std::size_t end = 0;
};

/// From left to right. Articles of codes of procedure, constitutions and treaties are left out.
std::vector<ArticleMention> find_articles(const Sentence& sentence, const Grammar& grammar);

}  // namespace tracker::read
