#include "tracker/review/keys.h"

#include <array>
#include <utility>

namespace tracker::review {
namespace {

constexpr std::size_t kLongest = 16;  // of an escape sequence; longer ones are none of a keyboard

constexpr std::array<std::pair<std::string_view, Key::Kind>, 14> kSequences{{
    {"[A", Key::Kind::Up},      {"OA", Key::Kind::Up},       {"[B", Key::Kind::Down},  {"OB", Key::Kind::Down},
    {"[5~", Key::Kind::PageUp}, {"[6~", Key::Kind::PageDown}, {"[H", Key::Kind::Home},  {"OH", Key::Kind::Home},
    {"[1~", Key::Kind::Home},   {"[F", Key::Kind::End},       {"OF", Key::Kind::End},   {"[4~", Key::Kind::End},
    {"[7~", Key::Kind::Home},   {"[8~", Key::Kind::End},
}};

/// Length of the escape sequence at the start, without the escape; 0 where it is not complete.
std::size_t sequence_length(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] == 'O') return text.size() >= 2 ? 2 : 0;
  if (text[0] != '[') return std::string_view::npos;  // an escape, then something else
  for (std::size_t i = 1; i < text.size(); ++i)
    if (text[i] >= '@' && text[i] <= '~') return i + 1;
  return text.size() >= kLongest ? text.size() : 0;
}

std::size_t letter_length(unsigned char first) {
  if (first < 0x80) return 1;
  if ((first & 0xe0) == 0xc0) return 2;
  if ((first & 0xf0) == 0xe0) return 3;
  if ((first & 0xf8) == 0xf0) return 4;
  return 0;  // not the beginning of a letter
}

}  // namespace

std::vector<Key> KeyReader::feed(std::string_view bytes) {
  pending_ += bytes;
  std::vector<Key> keys;
  std::string_view rest = pending_;
  while (!rest.empty()) {
    const auto first = static_cast<unsigned char>(rest[0]);
    if (first == 0x1b) {
      const auto length = sequence_length(rest.substr(1));
      if (length == 0) break;
      if (length == std::string_view::npos) {
        keys.push_back({Key::Kind::Escape});
        rest.remove_prefix(1);
        continue;
      }
      const auto sequence = rest.substr(1, length);
      Key key{Key::Kind::Other};
      for (const auto& [known, kind] : kSequences)
        if (known == sequence) key.kind = kind;
      keys.push_back(key);
      rest.remove_prefix(1 + length);
      continue;
    }
    if (first == '\r' || first == '\n') {
      keys.push_back({Key::Kind::Enter});
      rest.remove_prefix(1);
      continue;
    }
    if (first == 0x7f || first == 0x08) {
      keys.push_back({Key::Kind::Backspace});
      rest.remove_prefix(1);
      continue;
    }
    if (first < 0x20) {
      keys.push_back(first == 3 || first == 4 ? Key{Key::Kind::Letter, "q"} : Key{Key::Kind::Other});  // ^C, ^D
      rest.remove_prefix(1);
      continue;
    }
    const auto length = letter_length(first);
    if (length == 0) {
      rest.remove_prefix(1);
      continue;
    }
    if (rest.size() < length) break;
    keys.push_back({Key::Kind::Letter, std::string(rest.substr(0, length))});
    rest.remove_prefix(length);
  }
  pending_ = std::string(rest);
  return keys;
}

std::vector<Key> KeyReader::give_up() {
  std::vector<Key> keys;
  if (!pending_.empty() && pending_[0] == '\x1b') keys.push_back({Key::Kind::Escape});
  std::string rest = pending_.size() > 1 ? pending_.substr(1) : "";
  pending_.clear();
  for (auto& key : feed(rest)) keys.push_back(std::move(key));
  pending_.clear();
  return keys;
}

}  // namespace tracker::review
