#include "tests/support/catch.h"
#include "tests/tracker/rules/story.h"

namespace tests {
namespace {

/// "272.1 live convicted, 274.4 until 2022-10 for law:400" …
std::string charges(std::string_view story) {
  std::string text;
  for (const auto& state : status(story).cases)
    for (const auto& charge : state.charges) {
      text += (text.empty() ? "" : ", ") + charge.article.substr(4);
      if (charge.live) text += " live";
      if (charge.convicted) text += " convicted";
      if (charge.until) text += " until " + charge.until->edtf();
      if (!charge.replaced_by.empty()) text += " for " + charge.replaced_by;
    }
  return text;
}

}  // namespace

TEST_CASE("charges are added, and the same charge is not added twice") {
  CHECK(charges("2022-03 charged case=c1 charges=274,378; 2022-04 charged case=c1 charges=378,272.1") ==
        "274 live, 378 live, 272.1 live");
  CHECK(charges("2022-12 case_opened case=c1 charges=380; 2022-12 arrested_pretrial case=c1 charges=405.2") ==
        "380 live, 405.2 live");
}

TEST_CASE("a reclassification replaces what it names, or all") {
  CHECK(
      charges("2022-03 charged case=c1 charges=274,378; 2022-10 charges_reclassified case=c1 charges=400") ==
      "274 until 2022-10 for law:400, 378 until 2022-10 for law:400, 400 live");
  CHECK(charges("2022-03 charged case=c1 charges=274,378; "
                "2022-10 charges_reclassified case=c1 replaces=378 charges=400,405.1") ==
        "274 live, 378 until 2022-10 for law:400, law:405.1, 400 live, 405.1 live");
}

TEST_CASE("a charge that stays through a reclassification stays live") {
  CHECK(charges("2022-03 charged case=c1 charges=274,378; 2022-06 charges_reclassified case=c1 "
                "charges=272.1,274") == "274 live, 378 until 2022-06 for law:272.1, law:274, 272.1 live");
}

TEST_CASE("a charge that comes back is a charge of its own") {
  CHECK(charges("2022-06 charged case=c1 charges=272.1; 2022-10 charges_reclassified case=c1 charges=400; "
                "2023-01 charges_reclassified case=c1 charges=272.1") ==
        "272.1 until 2022-10 for law:400, 400 until 2023-01 for law:272.1, 272.1 live");
}

TEST_CASE("dropped charges are not live") {
  CHECK(charges("2022-03 charged case=c1 charges=274,378; 2022-10 charges_dropped case=c1 charges=274") ==
        "274 until 2022-10, 378 live");
  CHECK(charges("2022-03 charged case=c1 charges=274,378; 2022-10 charges_dropped") ==
        "274 until 2022-10, 378 until 2022-10");
}

TEST_CASE("a conviction is of all charges, or of those named") {
  CHECK(charges("2022-03 charged case=c1 charges=274,378; 2022-10 convicted case=c1") ==
        "274 live convicted, 378 live convicted");
  CHECK(charges("2022-03 charged case=c1 charges=274,378; 2022-10 convicted case=c1 charges=274; "
                "2022-10 sentenced case=c1 kind=suspended") == "274 live convicted, 378 live");
  CHECK(charges("2022-03 charged case=c1 charges=274; 2022-10 sentenced case=c1 kind=suspended") ==
        "274 live convicted");
  CHECK(charges("2022-10 convicted case=c1 charges=274") == "274 live convicted");
}

TEST_CASE("an appeal can change what somebody is convicted of") {
  CHECK(charges("2022-10 convicted case=c1 charges=274; 2022-12 appeal_changed case=c1 charges=400") ==
        "274 until 2022-12 for law:400, 400 live convicted");
}

TEST_CASE("nothing is proved any more after a retrial was ordered, an acquittal or the end of the case") {
  CHECK(charges("2022-10 convicted case=c1 charges=274; 2022-12 retrial_ordered case=c1") == "274 live");
  CHECK(charges("2022-10 convicted case=c1 charges=274; 2022-12 acquitted case=c1") == "274 until 2022-12");
  CHECK(charges("2022-10 convicted case=c1 charges=274; 2022-12 case_closed case=c1") == "274 until 2022-12");
  CHECK(charges("2022-09 charged case=c1 charges=274,378; 2022-12 acquitted case=c1 charges=378") ==
        "274 live, 378 until 2022-12");
}

TEST_CASE("a fine proves the charges of an administrative case only") {
  CHECK(charges("2022-10 fined case=a1 charges=488.1") == "488.1 live convicted");
  CHECK(charges("2022-10 fined case=c1 charges=488.1") == "488.1 live");
}

}  // namespace tests
