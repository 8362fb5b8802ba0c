#include "tests/support/catch.h"
#include "tests/tracker/rules/story.h"

namespace tests {

using namespace tracker;
using Lines = std::vector<std::string>;

TEST_CASE("an event rests on a source and has an id of its own") {
  auto record = tell("2022-01-12 detained; 2022-01-13 released");
  record.people.front().events[0].sources.clear();
  record.people.front().events[1].id = "e1";
  CHECK(found(record) ==
        Lines{"people/kz-1.md:10:1: error: event \"e1\" (detained) has no source [no-source]\n"
              "  hint: nothing is published without one: name it in `sources`",
              "people/kz-1.md:20:1: error: event \"e1\" stands in this file twice [duplicate-event]\n"
              "  hint: every event of a file has an id of its own"});
}

TEST_CASE("dates are in their order, and only hearings lie in the future") {
  CHECK(found("2022-01-12 detained until=2022-01-10; 2022-01-13 released") ==
        Lines{"people/kz-1.md:10:1: error: event \"e1\" (detained) ends on 2022-01-10, before it begins on "
              "2022-01-12 "
              "[until-before-date]"});
  CHECK(found("2022-01 detained until=2022-01-10; 2022-01-13 released") == Lines{});
  CHECK(found("2022-01-12 charged case=c1 charges=272.1; 2023-02-16 hearing case=c1") == Lines{});
  CHECK(found("2023-02-15 confirmed; 2023-02-16 confirmed") ==
        Lines{"people/kz-1.md:20:1: error: event \"e2\" (confirmed) lies in the future: 2023-02-16 "
              "[future-event]\n"
              "  hint: only a hearing can be announced; correct the date"});
  CHECK(found("2023 confirmed; 2023-02 confirmed") == Lines{});
}

TEST_CASE("an administrative arrest has a length that can be") {
  CHECK(found("2022-11-14 admin_arrest") ==
        Lines{"people/kz-1.md:10:1: error: event \"e1\" (admin_arrest) does not say for how many `days` "
              "[arrest-without-days]\n"
              "  hint: an administrative arrest ends by itself; without its length nobody knows when"});
  CHECK(found("2022-11-14 admin_arrest until=2022-11-20") == Lines{});
  CHECK(found("2022-11-14 admin_arrest days=60") == Lines{});
  CHECK(found("2022-11-14 admin_arrest days=61") ==
        Lines{"people/kz-1.md:10:1: warning: event \"e1\" (admin_arrest) has 61 `days`, more than an "
              "administrative "
              "arrest lasts [arrest-days]\n  hint: is it a criminal case? then it is a sentence"});
  CHECK(found("2022-11-14 admin_arrest days=0") ==
        Lines{"people/kz-1.md:10:1: error: event \"e1\" (admin_arrest) has 0 `days` [arrest-days]"});
}

TEST_CASE("events have what their type cannot do without") {
  const auto lacks = [](const char* type) {
    Lines codes;
    for (const auto& finding : rules::check(
             tell(
                 "2022-01 charged case=c1 charges=272.1; 2022-05 sentenced case=c1 kind=suspended; 2022-06 " +
                 std::string(type) + " case=c1"),
             day(kToday)))
      codes.push_back(base::to_string(finding.severity) + ": " + finding.message);
    return codes;
  };
  CHECK(lacks("sentenced") == Lines{"error: event \"e3\" (sentenced) has no `sentence`"});
  CHECK(lacks("sentence_added") == Lines{"error: event \"e3\" (sentence_added) has no `sentence`"});
  CHECK(lacks("sentence_replaced") == Lines{"error: event \"e3\" (sentence_replaced) has no `sentence`"});
  CHECK(lacks("charged") == Lines{"warning: event \"e3\" (charged) has no `charges`"});
  CHECK(lacks("charges_reclassified") ==
        Lines{"warning: event \"e3\" (charges_reclassified) has no `charges`"});
  CHECK(lacks("amnesty_granted") == Lines{"error: event \"e3\" (amnesty_granted) has no `act`",
                                          "error: event \"e3\" (amnesty_granted) has no `effect`"});
  CHECK(lacks("amnesty_refused") == Lines{"warning: event \"e3\" (amnesty_refused) has no `act`"});
  CHECK(lacks("amnesty_requested") == Lines{"warning: event \"e3\" (amnesty_requested) has no `act`"});
}

TEST_CASE("no term is below nothing") {
  CHECK(
      found("2022-01 charged case=c1 charges=272.1; 2022-05 sentenced case=c1 kind=suspended months=-1") ==
      Lines{"people/kz-1.md:20:1: error: event \"e2\" (sentenced) has a term below nothing [negative-term]"});
}

TEST_CASE("a step of a prosecution names its case") {
  CHECK(found("2022-01 charged charges=272.1") ==
        Lines{"people/kz-1.md:10:1: warning: event \"e1\" (charged) names no case, so the prosecution is not "
              "counted "
              "[no-case]\n  hint: name it with `case`, or move the event to the file of the case"});
  CHECK(found("2022-01 charged in=c1 charges=272.1") == Lines{});
}

TEST_CASE("what is administrative stands in no criminal case") {
  CHECK(
      found("2022-01 fined in=c1") ==
      Lines{
          "cases/c1.toml:10:1: warning: event \"e1\" (fined) is administrative, and case \"c1\" is criminal "
          "[wrong-kind]\n  hint: leave `case` out, or make a case of kind administrative"});
  CHECK(found("2022-01 fined in=a1") == Lines{});
}

}  // namespace tests
