#include "tracker/read/glossary.h"

#include <algorithm>

namespace tracker::read {
namespace {

constexpr std::size_t kMostEntries = 200;
constexpr std::size_t kReach = 14;   // tokens before the article that may say what it is about
constexpr std::size_t kBegins = 6;   // letters of a word that count: endings differ
constexpr std::size_t kShortest = 5;  // letters; shorter words say too little

std::size_t letters_of(std::string_view word) {
  return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// The first letters of a word that says something; empty for the others.
std::string beginning_of(const Sentence& s, std::size_t i) {
  const auto& token = s.tokens[i];
  if (token.kind != TokenKind::Word || token.capital || letters_of(token.plain) < kShortest) return {};
  if (s.info[i] && (s.is(i, Class::RoleSubject) || s.is(i, Class::RoleOfficial) || s.is(i, Class::CodeWord) || s.is(i, Class::To) || s.is(i, Class::Month)))
    return {};
  for (const std::string_view told : {"charge", "convict", "guilt", "sentenc", "subsequ", "thereaf", "alleg", "initiat"})
    if (token.plain.starts_with(told)) return {};
  std::size_t bytes = 0, letters = 0;
  while (bytes < token.plain.size() && letters < kBegins) {
    ++bytes;
    while (bytes < token.plain.size() && (static_cast<unsigned char>(token.plain[bytes]) & 0xC0) == 0x80) ++bytes;
    ++letters;
  }
  return token.plain.substr(0, bytes);
}

std::vector<std::string> words_in(const Sentence& s, std::size_t begin, std::size_t end) {
  std::vector<std::string> words;
  for (std::size_t i = begin; i < std::min(end, s.tokens.size()); ++i)
    if (auto word = beginning_of(s, i); !word.empty()) words.push_back(std::move(word));
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace

void Glossary::add(std::vector<std::string> words, std::vector<std::string> articles) {
  if (words.size() < 2 || articles.empty() || entries_.size() >= kMostEntries) return;
  entries_.push_back({std::move(words), std::move(articles)});
}

void Glossary::learn(const Shape& shape) {
  const auto& s = shape.sentence;
  for (const auto& mention : shape.articles) {
    if (mention.articles.empty() || mention.begin == 0) continue;
    const std::size_t end = mention.begin;
    std::size_t begin = end > kReach ? end - kReach : 0;
    // Words of another mention, of another clause or behind another article are about something else.
    for (std::size_t i = end; i > begin; --i)
      if (s.is_sign(i - 1, ",") || s.is_sign(i - 1, ";") || s.is_sign(i - 1, ")")) begin = i;
    for (const auto& other : shape.mentions)
      if (other.end <= end && other.end > begin && other.kind != MentionKind::Other) begin = other.end;
    std::vector<std::size_t> joints{begin};
    for (std::size_t i = begin; i < end; ++i)
      if (s.is(i, Class::And) && i > begin + 1) joints.push_back(i + 1);
    joints.push_back(end);
    if (joints.size() == mention.articles.size() + 1) {
      for (std::size_t i = 0; i < mention.articles.size(); ++i) add(words_in(s, joints[i], joints[i + 1]), {mention.articles[i]});
    } else {
      add(words_in(s, begin, end), mention.articles);
    }
  }
}

std::vector<std::string> Glossary::find(const Sentence& sentence, std::size_t begin, std::size_t end) const {
  const auto words = words_in(sentence, begin, end);
  const Entry* best = nullptr;
  double best_share = 0.6;
  for (const auto& entry : entries_) {
    const auto common = std::count_if(entry.words.begin(), entry.words.end(),
                                      [&](const std::string& word) { return std::binary_search(words.begin(), words.end(), word); });
    const double share = static_cast<double>(common) / static_cast<double>(entry.words.size());
    if (common >= 2 && share >= best_share) {
      if (best && share == best_share) continue;
      best = &entry;
      best_share = share;
    }
  }
  return best ? best->articles : std::vector<std::string>{};
}

}  // namespace tracker::read
