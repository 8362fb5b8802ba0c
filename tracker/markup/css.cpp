#include "tracker/markup/css.h"

#include <cctype>
#include <charconv>

namespace tracker::markup {
namespace {

struct Wrong {
  std::size_t at;
  std::string what;
};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return text;
}

/// an+b of :nth-child (Selectors 3, 6.6.5.1).
struct Nth {
  int a = 0, b = 0;
};

std::string condition_of(const Nth& nth, const std::string& position) {
  const std::string b = std::to_string(nth.b);
  if (nth.a == 0) return position + " = " + b;
  const std::string step = std::to_string(nth.a < 0 ? -nth.a : nth.a);
  const std::string bound = position + (nth.a > 0 ? " >= " : " <= ") + b;
  return bound + " and (" + position + " - " + b + ") mod " + step + " = 0";
}

class Parser {
 public:
  explicit Parser(std::string_view css) : css_(css) {}

  std::string list() {
    std::string xpath;
    do {
      if (!xpath.empty()) xpath += " | ";
      xpath += complex();
    } while (take(','));
    if (at_ < css_.size()) fail("\"" + std::string(1, css_[at_]) + "\" is not understood here");
    return xpath;
  }

 private:
  [[noreturn]] void fail(const std::string& what) const { throw Wrong{at_, what}; }
  char peek() const { return at_ < css_.size() ? css_[at_] : '\0'; }
  void skip_space() {
    while (is_space(peek())) ++at_;
  }
  bool take(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }
  void expect(char c, const std::string& what) {
    if (!take(c)) fail(what);
  }

  std::string name(const std::string& of) {
    const std::size_t begin = at_;
    std::string text;
    while (is_name(peek()) || peek() == '\\') {
      if (take('\\') && at_ >= css_.size()) fail("nothing follows \"\\\"");
      text += css_[at_++];
    }
    if (!text.empty() && !is_digit(text[0])) return text;
    at_ = begin;
    fail("a name of " + of + " is missing");
  }

  std::string complex() {
    skip_space();
    std::string xpath = ".//" + compound(false);
    while (true) {
      const bool spaced = is_space(peek());
      skip_space();
      const char c = peek();
      if (c == '\0' || c == ',') return xpath;
      if (c == '>' || c == '+' || c == '~') {
        ++at_;
        skip_space();
        if (c == '>') xpath += "/" + compound(false);
        if (c == '+') xpath += "/following-sibling::*[1]" + compound(true);
        if (c == '~') xpath += "/following-sibling::" + compound(false);
      } else if (spaced) {
        xpath += "//" + compound(false);
      } else {
        fail("\"" + std::string(1, c) + "\" is not understood here");
      }
    }
  }

  /// "div[condition]…"; with `self` the element is chosen already and its type is a condition too.
  std::string compound(bool self) {
    std::string type = "*", conditions;
    bool any = false;
    if (is_name(peek())) {
      type = lower(name("an element"));
      any = true;
    } else if (take('*')) {
      any = true;
    }
    type_ = type;
    for (std::string simple; !(simple = simple_condition()).empty(); any = true) conditions += "[" + simple + "]";
    if (!any) fail(at_ < css_.size() ? "\"" + std::string(1, peek()) + "\" is not understood here" : "something is missing at the end");
    if (!self) return type + conditions;
    return (type == "*" ? "" : "[self::" + type + "]") + conditions;
  }

  /// Empty where none follows.
  std::string simple_condition() {
    if (take('#')) return "@id = " + xpath_literal(name("an id"));
    if (take('.')) return word_in("@class", name("a class"));
    if (take('[')) return attribute();
    if (take(':')) return pseudo();
    return {};
  }

  static std::string word_in(const std::string& value, const std::string& word) {
    return "contains(concat(' ', normalize-space(" + value + "), ' '), " + xpath_literal(" " + word + " ") + ")";
  }

  std::string attribute() {
    const std::size_t begin = at_ - 1;
    skip_space();
    const std::string value = "@" + lower(name("an attribute"));
    skip_space();
    if (take(']')) return value;
    char how = '=';
    if (peek() != '=') {
      how = peek();
      if (how == '\0' || std::string_view("~|^$*").find(how) == std::string_view::npos) unclosed(begin);
      ++at_;
    }
    expect('=', "\"=\" is missing");
    skip_space();
    const std::string text = attribute_value(begin);
    skip_space();
    if (!take(']')) unclosed(begin);
    return attribute_condition(value, how, text);
  }

  [[noreturn]] void unclosed(std::size_t begin) {
    if (at_ < css_.size()) fail("\"" + std::string(1, peek()) + "\" is not understood in [ ]");
    at_ = begin;
    fail("\"[\" is not closed");
  }

