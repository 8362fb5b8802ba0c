#include "tracker/model/totals.h"

#include "tests/support/catch.h"

using tracker::model::reconcile;

TEST_CASE("who entered and who left make the new number from the old") {
  const auto result = reconcile({"kz-1", "kz-2", "kz-10"}, {"kz-2", "kz-3", "kz-10", "kz-11"});
  CHECK(result.previous == 3);
  CHECK(result.entered == std::vector<std::string>{"kz-3", "kz-11"});
  CHECK(result.left == std::vector<std::string>{"kz-1"});
  CHECK(result.current == 4);
  CHECK(result.holds());
}

TEST_CASE("a number that does not follow from the one before does not hold") {
  auto result = reconcile({"a"}, {"a", "b"});
  result.current = 3;
  CHECK_FALSE(result.holds());
}
