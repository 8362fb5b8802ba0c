// HTML5 as a tree: bytes that a browser would show become what a browser would build (gumbo, by the parsing rules of the
// WHATWG), kept in pugixml for XPath. Every node knows where it stands in the UTF-8 text, so that what is read from the
// tree can be quoted from the text. Names of elements and attributes are lower-case.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tracker::markup {

class Selector;

/// What a page may be before it is refused. Real pages stay below a twentieth of these; hostile ones make a parser that
/// is quadratic in depth and in attributes run for minutes.
struct HtmlLimits {
  std::size_t bytes = 32UL * 1024 * 1024;
  std::size_t depth = 512;       // open elements, estimated from the tags before anything is parsed
  std::size_t attributes = 512;  // of one element
};

/// A node of a document: cheap to copy, valid as long as the document lives, and empty (false) where there is none.
/// Comments, processing instructions and the contents of <template> are left out of the tree.
class Node {
 public:
  Node() = default;
  explicit operator bool() const { return node_ != nullptr; }
  friend bool operator==(const Node&, const Node&) = default;

  bool is_element() const;
  bool is_text() const;
  /// "td" of an element; empty for text.
  std::string_view name() const;
  bool is(std::string_view element) const { return name() == element; }
  /// The characters of a text node, references decoded ("&amp;" is "&"); empty for an element.
  std::string_view text() const;
  std::optional<std::string_view> attribute(std::string_view name) const;
  Node parent() const;
  Node first_child() const;
  Node next() const;
  /// Tells nodes apart in a set.
  const void* key() const { return node_; }

 private:
  friend class Document;
  friend class Selector;
  explicit Node(void* node) : node_(node) {}
  void* node_ = nullptr;
};

class Document {
 public:
  /// Nothing where a limit is passed; then `why` says which, in words.
  static std::optional<Document> parse(std::string_view utf8, std::string& why, const HtmlLimits& limits = {});

  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  ~Document();

  /// The <html> element; there always is one.
  Node root() const;
  /// The address of the first <base href>, as written; empty where there is none.
  std::string_view base() const;
  /// Where a node begins in the text: its tag, or the first byte of the words. An element that the rules put in
  /// (<tbody>, <head>) begins where what follows it begins.
  std::size_t offset(Node node) const;
  /// Behind its last byte: for a text node the end of its words as written, for an element the end of its end tag
  /// where one stands, else of its last child.
  std::size_t end_offset(Node node) const;
  std::size_t elements() const;

  struct Impl;  // the tree; its library stays in html.cpp

 private:
  explicit Document(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace tracker::markup
