// The real lexicon, compiled once, and short ways to read a made-up text.
#pragma once

#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tracker/load/lexicon.h"
#include "tracker/read/grammar.h"
#include "tracker/read/read_text.h"
#include "tracker/read/sentence.h"

namespace tracker::read {

inline const Lexicons& lexicons() {
  static const Lexicons compiled = [] {
    base::Findings findings;
    const std::string content = std::string(TIZIM_SOURCE_DIR) + "/content";
    auto made = Lexicons::compile(load::load_lexicons(content, "content", findings), findings);
    for (const auto& finding : findings) WARN(base::to_string(finding));
    REQUIRE(findings.empty());
    return made;
  }();
  return compiled;
}

inline const Grammar& grammar(const std::string& language) {
  const auto* found = lexicons().find(language);
  REQUIRE(found != nullptr);
  return *found;
}

/// The first sentence of a text.
inline Sentence first_sentence(const std::string& language, const std::string& text) {
  auto sentences = split_sentences(tokenise(text, {0, text.size()}), grammar(language));
  REQUIRE_FALSE(sentences.empty());
  return std::move(sentences.front());
}

inline Statements read(const std::string& language, const std::string& text, const std::string& published = "2023-03-06") {
  static const match::Names nobody;
  return read_text({text, language, {}}, {lexicons(), nobody, base::PartialDate::parse(published)});
}

/// "Anna Petrenko sentenced 2023-03-01 36 months 174": what a statement says, on one line.
inline std::string line(const Statement& statement) {
  std::string text = statement.person + ' ' + std::string(model::code_of(statement.event));
  if (statement.date) text += ' ' + statement.date->edtf();
  if (statement.sentence && statement.sentence->months) text += ' ' + std::to_string(*statement.sentence->months) + "m";
  if (statement.sentence && statement.sentence->days) text += ' ' + std::to_string(*statement.sentence->days) + "d";
  for (const auto& article : statement.articles) text += ' ' + article;
  return text;
}

inline std::vector<std::string> lines(const Statements& statements) {
  std::vector<std::string> all;
  for (const auto& statement : statements) all.push_back(line(statement));
  return all;
}

}  // namespace tracker::read
