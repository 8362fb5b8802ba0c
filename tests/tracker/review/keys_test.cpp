#include "tracker/review/keys.h"

#include "tests/support/catch.h"

using tracker::review::Key;
using tracker::review::KeyReader;
using Kind = Key::Kind;

namespace {

std::vector<Key> all(KeyReader& reader, std::string_view bytes) { return reader.feed(bytes); }

}  // namespace

TEST_CASE("letters of any alphabet and the keys that move are told apart") {
  KeyReader reader;
  CHECK(all(reader, "aЖ") == std::vector<Key>{{Kind::Letter, "a"}, {Kind::Letter, "Ж"}});
  CHECK(all(reader, "\x1b[A\x1bOB\x1b[5~\x1b[6~\x1b[H\x1bOF") ==
        std::vector<Key>{{Kind::Up}, {Kind::Down}, {Kind::PageUp}, {Kind::PageDown}, {Kind::Home}, {Kind::End}});
  CHECK(all(reader, "\r\x7f\x03") == std::vector<Key>{{Kind::Enter}, {Kind::Backspace}, {Kind::Letter, "q"}});
}

TEST_CASE("a sequence and a letter may arrive byte by byte") {
  KeyReader reader;
  CHECK(all(reader, "\x1b").empty());
  CHECK(reader.is_waiting());
  CHECK(all(reader, "[").empty());
  CHECK(all(reader, "B") == std::vector<Key>{{Kind::Down}});
  CHECK(all(reader, "\xd0").empty());
  CHECK(all(reader, "\x96") == std::vector<Key>{{Kind::Letter, "Ж"}});
  CHECK_FALSE(reader.is_waiting());
}

TEST_CASE("an escape that nothing follows is the key, and one before a letter as well") {
  KeyReader reader;
  CHECK(all(reader, "\x1b").empty());
  CHECK(reader.give_up() == std::vector<Key>{{Kind::Escape}});
  CHECK(all(reader, "\x1bq") == std::vector<Key>{{Kind::Escape}, {Kind::Letter, "q"}});
}

TEST_CASE("what no keyboard sends ends in nothing") {
  KeyReader reader;
  CHECK(all(reader, "\x1b[99;99;99X") == std::vector<Key>{{Kind::Other}});
  CHECK(all(reader, "\xff\xfe\x80") == std::vector<Key>{});
  CHECK(all(reader, "\x1b[" + std::string(100, '1')).size() <= 100);
  CHECK(all(reader, std::string(1, '\0')) == std::vector<Key>{{Kind::Other}});
}
