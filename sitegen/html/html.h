// Markup that cannot be forgotten to be escaped: text, tags, attributes and addresses are types, and the only
// way from a string to markup is escaping. Html is made from text (escaped), from literals that were in the
// program when it was compiled, and from elements. A string that came from the record can never become a tag,
// an attribute or a script.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "sitegen/html/url.h"

namespace sitegen::html {

/// Text that stood in the program when it was compiled.
class Literal {
 public:
  template <std::size_t N>
  consteval Literal(const char (&text)[N]) : text_(text, N - 1) {}
  constexpr std::string_view view() const { return text_; }

 private:
  std::string_view text_;
};

/// The name of an element. Elements that run, load or submit something do not compile.
class Tag {
 public:
  template <std::size_t N>
  consteval Tag(const char (&name)[N]) : name_(name, N - 1) {
    constexpr std::string_view kRefused[] = {"script", "style",  "iframe", "object", "embed",
                                             "base",   "portal", "frame",  "applet", "template"};
    for (const auto refused : kRefused)
      if (name_ == refused) throw std::logic_error("an element that our pages never have");
    constexpr std::string_view kVoid[] = {"br", "hr", "img", "meta", "link", "wbr", "input"};
    for (const auto name_of_void : kVoid)
      if (name_ == name_of_void) void_ = true;
    constexpr std::string_view kInline[] = {"a",    "abbr", "bdi",    "b",    "br",   "cite", "code",
                                            "dfn",  "em",   "i",      "kbd",  "mark", "q",    "s",
                                            "samp", "span", "strong", "time", "wbr",  "data", "meter"};
    for (const auto name_of_inline : kInline)
      if (name_ == name_of_inline) inline_ = true;
  }
  constexpr std::string_view name() const { return name_; }
  constexpr bool is_void() const { return void_; }
  constexpr bool is_inline() const { return inline_; }

 private:
  std::string_view name_;
  bool void_ = false;
  bool inline_ = false;
};

/// The name of an attribute whose value is plain text. Addresses, handlers and inline style have no such
/// name.
class AttributeName {
 public:
  template <std::size_t N>
  consteval AttributeName(const char (&name)[N]) : name_(name, N - 1) {
    constexpr std::string_view kRefused[] = {"href",   "src",        "srcset", "style", "action",
                                             "poster", "formaction", "data",   "ping",  "background"};
    for (const auto refused : kRefused)
      if (name_ == refused) throw std::logic_error("an attribute that is no plain text");
    if (name_.starts_with("on")) throw std::logic_error("a handler");
  }
  constexpr std::string_view name() const { return name_; }

 private:
  std::string_view name_;
};

class Attribute {
 public:
  Attribute(AttributeName name, std::string_view value) : name_(name.name()), value_(value) {}
  Attribute(AttributeName name, int value) : name_(name.name()), value_(std::to_string(value)) {}

 private:
  struct Address {};
  Attribute(Address, std::string_view name, std::string_view value) : name_(name), value_(value) {}
  friend Attribute href(const Url& url);
  friend class Html;
  std::string_view name_;
  std::string value_;
};

using Attributes = std::vector<Attribute>;

Attribute href(const Url& url);
/// A language tag; what is no tag becomes "und", undetermined.
Attribute lang(std::string_view tag);
Attribute css(Literal classes);

/// A piece of markup that is whole in itself. Text becomes Html by being escaped, everywhere and without a
/// call.
class Html {
 public:
  Html() = default;
  Html(std::string_view text);
  Html(const std::string& text) : Html(std::string_view(text)) {}
  Html(const char* text) : Html(std::string_view(text)) {}
  Html(int) = delete;
  Html(std::nullptr_t) = delete;

  static Html markup(Literal literal);
  /// A whole element whose content `add` adds to the markup it is given; `size` is about what that takes. The attributes
  /// stand one after the other.
  template <class Add>
  static Html element(Tag tag, const Attribute* attributes, std::size_t count, std::size_t size, const Add& add) {
    Html html;
    html.begin(tag, attributes, count, size);
    if (!tag.is_void()) add(html);
    html.end(tag);
    return html;
  }

  Html& operator+=(const Html& more);
  Html& operator+=(Html&& more);
  /// Escapes text at the end.
  void add_text(std::string_view text);
  friend Html linked_data(std::string_view json);

  bool empty() const { return bytes_.empty(); }
  void reserve(std::size_t bytes) { bytes_.reserve(bytes); }
  const std::string& bytes() const& { return bytes_; }
  std::string bytes() && { return std::move(bytes_); }

 private:
  void begin(Tag tag, const Attribute* attributes, std::size_t count, std::size_t size);
  void end(Tag tag);

  std::string bytes_;
};

/// About the bytes that a part of some markup takes.
template <class Part>
std::size_t size_of(const Part& part) {
  if constexpr (std::is_same_v<Part, Html>)
    return part.bytes().size();
  else
    return std::string_view(part).size();
}

template <class Part>
void add_to(Html& whole, Part&& part) {
  static_assert(!std::is_null_pointer_v<std::remove_cvref_t<Part>>);
  if constexpr (std::is_same_v<std::remove_cvref_t<Part>, Html>)
    whole += std::forward<Part>(part);
  else
    whole.add_text(part);
}

/// One after the other.
template <class... Parts>
Html all(Parts&&... parts) {
  Html whole;
  if constexpr (sizeof...(Parts) > 1) whole.reserve((size_of(parts) + ...));
  (add_to(whole, std::forward<Parts>(parts)), ...);
  return whole;
}

template <class... Parts>
Html element_of(Tag tag, const Attribute* attributes, std::size_t count, const Parts&... parts) {
  return Html::element(tag, attributes, count, (std::size_t{0} + ... + size_of(parts)),
                       [&]([[maybe_unused]] Html& content) { (add_to(content, parts), ...); });
}
template <class... Parts>
Html element(Tag tag, std::initializer_list<Attribute> attributes, const Parts&... parts) {
  return element_of(tag, attributes.begin(), attributes.size(), parts...);
}
template <class... Parts>
Html element(Tag tag, const Attributes& attributes, const Parts&... parts) {
  return element_of(tag, attributes.data(), attributes.size(), parts...);
}

/// A name or other foreign text that must not disturb the direction of what stands around it.
Html bdi(std::string_view text);
Html bdi(std::string_view text, std::string_view language);

/// A link, with rel="noreferrer" where it leaves the site; only the content where there is no address.
Html link(const std::optional<Url>& url, const Html& content, Attributes more = {});

/// Data about the page for programs (JSON-LD). It is no script: the type is fixed, browsers run nothing of it, and no text
/// in it can end the element, because '<', '>' and '&' are written as JSON escapes.
Html linked_data(std::string_view json);
/// A classic script that stands in a file of ours. The only way to a script: its text was in the program, never in the
/// record, and an address that leaves the site gives nothing.
Html script_file(const Url& url);

/// Text as it may stand in markup and in quoted attributes: &, <, >, ", ' as references, broken UTF-8 as
/// U+FFFD; control characters, noncharacters and bidirectional embeddings, overrides and isolates are
/// dropped.
std::string escape(std::string_view text);

}  // namespace sitegen::html
