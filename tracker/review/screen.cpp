#include "tracker/review/screen.h"

#include <algorithm>

#include "tracker/base/text.h"

namespace tracker::review {
namespace {

constexpr int kMargin = 9;
constexpr int kMarginFrom = 50;  // columns from which the margin has a column of its own

std::size_t letter_length(std::string_view text, std::size_t at) {
  std::size_t length = 1;
  while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xc0) == 0x80) ++length;
  return length;
}

int columns_of(std::string_view text) { return static_cast<int>(base::display_width(text)); }

/// As much of the text as fits, and at least one letter of it.
std::size_t fitting(std::string_view text, int columns) {
  std::size_t at = 0;
  int taken = 0;
  while (at < text.size()) {
    const auto length = letter_length(text, at);
    taken += columns_of(text.substr(at, length));
    if (taken > columns && at > 0) break;
    at += length;
  }
  return at;
}

void append(Line& line, std::string_view text, Style style) {
  if (text.empty()) return;
  if (!line.empty() && line.back().style == style) {
    line.back().text += text;
  } else {
    line.push_back({std::string(text), style});
  }
}

class Wrapper {
 public:
  explicit Wrapper(int columns) : columns_(std::max(columns, 1)) {}

  void run(const Run& run) {
    std::string_view rest = run.text;
    while (!rest.empty()) {
      const auto space = rest.find(' ');
      const auto word = rest.substr(0, space);
      if (!word.empty()) put_word(word, run.style);
      if (space == std::string_view::npos) return;
      if (taken_ > 0 && taken_ < columns_) {
        append(line_, " ", run.style);
        ++taken_;
      }
      rest.remove_prefix(space + 1);
    }
  }

  std::vector<Line> finish() {
    if (!line_.empty() || lines_.empty()) lines_.push_back(std::move(line_));
    return std::move(lines_);
  }

 private:
  void put_word(std::string_view word, Style style) {
    if (taken_ > 0 && taken_ + columns_of(word) > columns_) next();
    while (!word.empty()) {
      const auto length = fitting(word, columns_ - taken_);
      append(line_, word.substr(0, length), style);
      taken_ += columns_of(word.substr(0, length));
      word.remove_prefix(length);
      if (!word.empty()) next();
    }
  }

  void next() {
    lines_.push_back(std::move(line_));
    line_.clear();
    taken_ = 0;
  }

  int columns_;
  int taken_ = 0;
  Line line_;
  std::vector<Line> lines_;
};

std::vector<Line> wrap_line(const Line& line, int columns) {
  Wrapper wrapper(columns);
  for (const auto& run : line) wrapper.run(run);
  return wrapper.finish();
}

Line cut(const Line& line, int columns) {
  Line kept;
  int left = columns;
  for (const auto& run : line) {
    if (left <= 0) break;
    auto length = fitting(run.text, left);
    if (columns_of(std::string_view(run.text).substr(0, length)) > left) length = 0;
    append(kept, std::string_view(run.text).substr(0, length), run.style);
    left -= columns_of(std::string_view(run.text).substr(0, length));
    if (length < run.text.size()) break;
  }
  return kept;
}

Line ruled(int columns) {
  std::string text;
  for (int i = 0; i < columns; ++i) text += "─";
  return {{text, Style::Dim}};
}

const char* code_of(Style style) {
  switch (style) {
    case Style::Plain: return "";
    case Style::Strong: return "\x1b[1m";
    case Style::Dim: return "\x1b[2m";
    case Style::Quote: return "\x1b[7m";
    case Style::Warning: return "\x1b[1;33m";
  }
  return "";
}

/// Without colours a quotation is still told from the rest of its paragraph.
const char* plain_code_of(Style style) { return style == Style::Quote ? "\x1b[7m" : style == Style::Strong ? "\x1b[1m" : ""; }

}  // namespace

int width_of(const Line& line) {
  int width = 0;
  for (const auto& run : line) width += columns_of(run.text);
  return width;
}

