#include "sitegen/html/markdown.h"

#include <cmark-gfm.h>

#include <algorithm>
#include <memory>

namespace sitegen::html {
namespace {

/// Deeper containers are left out and their content stays: no browser follows further than some hundred
/// levels.
constexpr std::size_t kDeepest = 40;

struct NodeDeleter {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct IteratorDeleter {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

std::string_view view_of(const char* text) {
  return text ? std::string_view(text) : std::string_view();
}

Html as_plain_text(std::string_view text) {
  return element("pre", {css("plain")}, text);
}

Html heading(int level, const Html& content) {
  switch (std::min(level, 6)) {
    case 1:
      return element("h1", {}, content);
    case 2:
      return element("h2", {}, content);
    case 3:
      return element("h3", {}, content);
    case 4:
      return element("h4", {}, content);
    case 5:
      return element("h5", {}, content);
    default:
      return element("h6", {}, content);
  }
}

/// Walks the tree with a stack of open elements, each with the markup inside it so far.
class Writer {
 public:
  explicit Writer(const MarkdownOptions& options)
      : options_(options), open_(1), last_heading_(options.top_heading - 1) {}

  Html write(cmark_node* document) {
    shallowest_ = shallowest_heading(document);
    const std::unique_ptr<cmark_iter, IteratorDeleter> iterator(cmark_iter_new(document));
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
      cmark_node* node = cmark_iter_get_node(iterator.get());
      const auto type = cmark_node_get_type(node);
      if (type == CMARK_NODE_IMAGE) {
        images_ += event == CMARK_EVENT_ENTER ? 1 : -1;
      } else if (images_ == 0) {
        visit(node, type, event);
      }
    }
    return std::move(open_.front());
  }

 private:
  void visit(cmark_node* node, cmark_node_type type, cmark_event_type event) {
    if (is_leaf(type)) {
      open_.back() += leaf(node, type);
    } else if (type == CMARK_NODE_DOCUMENT) {
      return;
    } else if (event == CMARK_EVENT_ENTER) {
      ++depth_;
      if (depth_ <= kDeepest) open_.emplace_back();
    } else {
      if (depth_ <= kDeepest) close(node, type);
      --depth_;
    }
  }

  static int shallowest_heading(cmark_node* document) {
    int level = 6;
    for (cmark_node* node = cmark_node_first_child(document); node; node = cmark_node_next(node))
      if (cmark_node_get_type(node) == CMARK_NODE_HEADING)
        level = std::min(level, cmark_node_get_heading_level(node));
    return level;
  }

  static bool is_leaf(cmark_node_type type) {
    return type == CMARK_NODE_TEXT || type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK ||
           type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_THEMATIC_BREAK ||
           type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE;
  }

  static Html leaf(cmark_node* node, cmark_node_type type) {
    const auto text = view_of(cmark_node_get_literal(node));
    if (type == CMARK_NODE_TEXT) return text;
    if (type == CMARK_NODE_SOFTBREAK) return "\n";
    if (type == CMARK_NODE_LINEBREAK) return element("br", {});
    if (type == CMARK_NODE_CODE) return element("code", {}, text);
    if (type == CMARK_NODE_CODE_BLOCK) return element("pre", {}, element("code", {}, text));
    if (type == CMARK_NODE_THEMATIC_BREAK) return element("hr", {});
    return {};  // raw HTML
  }

  void close(cmark_node* node, cmark_node_type type) {
    const Html content = std::move(open_.back());
    open_.pop_back();
    open_.back() += whole(node, type, content);
  }

  Html whole(cmark_node* node, cmark_node_type type, const Html& content) {
    if (type == CMARK_NODE_PARAGRAPH) return is_in_tight_list(node) ? content : element("p", {}, content);
    if (type == CMARK_NODE_HEADING) {
      last_heading_ = std::min(options_.top_heading + cmark_node_get_heading_level(node) - shallowest_,
                               last_heading_ + 1);
      return heading(last_heading_, content);
    }
    if (type == CMARK_NODE_BLOCK_QUOTE) return element("blockquote", {}, content);
    if (type == CMARK_NODE_LIST) return list(node, content);
    if (type == CMARK_NODE_ITEM) return element("li", {}, content);
    if (type == CMARK_NODE_EMPH) return element("em", {}, content);
    if (type == CMARK_NODE_STRONG) return element("strong", {}, content);
    if (type == CMARK_NODE_LINK) return link(address(view_of(cmark_node_get_url(node))), content);
    return content;
  }

  std::optional<Url> address(std::string_view text) const {
    auto url = Url::from(text);
    if (!url || !url->is_relative() || options_.root.empty() || text.front() == '#') return url;
    return Url::from(options_.root + std::string(text));
  }

  static bool is_in_tight_list(cmark_node* paragraph) {
    cmark_node* item = cmark_node_parent(paragraph);
    cmark_node* list = item ? cmark_node_parent(item) : nullptr;
    return list && cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list);
  }

  static Html list(cmark_node* node, const Html& content) {
    if (cmark_node_get_list_type(node) != CMARK_ORDERED_LIST) return element("ul", {}, content);
    const int start = cmark_node_get_list_start(node);
    return start == 1 ? element("ol", {}, content) : element("ol", {{"start", start}}, content);
  }

  const MarkdownOptions& options_;
  std::vector<Html> open_;  // one a container that is open, the whole first
  std::size_t depth_ = 0;
  int images_ = 0;
  int shallowest_ = 1;
  int last_heading_;  // no heading is more than one level below the one before it
};

}  // namespace

Html markdown(std::string_view text, const MarkdownOptions& options) {
  if (text.size() > kLongestMarkdown) return as_plain_text(text);
  const std::unique_ptr<cmark_node, NodeDeleter> document(
      cmark_parse_document(text.data(), text.size(), CMARK_OPT_VALIDATE_UTF8));
  if (!document) return as_plain_text(text);
  return Writer(options).write(document.get());
}

}  // namespace sitegen::html
