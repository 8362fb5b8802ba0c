#include "sitegen/feed/xml.h"

#include <array>

#include "tracker/base/text.h"

namespace sitegen::feed {

std::string xml_escape(std::string_view text) {
  if (const auto broken = tracker::base::first_invalid_utf8(text)) text = text.substr(0, *broken);
  // All that is below a blank, the four characters of markup, and what U+FFFE and U+FFFF begin with.
  static constexpr auto kStops = [] {
    std::array<bool, 256> stops{};
    for (unsigned c = 0; c < ' '; ++c) stops[c] = true;
    for (const unsigned char c : {'&', '<', '>', '"', '\xEF'}) stops[c] = true;
    return stops;
  }();
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto begin = i;
    while (i < text.size() && !kStops[static_cast<unsigned char>(text[i])]) ++i;
    out.append(text, begin, i - begin);
    if (i == text.size()) break;
    const char c = text[i];
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (c == '\r') {
      out += "&#13;";
    } else if (text.substr(i, 3) == "\xEF\xBF\xBE" || text.substr(i, 3) == "\xEF\xBF\xBF") {
      i += 2;  // U+FFFE, U+FFFF
    } else if (static_cast<unsigned char>(c) >= ' ' || c == '\n' || c == '\t') {
      out += c;
    }
  }
  return out;
}

Xml::Xml() : bytes_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}

void Xml::begin(std::string_view name, XmlAttributes attributes) {
  bytes_.append(static_cast<std::size_t>(depth_) * 2, ' ');
  bytes_ += '<';
  bytes_ += name;
  for (const auto& [key, value] : attributes) {
    bytes_ += ' ';
    bytes_ += key;
    bytes_ += "=\"";
    bytes_ += xml_escape(value);
    bytes_ += '"';
  }
}

void Xml::open(std::string_view name, XmlAttributes attributes) {
  begin(name, attributes);
  bytes_ += ">\n";
  ++depth_;
}

void Xml::close(std::string_view name) {
  --depth_;
  bytes_.append(static_cast<std::size_t>(depth_) * 2, ' ');
  bytes_ += "</";
  bytes_ += name;
  bytes_ += ">\n";
}

void Xml::text(std::string_view name, std::string_view text, XmlAttributes attributes) {
  begin(name, attributes);
  bytes_ += '>';
  bytes_ += xml_escape(text);
  bytes_ += "</";
  bytes_ += name;
  bytes_ += ">\n";
}

void Xml::empty(std::string_view name, XmlAttributes attributes) {
  begin(name, attributes);
  bytes_ += "/>\n";
}

}  // namespace sitegen::feed
