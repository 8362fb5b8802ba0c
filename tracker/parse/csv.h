// Comma-separated values by RFC 4180, and as spreadsheets write them: ";" or a tab between values, a byte order mark,
// line ends of any kind. A private header of this folder.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tracker::parse {

struct CsvLine {
  int line = 0;  // of the file, from 1, where it begins
  std::vector<std::string> values;
};

struct Csv {
  std::vector<CsvLine> lines;  // without empty ones
  bool is_cut = false;         // there were more than `most`
};

/// The separator is the one that the first line has most of. A quotation mark that is never closed takes the rest.
Csv read_csv(std::string_view utf8, std::size_t most);

}  // namespace tracker::parse
