// Text in several languages, and where things stand in their files.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace tracker::model {

/// 1-based line and column in the file of the entity; 0 where unknown. Never part of a value's identity.
struct Position {
  int line = 0;
  int column = 0;
};

/// Language tag ("en", "ru", "kk") to text. A plain string in a file stands under "", the default language.
struct Localised {
  std::map<std::string, std::string, std::less<>> by_language;

  bool empty() const { return by_language.empty(); }
  /// The text in `language`; else in `fallback`, else unmarked, else the first; "" where there is none.
  const std::string& in(std::string_view language, std::string_view fallback) const;
  /// There is a text in exactly this language (unmarked text counts as `fallback`).
  bool has(std::string_view language, std::string_view fallback) const;

  friend bool operator==(const Localised&, const Localised&) = default;
};

/// The id of another entity, with the place where it is written, so that a dangling one can be pointed at.
struct Ref {
  std::string id;
  Position at;

  bool empty() const { return id.empty(); }
  friend bool operator==(const Ref& a, const Ref& b) { return a.id == b.id; }
};

/// A text in a language of its own (a selector, a pattern), with the place where it is written, so that a mistake in it
/// can be pointed at.
struct Expression {
  std::string text;
  Position at;

  bool empty() const { return text.empty(); }
  friend bool operator==(const Expression& a, const Expression& b) { return a.text == b.text; }
};

/// A Markdown body, one a language.
struct Text {
  std::string body;
  bool draft = false;  // waits for a native reader
  std::string file;

  friend bool operator==(const Text& a, const Text& b) { return a.body == b.body && a.draft == b.draft; }
};

}  // namespace tracker::model
