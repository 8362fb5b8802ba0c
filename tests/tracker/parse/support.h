// Shortcuts of the tests of parsers: a source by a few rules, and what is read of a page by them.
#pragma once

#include <string>
#include <string_view>

#include "tracker/parse/parse.h"

namespace tests {

using namespace tracker;

inline model::Source source_of(model::SourceKind kind) {
  model::Source source;
  source.id = "test-source";
  source.kind = kind;
  source.url = "https://court.example/list/index.html";
  source.file = "sources/a.toml";
  return source;
}

struct Page {
  std::string_view bytes;
  std::string_view content_type = "";
  bool is_followed = false;
};

inline parse::Parsed read(const model::Source& source, const Page& page, const parse::Zone* zone = nullptr,
                          const std::vector<model::Fingerprint>& fingerprints = {}) {
  return parse::parse({source, page.is_followed ? model::SourceKind::Page : source.kind, page.is_followed, page.bytes,
                       page.content_type, source.url, fingerprints, zone});
}

}  // namespace tests
