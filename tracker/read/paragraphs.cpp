#include "tracker/read/paragraphs.h"

#include <algorithm>

namespace tracker::read {
namespace {

struct Line {
  Span at;  // without white space at its ends
  bool ends_sentence = false;
  bool furniture = false;   // a page number, a footnote's address
  std::size_t letters = 0;  // code points
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool ends_sentence(std::string_view line) {
  for (const std::string_view closing : {"»", "”", "\"", ")", "*", "’", "_", "]"})
    if (line.ends_with(closing)) line.remove_suffix(closing.size());
  for (const std::string_view sign : {".", "!", "?", "…", ":", ";"})
    if (line.ends_with(sign)) return true;
  return false;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "12", "3 http://…": what a printed page adds.
bool is_page_furniture(std::string_view line) {
  std::size_t i = 0;
  while (i < line.size() && is_digit(line[i])) ++i;
  if (i > 4 || (i == 0 && !line.starts_with("http"))) return false;
  while (i < line.size() && is_blank(line[i])) ++i;
  const auto rest = line.substr(i);
  return rest.empty() || ((rest.starts_with("http://") || rest.starts_with("https://")) && rest.find(' ') == std::string_view::npos);
}

std::vector<Line> lines_of(std::string_view bytes) {
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    std::size_t from = begin, to = end;
    while (from < to && is_blank(bytes[from])) ++from;
    while (to > from && is_blank(bytes[to - 1])) --to;
    const auto text = bytes.substr(from, to - from);
    lines.push_back({{from, to}, ends_sentence(text), is_page_furniture(text), count_code_points(text)});
    begin = end + 1;
  }
  return lines;
}

/// "3. Name", "• …", "- …", "# …", "Date of arrest: …": begins something of its own.
bool opens(std::string_view line) {
  for (const std::string_view bullet : {"• ", "- ", "* ", "– ", "— ", "#", "|"})
    if (line.starts_with(bullet)) return true;
  std::size_t digits = 0;
  while (digits < line.size() && is_digit(line[digits])) ++digits;
  if (digits > 0 && digits < 4 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ')
    return true;
  const auto colon = line.find(": ");
  const bool is_label = colon != std::string_view::npos && colon < 40 && line[0] >= 'A' && line[0] <= 'Z' &&
                        std::count(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), ' ') < 5 &&
                        line.substr(0, colon).find_first_of(".,;\"") == std::string_view::npos;
  return is_label;
}

/// A block of lines that only the width of the page broke.
bool is_wrapped(const std::vector<Line>& lines, std::size_t from, std::size_t to) {
  std::size_t filled = 0, open_ended = 0, longest = 0;
  for (std::size_t i = from; i < to; ++i) longest = std::max(longest, lines[i].letters);
  std::size_t count = 0;
  for (std::size_t i = from; i < to; ++i) {
    if (lines[i].furniture) continue;
    ++count;
    filled += lines[i].letters * 10 >= longest * 6;
    open_ended += !lines[i].ends_sentence;
  }
  return count >= 4 && longest <= 130 && filled * 2 >= count && open_ended * 2 > count;
}

bool is_heading(std::string_view text, const Line& line) {
  if (text.starts_with('#')) return true;
  // "3. A name": the number's full stop is no end of a sentence.
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits > 0 && digits < 4 && text.substr(digits).starts_with(". ")) text.remove_prefix(digits + 2);
  return !line.ends_sentence && line.letters <= 160 && !text.starts_with("•") && !text.starts_with("- ") &&
         text.find(": ") == std::string_view::npos && text.find(". ") == std::string_view::npos && text.find("; ") == std::string_view::npos;
}

/// The words below a picture.
bool is_caption(std::string_view text, const Line& line) {
  if (line.letters > 200) return false;
  for (const std::string_view mark : {"Фото:", "фото:", "Фото ", "Photo:", "(file photo)", "(photo)", "Сурет:", "Коллаж", "©", "Скриншот", "Screenshot"})
    if (text.find(mark) != std::string_view::npos) return true;
  return false;
}

class Finder {
 public:
  explicit Finder(std::string_view bytes) : bytes_(bytes), lines_(lines_of(bytes)) {}

  std::vector<Piece> run() {
    for (std::size_t i = 0; i < lines_.size();) {
      if (lines_[i].letters == 0) {
        ++i;
        continue;
      }
      std::size_t end = i;
      while (end < lines_.size() && lines_[end].letters > 0) ++end;
      block(i, end);
      i = end;
    }
    return std::move(pieces_);
  }

 private:
  std::string_view text(const Line& line) const { return bytes_.substr(line.at.begin, line.at.end - line.at.begin); }

  void block(std::size_t from, std::size_t to) {
    const bool wrapped = is_wrapped(lines_, from, to);
    bool open = false;
    for (std::size_t i = from; i < to; ++i) {
      const auto line = text(lines_[i]);
      if (is_page_furniture(line)) continue;
      const bool joins = open && wrapped && !opens(line) && !(pieces_.back().kind == PieceKind::Heading);
      if (joins) {
        pieces_.back().at.end = lines_[i].at.end;
      } else {
        const bool heading = is_heading(line, lines_[i]) && (!wrapped || opens(line) || lines_[i].letters < 45);
        const auto kind = is_caption(line, lines_[i]) ? PieceKind::Caption : heading ? PieceKind::Heading : PieceKind::Paragraph;
        pieces_.push_back({lines_[i].at, kind, {}});
        open = true;
      }
    }
  }

  std::string_view bytes_;
  std::vector<Line> lines_;
  std::vector<Piece> pieces_;
};

}  // namespace

std::vector<Piece> find_pieces(std::string_view bytes) { return Finder(bytes).run(); }

}  // namespace tracker::read
