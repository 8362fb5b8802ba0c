// Which part of a page is meant, as a maintainer writes it in a source's file: XPath 1.0, or the part of CSS Selectors 3
// that such files need. CSS becomes XPath; pugixml runs both.
//
//   //table[@id='list']//tr     XPath: begins with "/", "./" or "("
//   table#list > tr.case a[href^="/news/"]   CSS: type, *, #id, .class, [attribute] with = ~= |= ^= $= *=,
//                               descendant, >, +, ~, lists with commas, :first-child, :last-child, :only-child,
//                               :nth-child(2n+1), :first-of-type, :last-of-type, :empty, :not(one simple selector)
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/markup/html.h"

namespace tracker::markup {

class Selector {
 public:
  /// Nothing where the text is no selector; then `why` says what is wrong and where: 'position 7: "[" is not closed'.
  static std::optional<Selector> parse(std::string_view text, std::string& why);

  Selector(Selector&&) noexcept;
  Selector& operator=(Selector&&) noexcept;
  ~Selector();

  /// Elements and texts in document order, each once. An attribute that an XPath chooses stands for its element.
  std::vector<Node> select(Node from) const;
  Node first(Node from) const;

  /// The XPath that is run.
  const std::string& xpath() const;

 private:
  struct Impl;
  explicit Selector(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace tracker::markup
