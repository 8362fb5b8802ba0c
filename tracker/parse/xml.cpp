#include "tracker/parse/xml.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "tracker/base/text.h"
#include "tracker/parse/entities.h"

namespace tracker::parse {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kSpaces{{
    {"http://www.w3.org/2005/Atom", "atom"},
    {"https://www.w3.org/2005/Atom", "atom"},
    {"http://purl.org/atom/ns#", "atom"},
    {"http://purl.org/rss/1.0/modules/content/", "content"},
    {"http://purl.org/dc/elements/1.1/", "dc"},
    {"http://purl.org/dc/terms/", "dcterms"},
    {"http://search.yahoo.com/mrss/", "media"},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"},
    {"http://www.w3.org/1999/xhtml", "xhtml"},
    {"http://purl.org/rss/1.0/", ""},
    {"http://my.netscape.com/rdf/simple/0.9/", ""},
    {"http://channel.netscape.com/rdf/simple/0.9/", ""},
    {"http://backend.userland.com/rss2", ""},
    {"http://www.sitemaps.org/schemas/sitemap/0.9", "sitemap"},
}};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

std::string space_of(std::string_view uri) {
  const auto* found = std::find_if(kSpaces.begin(), kSpaces.end(), [&](const auto& space) { return space.first == uri; });
  if (found != kSpaces.end()) return std::string(found->second);
  return uri.starts_with("http://www.google.com/schemas/sitemap/") ? "sitemap" : "other";
}

class Reader {
 public:
  Reader(std::string_view text, const XmlLimits& limits) : text_(text), limits_(limits) {}

  Xml run() {
    while (at_ < text_.size() && nodes_ < limits_.nodes) {
      const auto open = std::min(text_.find('<', at_), text_.size());
      add_text(text_.substr(at_, open - at_), true);
      at_ = open;
      if (at_ < text_.size()) markup();
    }
    if (nodes_ >= limits_.nodes) note("more than " + std::to_string(limits_.nodes) + " elements: the rest is left out");
    if (!open_.empty()) note("the end is missing: " + std::to_string(open_.size()) + " elements are not closed");
    if (stray_ends_ > 0) note(std::to_string(stray_ends_) + " end tags close nothing");
    if (crossed_ > 0) note(std::to_string(crossed_) + " elements are not closed in their order");
    if (undefined_ > 0) note(std::to_string(undefined_) + " references to entities that are not defined, kept as written");
    if (controls_ > 0) note(std::to_string(controls_) + " control characters left out");
    if (bare_ > 0) note(std::to_string(bare_) + " signs & or < that are no markup, kept as written");
    if (too_deep_ > 0) note(std::to_string(too_deep_) + " elements deeper than " + std::to_string(limits_.depth) + " levels left out");
    if (!root_) note("there is no element");
    return {std::move(root_), std::move(repairs_)};
  }

 private:
  struct Open {
    XmlNode* node;
    std::string written;  // with prefix
    std::map<std::string, std::string> spaces;  // that this element declares
  };

  void note(std::string what) { repairs_.push_back(std::move(what)); }

  void markup() {
    const auto rest = text_.substr(at_);
    if (rest.starts_with("<!--")) return skip_to("-->", 4);
    if (rest.starts_with("<![CDATA[")) {
      const auto end = text_.find("]]>", at_ + 9);
      const auto stop = end == std::string_view::npos ? text_.size() : end;
      add_text(text_.substr(at_ + 9, stop - at_ - 9), false);
      at_ = end == std::string_view::npos ? stop : end + 3;
      return;
    }
    if (rest.starts_with("<?")) return skip_to("?>", 2);
    if (rest.starts_with("<!")) return skip_doctype();
    if (rest.size() > 1 && rest[1] == '/') return end_tag();
    if (rest.size() > 1 && is_name_start(rest[1])) return start_tag();
    ++bare_;
    append_text("<");
    ++at_;
  }

  void skip_to(std::string_view end, std::size_t from) {
    const auto found = text_.find(end, at_ + from);
    at_ = found == std::string_view::npos ? text_.size() : found + end.size();
  }

