#include "tracker/load/toml_depth.h"

#include "tests/support/catch.h"

#include <string>

using tracker::load::first_too_deep;

namespace {
std::string repeat(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}
}  // namespace

TEST_CASE("brackets and dotted keys may go a few levels deep") {
  CHECK_FALSE(first_too_deep("a = [[[1]]]\n[[event]]\nx = { a = { b = [1.5, 2.5] } }\n"));
  CHECK_FALSE(first_too_deep("a = " + repeat("[", 32) + repeat("]", 32)));
  CHECK_FALSE(first_too_deep(repeat("a.", 15) + "a = 1\n"));
  CHECK_FALSE(first_too_deep(repeat("a.b = 1.5\n", 1'000)));
  CHECK_FALSE(first_too_deep("a = [" + repeat("1.5, ", 1'000) + "]"));
}

TEST_CASE("the bracket or dot that goes too deep is found") {
  CHECK(first_too_deep("a = " + repeat("[", 10'000)) == std::optional<std::size_t>(4 + 32));
  CHECK(first_too_deep("a = " + repeat("{a=", 10'000)) == std::optional<std::size_t>(4 + 3 * 32));
  CHECK(first_too_deep(repeat("a.", 200'000) + "a = 1") == std::optional<std::size_t>(31));
  CHECK(first_too_deep("[" + repeat("a . ", 200'000)) == std::optional<std::size_t>(1 + 4 * 15 + 2));
  CHECK(first_too_deep(repeat("\"a\".", 20)) == std::optional<std::size_t>(4 * 16 - 1));
}

TEST_CASE("what stands in strings and comments does not count") {
  const auto deep = repeat("[.", 100);
  CHECK_FALSE(first_too_deep("# " + deep + "\na = 1"));
  CHECK_FALSE(first_too_deep("a = \"" + deep + "\\\"" + deep + "\"\n"));
  CHECK_FALSE(first_too_deep("a = '" + deep + "\\'\n"));
  CHECK_FALSE(first_too_deep("a = \"\"\"\n" + deep + "\"\n\\\"\"\"" + deep + "\"\"\"\"\"\n"));
  CHECK_FALSE(first_too_deep("a = '''\n" + deep + "'\n''" + deep + "\\'''\n"));
}

TEST_CASE("counting goes on behind a string") {
  const auto deep = repeat("[", 100);
  CHECK(first_too_deep("a = \"\"" + deep));
  CHECK(first_too_deep("a = \"x\\\\\"" + deep));
  CHECK(first_too_deep("a = \"\"\"x\"\"\"\"\"" + deep));
  CHECK(first_too_deep("a = '''x'''''" + deep));
  CHECK(first_too_deep("a = 'x\\'" + deep));
  CHECK(first_too_deep("# comment\n" + deep));
}

TEST_CASE("a string that never closes ends the look, whatever stands behind it") {
  CHECK_FALSE(first_too_deep("a = \"x" + repeat("[", 100)));
  CHECK_FALSE(first_too_deep("a = \"\"\"x\\"));
  CHECK_FALSE(first_too_deep("a = '"));
  CHECK_FALSE(first_too_deep("\"\\"));
}
