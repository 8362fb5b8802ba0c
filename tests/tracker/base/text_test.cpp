#include "tracker/base/text.h"

#include <algorithm>

#include "tests/support/catch.h"

using namespace tracker::base;

TEST_CASE("the first byte that breaks UTF-8 is found") {
  CHECK_FALSE(first_invalid_utf8("Жанболат Мамай"));
  CHECK_FALSE(first_invalid_utf8(""));
  CHECK(first_invalid_utf8("ab\xff") == 2u);
  CHECK(first_invalid_utf8("\xc0\xaf") == 0u);              // overlong
  CHECK(first_invalid_utf8("a\xed\xa0\x80") == 1u);         // surrogate
  CHECK(first_invalid_utf8("a\xf4\x90\x80\x80") == 1u);     // above U+10FFFF
  CHECK(first_invalid_utf8("a\xd0") == 1u);                 // cut off
}

TEST_CASE("text is shortened by code points and says so") {
  CHECK(shorten("Мамай", 10) == "Мамай");
  CHECK(shorten("Мамай", 5) == "Мамай");
  CHECK(shorten("Мамай", 4) == "Мам…");
  CHECK(shorten("", 3) == "");
  CHECK(count_code_points("Мамай") == 5);
}

TEST_CASE("width counts columns: marks take none, wide letters two") {
  CHECK(display_width("Мамай") == 5);
  CHECK(display_width("e\xcc\x81") == 1);
  CHECK(display_width("漢字") == 4);
  CHECK(display_width("a\xe2\x80\x8b") == 1);  // zero width space
}

TEST_CASE("control characters and bidirectional overrides are made visible") {
  CHECK(visible("Мамай\tok\n") == "Мамай\tok\n");
  CHECK(visible("a\x1b[31mb") == "a<U+001B>[31mb");
  CHECK(visible("a\xe2\x80\xae" "b") == "a<U+202E>b");
  CHECK(visible("a\xff" "b") == "a<0xFF>b");
  CHECK_FALSE(is_plain("a\x1b"));
  CHECK_FALSE(is_plain("a\xe2\x81\xa6"));
  CHECK_FALSE(is_plain("\xff"));
  CHECK(is_plain("Лəззат\tok\n"));
}

TEST_CASE("trim, split and join are what they say") {
  CHECK(trim("  a b\r\n") == "a b");
  CHECK(trim(" \n") == "");
  CHECK(split("a,,b", ',') == std::vector<std::string_view>{"a", "", "b"});
  CHECK(split("", ',').size() == 1);
  CHECK(join({"a", "b"}, ", ") == "a, b");
  CHECK(join({}, ", ") == "");
}

TEST_CASE("the closest word is a slip of the hand, not any word") {
  const std::vector<std::string> known = {"name", "born", "sources", "occupation"};
  CHECK(closest("nmae", known) == "name");
  CHECK(closest("soruces", known) == "sources");
  CHECK(closest("ocupation", known) == "occupation");
  CHECK_FALSE(closest("zzzz", known));
  CHECK_FALSE(closest("", known));
  CHECK_FALSE(closest(std::string(10000, 'a'), known));
}

TEST_CASE("natural order takes digits by value and is a strict order") {
  CHECK(natural_less("e2", "e10"));
  CHECK_FALSE(natural_less("e10", "e2"));
  CHECK(natural_less("kz-0009", "kz-0010"));
  CHECK(natural_less("a", "a1"));
  CHECK_FALSE(natural_less("a1", "a1"));
  CHECK(natural_less("a01", "a1") != natural_less("a1", "a01"));
  CHECK(natural_less("kz-19", "kz-110"));
  CHECK(natural_less("kz-1a", "kz-12"));
  CHECK_FALSE(natural_less("kz-110", "kz-19"));
  CHECK(natural_less("a007b", "a7c"));
  std::vector<std::string> words = {"e10", "e2", "e02", "e", "", "10", "9", "a1b2", "a1b10", "a01b2"};
  std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return natural_less(a, b); });
  for (std::size_t i = 0; i < words.size(); ++i)
    for (std::size_t j = i + 1; j < words.size(); ++j) CHECK_FALSE(natural_less(words[j], words[i]));
}
