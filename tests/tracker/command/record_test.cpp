// From content to versions, as a person runs it: what is written, what is refused, and that nothing else is
// touched.
#include <nlohmann/json.hpp>

#include "tests/support/catch.h"
#include "tests/support/project.h"
#include "tracker/record/store.h"

using tests::Project;
using Json = nlohmann::json;

namespace {

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// The changes of the newest version to one entity, field to change.
std::map<std::string, Json> changes_to(const Project& project, const std::string& entity) {
  const auto versions = Json::parse(project.done({"changes", "--json"}).out);
  std::map<std::string, Json> found;
  for (const auto& change : versions.back()["changes"])
    if (change["entity"] == entity) found[change["field"]] = change;
  return found;
}

int newest_version(const Project& project) {
  return Json::parse(project.done({"changes", "--json"}).out).back()["version"];
}

void add_ruling(const Project& project, const std::string& subject, const std::string& field,
                const std::string& day) {
  project.write("rulings/r1.toml",
                "[[ruling]]\nid = \"r1\"\nkind = \"correction\"\nsubject = \"" + subject + "\"\nfield = \"" +
                    field + "\"\ndate = \"" + day +
                    "\"\nby = \"Test Committee\"\nreason = { en = \"A slip of ours.\" }\n");
}

}  // namespace

TEST_CASE("the first version holds everything, and later runs without a change write nothing at all") {
  Project project;
  const auto first = project.done({"record", "--note", "The beginning."});
  CHECK(first.out.empty());
  CHECK(holds(first.err, "record: version 1, "));
  const auto version = Json::parse(project.done({"changes", "--json"}).out)[0];
  CHECK(version["version"] == 1);
  CHECK(version["recorded"] == project.now);
  CHECK(version["note"] == "The beginning.");
  CHECK(version["persons"]["entered"] == Json::array({"xx-0001", "xx-0002"}));
  CHECK(version["deprived_of_liberty"]["entered"] == Json::array({"xx-0001"}));
  CHECK(version["prosecuted"]["current"] == 1);
  for (const auto& change : version["changes"]) CHECK(change["operation"] == "ADD");

  const auto before = tests::read_tree(project.content());
  const auto index = tracker::record::Reader(project.database()).dump();
  for (const char* later : {"2024-02-01T12:00:00Z", "2024-02-09T00:00:00Z", "2025-02-09T00:00:00Z"}) {
    project.now = later;
    CHECK(project.done({"record"}).err == "record: nothing changed\n");
  }
  CHECK(tests::read_tree(project.content()) == before);
  CHECK(tracker::record::Reader(project.database()).dump() == index);
}

TEST_CASE("a changed field is told with what it was and what it is") {
  Project project;
  project.done({"record"});
  project.replace("people/xx-0001.md", "born = \"1988\"", "born = \"1989\"");
  project.now = "2024-02-02T12:00:00Z";
  CHECK(project.done({"record"}).err == "record: version 2, 1 changes\n");
  const auto change = changes_to(project, "person/xx-0001").at("born");
  CHECK(change["operation"] == "MOD");
  CHECK(change["before"] == "1988");
  CHECK(change["after"] == "1989");
  CHECK(change["reason"] == "new_information");
}

TEST_CASE("a person who leaves is deleted field by field and leaves the totals by id") {
  Project project;
  project.done({"record"});
  project.remove("people/xx-0002.md");
  project.now = "2024-02-02T12:00:00Z";
  project.done({"record", "--reason", "late_discovery"});
  const auto changes = changes_to(project, "person/xx-0002");
  REQUIRE(changes.contains("name.en"));
  CHECK(changes.at("name.en")["operation"] == "DEL");
  CHECK(changes.at("name.en")["before"] == "Test Person Two");
  CHECK(changes.at("name.en")["after"].is_null());
  CHECK(changes.at("name.en")["reason"] == "late_discovery");
  const auto version = Json::parse(project.done({"changes", "--json"}).out).back();
  CHECK(version["persons"]["left"] == Json::array({"xx-0002"}));
  CHECK(version["persons"]["previous"] == 2);
  CHECK(version["persons"]["current"] == 1);
}

TEST_CASE("many versions in a row reconcile, and the chain holds") {
  Project project;
  for (int i = 1; i <= 12; ++i) {
    project.now = "2024-02-" + std::string(i < 10 ? "0" : "") + std::to_string(i) + "T12:00:00Z";
    const std::string id = "xx-01" + std::to_string(10 + i);
    project.write(
        "people/" + id + ".md",
        tests::person_file(id, "Test Person " + std::to_string(i),
                           tests::event_toml("e1", i % 2 ? "wanted" : "arrested_pretrial", "2024-01-10")));
    if (i > 3) project.remove("people/xx-01" + std::to_string(7 + i) + ".md");
    project.done({"record"});
  }
  CHECK(newest_version(project) == 12);
  CHECK(project.done({"verify"}).err == "verify: 12 versions: the chain holds\n");
}

