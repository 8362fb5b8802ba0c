#include "tracker/sandbox/pdf.h"

#include "tests/support/catch.h"
#include "tests/support/pdf.h"

using namespace tracker::sandbox;

TEST_CASE("the text of a PDF comes page by page") {
  const auto result = text_of_pdf(tests::pdf_of({"First page", "Second page"}));
  REQUIRE(result.end == GuardEnd::Done);
  CHECK(result.output == "First page\n\n\fSecond page\n\n\f");
}

TEST_CASE("what is no PDF or a damaged one is a failure with a reason") {
  CHECK(text_of_pdf("%PDF-1.4 nonsense").end == GuardEnd::Failed);
  CHECK_FALSE(text_of_pdf("%PDF-1.4 nonsense").detail.empty());
}

TEST_CASE("a PDF that unpacks without end is stopped at the limit of memory") {
  // Twenty kilobytes that stand for some thirty million letters, each of which the reader must keep until the page ends.
  const std::string bomb = tests::pdf_bomb("(abcdefgh ijklmnop qrstuvwx) Tj 0 -1 Td ", 1'200'000);
  CHECK(bomb.size() < 50'000);
  GuardLimits limits;
  limits.memory = 48UL * 1024 * 1024;
  limits.cpu = std::chrono::seconds(60);
  limits.wall = std::chrono::seconds(120);
  const auto result = text_of_pdf(bomb, limits);
  CHECK(result.end == GuardEnd::MemoryLimit);
  CHECK(result.detail == "more than 48 MiB of memory");
}
