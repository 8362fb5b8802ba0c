#include "sitegen/html/html.h"

#include "sitegen/html/code_points.h"
#include "tracker/base/text.h"

namespace sitegen::html {
namespace {

/// JSON in which no character means anything to HTML, and none that must not be shown stands (may_be_shown). Strings are
/// the only place where these characters can stand.
std::string json_in_markup(std::string_view json) {
  std::string out;
  for (std::size_t at = 0; at < json.size();) {
    const auto found = next_code_point(json, at);
    if (!found.is_valid) break;
    if (found.value == '<') {
      out += "\\u003c";
    } else if (found.value == '>') {
      out += "\\u003e";
    } else if (found.value == '&') {
      out += "\\u0026";
    } else if (found.value >= ' ' && may_be_shown(found.value)) {
      out.append(json, at, found.length);
    }
    at += found.length;
  }
  return out;
}

}  // namespace

namespace {

/// ASCII that stands for itself in text and in attributes.
constexpr bool is_plain(char c) {
  return c >= ' ' && c < 0x7f && c != '&' && c != '<' && c != '>' && c != '"' && c != '\'';
}

void escape_into(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    auto end = at;
    while (end < text.size() && is_plain(text[end])) ++end;
    out.append(text, at, end - at);
    at = end;
    if (at == text.size()) return;
    const auto found = next_code_point(text, at);
    if (!found.is_valid) {
      out += "\xEF\xBF\xBD";
    } else if (found.value == '&') {
      out += "&amp;";
    } else if (found.value == '<') {
      out += "&lt;";
    } else if (found.value == '>') {
      out += "&gt;";
    } else if (found.value == '"') {
      out += "&quot;";
    } else if (found.value == '\'') {
      out += "&#39;";
    } else if (may_be_shown(found.value)) {
      out.append(text, at, found.length);
    }
    at += found.length;
  }
}

}  // namespace

std::string escape(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  escape_into(out, text);
  return out;
}

Html::Html(std::string_view text) : bytes_(escape(text)) {}

void Html::add_text(std::string_view text) {
  escape_into(bytes_, text);
}

Html Html::markup(Literal literal) {
  Html html;
  html.bytes_ = literal.view();
  return html;
}

void Html::begin(Tag tag, const Attribute* attributes, std::size_t count, std::size_t size) {
  size += 2 * tag.name().size() + 6;
  for (std::size_t i = 0; i < count; ++i) size += attributes[i].name_.size() + attributes[i].value_.size() + 4;
  bytes_.reserve(size);
  bytes_ += '<';
  bytes_ += tag.name();
  for (std::size_t i = 0; i < count; ++i) {
    bytes_ += ' ';
    bytes_ += attributes[i].name_;
    bytes_ += "=\"";
    escape_into(bytes_, attributes[i].value_);
    bytes_ += '"';
  }
  bytes_ += '>';
}

void Html::end(Tag tag) {
  if (!tag.is_void()) {
    bytes_ += "</";
    bytes_ += tag.name();
    bytes_ += '>';
  }
  if (!tag.is_inline()) bytes_ += '\n';
}

Html& Html::operator+=(const Html& more) {
  bytes_ += more.bytes_;
  return *this;
}

Html& Html::operator+=(Html&& more) {
  if (bytes_.empty() && bytes_.capacity() <= more.bytes_.capacity()) {
    bytes_ = std::move(more.bytes_);
  } else {
    bytes_ += more.bytes_;
  }
  return *this;
}

Attribute href(const Url& url) {
  return Attribute(Attribute::Address{}, "href", url.text());
}

Attribute lang(std::string_view tag) {
  const bool is_tag =
      tag.size() >= 2 && tag.size() <= 35 && tag.front() != '-' && tag.back() != '-' &&
      tag.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") ==
          std::string_view::npos;
  return {"lang", is_tag ? tag : std::string_view("und")};
}

Attribute css(Literal classes) {
  return {"class", classes.view()};
}

Html bdi(std::string_view text) {
  return element("bdi", {}, text);
}

Html bdi(std::string_view text, std::string_view language) {
  return element("bdi", {lang(language)}, text);
}

Html link(const std::optional<Url>& url, const Html& content, Attributes more) {
  if (!url) return content;
  Attributes attributes{href(*url)};
  if (url->is_external()) attributes.push_back({"rel", "noreferrer"});
  for (auto& attribute : more) attributes.push_back(std::move(attribute));
  return element("a", attributes, content);
}

Html linked_data(std::string_view json) {
  Html out = Html::markup("<script type=\"application/ld+json\">");
  // The characters that escape() would change are not there any more, but for the quotes of JSON itself.
  out.bytes_ += json_in_markup(json);
  out += Html::markup("</script>\n");
  return out;
}

Html script_file(const Url& url) {
  if (!url.is_relative()) return {};
  Html out = Html::markup("<script src=\"");
  out += Html(url.text());
  out += Html::markup("\"></script>\n");
  return out;
}

}  // namespace sitegen::html