  /// "<!DOCTYPE … [ … ]>", with its quotation marks; nothing in it is looked at.
  void skip_doctype() {
    int brackets = 0;
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c == '"' || c == '\'') {
        const auto end = text_.find(c, at_);
        at_ = end == std::string_view::npos ? text_.size() : end + 1;
      } else if (c == '[') {
        ++brackets;
      } else if (c == ']') {
        --brackets;
      } else if (c == '>' && brackets <= 0) {
        return;
      }
    }
  }

  std::string name() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && !is_space(text_[at_]) && text_[at_] != '>' && text_[at_] != '/' && text_[at_] != '=' &&
           text_[at_] != '<')
      ++at_;
    return std::string(text_.substr(begin, std::min<std::size_t>(at_ - begin, 200)));
  }

  void start_tag() {
    const std::size_t tag_begin = at_;
    ++at_;
    const std::string written = name();
    auto node = std::make_unique<XmlNode>();
    std::map<std::string, std::string> spaces;
    bool closed = false;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '>') {
        ++at_;
        break;
      }
      if (c == '<') break;  // the tag was never finished
      if (c == '/' || is_space(c) || c == '=') {
        closed = c == '/';
        ++at_;
        continue;
      }
      closed = false;
      attribute(*node, spaces);
    }
    closed = closed || (at_ >= 2 && at_ <= text_.size() && text_[at_ - 1] == '>' && text_[at_ - 2] == '/' && at_ - 2 > tag_begin);
    ++nodes_;
    if (open_.size() >= limits_.depth) {
      ++too_deep_;
      if (!closed) ++ignored_depth_;
      return;
    }
    if (open_.empty() && root_) {  // a second root says nothing
      if (!closed) ++ignored_depth_;
      return;
    }
    const auto colon = written.find(':');
    const std::string prefix = colon == std::string::npos ? "" : written.substr(0, colon);
    node->name = colon == std::string::npos ? written : written.substr(colon + 1);
    node->space = resolve(prefix, spaces);
    XmlNode* const raw = node.get();
    if (open_.empty()) root_ = std::move(node);
    else open_.back().node->children.push_back(std::move(node));
    if (!closed) open_.push_back({raw, written, std::move(spaces)});
  }

  void attribute(XmlNode& node, std::map<std::string, std::string>& spaces) {
    const std::string written = name();
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    std::string value;
    if (at_ < text_.size() && text_[at_] == '=') {
      ++at_;
      while (at_ < text_.size() && is_space(text_[at_])) ++at_;
      const char quote = at_ < text_.size() ? text_[at_] : '\0';
      if (quote == '"' || quote == '\'') {
        const auto end = std::min(text_.find(quote, at_ + 1), text_.size());
        value = decoded(text_.substr(at_ + 1, end - at_ - 1));
        at_ = std::min(end + 1, text_.size());
      } else {
        value = decoded(name());
      }
    } else if (written.empty()) {
      ++at_;  // a sign that belongs to nothing
      return;
    }
    if (node.attributes.size() >= 64) return;
    if (written == "xmlns") spaces[""] = value;
    else if (written.starts_with("xmlns:")) spaces[written.substr(6)] = value;
    else node.attributes.emplace(written, std::move(value));
  }

  std::string resolve(const std::string& prefix, const std::map<std::string, std::string>& own) const {
    if (const auto found = own.find(prefix); found != own.end()) return space_of(found->second);
    for (auto open = open_.rbegin(); open != open_.rend(); ++open)
      if (const auto found = open->spaces.find(prefix); found != open->spaces.end()) return space_of(found->second);
    return prefix;  // nobody declared it: taken at its word
  }

  void end_tag() {
    at_ += 2;
    const std::string written = name();
    at_ = std::min(text_.find('>', at_), text_.size());
    if (at_ < text_.size()) ++at_;
    if (ignored_depth_ > 0) {
      --ignored_depth_;
      return;
    }
    constexpr std::size_t kReach = 16;  // how far a missing end tag is made up for
    for (std::size_t up = 0; up < open_.size() && up < kReach; ++up) {
      if (open_[open_.size() - 1 - up].written != written) continue;
      crossed_ += up;
      open_.resize(open_.size() - 1 - up);
      return;
    }
    ++stray_ends_;
  }

  void add_text(std::string_view text, bool has_references) {
    if (text.empty() || open_.empty() || ignored_depth_ > 0) return;
    if (has_references) append_text(decoded(text));
    else append_text(text);
  }

  void append_text(std::string_view text) {
    if (open_.empty()) return;
    std::string& own = open_.back().node->text;
    for (const char c : text) {
      if (static_cast<unsigned char>(c) < 0x20 && !is_space(c)) ++controls_;
      else own += c;
    }
  }

  std::string decoded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
      if (text[i] != '&') {
        out += text[i++];
        continue;
      }
      const auto end = text.substr(i, 34).find(';');
      const auto reference = end == std::string_view::npos ? std::string_view{} : text.substr(i + 1, end - 1);
      if (reference.empty() || reference.find_first_of(" &<\n") != std::string_view::npos) {
        ++bare_;
        out += text[i++];
        continue;
      }
      if (const auto character = character_of(reference)) {
        out += *character;
      } else {
        ++undefined_;
        out += text.substr(i, end + 1);
      }
      i += end + 1;
    }
    return out;
  }

  std::string_view text_;
  const XmlLimits& limits_;
  std::size_t at_ = 0, nodes_ = 0;
  std::unique_ptr<XmlNode> root_;
  std::vector<Open> open_;
  std::vector<std::string> repairs_;
  std::size_t stray_ends_ = 0, crossed_ = 0, undefined_ = 0, controls_ = 0, bare_ = 0, too_deep_ = 0, ignored_depth_ = 0;
};

}  // namespace

const XmlNode* XmlNode::child(std::string_view local, std::string_view of_space) const {
  for (const auto& one : children)
    if (one->is(local, of_space)) return one.get();
  return nullptr;
}

std::string XmlNode::said(std::string_view local, std::string_view of_space) const {
  const auto* found = child(local, of_space);
  return found ? std::string(base::trim(found->text)) : std::string();
}

std::string XmlNode::attribute(const std::string& written) const {
  const auto found = attributes.find(written);
  return found == attributes.end() ? std::string() : std::string(base::trim(found->second));
}

Xml read_xml(std::string_view utf8, const XmlLimits& limits) { return Reader(utf8, limits).run(); }

}  // namespace tracker::parse