TEST_CASE("a correction that a ruling names is called one") {
  Project project;
  project.done({"record"});
  project.replace("people/xx-0001.md", "date = \"2023-10-12\"", "date = \"2023-10-13\"");
  project.replace("people/xx-0001.md", "sex = \"male\"", "sex = \"female\"");
  add_ruling(project, "person/xx-0001", "event.e1.date", "2024-02-02");
  project.now = "2024-02-02T12:00:00Z";
  project.done({"record"});
  const auto changes = changes_to(project, "person/xx-0001");
  CHECK(changes.at("event.e1.date")["reason"] == "correction");
  CHECK(changes.at("sex")["reason"] == "new_information");
}

TEST_CASE("an arrest that ran out is a version of its own: recomputed, without a change of content") {
  Project project;
  project.now = "2024-01-10T12:00:00Z";
  project.done({"record"});
  const auto before = tests::read_tree(project.content());
  project.now = "2024-01-15T12:00:00Z";
  CHECK(project.done({"record"}).err == "record: nothing changed\n");
  project.now = "2024-02-15T12:00:00Z";
  project.done({"record"});
  const auto changes = changes_to(project, "person/xx-0002");
  REQUIRE(changes.contains("derived.liberty"));
  for (const auto& [field, change] : changes) {
    INFO(field);
    CHECK(field.rfind("derived.", 0) == 0);
    CHECK(change["reason"] == "recomputed");
  }
  CHECK(changes.at("derived.liberty")["before"] == "admin_arrest");
  auto after = tests::read_tree(project.content());
  CHECK(after.erase("versions/000002.json") == 1);
  CHECK(after == before);
}

TEST_CASE("a clock that runs backwards writes no version") {
  Project project;
  project.done({"record"});
  project.replace("people/xx-0001.md", "born = \"1988\"", "born = \"1989\"");
  project.now = "2024-01-31T12:00:00Z";
  const auto before = tests::read_tree(project.root());
  const auto ran = project.tracker({"record"});
  CHECK(ran.code == 1);
  CHECK(ran.err ==
        "tracker: record: the clock says 2024-01-31T12:00:00Z, and version 1 was recorded at "
        "2024-02-01T12:00:00Z\n  hint: set this machine's clock\n");
  CHECK(tests::read_tree(project.root()) == before);
}

TEST_CASE("a reason that is none is a wrong call and lists those there are") {
  const Project project;
  const auto ran = project.tracker({"record", "--reason", "because"});
  CHECK(ran.code == 2);
  CHECK(holds(ran.err, "there is no reason \"because\""));
  CHECK(holds(ran.err, "new_information, late_discovery"));
  CHECK_FALSE(std::filesystem::exists(project.content() / "versions"));
}

TEST_CASE("a note that could mislead a reader or break a file is refused") {
  for (const char* note : {"\xff", "a\x1b[31m", "\u202enote"}) {
    const Project project;
    const auto ran = project.tracker({"record", "--note", note});
    CHECK(ran.code == 2);
    CHECK(holds(ran.err, "the note holds"));
    CHECK_FALSE(std::filesystem::exists(project.content() / "versions"));
  }
}

TEST_CASE("a version that was recorded and is gone is not made again with other contents") {
  Project project;
  project.done({"record"});
  const std::string version = project.read("versions/000001.json");
  project.remove("versions/000001.json");
  const auto ran = project.tracker({"record"});
  CHECK(ran.code == 1);
  CHECK(holds(ran.err, "content/versions/000001.json was recorded and is gone"));
  CHECK_FALSE(std::filesystem::exists(project.content() / "versions" / "000001.json"));
  project.write("versions/000001.json", version);
  CHECK(project.done({"record"}).err == "record: nothing changed\n");
}

TEST_CASE("a version file that was edited stops the next version") {
  Project project;
  project.done({"record"});
  project.replace("versions/000001.json", "Test Person One", "Test Person Onf");
  project.replace("people/xx-0001.md", "born = \"1988\"", "born = \"1989\"");
  const auto ran = project.tracker({"record"});
  CHECK(ran.code == 1);
  CHECK(holds(project.shown(ran.err), "content/versions/000001.json: error: "));
  CHECK(holds(ran.err, "put back the one that was published"));
  CHECK_FALSE(std::filesystem::exists(project.content() / "versions" / "000002.json"));
}

TEST_CASE("a hostile name is kept letter by letter") {
  Project project;
  project.replace("people/xx-0001.md", "Test Person One", "<script>alert(1)</script> \\\"T\\\" & ’");
  project.done({"record"});
  const auto list = Json::parse(project.done({"list", "--json"}).out);
  CHECK(list[0]["name"] == "<script>alert(1)</script> \"T\" & ’");
}

TEST_CASE("what a killed run left among the versions is cleared away by the next one") {
  Project project;
  project.done({"record"});
  project.write("versions/000002.json.1234.0", "half a version");
  CHECK(project.done({"record"}).err == "record: nothing changed\n");
  CHECK(tests::read_tree(project.content() / "versions").size() == 1);
}
