// The floors of ARCHITECTURE.md as a table, and every #include line of the programs against it. A folder may include
// folders on lower floors only; third-party headers stay out of the headers that others see.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace {

namespace fs = std::filesystem;

const std::map<std::string, int> kFloors = {
    {"tracker/base", 0},    {"tracker/model", 1},  {"tracker/rules", 2},   {"tracker/read", 3},
    {"tracker/match", 2},   {"tracker/markup", 2}, {"tracker/edit", 2},    {"tracker/health", 2},
    {"tracker/parse", 3},   {"tracker/propose", 4}, {"tracker/review", 5}, {"tracker/sandbox", 5},
    {"tracker/version", 2}, {"sitegen/html", 2},   {"tracker/report", 3},
    {"sitegen/view", 3},    {"sitegen/page", 4},   {"sitegen/feed", 4},    {"sitegen/data", 4},
    {"tracker/fetch", 5},   {"tracker/archive", 5}, {"tracker/load", 5},   {"tracker/db", 5},
    {"tracker/record", 6},  {"tracker/command", 7}, {"sitegen/output", 7}, {"tracker", 8},
    {"sitegen", 8},
};

/// Headers of libraries that must not reach those who only use a folder's headers.
const std::set<std::string> kPrivate = {"curl/curl.h", "sqlite3.h",     "pugixml.hpp",   "cmark-gfm.h", "toml++/toml.h",
                                        "httplib.h",   "CLI/CLI.hpp",   "sodium.h",      "zstd.h",      "nlohmann/json.hpp",
                                        "gumbo.h",     "unicode/msgfmt.h", "re2/re2.h", "seccomp.h"};

struct Include {
  std::string file;  // from the root of the project
  int line = 0;
  std::string target;
  bool quoted = false;
};

std::vector<Include> includes_of(const std::string& file, const std::string& text) {
  std::vector<Include> found;
  std::istringstream lines(text);
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    if (line.rfind("#include ", 0) != 0) continue;
    const char open = line.size() > 9 ? line[9] : ' ';
    const auto end = line.find(open == '<' ? '>' : '"', 10);
    if (end != std::string::npos) found.push_back({file, number, line.substr(10, end - 10), open == '"'});
  }
  return found;
}

std::string folder_of(const std::string& path) { return fs::path(path).parent_path().generic_string(); }

/// What is wrong with an include, in words; empty where nothing is.
std::string fault_of(const Include& include) {
  const std::string where = include.file + ":" + std::to_string(include.line) + ": ";
  const std::string from = folder_of(include.file), to = folder_of(include.target);
  if (!include.quoted) return "";
  const auto own = kFloors.find(from);
  if (own == kFloors.end()) return where + from + " is on no floor: add it to the table and to ARCHITECTURE.md";
  const auto other = kFloors.find(to);
  if (other == kFloors.end()) return to.empty() ? "" : where + "\"" + include.target + "\" is in no folder of ours";
  if (to != from && other->second >= own->second)
    return where + from + " (floor " + std::to_string(own->second) + ") includes " + to + " (floor " +
           std::to_string(other->second) + ")";
  return "";
}

std::string read(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<Include> all_includes() {
  std::vector<Include> all;
  for (const char* top : {"tracker", "sitegen"})
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(TIZIM_SOURCE_DIR) / top)) {
      const auto extension = entry.path().extension();
      if (extension != ".h" && extension != ".cpp") continue;
      const auto name = entry.path().lexically_relative(TIZIM_SOURCE_DIR).generic_string();
      for (auto& include : includes_of(name, read(entry.path()))) all.push_back(std::move(include));
    }
  return all;
}

/// The headers that a folder's CMakeLists.txt offers to others.
std::set<std::string> offered_headers() {
  std::set<std::string> offered;
  for (const auto& [folder, floor] : kFloors) {
    std::istringstream words(read(fs::path(TIZIM_SOURCE_DIR) / folder / "CMakeLists.txt"));
    bool headers = false;
    for (std::string word; words >> word;) {
      if (word == "HEADERS") headers = true;
      if (word == "SOURCES" || word == "USES" || word == "LINKS") headers = false;
      if (headers && word.ends_with(".h")) offered.insert(folder + "/" + word);
    }
  }
  return offered;
}

}  // namespace

TEST_CASE("no folder includes a folder on its own floor or above") {
  const auto includes = all_includes();
  REQUIRE(includes.size() > 300);
  for (const auto& include : includes) {
    const auto fault = fault_of(include);
    INFO(fault);
    CHECK(fault.empty());
  }
}

TEST_CASE("the headers that a folder offers know no third-party library") {
  const auto offered = offered_headers();
  REQUIRE(offered.size() > 30);
  for (const auto& include : all_includes()) {
    if (!offered.contains(include.file)) continue;
    INFO(include.file << ":" << include.line << ": " << include.target);
    CHECK_FALSE(kPrivate.contains(include.target));
  }
}

TEST_CASE("a header of another folder is only included when that folder offers it") {
  const auto offered = offered_headers();
  for (const auto& include : all_includes()) {
    if (!include.quoted || folder_of(include.target).empty() || folder_of(include.target) == folder_of(include.file)) continue;
    INFO(include.file << ":" << include.line << ": " << include.target);
    CHECK(offered.contains(include.target));
  }
}

TEST_CASE("the check of floors finds an upward and a sideways include, and a folder on no floor") {
  CHECK(fault_of({"tracker/base/a.cpp", 3, "tracker/model/b.h", true}) ==
        "tracker/base/a.cpp:3: tracker/base (floor 0) includes tracker/model (floor 1)");
  CHECK_FALSE(fault_of({"tracker/rules/a.cpp", 1, "tracker/version/b.h", true}).empty());
  CHECK_FALSE(fault_of({"tracker/new/a.cpp", 1, "tracker/base/b.h", true}).empty());
  CHECK(fault_of({"tracker/rules/a.cpp", 1, "tracker/model/b.h", true}).empty());
  CHECK(includes_of("a.h", "// #include \"x.h\"\n#include \"tracker/base/text.h\"\n").size() == 1);
}

TEST_CASE("both main files are under 40 lines") {
  for (const char* file : {"tracker/main.cpp", "sitegen/main.cpp"}) {
    const std::string text = read(fs::path(TIZIM_SOURCE_DIR) / file);
    REQUIRE_FALSE(text.empty());
    CHECK(std::count(text.begin(), text.end(), '\n') < 40);
  }
}
