#include <algorithm>
#include <unordered_set>

#include "tracker/markup/plain.h"
#include "tracker/markup/selector.h"
#include "tracker/parse/kinds.h"

namespace tracker::parse {
namespace {

using markup::Node;

std::string title_of(const markup::Document& document) {
  std::string why;
  static const auto selector = markup::Selector::parse("//title", why);
  const Node title = selector->first(document.root());
  return title && title.first_child() ? markup::plain_line(title.first_child()) : std::string();
}

}  // namespace

void leave_out(std::string what, Parsed& parsed) {
  if (parsed.left_out.size() < 50 && std::find(parsed.left_out.begin(), parsed.left_out.end(), what) == parsed.left_out.end())
    parsed.left_out.push_back(std::move(what));
}

void add_entry(Entry entry, std::size_t most, Parsed& parsed) {
  if (parsed.entries.size() < most) parsed.entries.push_back(std::move(entry));
  else leave_out("more than " + std::to_string(most) + " entries: the rest is left out", parsed);
}

std::string decode_into(const Input& input, markup::Syntax syntax, Parsed& parsed) {
  auto decoded = markup::decode(input.bytes, input.content_type, syntax);
  parsed.encoding = decoded.encoding;
  parsed.encoding_rule = markup::code_of(decoded.rule);
  if (!decoded.disproved.empty())
    leave_out("says that it is in " + decoded.disproved + ", but is not: read as " + decoded.encoding, parsed);
  if (decoded.replacements > 0)
    leave_out(std::to_string(decoded.replacements) + " places that are not " + decoded.encoding + " became U+FFFD", parsed);
  return std::move(decoded.text);
}

std::optional<markup::Document> tree_of(const std::string& text, Parsed& parsed) {
  std::string why;
  auto document = markup::Document::parse(text, why);
  if (!document) {
    parsed.outcome = model::ReadingOutcome::Limited;
    parsed.detail = why;
  }
  return document;
}

std::vector<Node> parts_of(const Input& input, const markup::Document& document, Parsed& parsed) {
  const std::string& written = input.is_followed ? (input.source.follow ? input.source.follow->select.text : std::string())
                                                 : input.source.select.text;
  if (written.empty()) return {document.root()};
  std::string why;
  const auto selector = markup::Selector::parse(written, why);
  std::vector<Node> parts;
  if (selector) parts = selector->select(document.root());
  if (parts.empty()) {
    parsed.outcome = model::ReadingOutcome::PartMissing;
    parsed.detail = selector ? "nothing on the page is " + written : "the selector " + written + ": " + why;
  }
  return parts;
}

void add_words(const Input& input, const markup::Document& document, const std::vector<Node>& parts, Parsed& parsed) {
  parsed.title = title_of(document);
  std::unordered_set<const void*> removed;
  for (const auto& rule : input.source.remove) {
    std::string why;
    if (const auto selector = markup::Selector::parse(rule.text, why))
      for (const auto node : selector->select(document.root())) removed.insert(node.key());
  }
  std::string words;
  for (const auto& part : parts) {
    const std::string more = markup::plain_text(part, [&](Node node) { return removed.contains(node.key()); });
    if (!words.empty() && !more.empty()) words += '\n';
    words += more;
  }
  parsed.pages.push_back(std::move(words));
}

std::string words_of_html(const std::string& html) {
  if (html.find('<') == std::string::npos && html.find('&') == std::string::npos) return html;
  std::string why;
  const auto document = markup::Document::parse(html, why);
  return document ? markup::plain_text(document->root()) : std::string();
}

void read_page(const Input& input, Parsed& parsed) {
  const bool is_plain = input.content_type.starts_with("text/plain");
  const std::string text = decode_into(input, is_plain ? markup::Syntax::Text : markup::Syntax::Html, parsed);
  if (is_plain) {
    parsed.pages.push_back(text);
    return;
  }
  const auto document = tree_of(text, parsed);
  if (!document) return;
  add_words(input, *document, parts_of(input, *document, parsed), parsed);
}

void read_document(const Input& input, Parsed& parsed) {
  const std::string text = decode_into(input, markup::Syntax::Text, parsed);
  parsed.encoding.clear();  // of what pdftotext wrote, not of the document
  parsed.encoding_rule.clear();
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\f', begin), text.size());
    if (parsed.pages.size() == kMostPages) {
      leave_out("more than " + std::to_string(kMostPages) + " pages: the rest is left out", parsed);
      break;
    }
    parsed.pages.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

}  // namespace tracker::parse
