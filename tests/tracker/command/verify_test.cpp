// Whoever changes what was published, in whatever way, is found out, and the file is named.
#include <nlohmann/json.hpp>

#include "tests/support/catch.h"
#include "tests/support/project.h"

using tests::Project;
namespace fs = std::filesystem;

namespace {

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// A list with three versions.
void record_thrice(Project& project) {
  project.done({"record"});
  project.replace("people/xx-0001.md", "born = \"1988\"", "born = \"1989\"");
  project.now = "2024-02-02T12:00:00Z";
  project.done({"record"});
  project.remove("people/xx-0002.md");
  project.now = "2024-02-03T12:00:00Z";
  project.done({"record"});
}

void finds(const Project& project, const std::string& file) {
  const auto ran = project.tracker({"verify"});
  INFO(ran.out << ran.err);
  CHECK(ran.code == 1);
  CHECK(project.shown(ran.out).rfind(file + ": error: ", 0) == 0);
  CHECK(holds(ran.err, "NOT as it was published"));
}

}  // namespace

TEST_CASE("a chain that nobody touched holds") {
  Project project;
  record_thrice(project);
  const auto ran = project.done({"verify"});
  CHECK(ran.out.empty());
  CHECK(ran.err == "verify: 3 versions: the chain holds\n");
}

TEST_CASE("one letter of a version file is enough") {
  for (const auto& [old, fresh] :
       std::vector<std::pair<std::string, std::string>>{{"Test Person One", "Test Person Ona"},
                                                        {"2024-02-01T12", "2024-02-01T13"},
                                                        {"\"ADD\"", "\"MOD\""},
                                                        {"xx-0002", "xx-0003"},
                                                        {"new_information", "correction"}}) {
    Project project;
    record_thrice(project);
    project.replace("versions/000001.json", old, fresh);
    INFO(old);
    finds(project, "content/versions/000001.json");
  }
}

TEST_CASE("versions that changed places are found, so are a missing and an empty one") {
  Project project;
  record_thrice(project);
  SECTION("swapped") {
    const auto one = project.read("versions/000001.json"), two = project.read("versions/000002.json");
    project.write("versions/000001.json", two);
    project.write("versions/000002.json", one);
    finds(project, "content/versions/000001.json");
  }
  SECTION("deleted in the middle") {
    project.remove("versions/000002.json");
    finds(project, "content/versions/000003.json");
  }
  SECTION("deleted at the beginning") {
    project.remove("versions/000001.json");
    finds(project, "content/versions/000002.json");
  }
  SECTION("empty") {
    project.write("versions/000002.json", "");
    finds(project, "content/versions/000002.json");
  }
  SECTION("cut off") {
    const auto two = project.read("versions/000002.json");
    project.write("versions/000002.json", two.substr(0, two.size() / 2));
    finds(project, "content/versions/000002.json");
  }
  SECTION("binary") {
    project.write("versions/000002.json", std::string_view("\x00\xff\x01", 3));
    finds(project, "content/versions/000002.json");
  }
}

TEST_CASE("the newest version is missed by the index, which knows it") {
  Project project;
  record_thrice(project);
  project.remove("versions/000003.json");
  finds(project, "content/versions/000003.json");
}

TEST_CASE("content that was edited since the last record is a warning, not a fault of the chain") {
  Project project;
  record_thrice(project);
  project.replace("people/xx-0001.md", "born = \"1989\"", "born = \"1990\"");
  const auto ran = project.done({"verify"});
  CHECK(holds(ran.out, "[stale-index]"));
  CHECK(holds(ran.out, "hint: run `tracker record`"));
}

TEST_CASE("a copy of the versions elsewhere is verified by itself") {
  Project project;
  record_thrice(project);
  const tests::TempDir copy;
  fs::create_directories(copy / "data");
  fs::copy(project.content() / "versions", copy / "data/versions", fs::copy_options::recursive);
  CHECK(project.done({"verify", copy.path().string()}).err == "verify: 3 versions: the chain holds\n");
  CHECK(project.done({"verify", project.root().string()}).err == "verify: 3 versions: the chain holds\n");
  CHECK(project.done({"verify", project.content().string()}).err == "verify: 3 versions: the chain holds\n");
  fs::remove(copy / "data/versions/000002.json");
  CHECK(project.tracker({"verify", copy.path().string()}).code == 1);
  const tests::TempDir empty;
  CHECK(project.tracker({"verify", empty.path().string()}).code == 2);
  CHECK(project.tracker({"verify", "https://list.example.org/"}).code == 2);
}

TEST_CASE("a damaged index is found, and does not hide what else is wrong") {
  Project project;
  record_thrice(project);
  project.remove("versions/000002.json");
  std::ofstream(project.database(), std::ios::binary)
      << "no database at all, but long enough to be looked at " << std::string(2000, 'x');
  const auto ran = project.tracker({"verify"});
  CHECK(ran.code == 1);
  CHECK(holds(ran.out, "[broken-chain]"));
  CHECK(holds(ran.out, "[damaged-index]"));
}

TEST_CASE("what verify finds can be had as JSON") {
  Project project;
  record_thrice(project);
  auto report = nlohmann::json::parse(project.done({"verify", "--json"}).out);
  CHECK(report == nlohmann::json({{"versions", 3}, {"findings", nlohmann::json::array()}}));
  project.remove("versions/000002.json");
  const auto ran = project.tracker({"verify", "--json"});
  CHECK(ran.code == 1);
  report = nlohmann::json::parse(ran.out);
  CHECK(report["findings"][0]["code"] == "broken-chain");
  CHECK(project.shown(report["findings"][0]["file"]) == "content/versions/000003.json");
}
