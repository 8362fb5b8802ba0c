// A reader of CSV as RFC 4180 has it, written apart from our writer so that one can judge the other.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace tests {

using CsvRows = std::vector<std::vector<std::string>>;

/// Throws for a quote where none may stand and for text that does not end with a line end.
inline CsvRows read_csv(const std::string& text) {
  CsvRows rows;
  std::vector<std::string> row;
  for (std::size_t at = 0; at < text.size();) {
    std::string field;
    if (text[at] == '"') {
      for (++at;; ++at) {
        if (at >= text.size()) throw std::runtime_error("a quote is not closed");
        if (text[at] != '"') {
          field += text[at];
        } else if (at + 1 < text.size() && text[at + 1] == '"') {
          field += text[++at];
        } else {
          break;
        }
      }
      ++at;
    } else {
      while (at < text.size() && text[at] != ',' && text[at] != '\r') {
        if (text[at] == '"' || text[at] == '\n')
          throw std::runtime_error("a quote or line feed in a bare field");
        field += text[at++];
      }
    }
    row.push_back(field);
    if (text.compare(at, 2, "\r\n") == 0) {
      rows.push_back(row);
      row.clear();
      at += 2;
    } else if (at < text.size() && text[at] == ',') {
      ++at;
    } else {
      throw std::runtime_error("no comma or line end behind a field");
    }
  }
  return rows;
}

}  // namespace tests
