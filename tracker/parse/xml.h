// XML as feeds really are: read as far as it makes sense, whatever is broken. A private header of this folder.
//
// There is no DTD here: a document type is skipped, entities that it declares are never looked up, and nothing outside
// of the bytes is ever asked for. So there is no expansion to bomb with and no file to leak; "&lol9;" stays as written.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tracker::parse {

struct XmlNode {
  std::string name;   // local, as written: "pubDate"
  std::string space;  // "atom", "content", "dc", "media", "rdf", "xhtml", "sitemap"; "" for RSS; "other"
  std::map<std::string, std::string> attributes;  // as written, with prefix
  std::string text;   // of its own, references decoded, CDATA included
  std::vector<std::unique_ptr<XmlNode>> children;

  bool is(std::string_view local, std::string_view of_space = "") const { return name == local && space == of_space; }
  /// The first child; null where there is none.
  const XmlNode* child(std::string_view local, std::string_view of_space = "") const;
  /// Trimmed text of the first child; empty where there is none.
  std::string said(std::string_view local, std::string_view of_space = "") const;
  std::string attribute(const std::string& written) const;
};

struct Xml {
  std::unique_ptr<XmlNode> root;  // null where there is no element at all
  std::vector<std::string> repairs;  // what was broken, each kind once: "12 end tags close nothing"
};

struct XmlLimits {
  std::size_t nodes = 1'000'000;
  std::size_t depth = 200;
};

/// Linear in the size.
Xml read_xml(std::string_view utf8, const XmlLimits& limits = {});

}  // namespace tracker::parse
