#include "sitegen/page/marks.h"

#include "tests/support/catch.h"
#include "tests/support/sample_record.h"
#include "tracker/rules/status.h"

using namespace sitegen::page;
using tracker::model::Deprived;
using tracker::model::Display;

TEST_CASE("the full square means exactly what the rules call deprivation of liberty") {
  for (const auto& liberty : tracker::model::codes<tracker::model::Liberty>()) {
    const auto display = tracker::model::from_code<Display>(liberty.code);
    REQUIRE(display);
    INFO(liberty.code);
    CHECK((mark_of(*display) == Mark::Held) == (tracker::rules::deprives(liberty.value) == Deprived::Yes));
  }
}

TEST_CASE("a state is stale when nothing confirmed it within a year before the newest version") {
  auto view = tests::sample_view();
  tracker::model::Status status;
  CHECK(is_unconfirmed(view, status));
  status.last_confirmed = {*tracker::base::PartialDate::parse("2023-04-01"), "report"};
  CHECK_FALSE(is_unconfirmed(view, status));
  status.last_confirmed->date = *tracker::base::PartialDate::parse("2023-03-31");
  CHECK(is_unconfirmed(view, status));
  status.last_confirmed->date = *tracker::base::PartialDate::parse("2023");
  CHECK_FALSE(is_unconfirmed(view, status));
}

TEST_CASE("a stale state says since when nobody has confirmed it") {
  const auto view = tests::sample_view();
  const sitegen::view::Words words(view.record, "en");
  const Context context(view, words, "list.html");
  tracker::model::Status status;
  CHECK(stale_note(context, status).bytes() == "<span class=\"stale\">never confirmed</span>");
  status.last_confirmed = {*tracker::base::PartialDate::parse("2023-02"), "report"};
  CHECK(stale_note(context, status).bytes() ==
        "<span class=\"stale\">not confirmed since <time datetime=\"2023-02\">February 2023</time></span>");
}
