// A site that was built edit by edit is, byte for byte, the one that a clean build gives.
#include <functional>
#include <random>

#include "sitegen/output/build.h"
#include "tests/sitegen/output/support.h"
#include "tests/support/catch.h"
#include "tests/support/project.h"

using tests::Project;

namespace {

/// Edits that a maintainer makes between two versions; each gives valid content, whatever was done before.
const std::vector<std::function<void(const Project&, int)>>& edits() {
  static const std::vector<std::function<void(const Project&, int)>> kEdits = {
      [](const Project& list, int n) {  // a word in a life
        list.write("people/xx-0001.ru.md", "+++\nid = \"xx-0001\"\ndraft = true\n+++\nПроверочная жизнь номер " + std::to_string(n) + ".\n");
      },
      [](const Project& list, int n) {  // somebody new
        const std::string id = "xx-1" + std::to_string(100 + n);
        list.write("people/" + id + ".md",
                   tests::person_file(id, "Made Up Person " + std::to_string(n), tests::event_toml("e1", "detained", "2024-01-15")));
      },
      [](const Project& list, int n) {  // a status changes
        list.add_event("xx-0001", tests::event_toml("r" + std::to_string(n), n % 2 ? "hunger_strike" : "health_alarm", "2024-01-20"));
      },
      [](const Project& list, int n) {  // a word of the site
        list.write("pages/about.md", "+++\nid = \"about\"\norder = 1\ntitle = { en = \"About\", ru = \"О списке\", kk = \"Тізім\" }\n+++\nText " +
                                         std::to_string(n) + ".\n");
      },
      [](const Project& list, int n) {  // a page comes and goes
        if (n % 2) {
          list.write("pages/extra.md", "+++\nid = \"extra\"\norder = 9\ntitle = { en = \"Extra\", ru = \"Ещё\", kk = \"Тағы\" }\n+++\nMore.\n");
        } else {
          std::error_code ignored;
          std::filesystem::remove(list.content() / "pages/extra.md", ignored);
        }
      },
  };
  return kEdits;
}

}  // namespace

TEST_CASE("a site built edit by edit equals a clean build, and what an edit does not reach is not written again") {
  Project list(tests::Words::All);
  list.done({"record"});
  std::mt19937 random(2026);
  const auto out = list.root() / "public";
  REQUIRE(tests::build(list, out).code == 0);
  for (int round = 1; round <= 30; ++round) {
    const auto& edit = edits()[random() % edits().size()];
    edit(list, round);
    list.now = "2024-03-" + std::string(round < 10 ? "0" : "") + std::to_string(round) + "T12:00:00Z";
    list.done({"record"});
    list.done({"rebuild"});
    const auto ran = tests::build(list, out);
    INFO("round " << round << ": " << ran.err);
    REQUIRE(ran.code == 0);
    const auto clean = list.root() / ("clean-" + std::to_string(round));
    REQUIRE(tests::build(list, clean).code == 0);
    REQUIRE(tests::read_tree(out) == tests::read_tree(clean));
    std::filesystem::remove_all(clean);
    std::filesystem::remove_all(list.root() / (".clean-" + std::to_string(round) + ".build"));
  }
}

TEST_CASE("a build with nothing changed makes nothing; --full makes all of it, with the same bytes") {
  const Project list(tests::Words::All);
  list.done({"record"});
  const auto out = list.root() / "public";
  REQUIRE(tests::build(list, out).code == 0);
  const auto first = tests::read_tree(out);
  const auto again = sitegen::output::build(list.database(), out, {});
  CHECK(again.made == 0);
  CHECK(again.unchanged == again.files);
  const auto full = sitegen::output::build(list.database(), out, {.jobs = 3, .full = true});
  CHECK(full.made > 20);
  CHECK(full.unchanged == full.files);
  CHECK(tests::read_tree(out) == first);
}