std::vector<Line> wrap(const std::vector<Passage>& passages, int columns) {
  std::vector<Line> lines;
  const int indent = columns >= kMarginFrom ? kMargin : 0;
  for (const auto& passage : passages) {
    Wrapper wrapper(columns - indent);
    if (indent == 0 && !passage.margin.empty()) wrapper.run({passage.margin + ": ", Style::Dim});
    for (const auto& run : passage.runs) wrapper.run(run);
    bool first = true;
    for (auto& wrapped : wrapper.finish()) {
      Line line;
      if (indent > 0) {
        std::string margin = first ? passage.margin : "";
        margin.resize(static_cast<std::size_t>(indent), ' ');
        line.push_back({margin, Style::Dim});
      }
      line.insert(line.end(), wrapped.begin(), wrapped.end());
      lines.push_back(std::move(line));
      first = false;
    }
  }
  return lines;
}

Frame frame_of(const Line& title, const std::vector<Passage>& body, const std::string& message, const std::string& keys,
               Size size, int scroll) {
  static constexpr std::size_t kMostOfTitle = 2;
  const int rows = std::max(size.rows, 1), columns = std::max(size.columns, 1);
  const bool has_rules = rows >= 8, has_title = rows >= 4;
  std::vector<Line> foot;
  if (has_rules) foot.push_back(ruled(columns));
  // A message may be as long as what a check says; three lines of it are enough to know what to do.
  static constexpr std::size_t kMostOfMessage = 3;
  if (message.empty() && has_rules) foot.emplace_back();
  std::size_t said = 0;
  if (!message.empty())
    for (auto& line : wrap_line({{message, Style::Warning}}, columns))
      if (++said <= (has_rules ? kMostOfMessage : 1)) foot.push_back(std::move(line));
  for (auto& line : wrap({{"", {{keys, Style::Dim}}}}, columns >= kMarginFrom ? columns + kMargin : columns)) {
    if (rows < 8 && !foot.empty() && foot.back().front().style == Style::Dim) break;  // one line of keys is enough here
    if (!line.empty() && line.front().text.find_first_not_of(' ') == std::string::npos) line.erase(line.begin());
    foot.push_back(std::move(line));
  }
  std::vector<Line> head;
  if (has_rules) head = wrap_line(title, columns);  // what happened stands last, and must not be cut off
  else if (has_title) head.push_back(title);
  if (head.size() > kMostOfTitle) head.resize(kMostOfTitle);
  if (has_rules) head.push_back(ruled(columns));

  const auto lines = wrap(body, columns);
  const int room = std::max(rows - static_cast<int>(head.size() + foot.size()), 1);
  Frame frame;
  frame.most_scroll = std::max(static_cast<int>(lines.size()) - room, 0);
  frame.scroll = std::clamp(scroll, 0, frame.most_scroll);
  for (auto& line : head) frame.lines.push_back(cut(line, columns));
  for (int i = 0; i < room; ++i) {
    const auto at = static_cast<std::size_t>(frame.scroll + i);
    frame.lines.push_back(at < lines.size() ? cut(lines[at], columns) : Line{});
  }
  if (frame.scroll < frame.most_scroll && has_rules) {
    // The rule says that there is more below.
    foot.front() = {{"── more below: j, space ", Style::Dim}};
    while (width_of(foot.front()) < columns) foot.front().front().text += "─";
  }
  for (auto& line : foot) frame.lines.push_back(cut(line, columns));
  frame.lines.resize(static_cast<std::size_t>(rows));
  return frame;
}

std::string to_terminal(const Frame& frame, bool colour) {
  std::string bytes = "\x1b[?25l\x1b[H";
  for (std::size_t i = 0; i < frame.lines.size(); ++i) {
    for (const auto& run : frame.lines[i]) {
      const std::string code = colour ? code_of(run.style) : plain_code_of(run.style);
      bytes += code + run.text + (code.empty() ? "" : "\x1b[0m");
    }
    bytes += "\x1b[K";
    if (i + 1 < frame.lines.size()) bytes += "\r\n";
  }
  return bytes + "\x1b[J";
}

}  // namespace tracker::review
