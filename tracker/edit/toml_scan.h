// Where the statements of a TOML text stand, byte for byte: what an edit needs that must leave comments, spaces and the
// order of a file as they are. No library we have keeps them. It finds places and judges nothing: whoever edits parses
// the result with the real parser and compares.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tracker::edit {

struct Item {
  enum class Kind { Table, TableOfMany, Key };
  Kind kind = Kind::Key;
  std::string name;             // "event", "event.sentence", "sources"
  std::size_t begin = 0;        // first byte of its first line
  std::size_t end = 0;          // past the newline of its last line
  std::size_t value_begin = 0;  // of a key's value
  std::size_t value_end = 0;
};

/// The headers and keys between `begin` and `end` of `text`, in order. Throws base::Error where a value has no end.
std::vector<Item> scan_items(std::string_view text, std::size_t begin, std::size_t end);

/// The inside of an array value.
struct ListPlaces {
  std::size_t last_end = 0;   // past the last element; past the opening bracket where there is none
  bool is_empty = true;
  bool trailing_comma = false;
  std::size_t close = 0;      // the closing bracket
};

/// `item` is a key whose value is an array. Throws base::Error where it is not.
ListPlaces scan_list(std::string_view text, const Item& item);

/// The TOML of a content file: all of it, or what stands between the +++ lines of a Markdown file.
struct Head {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Throws base::Error where a Markdown file has no closed head.
Head head_of(std::string_view bytes, bool is_markdown);

}  // namespace tracker::edit
