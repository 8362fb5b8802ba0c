#include "tracker/read/tokens.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace tracker::read {
namespace {

bool is_digit(UChar32 c) { return c >= '0' && c <= '9'; }
bool is_space(UChar32 c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0xFEFF; }
bool is_apostrophe(UChar32 c) { return c == '\'' || c == 0x2019 || c == 0x02BC; }
bool is_hyphen(UChar32 c) { return c == '-' || c == 0x2010 || c == 0x2011; }
bool is_letter(UChar32 c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return u_isalpha(c) || u_getCombiningClass(c) != 0;
}

UChar32 small(UChar32 c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  c = u_tolower(c);
  return c == 0x451 ? 0x435 : c;
}

bool is_capital(UChar32 c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isupper(c) != 0; }

void append(std::string& to, UChar32 c) {
  if (c < 0x80) {
    to += static_cast<char>(c);
    return;
  }
  char bytes[4];
  int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  to.append(bytes, static_cast<std::size_t>(length));
}

class Tokeniser {
 public:
  Tokeniser(std::string_view bytes, Span at) : bytes_(bytes), i_(at.begin), end_(at.end) { tokens_.reserve((at.end - at.begin) / 5); }

  Tokens run() {
    while (i_ < end_) {
      const std::size_t begin = i_;
      const UChar32 c = next(i_);
      if (is_space(c)) {
        glued_ = false;
        new_line_ = new_line_ || c == '\n';
      } else if (c == 0xAD || c == '*' || c == '_' || c == '[') {
        // soft hyphen, Markdown
      } else if (c == ']' && i_ < end_ && bytes_[i_] == '(') {
        pass_link_target();
      } else if (is_letter(c)) {
        word(begin, c);
      } else if (is_digit(c)) {
        number(begin, c);
      } else if (c != ']') {
        sign(begin, c);
      }
    }
    return std::move(tokens_);
  }

 private:
  UChar32 next(std::size_t& at) const {
    const auto first = static_cast<unsigned char>(bytes_[at]);
    if (first < 0x80) return ++at, first;
    UChar32 c = 0;
    auto offset = static_cast<int32_t>(0);
    const auto rest = bytes_.substr(at, std::min<std::size_t>(4, end_ - at));
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(rest.data()), offset, static_cast<int32_t>(rest.size()), c);
    at += static_cast<std::size_t>(offset);
    return c;
  }
  UChar32 peek(std::size_t at) const { return at < end_ ? next(at) : 0; }

  void add(std::size_t begin, std::string plain, TokenKind kind, bool capital) {
    Token token{{begin, i_}, std::move(plain), kind, capital};
    token.glued = glued_ && !tokens_.empty();
    token.new_line = new_line_;
    tokens_.push_back(std::move(token));
    glued_ = true;
    new_line_ = false;
  }

  void pass_link_target() {
    std::size_t at = i_ + 1;
    int open = 1;
    for (; at < end_ && at - i_ < 2000 && open > 0; ++at) {
      if (bytes_[at] == '(') ++open;
      if (bytes_[at] == ')') --open;
      if (bytes_[at] == '\n') break;
    }
    if (open == 0) i_ = at;
  }

  /// Letters with hyphens and apostrophes inside.
  void word(std::size_t begin, UChar32 first) {
    std::string plain;
    append(plain, small(first));
    const bool capital = is_capital(first);
    int capitals = capital ? 1 : 0, smalls = capital ? 0 : 1;
    while (i_ < end_) {
      std::size_t after = i_;
      const UChar32 c = next(after);
      const bool letter = is_letter(c);
      if (letter) (is_capital(c) ? capitals : smalls) += 1;
      if (letter || is_digit(c)) {
        append(plain, small(c));
      } else if (c == 0xAD || c == '*') {
        if (c == '*' && !is_letter(peek(after))) break;
      } else if (is_hyphen(c)) {
        std::size_t then = after;
        if (peek(then) == ' ' && then + 1 < end_ && bytes_[then + 1] == '\n') ++then;
        const bool is_cut = peek(then) == '\n' && is_letter(peek(then + 1)) && u_islower(peek(then + 1));
        if (is_cut) after = then + 1;
        if (!is_letter(peek(after)) && !is_digit(peek(after))) break;
        plain += '-';
      } else if (is_apostrophe(c)) {
        const UChar32 then = peek(after);
        if (small(then) == 's' && !is_letter(peek(after + 1))) break;
        if (!is_letter(then)) break;
        plain += '\'';
      } else {
        break;
      }
      i_ = after;
    }
    const bool ends_in_s = plain.back() == 's';
    add(begin, std::move(plain), TokenKind::Word, capital);
    tokens_.back().shouted = capitals > 1 && smalls == 0;
    possessive(ends_in_s);
  }

  void possessive(bool ends_in_s) {
    if (i_ >= end_) return;
    const std::size_t begin = i_;
    std::size_t after = i_;
    if (!is_apostrophe(next(after))) return;
    if (after < end_ && bytes_[after] == 's') {
      i_ = after + 1;
      add(begin, "'s", TokenKind::Word, false);
    } else if (ends_in_s && peek(after) == ' ') {
      i_ = after;
      add(begin, "'s", TokenKind::Word, false);
    }
  }

  /// Digits with one sign between; an ending that hangs on it is a token of its own.
  void number(std::size_t begin, UChar32 first) {
    std::string plain(1, static_cast<char>(first));
    while (i_ < end_) {
      std::size_t after = i_;
      const UChar32 c = next(after);
      const bool joins = (c == '.' || c == ',' || c == '/' || c == ':' || is_hyphen(c)) && is_digit(peek(after));
      if (!is_digit(c) && !joins) break;
      plain += is_hyphen(c) ? '-' : static_cast<char>(c);
      i_ = after;
    }
    add(begin, std::move(plain), TokenKind::Number, false);
    std::size_t after = i_;
    if (i_ < end_ && is_hyphen(next(after)) && is_letter(peek(after))) i_ = after;
  }

  void sign(std::size_t begin, UChar32 c) {
    std::string plain;
    if (c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F)) plain = "\"";
    else if (c == 0x2018 || c == 0x2019) plain = "'";
    else if (c == '-' || (c >= 0x2010 && c <= 0x2015)) plain = "—";
    else if (c == 0x2022 || c == 0xB7 || c == 0x25CF) plain = "•";
    else append(plain, c);
    add(begin, std::move(plain), TokenKind::Sign, false);
  }

  std::string_view bytes_;
  std::size_t i_, end_;
  bool glued_ = false, new_line_ = false;
  Tokens tokens_;
};

}  // namespace

Tokens tokenise(std::string_view bytes, Span at) { return Tokeniser(bytes, at).run(); }

}  // namespace tracker::read
