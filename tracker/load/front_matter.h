// The head of a Markdown file: TOML between two lines of three plus signs. The first such line is the first
// of the file; the next one ends the head, wherever it stands, so a TOML text of several lines cannot hold
// one.
#pragma once

#include <string>
#include <string_view>

namespace tracker::load {

enum class FrontMatterEnd { Closed, NotOpened, NotClosed };

struct FrontMatter {
  FrontMatterEnd end = FrontMatterEnd::NotOpened;
  std::string toml;       // with an empty line in place of the first +++, so that line numbers are the file's
  std::string_view body;  // without blank lines before and space behind
  std::size_t body_offset = 0;  // in the file
};

/// `bytes` have to outlive the result. Lines end in "\n".
FrontMatter split_front_matter(std::string_view bytes);

}  // namespace tracker::load
