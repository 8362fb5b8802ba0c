// Which of many patterns can match a text at all: RE2 says which words each of them needs, and one pass over the text finds
// which of the words are there. Most patterns need not be tried on most sentences.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace re2 {
class FilteredRE2;
}

namespace tracker::read {

/// Finds which of a set of words stand in a text, in one pass (Aho and Corasick 1975).
class WordFinder {
 public:
  /// Empty words are found nowhere.
  explicit WordFinder(const std::vector<std::string>& words);
  /// Indexes of the words in the text, each once, in no order. `found` is emptied first.
  void find(std::string_view text, std::vector<int>& found) const;

 private:
  std::array<std::uint16_t, 256> kinds_{};  // bytes of no word are all one kind; a capital letter is its small one
  std::size_t width_ = 1;                   // number of kinds
  std::vector<std::uint32_t> next_;         // state × kind → state, times two, plus one where words end
  std::vector<std::uint32_t> ends_;         // state → first of its words in words_, and the one behind
  std::vector<int> words_;
  std::size_t count_ = 0;
};

class Sieve {
 public:
  Sieve();
  ~Sieve();
  Sieve(Sieve&&) noexcept;
  Sieve& operator=(Sieve&&) noexcept;

  /// The n-th pattern added is pattern n. It must be a valid one; `largest` bytes of program are allowed.
  void add(const std::string& pattern, std::int64_t largest);
  /// After the last pattern and before the first question.
  void compile();
  /// Every pattern that matches `text` is among these; ascending.
  std::vector<int> candidates(std::string_view text) const;

 private:
  std::unique_ptr<re2::FilteredRE2> patterns_;
  std::unique_ptr<WordFinder> words_;
  int count_ = 0;
};

}  // namespace tracker::read
