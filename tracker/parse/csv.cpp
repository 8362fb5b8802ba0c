#include "tracker/parse/csv.h"

#include <algorithm>

namespace tracker::parse {
namespace {

char separator_of(std::string_view text) {
  const auto line = text.substr(0, text.find_first_of("\r\n"));
  char best = ',';
  for (const char c : {',', ';', '\t'})
    if (std::count(line.begin(), line.end(), c) > std::count(line.begin(), line.end(), best)) best = c;
  return best;
}

}  // namespace

Csv read_csv(std::string_view text, std::size_t most) {
  Csv csv;
  const char separator = separator_of(text);
  CsvLine line{1, {}};
  std::string value;
  int number = 1;
  bool quoted = false;
  const auto end_value = [&] {
    if (line.values.size() < 200) line.values.push_back(value);
    value.clear();
  };
  const auto end_line = [&] {
    end_value();
    const bool is_empty = line.values.size() == 1 && line.values[0].empty();
    if (!is_empty && csv.lines.size() == most) csv.is_cut = true;
    else if (!is_empty) csv.lines.push_back(std::move(line));
    line = {number, {}};
  };
  for (std::size_t i = 0; i < text.size() && !csv.is_cut; ++i) {
    const char c = text[i];
    if (c == '\n') ++number;
    if (quoted) {
      if (c != '"') value += c;
      else if (i + 1 < text.size() && text[i + 1] == '"') value += text[++i];
      else quoted = false;
    } else if (c == '"' && value.empty()) {
      quoted = true;
    } else if (c == separator) {
      end_value();
    } else if (c == '\n') {
      end_line();
    } else if (c == '\r') {
      if (i + 1 < text.size() && text[i + 1] == '\n') continue;
      ++number;
      end_line();
    } else {
      value += c;
    }
  }
  if (!csv.is_cut && (!value.empty() || !line.values.empty())) end_line();
  return csv;
}

}  // namespace tracker::parse
