#include "tracker/read/sieve.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>
#include <numeric>

namespace tracker::read {
namespace {

constexpr int kShortestWord = 3;  // bytes; shorter ones stand in every sentence

}  // namespace

WordFinder::WordFinder(const std::vector<std::string>& words) : count_(words.size()) {
  for (const auto& word : words)
    for (const char c : word)
      if (auto& kind = kinds_[static_cast<unsigned char>(c)]; kind == 0) kind = static_cast<std::uint16_t>(width_++);
  // The tree of the words; state 0 is its root, and 0 also stands for "no child".
  std::vector<std::vector<int>> ends(1);
  next_.assign(width_, 0);
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::size_t state = 0;
    for (const char c : words[i]) {
      const std::size_t edge = state * width_ + kinds_[static_cast<unsigned char>(c)];
      if (next_[edge] == 0) {
        const auto fresh = static_cast<std::uint32_t>(ends.size());
        ends.emplace_back();
        next_.resize(next_.size() + width_, 0);
        next_[edge] = fresh;
      }
      state = next_[edge];
    }
    if (state != 0) ends[state].push_back(static_cast<int>(i));
  }
  // Breadth first: where a state has no child, the next of its longest proper ending that is a state.
  std::vector<std::uint32_t> fallback(ends.size(), 0), queue;
  for (std::size_t kind = 0; kind < width_; ++kind)
    if (next_[kind] != 0) queue.push_back(next_[kind]);
  for (std::size_t at = 0; at < queue.size(); ++at) {
    const std::size_t state = queue[at];
    const auto& shorter = ends[fallback[state]];
    ends[state].insert(ends[state].end(), shorter.begin(), shorter.end());
    for (std::size_t kind = 0; kind < width_; ++kind) {
      auto& to = next_[state * width_ + kind];
      const auto other = next_[fallback[state] * width_ + kind];
      if (to != 0) {
        fallback[to] = other;
        queue.push_back(to);
      } else {
        to = other;
      }
    }
  }
  for (const auto& here : ends) {
    ends_.push_back(static_cast<std::uint32_t>(words_.size()));
    words_.insert(words_.end(), here.begin(), here.end());
  }
  ends_.push_back(static_cast<std::uint32_t>(words_.size()));
  for (auto& to : next_) to = to * 2 + (ends_[to] != ends_[to + 1] ? 1 : 0);
  for (unsigned char c = 'A'; c <= 'Z'; ++c) kinds_[c] = kinds_[static_cast<unsigned char>(c + 32)];
}

void WordFinder::find(std::string_view text, std::vector<int>& found) const {
  found.clear();
  std::vector<bool> seen(count_);
  std::size_t state = 0;
  for (const char c : text) {
    const auto to = next_[state * width_ + kinds_[static_cast<unsigned char>(c)]];
    state = to / 2;
    if (to % 2 == 0) continue;
    for (auto i = ends_[state]; i < ends_[state + 1]; ++i) {
      const auto word = static_cast<std::size_t>(words_[i]);
      if (seen[word]) continue;
      seen[word] = true;
      found.push_back(words_[i]);
    }
  }
}

Sieve::Sieve() : patterns_(std::make_unique<re2::FilteredRE2>(kShortestWord)) {}
Sieve::~Sieve() = default;
Sieve::Sieve(Sieve&&) noexcept = default;
Sieve& Sieve::operator=(Sieve&&) noexcept = default;

void Sieve::add(const std::string& pattern, std::int64_t largest) {
  re2::RE2::Options options(re2::RE2::Quiet);
  options.set_max_mem(largest);
  int id = 0;
  patterns_->Add(pattern, options, &id);
  ++count_;
}

void Sieve::compile() {
  std::vector<std::string> words;
  if (count_ > 0) patterns_->Compile(&words);
  words_ = std::make_unique<WordFinder>(words);
}

std::vector<int> Sieve::candidates(std::string_view text) const {
  std::vector<int> found, patterns;
  if (count_ == 0) return patterns;
  words_->find(text, found);
  patterns_->AllPotentials(found, &patterns);
  std::sort(patterns.begin(), patterns.end());
  return patterns;
}

}  // namespace tracker::read
