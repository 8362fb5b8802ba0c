#include "tracker/read/sieve.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "tests/tracker/read/support.h"
#include "tracker/read/mentions.h"
#include "tracker/read/plain.h"

using namespace tracker::read;

namespace {

std::vector<int> words_in(const std::vector<std::string>& words, const std::string& text) {
  std::vector<int> found;
  WordFinder(words).find(text, found);
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

TEST_CASE("words are found wherever they stand, one inside or across another too, and each once") {
  CHECK(words_in({"he", "she", "his", "hers"}, "ushers") == std::vector<int>{0, 1, 3});
  CHECK(words_in({"aba", "bab"}, "ababab") == std::vector<int>{0, 1});
  CHECK(words_in({"сот", "сотта"}, "оны соттады") == std::vector<int>{0, 1});
  CHECK(words_in({"abc"}, "ab ABC") == std::vector<int>{0});
  CHECK(words_in({"abc"}, "abd").empty());
  CHECK(words_in({""}, "abc").empty());
  CHECK(words_in({}, "abc").empty());
}

TEST_CASE("a sieve keeps every pattern that matches, and leaves out what cannot") {
  Sieve sieve;
  for (const char* pattern : {" (was (?:jailed|freed)) ", " (сотта(?:лды|ды)) ", " ([a-z]+ T) "}) sieve.add(pattern, 1 << 20);
  sieve.compile();
  CHECK(sieve.candidates(" P was freed . ") == std::vector<int>{0, 2});  // the third has no word that it needs
  CHECK(sieve.candidates(" P соттады . ") == std::vector<int>{1, 2});
  CHECK(sieve.candidates("") == std::vector<int>{2});
}

TEST_CASE("no rule of the lexicon is lost by the sieve on any sentence of the tests") {
  int sentences = 0, matches = 0;
  for (const auto& file : std::filesystem::directory_iterator(std::string(TIZIM_SOURCE_DIR) + "/tests/data/reading")) {
    if (file.path().extension() != ".txt") continue;
    const auto stem = file.path().stem().string();
    const auto& rules = grammar(stem.substr(stem.size() - 2));
    std::ifstream in(file.path());
    for (std::string text; std::getline(in, text); ++sentences) {
      const Plain plain(first_sentence(rules.language, text + "."), {});
      const auto kept = rules.sieves.rules.candidates(plain.text());
      for (std::size_t i = 0; i < rules.rules.size(); ++i) {
        if (find_all(plain, *rules.rules[i].pattern).empty()) continue;
        ++matches;
        INFO(rules.rules[i].source.id << ": " << plain.text());
        CHECK(std::binary_search(kept.begin(), kept.end(), static_cast<int>(i)));
      }
    }
  }
  CHECK(sentences > 500);
  CHECK(matches > 200);
}
