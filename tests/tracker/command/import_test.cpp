#include <nlohmann/json.hpp>

#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/pdf.h"
#include "tests/support/project.h"
#include "tracker/archive/store.h"
#include "tracker/parse/parsed.h"

using tests::Project;
using namespace tracker;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string file(const Project& project, const std::string& name, const std::string& bytes) {
  const auto path = project.root() / name;
  std::ofstream(path, std::ios::binary) << bytes;
  return path.string();
}

void notices(const Project& project) {
  project.write("sources/notices.toml",
                "id = \"notices\"\ntitle = { en = \"Notices\" }\npublisher = \"Test Monitor\"\nkind = \"import\"\nzone = \"Asia/Almaty\"\n");
}

parse::Parsed parsed_of(const Project& project, const model::Reading& reading) {
  return parse::parsed_from_json(archive::Store(project.archive()).get(reading.parsed.value()).value());
}

}  // namespace

TEST_CASE("a CSV of notices is kept with a receipt of its own and read line by line") {
  const Project project;
  notices(project);
  const std::string bytes = "case_number,date,time,judge\n7594-24-00-1k/12,01.03.2024,10:30,Судьин С.\nnone,,,\n";
  const auto ran = project.done({"import", file(project, "hearings.csv", bytes), "--source", "notices", "--published", "2024-02"});
  CHECK(holds(ran.err, "import: 1 file kept for source notices\n  hint: `tracker read` finds what they tell"));
  CHECK(holds(ran.err, "hearings.csv:3: \"none\" holds no case number"));
  const archive::Store store(project.archive());
  const auto receipts = store.receipts();
  REQUIRE(receipts.size() == 1);
  CHECK(receipts[0].url == "file:hearings.csv");
  CHECK(receipts[0].published == "2024-02");
  CHECK(receipts[0].outcome == model::FetchOutcome::Fetched);
  CHECK_FALSE(receipts[0].robots);
  CHECK(store.get(receipts[0].digest.value()) == bytes);
  const auto readings = store.readings();
  REQUIRE(readings.size() == 1);
  CHECK(readings[0].rows == 2);
  const auto parsed = parsed_of(project, readings[0]);
  CHECK(parsed.rows[0].case_number == "7594-24-00-1к/12");
  CHECK(base::to_rfc3339(parsed.rows[0].moment.value()) == "2024-03-01T05:30:00Z");
  CHECK(store.verify().empty());
}

TEST_CASE("several files at once, of several kinds, with the address that they were saved from") {
  const Project project;
  notices(project);
  const auto ran = project.done({"import", file(project, "a.html", "<p>One two"), file(project, "b.pdf", tests::pdf_of({"Three"})),
                                 file(project, "c.txt", "<four>"), "--source", "notices", "--url", "https://court.example/x"});
  CHECK(holds(ran.err, "import: 3 files kept"));
  const archive::Store store(project.archive());
  CHECK(store.receipts().size() == 3);
  CHECK(store.receipts()[0].url == "https://court.example/x");
  const auto readings = store.readings();
  REQUIRE(readings.size() == 3);
  CHECK(readings[0].words == 2);
  CHECK(readings[1].words == 1);
  CHECK(parsed_of(project, readings[2]).pages == std::vector<std::string>{"<four>"});
}

TEST_CASE("a saved page of a followed source is read as that source is") {
  const Project project;
  project.write("sources/list.toml", "id = \"list\"\ntitle = { en = \"List\" }\npublisher = \"Test Monitor\"\nkind = \"page\"\n"
                                     "url = \"https://court.example/list\"\nrhythm = \"daily\"\nselect = \"main\"\n");
  project.done({"import", file(project, "saved.html", "<nav>x</nav><main>One two</main>"), "--source", "list", "--url", "https://court.example/list"});
  const archive::Store store(project.archive());
  CHECK(store.receipts()[0].parent.empty());
  CHECK(store.readings()[0].words == 2);
}

TEST_CASE("a file that cannot be read is kept all the same, and the call fails") {
  const Project project;
  notices(project);
  const auto ran = project.tracker({"import", file(project, "x.csv", "a,b\n1,2\n"), "--source", "notices"});
  CHECK(ran.code == 1);
  CHECK(holds(ran.err, "unreadable: the first line of the CSV names no column case_number"));
  CHECK(archive::Store(project.archive()).receipts().size() == 1);
}

TEST_CASE("a call that cannot work keeps nothing") {
  const Project project;
  notices(project);
  const auto good = file(project, "a.html", "<p>x");
  const auto run = [&](const std::vector<std::string>& words, int code, const std::string& part) {
    const auto ran = project.tracker(words);
    INFO(ran.err);
    CHECK(ran.code == code);
    CHECK(holds(ran.err, part));
  };
  run({"import", good, "--source", "notice"}, 2, "did you mean \"notices\"?");
  run({"import", good, "--source", "elsewhere"}, 2, "add content/sources/elsewhere.toml");
  run({"import", good, "--source", "notices", "--published", "soon"}, 2, "\"soon\" is not a date");
  run({"import", good, "--source", "notices", "--url", "ftp://x"}, 2, "is no address");
  run({"import", good, (project.root() / "missing.html").string(), "--source", "notices"}, 1, "cannot read");
  run({"import", project.root().string(), "--source", "notices"}, 1, "is a folder");
  run({"import", "--source", "notices"}, 2, "");
  CHECK(archive::Store(project.archive()).receipts().empty());
}
