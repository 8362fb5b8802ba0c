// A site that was built edit by edit is, byte for byte, the one that a clean build gives.
#include <functional>
#include <random>
#include <sstream>

#include "sitegen/output/build.h"
#include "tests/sitegen/output/support.h"
#include "tests/support/catch.h"
#include "tests/support/project.h"

using tests::Project;

namespace {

/// Paths of files that are not the same in both.
std::vector<std::string> differing(const tests::Tree& one, const tests::Tree& other) {
  std::vector<std::string> paths;
  for (const auto& [path, bytes] : one)
    if (const auto found = other.find(path); found == other.end() || found->second != bytes) paths.push_back(path);
  for (const auto& [path, bytes] : other)
    if (!one.contains(path)) paths.push_back(path);
  return paths;
}

/// Puts a line in place of the first that begins so; a line that begins with `without` is taken away first.
void set_line(const Project& list, const std::string& file, const std::string& begins, const std::string& line,
              const std::string& without = "") {
  std::istringstream in(list.read(file));
  std::string out;
  bool is_set = false;
  for (std::string old; std::getline(in, old);) {
    if (!without.empty() && old.starts_with(without)) continue;
    const bool here = !is_set && old.starts_with(begins);
    is_set = is_set || here;
    out += (here ? line : old) + '\n';
  }
  REQUIRE(is_set);
  list.write(file, out);
}

std::string amnesty_act(const std::string& outcome) {
  return "id = \"xx-amnesty\"\nkind = \"amnesty_act\"\ntitle = { en = \"Amnesty Act\" }\nin_force = \"2023-12-01\"\ncode = \"xx-cc\"\n"
         "citation = \"Testland Gazette 2\"\ncertainty = \"high\"\n\n[[effect]]\nid = \"all\"\ngrades = [\"petty\", \"grave\"]\noutcome = \"" +
         outcome + "\"\ncitation = \"Testland Gazette 2\"\ncertainty = \"high\"\n";
}

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
      [](const Project& list, int n) {  // somebody gets another name, which other pages show
        set_line(list, "people/xx-0001.md", "name = ", "name = { en = \"Test Person One, " + std::to_string(n) + "\", ru = \"Проба Пробаев\" }");
      },
      [](const Project& list, int n) {  // a case gets a defendant, or loses one
        set_line(list, "cases/harbour.toml", "defendants = ",
                 n % 2 ? "defendants = [\"xx-0001\", \"xx-0002\"]" : "defendants = [\"xx-0001\"]");
      },
      [](const Project& list, int n) {  // a group that a case names gets its first member, or loses the last
        set_line(list, "cases/harbour.toml", "kind = ", "kind = \"criminal\"\ntags = [\"dockers\"]", "tags = ");
        set_line(list, "people/xx-0002.md", "id = ", n % 2 ? "id = \"xx-0002\"\ntags = [\"dockers\"]" : "id = \"xx-0002\"", "tags = ");
      },
      [](const Project& list, int n) {  // something happens in a case
        list.write("cases/harbour.toml", list.read("cases/harbour.toml") + tests::event_toml("n" + std::to_string(n), n % 2 ? "other" : "statement", "2024-02-01"));
      },
      [](const Project& list, int n) {  // a day that lies ahead, and comes in a later round
        list.add_event("xx-0001", tests::event_toml("h" + std::to_string(n), "hearing", n % 2 ? "2024-12-15" : "2026-05-15", "case = \"harbour\"\n"));
      },
      [](const Project& list, int n) {  // what everything rests on: a place, a source, a law
        set_line(list, "places/places.toml", "name = { en = \"Port", "name = { en = \"Port " + std::to_string(n) + "\" }");
        set_line(list, "laws/xx-cc.toml", "max_months = ", "max_months = " + std::to_string(24 + n));
      },
      [](const Project& list, int n) {  // an amnesty act says something else, so that people stand under another value
        list.write("laws/xx-amnesty.toml", amnesty_act(n % 2 ? "freed" : "case_closed"));
      },
      [](const Project& list, int n) {  // a court decides on it
        list.write("cases/harbour.toml", list.read("cases/harbour.toml") +
                                             tests::event_toml("a" + std::to_string(n), n % 2 ? "amnesty_granted" : "amnesty_refused",
                                                               "2024-02-02", "act = \"xx-amnesty\"\n"));
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
  list.write("laws/xx-amnesty.toml", amnesty_act("freed"));
  list.done({"record"});
  std::mt19937 random(2026);
  const auto out = list.root() / "public";
  REQUIRE(tests::build(list, out).code == 0);
  for (int round = 1; round <= 45; ++round) {
    const auto& edit = edits()[random() % edits().size()];
    edit(list, round);
    // A month each: days that lay ahead come, and states grow old, without a change of theirs.
    const int month = 1 + round;
    list.now = std::to_string(2024 + month / 12) + (month % 12 < 9 ? "-0" : "-") + std::to_string(1 + month % 12) + "-11T12:00:00Z";
    list.done({"record"});
    list.done({"rebuild"});
    const auto ran = tests::build(list, out);
    INFO("round " << round << ": " << ran.err);
    REQUIRE(ran.code == 0);
    const auto clean = list.root() / ("clean-" + std::to_string(round));
    REQUIRE(tests::build(list, clean).code == 0);
    REQUIRE(differing(tests::read_tree(out), tests::read_tree(clean)) == std::vector<std::string>{});
    std::filesystem::remove_all(clean);
    std::filesystem::remove_all(list.root() / (".clean-" + std::to_string(round) + ".build"));
  }
}

TEST_CASE("a build with nothing changed makes nothing, and --full makes all of it, with the same bytes") {
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
