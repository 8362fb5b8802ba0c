#include "tracker/edit/toml_edit.h"

#include <algorithm>

#include "tracker/base/error.h"
#include "tracker/edit/toml_scan.h"

namespace tracker::edit {
namespace {

bool ends_blank(std::string_view text) { return text.empty() || text.ends_with("\n\n") || text.ends_with("\n\r\n"); }

/// In the line ends that the file uses.
std::string in_style_of(std::string_view bytes, std::string_view text) {
  const auto newline = bytes.find('\n');
  if (newline == std::string_view::npos || newline == 0 || bytes[newline - 1] != '\r') return std::string(text);
  std::string styled;
  for (const char c : text) styled += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return styled;
}

std::string insert(std::string_view bytes, std::size_t at, std::string_view text) {
  std::string result(bytes.substr(0, at));
  result += in_style_of(bytes, text);
  result += bytes.substr(at);
  return result;
}

/// The value of a plain string, without its quotes.
std::string_view plain(std::string_view bytes, const Item& item) {
  const auto value = bytes.substr(item.value_begin, item.value_end - item.value_begin);
  return value.size() >= 2 ? value.substr(1, value.size() - 2) : std::string_view{};
}

/// The keys of one table: the items from its header to the next one.
struct Table {
  std::size_t first = 0;
  std::size_t last = 0;
};

Table table_of(std::string_view bytes, const std::vector<Item>& items, std::string_view event) {
  const auto end_from = [&](std::size_t from) {
    while (from < items.size() && items[from].kind == Item::Kind::Key) ++from;
    return from;
  };
  if (event.empty()) return {0, end_from(0)};
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].kind != Item::Kind::TableOfMany || items[i].name != "event") continue;
    const Table table{i + 1, end_from(i + 1)};
    for (auto k = table.first; k < table.last; ++k)
      if (items[k].name == "id" && plain(bytes, items[k]) == event) return table;
  }
  throw base::Error("there is no [[event]] with the id \"" + std::string(event) + "\" in the file",
                    "events are edited where they are written as [[event]] tables; edit this one by hand");
}

const Item& key_of(const std::vector<Item>& items, const Table& table, std::string_view key, std::string_view event) {
  for (auto k = table.first; k < table.last; ++k)
    if (items[k].name == key) return items[k];
  throw base::Error((event.empty() ? std::string("the file") : "the event \"" + std::string(event) + "\"") +
                        " has no `" + std::string(key) + "`",
                    "edit the file by hand");
}

std::vector<Item> items_of(std::string_view bytes, bool is_markdown) {
  const Head head = head_of(bytes, is_markdown);
  return scan_items(bytes, head.begin, head.end);
}

/// The first line of the comments that stand directly above a line.
std::size_t with_comments(std::string_view bytes, std::size_t begin) {
  while (begin > 0) {
    const auto above = begin < 2 ? std::string_view::npos : bytes.rfind('\n', begin - 2);
    const auto line = above == std::string_view::npos ? 0 : above + 1;
    if (bytes[line] != '#') break;
    begin = line;
  }
  return begin;
}

}  // namespace

std::string append_event(std::string_view bytes, bool is_markdown, std::string_view event) {
  const Head head = head_of(bytes, is_markdown);
  scan_items(bytes, head.begin, head.end);  // what cannot be read is not written to
  const auto before = bytes.substr(0, head.end);
  std::string text;
  if (!before.empty() && before.back() != '\n') text += '\n';
  if (!ends_blank(before)) text += '\n';
  return insert(bytes, head.end, text + std::string(event));
}

std::string insert_event(std::string_view bytes, bool is_markdown, std::string_view event) {
  if (is_markdown) return append_event(bytes, is_markdown, event);  // the closing +++ stands behind it
  const auto items = items_of(bytes, is_markdown);
  const auto last = std::find_if(items.rbegin(), items.rend(), [](const Item& item) {
    return item.kind == Item::Kind::TableOfMany && item.name == "event";
  });
  if (last == items.rend()) return append_event(bytes, is_markdown, event);
  return insert(bytes, with_comments(bytes, last->begin), std::string(event) + "\n");
}

std::string add_to_list(std::string_view bytes, bool is_markdown, std::string_view event, std::string_view key,
                        std::string_view element, std::string_view comment) {
  const auto items = items_of(bytes, is_markdown);
  const Item& item = key_of(items, table_of(bytes, items, event), key, event);
  const ListPlaces places = scan_list(bytes, item);
  std::string text(places.is_empty ? "" : places.trailing_comma ? "" : ",");
  const auto line = bytes.rfind('\n', places.last_end - 1);
  const bool spans_lines = line != std::string_view::npos && line > item.value_begin && !places.is_empty;
  auto at = places.last_end;
  if (places.trailing_comma) at = bytes.find(',', at) + 1;
  if (spans_lines) {
    auto indent = line + 1;
    while (indent < bytes.size() && (bytes[indent] == ' ' || bytes[indent] == '\t')) ++indent;
    text += "\n" + std::string(bytes.substr(line + 1, indent - line - 1));
  } else if (!places.is_empty) {
    text += ' ';
  }
  text += element;
  if (places.trailing_comma && spans_lines) text += ',';
  std::string result = insert(bytes, at, text);
  return comment.empty() ? result : insert(result, item.begin, comment);
}

std::string set_key(std::string_view bytes, bool is_markdown, std::string_view event, std::string_view key,
                    std::string_view value, std::string_view comment) {
  const auto items = items_of(bytes, is_markdown);
  const Item& item = key_of(items, table_of(bytes, items, event), key, event);
  std::string result(bytes.substr(0, item.value_begin));
  result += value;
  result += bytes.substr(item.value_end);
  return comment.empty() ? result : insert(result, item.begin, comment);
}

std::string next_event_id(std::string_view bytes, bool is_markdown) {
  std::string prefix = is_markdown ? "e" : "c";
  long largest = 0;
  const auto items = items_of(bytes, is_markdown);
  bool in_event = false;
  for (const auto& item : items) {
    if (item.kind != Item::Kind::Key) in_event = item.kind == Item::Kind::TableOfMany && item.name == "event";
    if (!in_event || item.name != "id") continue;
    const auto id = plain(bytes, item);
    const auto digit = id.find_first_of("0123456789");
    if (digit == std::string_view::npos || id.size() - digit > 8) continue;
    if (id.find_first_not_of("0123456789", digit) != std::string_view::npos) continue;
    const long number = std::stol(std::string(id.substr(digit)));
    if (number < largest) continue;
    largest = number;
    prefix = id.substr(0, digit);
  }
  return prefix + std::to_string(largest + 1);
}

}  // namespace tracker::edit
