// Real sentences of ../shared, where the folder is here.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "tests/tracker/read/support.h"
#include "tracker/markup/encoding.h"
#include "tracker/read/main_text.h"
#include "tracker/read/terms.h"

using namespace tracker::read;
namespace fs = std::filesystem;

namespace {

const fs::path kShared = fs::path(TIZIM_SOURCE_DIR) / ".." / "shared";

bool is_here() {
  if (fs::exists(kShared / "corpus")) return true;
  std::cout << "skipped: the labelled texts of ../shared (the folder is not here)\n";
  return false;
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A line of CSV with quoted fields.
std::vector<std::string> fields(const std::string& line) {
  std::vector<std::string> all{""};
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') quoted = !quoted;
    else if (c == ',' && !quoted) all.emplace_back();
    else if (c != '\r') all.back() += c;
  }
  return all;
}

}  // namespace

TEST_CASE("Kazakh terms in words and figures have their lengths, and only a sentence passed on a named person is said") {
  if (!is_here()) return;
  std::ifstream in(kShared / "corpus" / "kk-durations.csv");
  std::string row;
  std::getline(in, row);
  int rows = 0;
  while (std::getline(in, row)) {
    const auto field = fields(row);
    REQUIRE(field.size() == 5);
    const auto &months = field[1], &kind = field[2], &sentence = field[4];
    INFO(sentence);
    ++rows;
    bool found = false;
    for (const auto& term : find_terms(first_sentence("kk", sentence), grammar("kk")))
      for (const auto& length : term.each) found = found || std::to_string(length.months) == months;
    if (kind == "sentence") CHECK(found);
    const auto statements = read("kk", sentence);
    if (field[3] == "named person") {
      REQUIRE(statements.size() == 1);
      CHECK(statements[0].sentence->months == std::stoi(months));
    } else {
      CHECK(statements.empty());
    }
  }
  CHECK(rows > 25);
}

TEST_CASE("on a negative day nobody is proposed: pages and feeds about people who are in no case") {
  if (!is_here()) return;
  int wrong = 0;
  for (const auto& entry : fs::directory_iterator(kShared / "corpus" / "pages")) {
    const auto name = entry.path().filename().string();
    const bool unlabelled = bytes_of(kShared / "corpus" / "labels.csv").find(name) == std::string::npos;
    if (!unlabelled) continue;
    const auto bytes = bytes_of(entry.path());
    const auto body = bytes.substr(bytes.find("\n---\n") + 5);
    for (const auto& statement : read(name.substr(0, 2), body, "2023-03-06")) {
      std::cout << "on a page without labels: " << name << ": " << line(statement) << '\n';
      ++wrong;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("saved pages and a news feed about other things propose hardly anybody") {
  if (!is_here()) return;
  const tracker::match::Names nobody;
  int wrong = 0;
  const auto read_page = [&](const std::string& name, const std::string& utf8) {
    std::string why;
    const auto document = tracker::markup::Document::parse(utf8, why);
    REQUIRE(document.has_value());
    const auto text = main_text(*document, utf8);
    for (const auto& statement : read_text(text.text, {lexicons(), nobody, tracker::base::PartialDate::parse("2019-12-30")})) {
      std::cout << "on a page without a case: " << name << ": " << line(statement) << " “" << statement.quote.substr(0, 160) << "”\n";
      ++wrong;
    }
  };
  for (const auto& entry : fs::directory_iterator(kShared / "html")) {
    const auto name = entry.path().filename().string();
    if (!name.ends_with(".html") || name.starts_with("az-")) continue;
    read_page(name, tracker::markup::decode(bytes_of(entry.path()), "", tracker::markup::Syntax::Html).text);
  }
  const int of_pages = wrong;
  CHECK(of_pages == 0);
  // The feed: 100 items with a title and an escaped description, court news about people on no list among them.
  const auto feed = bytes_of(kShared / "html" / "tutby-all-2019-12-30.rss.xml");
  std::string page = "<main>";
  for (const std::string tag : {"title", "description"})
    for (std::size_t at = feed.find('<' + tag + '>'); at != std::string::npos; at = feed.find('<' + tag + '>', at + 1)) {
      const auto end = feed.find("</" + tag + '>', at);
      if (end == std::string::npos) break;
      page += "<p>" + feed.substr(at + tag.size() + 2, end - at - tag.size() - 2) + ".</p>";
    }
  read_page("tutby", page + "</main>");
  std::cout << "false statements: " << of_pages << " on pages, " << wrong - of_pages << " in a feed of 100 items\n";
  CHECK(wrong - of_pages <= 3);
}
