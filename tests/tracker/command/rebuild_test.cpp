// The index says the same however it came to be: step by step over many edits, or at once from the files.
#include <random>

#include "tests/support/catch.h"
#include "tests/support/project.h"
#include "tracker/record/store.h"

using tests::Project;
namespace fs = std::filesystem;

namespace {

/// Random edits that leave the content without errors. Everything follows from the seed.
class Editor {
 public:
  Editor(Project& project, unsigned seed) : project_(project), random_(seed) {}

  void edit() {
    switch (below(9)) {
      case 0:
      case 1:
        return add_person();
      case 2:
        return remove_person();
      case 3:
        return rename_person();
      case 4:
        return add_event();
      case 5:
        return change_case();
      case 6:
        return change_source();
      case 7:
        return move_file();
      default:
        return add_text();
    }
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }
  std::string day() { return "2023-1" + std::to_string(below(3)) + "-" + std::to_string(10 + below(20)); }

  void add_person() {
    const std::string id = "xx-1" + std::to_string(100 + made_++);
    project_.write("people/" + id + ".md",
                   tests::person_file(id, "Test Person " + std::to_string(below(1000)),
                                      tests::event_toml("e1", "wanted", day())));
    ids_.push_back(id);
  }

  void remove_person() {
    if (ids_.size() < 3) return add_person();
    const auto at = below(ids_.size());
    project_.remove("people/" + ids_[at] + ".md");
    fs::remove(project_.content() / "people" / (ids_[at] + ".ru.md"));
    ids_.erase(ids_.begin() + static_cast<std::ptrdiff_t>(at));
  }

  void rename_person() {
    project_.replace("people/xx-0002.md", "name = { en = \"",
                     "name = { en = \"" + std::string(1, static_cast<char>('A' + below(26))));
  }

  void add_event() {
    if (ids_.empty()) return add_person();
    project_.add_event(
        ids_[below(ids_.size())],
        tests::event_toml("e" + std::to_string(2 + made_++), below(2) ? "statement" : "confirmed", day()));
  }

  void change_case() {
    const std::string id = "case-" + std::to_string(below(4));
    project_.write(
        "cases/" + id + ".toml",
        "id = \"" + id + "\"\ntitle = { en = \"Case " + std::to_string(below(100)) +
            "\" }\nkind = \"criminal\"\ndefendants = [\"xx-0001\", \"xx-0002\"]\n" +
            tests::event_toml("c1", "charged", day(),
                              below(2) ? "charges = [\"xx-cc:12.1\"]" : "charges = [\"xx-cc:14.4\"]"));
  }

  void change_source() {
    project_.write(
        "sources/other.toml",
        "id = \"other\"\ntitle = { en = \"Other " + std::to_string(below(100)) +
            "\" }\npublisher = \"Test Monitor\"\nkind = \"cited\"\nurl = \"https://other.example.org/\"\n");
  }

  void move_file() {
    const fs::path here = project_.content() / "people" / (moved_ ? "moved.md" : "xx-0001.md");
    fs::rename(here, project_.content() / "people" / (moved_ ? "xx-0001.md" : "moved.md"));
    moved_ = !moved_;
  }

  void add_text() {
    if (ids_.empty()) return add_person();
    const auto& id = ids_[below(ids_.size())];
    project_.write("people/" + id + ".ru.md",
                   "+++\nid = \"" + id + "\"\n+++\nТекст " + std::to_string(below(100)) + ".\n");
  }

  Project& project_;
  std::mt19937 random_;
  std::vector<std::string> ids_;
  std::size_t made_ = 0;
  bool moved_ = false;
};

std::string dump(const Project& project) {
  return tracker::record::Reader(project.database()).dump();
}

void advance(Project& project, int step) {
  const auto start = std::chrono::sys_days(std::chrono::year(2024) / 2 / 1) + std::chrono::hours(12);
  project.now = tracker::base::to_rfc3339(start + std::chrono::hours(7) * step);
}

}  // namespace

TEST_CASE("after every one of many random edits the index is what a rebuild makes of the same files") {
  int edits = 0;
  for (const unsigned seed : {1U, 2U, 3U}) {
    Project project;
    project.done({"record"});
    Editor editor(project, seed);
    for (int step = 1; step <= 36; ++step, ++edits) {
      advance(project, step);
      editor.edit();
      project.done({"record"});
      if (step % 6 != 0) continue;
      const auto incremental = dump(project);
      project.done({"rebuild"});
      INFO("seed " << seed << ", step " << step);
      REQUIRE(dump(project) == incremental);
    }
    CHECK(project.done({"verify"}).out.empty());
    CHECK(project.done({"record"}).err == "record: nothing changed\n");
  }
  CHECK(edits >= 100);
}

TEST_CASE("a rebuild needs no index, and makes the one that was lost") {
  Project project;
  project.done({"record"});
  const auto before = dump(project);
  fs::remove(project.database());
  CHECK(project.done({"rebuild"}).err == "rebuild: 15 files, 1 versions\n");
  CHECK(dump(project) == before);
  CHECK(tests::read_tree(project.root() / "var").size() == 2);
}

TEST_CASE("a rebuild on a later day says what the newest version said, not what that day would say") {
  Project project;
  project.now = "2024-01-10T12:00:00Z";
  project.done({"record"});
  const auto before = dump(project);
  project.now = "2024-03-10T12:00:00Z";
  project.done({"rebuild"});
  CHECK(dump(project) == before);
}

TEST_CASE("leftovers of a rebuild that was killed are no obstacle") {
  Project project;
  project.done({"record"});
  const auto before = dump(project);
  std::ofstream(project.database().string() + ".new", std::ios::binary) << "half a database";
  std::ofstream(project.database().string() + ".new-journal", std::ios::binary) << "half a journal";
  project.done({"rebuild"});
  CHECK(dump(project) == before);
  CHECK(tests::read_tree(project.root() / "var").size() == 2);
}

TEST_CASE("a rebuild of a folder without versions makes an index of the content alone") {
  const Project project;
  project.done({"rebuild"});
  CHECK(tracker::record::Reader(project.database()).versions().empty());
  CHECK(project.tracker({"list"}).code == 0);
}
