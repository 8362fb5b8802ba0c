#include "tracker/load/front_matter.h"

#include "tests/support/catch.h"

using tracker::load::FrontMatterEnd;
using tracker::load::split_front_matter;

TEST_CASE("head and body are parted, and lines of the head keep their numbers") {
  const std::string file = "+++\nid = \"a\"\n+++\n\n \nFirst *line*.\n\nSecond.  \n\n";
  const auto parts = split_front_matter(file);
  REQUIRE(parts.end == FrontMatterEnd::Closed);
  CHECK(parts.toml == "\nid = \"a\"\n");
  CHECK(parts.body == "First *line*.\n\nSecond.");
  CHECK(file.substr(parts.body_offset, 5) == "First");
}

TEST_CASE("indentation of the first line of the body stays") {
  CHECK(split_front_matter("+++\n+++\n\n    code\n").body == "    code");
}

TEST_CASE("a head may be empty, and the body may be missing") {
  CHECK(split_front_matter("+++\n+++").end == FrontMatterEnd::Closed);
  CHECK(split_front_matter("+++\n+++").body.empty());
  CHECK(split_front_matter("+++ \n+++\t\n\n\n").body.empty());
  CHECK(split_front_matter("+++\n+++\nx").body == "x");
}

TEST_CASE("a later line of plus signs is part of the body") {
  CHECK(split_front_matter("+++\n+++\na\n+++\nb").body == "a\n+++\nb");
}

TEST_CASE("a head that never opens or never closes is told apart") {
  CHECK(split_front_matter("").end == FrontMatterEnd::NotOpened);
  CHECK(split_front_matter("\n+++\n+++\n").end == FrontMatterEnd::NotOpened);
  CHECK(split_front_matter("++++\n+++\n").end == FrontMatterEnd::NotOpened);
  CHECK(split_front_matter(" +++\n+++\n").end == FrontMatterEnd::NotOpened);
  CHECK(split_front_matter("+++").end == FrontMatterEnd::NotClosed);
  CHECK(split_front_matter("+++\nid = \"a\"\n").end == FrontMatterEnd::NotClosed);
  CHECK(split_front_matter("+++\n ++++\n").end == FrontMatterEnd::NotClosed);
}