  std::string attribute_value(std::size_t begin) {
    const char quote = peek();
    if (quote != '"' && quote != '\'') return name("a value (put it into quotes)");
    ++at_;
    std::string text;
    while (peek() != quote) {
      if (peek() == '\\') ++at_;
      if (at_ >= css_.size()) unclosed(begin);
      text += css_[at_++];
    }
    ++at_;
    return text;
  }

  static std::string attribute_condition(const std::string& value, char how, const std::string& text) {
    const std::string literal = xpath_literal(text);
    if (how == '=') return value + " = " + literal;
    if (text.empty() || (how == '~' && text.find(' ') != std::string::npos)) return "false()";
    if (how == '~') return word_in(value, text);
    if (how == '|') return value + " = " + literal + " or starts-with(" + value + ", " + xpath_literal(text + "-") + ")";
    if (how == '^') return "starts-with(" + value + ", " + literal + ")";
    if (how == '*') return "contains(" + value + ", " + literal + ")";
    return "substring(" + value + ", string-length(" + value + ") - string-length(" + literal + ") + 1) = " + literal;
  }

  std::string pseudo() {
    const std::size_t begin = at_ - 1;
    const std::string word = lower(name("a pseudo-class"));
    const std::string before = "count(preceding-sibling::*)", after = "count(following-sibling::*)";
    if (word == "first-child") return before + " = 0";
    if (word == "last-child") return after + " = 0";
    if (word == "only-child") return before + " = 0 and " + after + " = 0";
    if (word == "first-of-type" && type_ != "*") return "count(preceding-sibling::" + type_ + ") = 0";
    if (word == "last-of-type" && type_ != "*") return "count(following-sibling::" + type_ + ") = 0";
    if (word == "empty") return "not(* or text())";
    if (word == "nth-child") return condition_of(nth(), "(" + before + " + 1)");
    if (word == "nth-last-child") return condition_of(nth(), "(" + after + " + 1)");
    if (word == "nth-of-type" && type_ != "*")
      return condition_of(nth(), "(count(preceding-sibling::" + type_ + ") + 1)");
    if (word == "not") return negation();
    at_ = begin;
    fail("\":" + word + "\" is not known" + (word.ends_with("of-type") ? " without the name of an element" : ""));
  }

  std::string negation() {
    expect('(', "\"(\" is missing after :not");
    skip_space();
    std::string inner;
    if (is_name(peek())) {
      inner = "self::" + lower(name("an element"));
    } else {
      inner = simple_condition();
      if (inner.empty()) fail("one simple selector belongs into :not( )");
    }
    skip_space();
    expect(')', ":not( ) takes one simple selector");
    return "not(" + inner + ")";
  }

  Nth nth() {
    expect('(', "\"(\" is missing");
    const std::size_t begin = at_;
    std::string text;
    while (peek() != ')') {
      if (at_ >= css_.size()) fail("\")\" is missing");
      if (!is_space(peek())) text += peek();
      ++at_;
    }
    ++at_;
    text = lower(text);
    if (text == "odd") return {2, 1};
    if (text == "even") return {2, 0};
    const auto integer = [&](std::string part, int bare) {
      if (part.starts_with('+')) part.erase(0, 1);
      if (part.empty()) return bare;
      if (part == "-") return -bare;
      int value = 0;
      const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
      if (error != std::errc() || end != part.data() + part.size() || value > 100000 || value < -100000) {
        at_ = begin;
        fail("\"" + text + "\" is no position such as 3, odd or 2n+1");
      }
      return value;
    };
    const auto n = text.find('n');
    if (n == std::string::npos) {
      if (text.empty()) fail("a position is missing");
      return {0, integer(text, 0)};
    }
    return {integer(text.substr(0, n), 1), integer(text.substr(n + 1), 0)};
  }

  std::string_view css_;
  std::size_t at_ = 0;
  std::string type_;
};

}  // namespace

std::string xpath_literal(std::string_view text) {
  if (text.find('\'') == std::string_view::npos) return "'" + std::string(text) + "'";
  if (text.find('"') == std::string_view::npos) return "\"" + std::string(text) + "\"";
  std::string parts = "concat(";
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto quote = text.find('\'', begin);
    const auto end = quote == std::string_view::npos ? text.size() : quote;
    parts += "'" + std::string(text.substr(begin, end - begin)) + "'";
    if (quote == std::string_view::npos) break;
    parts += ", \"'\", ";
    begin = quote + 1;
  }
  return parts + ")";
}

std::optional<std::string> css_to_xpath(std::string_view css, std::string& why) {
  try {
    return Parser(css).list();
  } catch (const Wrong& wrong) {
    why = "position " + std::to_string(wrong.at + 1) + ": " + wrong.what;
    return std::nullopt;
  }
}

}  // namespace tracker::markup
