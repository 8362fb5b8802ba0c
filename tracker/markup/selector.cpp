#include "tracker/markup/selector.h"

#include <algorithm>
#include <unordered_set>

#include "tracker/base/text.h"
#include "tracker/markup/css.h"
#include "tracker/markup/tree.h"

namespace tracker::markup {

struct Selector::Impl {
  std::string xpath;
  pugi::xpath_query query;
};

namespace {

constexpr std::size_t kLongest = 2000;  // bytes of a selector

bool is_xpath(std::string_view text) {
  return text.starts_with("/") || text.starts_with("./") || text.starts_with("(") || text.starts_with("../");
}

/// An XPath is meant for the page as a whole, and is run on a part: "//a" there must not look outside of it.
std::string below(std::string_view xpath) { return std::string(xpath.starts_with("/") ? "." : "") + std::string(xpath); }

}  // namespace

Selector::Selector(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Selector::Selector(Selector&&) noexcept = default;
Selector& Selector::operator=(Selector&&) noexcept = default;
Selector::~Selector() = default;

std::optional<Selector> Selector::parse(std::string_view text, std::string& why) {
  text = base::trim(text);
  if (text.empty()) {
    why = "a selector is missing";
    return std::nullopt;
  }
  if (text.size() > kLongest) {
    why = "the selector is longer than " + std::to_string(kLongest) + " bytes";
    return std::nullopt;
  }
  std::optional<std::string> xpath;
  if (is_xpath(text)) xpath = text.starts_with("//") ? below(text) : std::string(text);
  else xpath = css_to_xpath(text, why);
  if (!xpath) return std::nullopt;
  try {
    pugi::xpath_query query(xpath->c_str());
    if (query.return_type() != pugi::xpath_type_node_set) {
      why = "it gives no part of the page but a value";
      return std::nullopt;
    }
    return Selector(std::make_unique<Impl>(Impl{*xpath, std::move(query)}));
  } catch (const pugi::xpath_exception& error) {
    const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(error.result().offset, 0));
    const std::size_t added = xpath->size() - std::min(xpath->size(), text.size());
    why = "position " + std::to_string(offset - std::min(offset, is_xpath(text) ? added : 0) + 1) + ": " + error.what();
    return std::nullopt;
  }
}

std::vector<Node> Selector::select(Node from) const {
  std::vector<Node> nodes;
  if (!from) return nodes;
  auto found = impl_->query.evaluate_node_set(pugi::xpath_node(to_pugi(from.node_)));
  found.sort();
  std::unordered_set<void*> seen;
  for (const auto& one : found) {
    const auto node = one.node() ? one.node() : one.parent();
    if (node.type() != pugi::node_element && node.type() != pugi::node_pcdata) continue;
    if (seen.insert(node.internal_object()).second) nodes.push_back(Node(node.internal_object()));
  }
  return nodes;
}

Node Selector::first(Node from) const {
  const auto nodes = select(from);
  return nodes.empty() ? Node() : nodes.front();
}

const std::string& Selector::xpath() const { return impl_->xpath; }

}  // namespace tracker::markup
