// Bytes of a terminal to keys. A sequence may arrive in pieces; an escape that nothing follows is the key itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tracker::review {

struct Key {
  enum class Kind { Letter, Up, Down, PageUp, PageDown, Home, End, Enter, Escape, Backspace, Other };
  Kind kind = Kind::Letter;
  std::string text = {};  // of a letter, UTF-8
  friend bool operator==(const Key&, const Key&) = default;
};

class KeyReader {
 public:
  /// The keys that are complete with these bytes.
  std::vector<Key> feed(std::string_view bytes);
  /// An escape waits for what may follow it.
  bool is_waiting() const { return !pending_.empty(); }
  /// Nothing followed.
  std::vector<Key> give_up();

 private:
  std::string pending_;
};

}  // namespace tracker::review
