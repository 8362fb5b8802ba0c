#include "tracker/read/numbers.h"

#include <cstdlib>

namespace tracker::read {
namespace {

constexpr double kLargest = 1e9;

/// "15", "2.5", "1,5", "600,000".
std::optional<double> value_of(const std::string& figures) {
  std::string plain;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (figures[i] >= '0' && figures[i] <= '9') {
      plain += figures[i];
    } else if (figures[i] == ',' || figures[i] == '.') {
      const bool groups = figures.size() - i == 4 || (i + 4 < figures.size() && figures[i + 4] == figures[i]);
      if (!groups) plain += '.';
    } else {
      return std::nullopt;
    }
  }
  if (plain.size() > 12) return std::nullopt;
  const double value = std::strtod(plain.c_str(), nullptr);
  return value < kLargest ? std::optional(value) : std::nullopt;
}

/// The same, of a word that was looked up already.
std::optional<double> number_in(std::string_view word, const WordInfo* info, const Grammar& grammar) {
  if (info && info->is(Class::Number)) return info->number;
  const auto hyphen = word.find('-');
  if (hyphen == std::string_view::npos) return std::nullopt;
  const auto* first = grammar.look_up(word.substr(0, hyphen));
  const auto* second = grammar.look_up(word.substr(hyphen + 1));
  if (!first || !second || !first->is(Class::Number) || !second->is(Class::Number)) return std::nullopt;
  if (second->number >= first->number) return std::nullopt;
  return first->number + second->number;
}

}  // namespace

std::optional<double> number_in(std::string_view word, const Grammar& grammar) { return number_in(word, grammar.look_up(word), grammar); }

std::optional<FoundNumber> number_at(const Sentence& sentence, std::size_t token, const Grammar& grammar) {
  const auto& tokens = sentence.tokens;
  std::size_t i = token;
  double value = 0;
  if (i >= tokens.size()) return std::nullopt;
  // A half after the number: "2 1/2", "два с половиной", "two and a half", "бір жарым".
  const auto half = [&] {
    std::size_t at = i;
    while (at < tokens.size() && at < i + 2 && (sentence.is(at, Class::And) || tokens[at].plain == "с")) ++at;
    if (at < tokens.size() && (sentence.is(at, Class::Half) || tokens[at].plain == "1/2")) {
      value += 0.5;
      i = at + 1;
    } else if (at < tokens.size() && tokens[at].plain == "½") {
      value += 0.5;
      i = at + 1;
    }
  };
  if (tokens[i].kind == TokenKind::Number) {
    const auto figures = value_of(tokens[i].plain);
    if (!figures) return std::nullopt;
    value = *figures;
    ++i;
    // "3 , 5" of text that was taken apart into tokens
    if (value < 100 && sentence.is_sign(i, ",") && !tokens[i].glued && sentence.is_number(i + 1) && tokens[i + 1].plain == "5") {
      value += 0.5;
      i += 2;
    }
    half();
    return FoundNumber{value, i};
  }
  if (tokens[i].kind != TokenKind::Word) return std::nullopt;
  double last = kLargest;
  bool any = false;
  while (i < tokens.size() && tokens[i].kind == TokenKind::Word && i < token + 6) {
    const auto part = number_in(tokens[i].plain, sentence.info[i], grammar);
    if (!part) break;
    if (*part == 100 && any && value < 10) {
      value *= 100;
    } else if (!any || (*part < last && last >= 10 && *part >= 1)) {
      value += *part;
    } else {
      break;
    }
    last = *part;
    any = true;
    ++i;
  }
  if (!any) return std::nullopt;
  half();
  return FoundNumber{value, i};
}

}  // namespace tracker::read
