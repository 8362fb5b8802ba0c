#include "tracker/markup/plain.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <unordered_set>
#include <vector>

namespace tracker::markup {
namespace {

using Names = std::unordered_set<std::string_view>;

const Names kSilent = {"script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "select",
                       "textarea", "audio", "video", "canvas", "title"};
const Names kBlocks = {"address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div",
                       "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
                       "h6", "header", "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary",
                       "table", "tr", "ul", "caption", "legend"};

/// Words with the white space between them that the layout gives.
class Writer {
 public:
  void words(std::string_view text) {
    const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
    const auto length = static_cast<int64_t>(text.size());
    for (int64_t i = 0; i < length;) {
      const int64_t start = i;
      UChar32 c = 0;
      U8_NEXT(bytes, i, length, c);
      if (c == 0xAD || c == 0x200B || c == 0xFEFF) continue;  // invisible: soft hyphen, zero width
      if (c == 0xA0 || u_isUWhiteSpace(c)) {
        want(' ');
        continue;
      }
      flush();
      out_.append(text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(i - start)));
    }
  }
  /// A new line beats a tab, a tab beats a space.
  void want(char gap) {
    const auto rank = [](char c) { return c == '\n' ? 3 : c == '\t' ? 2 : c == ' ' ? 1 : 0; };
    if (rank(gap) > rank(gap_)) gap_ = gap;
  }
  std::string take() { return std::move(out_); }

 private:
  void flush() {
    if (gap_ != '\0' && !out_.empty()) out_ += gap_;
    gap_ = '\0';
  }
  std::string out_;
  char gap_ = '\0';
};

bool is_silent(Node node) { return kSilent.contains(node.name()) || node.attribute("hidden").has_value(); }

void enter(Node node, Writer& writer) {
  if (node.is("br") || kBlocks.contains(node.name())) writer.want('\n');
  if (node.is("td") || node.is("th")) writer.want('\t');
}

void leave(Node node, Writer& writer) {
  if (kBlocks.contains(node.name())) writer.want('\n');
}

/// Without recursion: a page decides how deep it is.
void write(Node root, Writer& writer, const std::function<bool(Node)>& is_left_out) {
  Node node = root;
  while (node) {
    bool down = false;
    if (is_left_out && is_left_out(node)) {
      writer.want(' ');
    } else if (node.is_text()) {
      writer.words(node.text());
    } else if (!is_silent(node)) {
      enter(node, writer);
      down = static_cast<bool>(node.first_child());
      if (!down) leave(node, writer);
    }
    if (down) {
      node = node.first_child();
      continue;
    }
    while (node != root && !node.next()) {
      node = node.parent();
      if (node) leave(node, writer);
    }
    if (node == root || !node) return;
    node = node.next();
  }
}

}  // namespace

std::string plain_text(Node node) { return plain_text(node, {}); }

std::string plain_text(Node node, const std::function<bool(Node)>& is_left_out) {
  Writer writer;
  write(node, writer, is_left_out);
  return writer.take();
}

std::string plain_line(Node node) {
  std::string line = plain_text(node);
  for (char& c : line)
    if (c == '\n' || c == '\t') c = ' ';
  return line;
}

std::size_t count_words(std::string_view utf8) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(utf8.data());
  const auto length = static_cast<int64_t>(utf8.size());
  std::size_t words = 0;
  bool inside = false;
  for (int64_t i = 0; i < length;) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, length, c);
    const bool joins = c == '-' || c == '\'' || c == 0x2019 || c == 0x2010 || c == 0x2011;
    const bool letter = c >= 0 && (u_isalnum(c) || (inside && (joins || u_charType(c) == U_NON_SPACING_MARK)));
    if (letter && !inside) ++words;
    inside = letter;
  }
  return words;
}

}  // namespace tracker::markup
