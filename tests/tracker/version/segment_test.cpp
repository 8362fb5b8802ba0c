#include "tracker/version/segment.h"

#include <string>

#include "tests/support/catch.h"

using tracker::version::from_segment;
using tracker::version::to_segment;

TEST_CASE("a step of a path is its name, with what would be misread written like in URLs") {
  CHECK(to_segment("e1") == "e1");
  CHECK(to_segment("269-1") == "269-1");
  CHECK(to_segment("106.1") == "106%2E1");
  CHECK(to_segment("50%") == "50%25");
  CHECK(to_segment("a#2") == "a%232");
  CHECK(to_segment("") == "-");
  CHECK(to_segment("-") == "%2D");
  CHECK(to_segment("--") == "--");
  CHECK(to_segment("Пробаев") == "Пробаев");
}

TEST_CASE("a step reads back as the name it was made of") {
  const std::string name =
      GENERATE("", "-", "--", ".", "..", "%", "%2E", "%252E", "#", "a#2", "106.1", "%2", "тізім");
  CHECK(from_segment(to_segment(name)) == name);
}

TEST_CASE("the number of a second element of one name is no part of the name") {
  CHECK(from_segment("e1#2") == "e1");
  CHECK(from_segment(to_segment("") + "#3").empty());
}
