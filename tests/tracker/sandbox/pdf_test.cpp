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
  // Not a kilobyte, and it stands for millions of words in one place, each of which the reader keeps until the page ends.
  const std::string bomb = tests::pdf_bomb("1 0 0 1 72 720 Tm (a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j) Tj ", 100'000);
  CHECK(bomb.size() < 50'000);
  GuardLimits limits;
  limits.memory = 48UL * 1024 * 1024;
  limits.cpu = std::chrono::seconds(60);
  limits.wall = std::chrono::seconds(120);
  const auto result = text_of_pdf(bomb, limits);
  CHECK(result.end == GuardEnd::MemoryLimit);
  CHECK(result.detail == "more than 48 MiB of memory");
}
