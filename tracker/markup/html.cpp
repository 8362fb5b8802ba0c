#include "tracker/markup/html.h"

#include <gumbo.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <new>
#include <unordered_map>

#include "tracker/markup/html_depth.h"
#include "tracker/markup/tree.h"

namespace tracker::markup {

struct Document::Impl {
  pugi::xml_document tree;
  struct Range {
    std::size_t begin = 0, end = 0;
  };
  std::unordered_map<void*, Range> ranges;
  std::size_t elements = 0;
};

namespace {

using Ranges = decltype(Document::Impl::ranges);

/// Copies gumbo's tree to pugixml and notes where each node stands. What has no place in the text (the rules put it in)
/// is given that of its content once it is known.
class Copy {
 public:
  Copy(std::string_view text, Document::Impl& to) : text_(text), to_(to) {}

  void element(const GumboNode& from, pugi::xml_node into, std::size_t place) {
    const GumboElement& element = from.v.element;
    pugi::xml_node copy = into.append_child(name_of(element).c_str());
    if (!copy) throw std::bad_alloc();
    ++to_.elements;
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
      if (!copy.append_attribute(attribute->name).set_value(attribute->value)) throw std::bad_alloc();
    }
    const bool has_tag = element.original_tag.length > 0;
    const std::size_t begin = has_tag ? at(element.original_tag.data) : place;
    std::size_t end = has_tag ? begin + element.original_tag.length : place;
    std::size_t first = std::string_view::npos;
    for (unsigned i = 0; i < element.children.length; ++i) {
      const auto* child = static_cast<const GumboNode*>(element.children.data[i]);
      const auto range = node(*child, copy, end);
      if (!range) continue;
      first = std::min(first, range->begin);
      end = std::max(end, range->end);
    }
    // gumbo notes whatever end tag closed the element, also one of an element around it.
    if (element.original_end_tag.length > 0 && (from.parse_flags & GUMBO_INSERTION_IMPLICIT_END_TAG) == 0)
      end = std::max(end, at(element.original_end_tag.data) + element.original_end_tag.length);
    const std::size_t shown = has_tag ? begin : std::min(first, end);
    to_.ranges[copy.internal_object()] = {shown, end};
  }

 private:
  std::size_t at(const char* place) const { return static_cast<std::size_t>(place - text_.data()); }

  static std::string name_of(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    std::string name(piece.data ? piece.data : "", piece.length);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return name.empty() ? "unknown" : name;
  }

  std::optional<Document::Impl::Range> node(const GumboNode& from, pugi::xml_node into, std::size_t place) {
    switch (from.type) {
      case GUMBO_NODE_ELEMENT: {
        element(from, into, place);
        return to_.ranges[into.last_child().internal_object()];
      }
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE: {
        const GumboText& text = from.v.text;
        if (text.text[0] == '\0') return std::nullopt;
        pugi::xml_node copy = into.append_child(pugi::node_pcdata);
        if (!copy.set_value(text.text)) throw std::bad_alloc();
        const std::size_t begin = text.original_text.data ? at(text.original_text.data) : place;
        const std::size_t end = std::min(begin + text.original_text.length, text_.size());
        return to_.ranges[copy.internal_object()] = {begin, std::max(begin, end)};
      }
      default: return std::nullopt;
    }
  }

  std::string_view text_;
  Document::Impl& to_;
};

/// gumbo looks at no pointer that it is given: where memory is at an end, whoever set a handler for that decides.
void* allocate(void*, std::size_t size) {
  if (void* memory = std::malloc(size)) return memory;
  if (const auto handler = std::get_new_handler()) handler();
  std::terminate();
}

void release(void*, void* memory) { std::free(memory); }

struct Parsed {
  explicit Parsed(std::string_view text) {
    options.allocator = allocate;
    options.deallocator = release;
    options.max_errors = 0;
    output = gumbo_parse_with_options(&options, text.data(), text.size());
  }
  ~Parsed() {
    if (output) gumbo_destroy_output(&options, output);
  }
  Parsed(const Parsed&) = delete;
  Parsed& operator=(const Parsed&) = delete;
  GumboOptions options = kGumboDefaultOptions;
  GumboOutput* output = nullptr;
};

std::string number(std::size_t value) { return std::to_string(value); }

}  // namespace

Document::Document(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

std::optional<Document> Document::parse(std::string_view utf8, std::string& why, const HtmlLimits& limits) {
  if (utf8.size() > limits.bytes) {
    why = "the page has " + number(utf8.size()) + " bytes; at most " + number(limits.bytes) + " are read";
    return std::nullopt;
  }
  const TagScan scan = scan_tags(utf8);
  if (scan.depth > limits.depth) {
    why = "elements nest " + number(scan.depth) + " deep; at most " + number(limits.depth) + " levels are read";
    return std::nullopt;
  }
  if (scan.attributes > limits.attributes) {
    why = "an element has " + number(scan.attributes) + " attributes; at most " + number(limits.attributes) + " are read";
    return std::nullopt;
  }
  auto impl = std::make_unique<Impl>();
  const Parsed parsed(utf8.empty() ? std::string_view("") : utf8);
  if (!parsed.output || !parsed.output->root) {
    why = "the page cannot be made into a tree";
    return std::nullopt;
  }
  Copy(utf8, *impl).element(*parsed.output->root, impl->tree, 0);
  return Document(std::move(impl));
}

Node Document::root() const { return Node(impl_->tree.first_child().internal_object()); }

std::string_view Document::base() const {
  const auto head = impl_->tree.first_child().child("head");
  for (auto base = head.child("base"); base; base = base.next_sibling("base"))
    if (const auto href = base.attribute("href")) return href.value();
  return {};
}

std::size_t Document::offset(Node node) const {
  const auto found = impl_->ranges.find(node.node_);
  return found == impl_->ranges.end() ? 0 : found->second.begin;
}

std::size_t Document::end_offset(Node node) const {
  const auto found = impl_->ranges.find(node.node_);
  return found == impl_->ranges.end() ? 0 : found->second.end;
}

std::size_t Document::elements() const { return impl_->elements; }

bool Node::is_element() const { return to_pugi(node_).type() == pugi::node_element; }
bool Node::is_text() const { return to_pugi(node_).type() == pugi::node_pcdata; }
std::string_view Node::name() const { return to_pugi(node_).name(); }
std::string_view Node::text() const { return is_text() ? to_pugi(node_).value() : ""; }

std::optional<std::string_view> Node::attribute(std::string_view name) const {
  const auto found = to_pugi(node_).find_attribute([&](const pugi::xml_attribute& a) { return name == a.name(); });
  if (!found) return std::nullopt;
  return std::string_view(found.value());
}

Node Node::parent() const {
  const auto parent = to_pugi(node_).parent();
  return parent.type() == pugi::node_element ? Node(parent.internal_object()) : Node();
}
Node Node::first_child() const { return Node(to_pugi(node_).first_child().internal_object()); }
Node Node::next() const { return Node(to_pugi(node_).next_sibling().internal_object()); }

}  // namespace tracker::markup
