#include "tests/support/catch.h"
#include "tests/tracker/rules/story.h"

namespace tests {

using namespace tracker;
using Lines = std::vector<std::string>;

namespace {

Lines found_for(const std::string& article) {
  auto record = tell("2022-01-12 charged case=c1 charges=272.1");
  record.people.front().events.front().charges = {{article, {12, 12}}};
  return found(record);
}

}  // namespace

TEST_CASE("an article that the law has is accepted, with or without a part, a clause or parts in the law") {
  CHECK(found_for("law:272") == Lines{});
  CHECK(found_for("law:272.4") == Lines{});
  CHECK(found_for("law:272.4.2") == Lines{});

  auto record = tell("2022-01-12 charged case=c1 charges=272.9");
  for (auto& article : record.laws[1].articles) article.parts = {{.part = "", .citation = "the law"}};
  CHECK(found(record) == Lines{});
}

TEST_CASE("a reference that is none, or that names nothing, is an error") {
  CHECK(found_for("272.1") ==
        Lines{"people/kz-1.md:12:12: error: \"272.1\" is no reference to an article [bad-article]\n"
              "  hint: write law:article.part.clause, as far as they are known"});
  CHECK(found_for("lwa:272") == Lines{"people/kz-1.md:12:12: error: there is no law \"lwa\" "
                                      "[unknown-reference]\n  hint: did you mean \"law\"?"});
  CHECK(found_for("law:273") ==
        Lines{"people/kz-1.md:12:12: error: law \"law\" has no article \"273\" [unknown-article]\n"
              "  hint: did you mean \"272\"?"});
  CHECK(found_for("law:272.3") ==
        Lines{"people/kz-1.md:12:12: error: article 272 of \"law\" has no part \"3\" [unknown-article]\n"
              "  hint: parts: 1, 2, 4"});
  CHECK(found_for("act:1") == Lines{"people/kz-1.md:12:12: error: \"act\" is a law of kind amnesty_act; a "
                                    "charge rests on a code [wrong-kind]"});
}

TEST_CASE("an article that is replaced is looked up too") {
  auto record = tell(
      "2022-01-12 charged case=c1 charges=272.1; 2022-02 charges_reclassified case=c1 charges=400 "
      "replaces=999");
  CHECK(found(record) ==
        Lines{"people/kz-1.md: error: law \"law\" has no article \"999\" [unknown-article]"});
}

TEST_CASE("an amnesty is granted under an amnesty act") {
  const auto under = [](const char* act, const char* type) {
    auto record = tell("2022-01-12 charged case=c1 charges=272.1; 2022-11 " + std::string(type) +
                       " case=c1 effect=reduced");
    record.people.front().events[1].act = {act, {23, 7}};
    return found(record);
  };
  CHECK(under("act", "amnesty_granted") == Lines{});
  CHECK(under("axt", "amnesty_granted") == Lines{"people/kz-1.md:23:7: error: there is no law \"axt\" "
                                                 "[unknown-reference]\n  hint: did you mean \"act\"?"});
  CHECK(under("law", "amnesty_granted") == Lines{"people/kz-1.md:23:7: error: \"law\" is a law of kind "
                                                 "criminal_code; needed here: amnesty_act [wrong-kind]"});
  CHECK(
      under("act", "confirmed") ==
      Lines{"people/kz-1.md:23:7: warning: `act` says nothing in an event of type confirmed [useless-key]"});
}

}  // namespace tests
