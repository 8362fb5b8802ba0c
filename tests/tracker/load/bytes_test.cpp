#include "tracker/load/bytes.h"

#include "tests/support/catch.h"

#include <string>

using namespace tracker;
using namespace std::string_literals;

namespace {
std::string fault(const std::string& bytes) {
  const auto found = load::fault_of_bytes(bytes);
  if (!found) return "";
  return std::to_string(found->at.line) + ':' + std::to_string(found->at.column) + ' ' + found->code + ": " +
         found->message;
}
}  // namespace

TEST_CASE("ordinary text in any script has no fault") {
  CHECK(fault("a") == "");
  CHECK(fault("Тізім\r\nсписок\ttab\n") == "");
}

TEST_CASE("bytes that are no text are told apart, with the place") {
  CHECK(fault("") == "0:0 empty-file: the file is empty");
  CHECK(fault(" \n\t\r\n") == "0:0 empty-file: the file is empty");
  CHECK(fault("\xEF\xBB\xBFid = 1") == "1:1 byte-order-mark: the file begins with a byte order mark");
  CHECK(fault("\x7F"
              "ELF\x02\0\0\xFF"s) == "0:0 binary-file: the file is binary: it holds a zero byte at offset 5");
  CHECK(fault("id\nАб\xFFx") == "2:3 bad-utf8: byte 0xFF at offset 7 is not valid UTF-8");
  CHECK(fault("a\xC3") == "1:2 bad-utf8: byte 0xC3 at offset 1 is not valid UTF-8");
  CHECK(fault("\xED\xA0\x80") == "1:1 bad-utf8: byte 0xED at offset 0 is not valid UTF-8");
}

TEST_CASE("a position counts lines and code points from one") {
  const std::string text = "ab\nәзі\n\n";
  CHECK(load::position_at(text, 0).column == 1);
  CHECK(load::position_at(text, 2).line == 1);
  CHECK(load::position_at(text, 3).line == 2);
  CHECK(load::position_at(text, 7).column == 3);
  CHECK(load::position_at(text, text.size()).line == 4);
  CHECK(load::position_at(text, text.size()).column == 1);
}

TEST_CASE("the first character that cannot be seen is found and named") {
  const std::string text =
      "Проба \xE2\x80\xAE"
      "abc";
  const auto at = load::first_not_plain(text);
  REQUIRE(at);
  CHECK(*at == 11);
  CHECK(load::shown_character(text, *at) == "<U+202E>");
  CHECK_FALSE(load::first_not_plain("Проба\n\t𝔸"));
  CHECK(load::first_not_plain("𝔸\x01") == std::optional<std::size_t>(4));
}
