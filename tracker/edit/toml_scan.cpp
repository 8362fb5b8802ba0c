#include "tracker/edit/toml_scan.h"

#include "tracker/base/error.h"
#include "tracker/base/text.h"

namespace tracker::edit {
namespace {

[[noreturn]] void fail(const std::string& what) {
  throw base::Error("the file cannot be edited: " + what, "run `tracker check`, mend the file, and try again");
}

class Scanner {
 public:
  Scanner(std::string_view text, std::size_t at, std::size_t end) : text_(text.substr(0, end)), at_(at) {}

  std::size_t at() const { return at_; }
  bool is_done() const { return at_ >= text_.size(); }
  char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void step() { ++at_; }

  /// Spaces, newlines and comments.
  void skip_void() {
    while (!is_done()) {
      const char c = here();
      if (c == '#') {
        skip_line();
      } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
        step();
      } else {
        return;
      }
    }
  }

  /// To the byte after the next newline.
  void skip_line() {
    const auto newline = text_.find('\n', at_);
    at_ = newline == std::string_view::npos ? text_.size() : newline + 1;
  }

  void skip_value() {
    const char c = here();
    if (c == '"' || c == '\'') return skip_string();
    if (c == '[' || c == '{') return skip_group();
    while (!is_done() && std::string_view("\n\r#,]}").find(here()) == std::string_view::npos) step();
    while (at_ > 0 && (text_[at_ - 1] == ' ' || text_[at_ - 1] == '\t')) --at_;
  }

  void skip_string() {
    const char quote = here();
    const std::string three(3, quote);
    const bool is_long = text_.compare(at_, 3, three) == 0;
    at_ += is_long ? 3 : 1;
    while (!is_done()) {
      if (quote == '"' && here() == '\\') {
        at_ += 2;
      } else if (is_long && text_.compare(at_, 3, three) == 0) {
        at_ += 3;
        while (here() == quote) step();  // a long string may end in quotes of its own
        return;
      } else if (!is_long && here() == quote) {
        return step();
      } else {
        step();
      }
    }
    fail("a string has no end");
  }

  /// A key, up to its equals sign.
  std::string key() {
    std::string name;
    while (!is_done() && here() != '=' && here() != '\n') {
      if (here() == '"' || here() == '\'') {
        const auto begin = at_;
        skip_string();
        name += text_.substr(begin + 1, at_ - begin - 2);
      } else {
        name += here();
        step();
      }
    }
    if (here() != '=') fail("a line is neither a key nor a table");
    return std::string(base::trim(name));
  }

 private:
  void skip_group() {
    int depth = 0;
    do {
      skip_void();
      const char c = here();
      if (is_done()) fail("a list or table has no end");
      if (c == '"' || c == '\'') {
        skip_string();
        continue;
      }
      if (c == '[' || c == '{') ++depth;
      if (c == ']' || c == '}') --depth;
      step();
    } while (depth > 0);
  }

  std::string_view text_;
  std::size_t at_;
};

std::size_t line_begin(std::string_view text, std::size_t at) {
  const auto newline = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return newline == std::string_view::npos ? 0 : newline + 1;
}

}  // namespace

std::vector<Item> scan_items(std::string_view text, std::size_t begin, std::size_t end) {
  std::vector<Item> items;
  Scanner scanner(text, begin, end);
  for (scanner.skip_void(); !scanner.is_done(); scanner.skip_void()) {
    Item item;
    item.begin = line_begin(text, scanner.at());
    if (scanner.here() == '[') {
      const auto open = scanner.at();
      const bool many = text.compare(open, 2, "[[") == 0;
      const auto close = text.find(many ? "]]" : "]", open);
      if (close == std::string_view::npos || close >= end) fail("a table's name has no end");
      item.kind = many ? Item::Kind::TableOfMany : Item::Kind::Table;
      item.name = base::trim(text.substr(open + (many ? 2 : 1), close - open - (many ? 2 : 1)));
    } else {
      item.name = scanner.key();
      scanner.step();
      while (scanner.here() == ' ' || scanner.here() == '\t') scanner.step();
      item.value_begin = scanner.at();
      scanner.skip_value();
      item.value_end = scanner.at();
    }
    scanner.skip_line();
    item.end = scanner.at();
    items.push_back(std::move(item));
  }
  return items;
}

ListPlaces scan_list(std::string_view text, const Item& item) {
  if (item.value_end <= item.value_begin || text[item.value_begin] != '[')
    fail("`" + item.name + "` is not written as a list in brackets");
  ListPlaces places;
  places.close = item.value_end - 1;
  places.last_end = item.value_begin + 1;
  Scanner scanner(text, item.value_begin + 1, places.close);
  for (scanner.skip_void(); !scanner.is_done(); scanner.skip_void()) {
    if (scanner.here() == ',') {
      scanner.step();
      places.trailing_comma = true;
      continue;
    }
    const auto before = scanner.at();
    scanner.skip_value();
    if (scanner.at() == before) fail("the list `" + item.name + "` cannot be read");
    places.last_end = scanner.at();
    places.is_empty = false;
    places.trailing_comma = false;
  }
  return places;
}

Head head_of(std::string_view bytes, bool is_markdown) {
  if (!is_markdown) return {0, bytes.size()};
  const auto is_fence = [&](std::size_t at) {
    const auto newline = bytes.find('\n', at);
    const auto line = bytes.substr(at, newline == std::string_view::npos ? newline : newline - at);
    return base::trim(line) == "+++";
  };
  const auto next_line = [&](std::size_t at) {
    const auto newline = bytes.find('\n', at);
    return newline == std::string_view::npos ? bytes.size() : newline + 1;
  };
  if (!is_fence(0)) fail("it does not begin with a line +++");
  Head head{next_line(0), 0};
  for (auto at = head.begin; at < bytes.size(); at = next_line(at))
    if (is_fence(at)) {
      head.end = at;
      return head;
    }
  fail("its head is not closed by a line +++");
}

}  // namespace tracker::edit
