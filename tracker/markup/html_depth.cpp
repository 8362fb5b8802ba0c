#include "tracker/markup/html_depth.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace tracker::markup {
namespace {

using Names = std::unordered_set<std::string_view>;

/// Never open, or closed by the next of their kind: they cannot nest without an element that is counted.
const Names kUncounted = {"area",  "base",   "br",       "col",      "embed", "hr",    "img",   "input", "link",
                          "meta",  "param",  "source",   "track",    "wbr",   "p",     "li",    "dd",    "dt",
                          "a",     "nobr",   "button",   "option",   "optgroup", "tr", "td",    "th",    "thead",
                          "tbody", "tfoot",  "caption",  "colgroup", "rb",    "rt",    "rp",    "rtc",   "html",
                          "head",  "body",   "form",     "frame",    "keygen", "basefont", "bgsound", "!doctype"};
/// Their content is no markup.
const Names kRaw = {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"};
/// End <svg> and <math> (HTML 13.2.6.5); in these two alone "/>" closes an element.
const Names kBreakOut = {"b",    "big",  "blockquote", "center", "code",   "div",    "dl",     "em",    "h1",   "h2",
                         "h3",   "h4",   "h5",         "h6",     "i",      "menu",   "ol",     "pre",   "ruby", "s",
                         "small", "span", "strong",    "strike", "sub",    "sup",    "table",  "tt",    "u",    "ul",
                         "var",  "p",    "li",         "dd",     "dt",     "font",   "body",   "head",  "br",   "hr",
                         "img",  "meta", "embed",      "nobr"};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

struct Tag {
  std::string name;
  bool closes = false;       // </name>
  bool closes_self = false;  // <name/>
  std::size_t attributes = 0;
};

/// Reads the tag that begins at `at` and moves behind it.
Tag read_tag(std::string_view html, std::size_t& at) {
  Tag tag;
  ++at;
  if (at < html.size() && html[at] == '/') {
    tag.closes = true;
    ++at;
  }
  while (at < html.size() && !is_space(html[at]) && html[at] != '/' && html[at] != '>') {
    const char c = html[at++];
    if (tag.name.size() < 64) tag.name += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  bool in_attribute = false;
  while (at < html.size() && html[at] != '>') {
    const char c = html[at];
    if (is_space(c) || c == '/') {
      in_attribute = false;
      ++at;
      continue;
    }
    if (!in_attribute && c != '=') ++tag.attributes;
    in_attribute = true;
    if (c != '=') {
      ++at;
      continue;
    }
    ++at;
    while (at < html.size() && is_space(html[at])) ++at;
    if (at < html.size() && (html[at] == '"' || html[at] == '\'')) {
      at = html.find(html[at], at + 1);
      at = at == std::string_view::npos ? html.size() : at + 1;
      in_attribute = false;
    } else {
      while (at < html.size() && !is_space(html[at]) && html[at] != '>') ++at;
      in_attribute = false;
    }
  }
  tag.closes_self = at > 0 && at < html.size() && html[at - 1] == '/';
  if (at < html.size()) ++at;
  return tag;
}

/// Behind "</name" of an element whose content is no markup.
std::size_t end_of_raw(std::string_view html, std::size_t at, const std::string& name) {
  while (true) {
    at = html.find("</", at);
    if (at == std::string_view::npos) return html.size();
    const auto found = html.substr(at + 2, name.size());
    if (std::equal(found.begin(), found.end(), name.begin(), name.end(),
                   [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; }))
      return at;
    at += 2;
  }
}

class OpenElements {
 public:
  void open(const std::string& name) {
    ++count_[name];
    most_ = std::max(most_, ++all_);
  }
  void close(const std::string& name) {
    const auto found = count_.find(name);
    if (found == count_.end() || found->second == 0) return;
    --found->second;
    --all_;
  }
  bool has(const std::string& name) const {
    const auto found = count_.find(name);
    return found != count_.end() && found->second > 0;
  }
  std::size_t most() const { return most_; }

 private:
  std::unordered_map<std::string, std::size_t> count_;
  std::size_t all_ = 0, most_ = 0;
};

}  // namespace

TagScan scan_tags(std::string_view html) {
  TagScan scan;
  OpenElements open;
  bool foreign = false;
  for (std::size_t at = html.find('<'); at < html.size(); at = html.find('<', at)) {
    const char next = at + 1 < html.size() ? html[at + 1] : '\0';
    if (html.substr(at).starts_with("<!--")) {
      const auto end = html.find("-->", at + 2);
      at = end == std::string_view::npos ? html.size() : end + 3;
      continue;
    }
    if (!is_letter(next) && next != '/') {
      ++at;
      continue;
    }
    const Tag tag = read_tag(html, at);
    scan.attributes = std::max(scan.attributes, tag.attributes);
    if (tag.closes) {
      open.close(tag.name);
      if (!open.has("svg") && !open.has("math")) foreign = false;
      continue;
    }
    if (tag.name == "svg" || tag.name == "math") foreign = !tag.closes_self || foreign;
    else if (foreign && kBreakOut.contains(tag.name)) foreign = false;
    if (!foreign && kRaw.contains(tag.name)) {
      at = end_of_raw(html, at, tag.name);
      continue;
    }
    const bool closed = tag.closes_self && (foreign || tag.name == "svg" || tag.name == "math");
    if (!closed && !kUncounted.contains(tag.name)) open.open(tag.name);
  }
  scan.depth = open.most();
  return scan;
}

}  // namespace tracker::markup
