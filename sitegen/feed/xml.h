// The little XML that feeds are made of: elements with text, written straight into a string. A feed of ten thousand
// people is written in one pass, without a tree in memory.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace sitegen::feed {

using XmlAttributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

class Xml {
 public:
  /// Begins with the declaration; everything is UTF-8.
  Xml();
  void open(std::string_view name, XmlAttributes attributes = {});
  void close(std::string_view name);
  /// An element with text; empty elements are written too.
  void text(std::string_view name, std::string_view text, XmlAttributes attributes = {});
  void empty(std::string_view name, XmlAttributes attributes);

  std::string take() { return std::move(bytes_); }

 private:
  void begin(std::string_view name, XmlAttributes attributes);

  std::string bytes_;
  int depth_ = 0;
};

/// The text for XML 1.0: & < > " as references, carriage returns too (a reader would drop them); what XML 1.0 cannot
/// hold (control characters, U+FFFE, U+FFFF) is left out, broken UTF-8 ends the text.
std::string xml_escape(std::string_view text);

}  // namespace sitegen::feed
