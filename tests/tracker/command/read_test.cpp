#include "tests/support/catch.h"
#include "tests/support/project.h"
#include "tracker/archive/store.h"
#include "tracker/record/store.h"

#include <filesystem>
#include <fstream>

using tests::Project;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// A list with the lexicon of the real one, if there is one.
struct Reading : Project {
  Reading() {
    namespace fs = std::filesystem;
    const fs::path lexicon = fs::path(TIZIM_SOURCE_DIR) / "content" / "lexicon";
    if (fs::exists(lexicon)) fs::copy(lexicon, content() / "lexicon", fs::copy_options::recursive);
  }
  std::string file(const std::string& name, const std::string& text) const {
    std::ofstream(root() / name) << text;
    return (root() / name).string();
  }
};

const char* const kText =
    "Proba Probayev was sentenced to three years in prison on 20 January 2024 under Article 12, Part 1 of the Criminal Code.\n\n"
    "On 5 October 2023, Marat Newov was detained in Port.\n";

}  // namespace

TEST_CASE("a file is kept as evidence, read once, and proposes what it tells") {
  const Reading project;
  const auto file = project.file("report.txt", kText);
  const auto first = project.done({"read", "--source", "report", "--file", file});
  INFO(first.err);
  CHECK(holds(first.err, "read: 1 page, 1 read now, "));
  CHECK(tracker::archive::Store(project.archive()).receipts().size() == 1);
  CHECK(holds(project.done({"read"}).err, "read: 1 page, 0 read now, "));
  CHECK(holds(project.done({"read", "--source", "report", "--file", file}).err, "1 page, 0 read now"));
  CHECK(tracker::archive::Store(project.archive()).receipts().size() == 1);
  CHECK(holds(project.done({"review", "--list"}).out, "Marat Newov"));
}

TEST_CASE("a rebuild from content and archive gives the same statements and proposals, row for row") {
  const Reading project;
  project.done({"read", "--source", "report", "--file", project.file("report.txt", kText)});
  project.done({"record"});
  const auto before = tracker::record::Reader(project.database()).dump();
  CHECK(holds(before, "statement "));
  CHECK(holds(before, "proposal "));
  std::filesystem::remove(project.database());
  project.done({"rebuild"});
  CHECK(tracker::record::Reader(project.database()).dump() == before);
}

TEST_CASE("a name more on the list has everything read again, and nothing else has") {
  const Reading project;
  project.done({"read", "--source", "report", "--file", project.file("report.txt", kText)});
  project.write("people/xx-0009.md", tests::person_file("xx-0009", "Another Testov", tests::event_toml("e1", "detained", "2023-01-02")));
  CHECK(holds(project.done({"read"}).err, "1 page, 1 read now"));
  project.replace("people/xx-0009.md", "2023-01-02", "2023-01-03");
  CHECK(holds(project.done({"read"}).err, "1 page, 0 read now"));
}

TEST_CASE("a damaged snapshot says why, proposes nothing and takes nothing away") {
  const Reading project;
  project.done({"read", "--source", "report", "--file", project.file("report.txt", kText)});
  const auto people = tests::read_tree(project.content());
  for (const auto& entry : std::filesystem::recursive_directory_iterator(project.archive() / "objects"))
    if (entry.is_regular_file()) std::ofstream(entry.path()) << "damaged";
  std::filesystem::remove(project.database());
  const auto ran = project.done({"read"});
  CHECK(holds(ran.err, "read: report, "));
  CHECK(holds(ran.err, "0 proposals wait"));
  CHECK(tests::read_tree(project.content()) == people);
}

TEST_CASE("a web page is read as its main text, with the day that it names, and a broken PDF is not guessed at") {
  const Reading project;
  const auto page = project.file("page.html",
                                 "<!doctype html><html><head><meta property=\"article:published_time\" content=\"2024-01-21T08:00:00+05:00\">"
                                 "</head><body><article><h1>A verdict</h1><p>Marat Newov was detained in Port on 5 October 2023, his lawyer "
                                 "told reporters after the hearing, which lasted for several hours and was open to the public.</p>"
                                 "</article></body></html>");
  project.done({"read", "--source", "report", "--file", page});
  const auto list = project.done({"review", "--list", "--json"}).out;
  INFO(list);
  CHECK(holds(list, "Marat Newov was detained in Port on 5 October 2023"));
  CHECK_FALSE(holds(list, "<p>"));
  const auto pdf = project.tracker({"read", "--source", "report", "--file", project.file("a.pdf", "%PDF-1.4 nothing")});
  CHECK(pdf.code == 1);
  CHECK(holds(pdf.err, "could not be read; their bytes are kept"));
  CHECK(holds(project.done({"read"}).err, "read: report, "));  // it is said again, and nothing is guessed
}

