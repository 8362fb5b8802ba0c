#include "tracker/review/patch.h"

#include "tests/support/catch.h"
#include "tests/tracker/propose/told.h"
#include "tracker/base/error.h"

using namespace tracker;

TEST_CASE("what needs a decision first is left out of the patch, and said") {
  const auto proposals = tests::proposed(tests::small_record(), {{.event = model::EventType::Detained, .date = "2024-01-05"},
                                                                 {.person = "Marat Newov", .event = model::EventType::Fined, .date = "2023-05-02"}});
  REQUIRE(proposals.size() == 2);
  int taken = 0;
  review::PatchGround ground;
  ground.plan = [](const propose::Proposal& proposal) {
    if (proposal.identity.verdict == match::Verdict::Ask) throw base::Error("who is it?");
    return propose::Plan{{{"people/a.md", "1\n", "1\n# proposal " + proposal.id + ": x\n"}}, "", ""};
  };
  ground.take = [&](const propose::Plan&) { return ++taken == 1 ? std::string() : std::string("the checks fail"); };
  const auto patch = review::patch_of(proposals, ground);
  REQUIRE(patch.left_out.size() == 1);
  CHECK(patch.left_out[0].find("who is it?") != std::string::npos);
  CHECK(patch.text.find("diff --git a/content/people/a.md b/content/people/a.md\n") == 0);
  CHECK(review::proposals_in(patch.text).size() == 1);
}

TEST_CASE("ids of proposals are found in what a patch adds, once each, and nowhere else") {
  const std::string patch = "+# proposal 0123456789ab: A\n # proposal aaaaaaaaaaaa: context\n-# proposal bbbbbbbbbbbb: gone\n"
                            "+# proposal 0123456789ab: again\n+# proposal not-an-id: x\n+# proposal 0123456789\n+# proposal ffffffffffff: B\r\n";
  CHECK(review::proposals_in(patch) == std::vector<std::string>{"0123456789ab", "ffffffffffff"});
}