TEST_CASE("a page that nobody could look at yet is read when somebody has") {
  const Reading project;
  project.done({"import", "--source", "report", project.file("report.txt", kText)});
  const auto log = project.archive() / "readings.jsonl";
  const auto good = tests::read_file(log);
  auto bad = good;
  const std::string read = "\"outcome\":\"read\"";
  REQUIRE(holds(good, read));
  bad.replace(bad.find(read), read.size(), "\"outcome\":\"postponed\",\"detail\":\"no time\"");
  std::ofstream(log) << bad;
  const auto first = project.done({"read"}).err;
  CHECK(holds(first, "postponed: no time"));
  CHECK(holds(first, "read: 1 page, 0 read now, "));
  std::ofstream(log) << good;
  CHECK(holds(project.done({"read"}).err, "read: 1 page, 1 read now, "));
  CHECK(holds(project.done({"review", "--list"}).out, "Marat Newov"));
  CHECK(holds(project.done({"read"}).err, "read: 1 page, 0 read now, "));
}

TEST_CASE("pages of several sites are read as each by itself, whatever order their sites are in") {
  const Reading project;
  for (const char* where : {"b.example/1", "a.example/2", "b.example/3", "a.example/4"}) {
    const std::string path = std::string(1, where[0]) + std::string(1, where[10]) + ".html";
    const auto page = project.file(path, "<!doctype html><html><body><article><p>Marat Newov was detained in Port on " + std::string(1, where[10]) +
                                             " October 2023, his lawyer told reporters after the hearing, which was open.</p></article></body></html>");
    project.done({"import", "--source", "report", "--url", std::string("https://") + where, page});
  }
  CHECK(holds(project.done({"read"}).err, "read: 4 pages, 4 read now, 4 statements"));
  const auto list = project.done({"review", "--list", "--json"}).out;
  for (const char* day : {"2023-10-01", "2023-10-02", "2023-10-03", "2023-10-04"}) CHECK(holds(list, day));
}

TEST_CASE("what was quarantined, refused or not reached is not read") {
  using tracker::model::FetchOutcome;
  for (const auto outcome : {FetchOutcome::Quarantined, FetchOutcome::Refused, FetchOutcome::Unreachable}) {
    const Reading project;
    tracker::archive::Store store(project.archive());
    tracker::model::Receipt receipt;
    receipt.source = "report";
    receipt.url = "https://monitor.example.org/1";
    receipt.outcome = outcome;
    receipt.digest = store.put(kText);
    receipt.headers["content-type"] = "text/plain";
    store.append(receipt);
    CHECK(holds(project.done({"read"}).err, "read: 0 pages, 0 read now, 0 statements; 0 proposals wait"));
  }
}

TEST_CASE("wrong calls of read touch nothing") {
  const Reading project;
  CHECK(project.tracker({"read", "--file", "/nowhere"}).code == 2);
  CHECK(project.tracker({"read", "--source", "no-such"}).code == 2);
  CHECK(project.tracker({"read", "--source", "report", "--file", "/nowhere"}).code == 2);
  CHECK_FALSE(std::filesystem::exists(project.database()));
}

TEST_CASE("who a name can mean is told with its reasons, and never decided by the name") {
  const Reading project;
  const auto alone = project.done({"match", "Проба Пробаев"});
  CHECK(holds(alone.out, "xx-0001"));
  CHECK(holds(alone.out, "surname equal after folding, given name equal after folding"));
  CHECK(holds(alone.err, "a name alone never links two records"));
  const auto more = project.done({"match", "--article", "12.1", "--json", "Proba Probayev"});
  CHECK(holds(more.out, "\"id\":\"xx-0001\""));
  CHECK(holds(more.err, "match: xx-0001, by name and by what is said beside it"));
  CHECK(holds(project.done({"match", "Nobody Unknownov"}).err, "nobody on the list has such a name"));
}

TEST_CASE("a word more in the lexicon has everything read again") {
  const Reading project;
  if (!std::filesystem::exists(project.content() / "lexicon" / "en.toml")) return;
  project.done({"read", "--source", "report", "--file", project.file("report.txt", kText)});
  CHECK(holds(project.done({"read"}).err, "0 read now"));
  std::ofstream(project.content() / "lexicon" / "en.toml", std::ios::app) << "\n# a comment is a change as well\n";
  CHECK(holds(project.done({"read"}).err, "1 read now"));
}
