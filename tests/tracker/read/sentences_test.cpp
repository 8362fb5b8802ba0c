// Sentences that were written before the rules were looked at (tests/data/reading/README.md): an estimate of how texts are read
// that nobody has tuned the rules on, and from then on a floor.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "tests/tracker/read/support.h"
#include "tracker/match/names.h"

using namespace tracker::read;
namespace fs = std::filesystem;

namespace {

/// "detained 2023-01-12 2m 405.2": what is not written is not asked.
struct Expected {
  std::string person;
  std::string event;
  std::string date;
  std::string length;
  std::vector<std::string> articles;
};

struct Case {
  std::string text;
  std::vector<Expected> expected;
  bool weak = false;  // known not to hold: the line begins with "~"
  int line = 0;
};

struct File {
  std::string published;
  std::vector<Case> cases;
};

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

Expected expected_of(const std::string& written, const std::string& person) {
  Expected expected{.person = person, .event = {}, .date = {}, .length = {}, .articles = {}};
  std::string rest = written;
  if (const auto colon = rest.find(": "); colon != std::string::npos) {
    expected.person = trimmed(rest.substr(0, colon));
    rest = rest.substr(colon + 2);
  }
  std::istringstream words(rest);
  words >> expected.event;
  for (std::string word; words >> word;) {
    if (word.size() >= 4 && (word.starts_with("19") || word.starts_with("20"))) expected.date = word;
    else if (word.ends_with('m') || word.ends_with('d')) expected.length = word;
    else expected.articles.push_back(word);
  }
  return expected;
}

File load(const fs::path& path) {
  std::ifstream in(path);
  REQUIRE(in.good());
  File file;
  std::string person, line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.starts_with("# published: ")) file.published = trimmed(line.substr(13));
    else if (line.starts_with("person: ")) person = trimmed(line.substr(8));
    if (line.empty() || line[0] == '#' || line[0] == '-' || line.starts_with("person: ")) continue;
    Case one;
    one.line = number;
    one.weak = line.starts_with("~ ");
    const auto arrow = line.find(" =>");
    REQUIRE(arrow != std::string::npos);
    one.text = line.substr(one.weak ? 2 : 0, arrow - (one.weak ? 2 : 0));
    std::istringstream all(line.substr(arrow + 3));
    for (std::string written; std::getline(all, written, ';');)
      if (!trimmed(written).empty()) one.expected.push_back(expected_of(trimmed(written), person));
    file.cases.push_back(std::move(one));
  }
  return file;
}

bool same_person(const std::string& found, const std::string& expected, const std::string& language) {
  const auto surname = tracker::match::key_of(expected.substr(expected.rfind(' ') + 1));
  std::istringstream words(found);
  for (std::string word; words >> word;) {
    const auto keys = tracker::match::keys_of(word, language);
    if (std::find(keys.begin(), keys.end(), surname) != keys.end()) return true;
  }
  return false;
}

bool meets(const Statement& found, const Expected& expected, const std::string& language) {
  if (tracker::model::code_of(found.event) != expected.event || !same_person(found.person, expected.person, language)) return false;
  if (!expected.date.empty() && (!found.date || found.date->edtf() != expected.date)) return false;
  if (!expected.length.empty()) {
    if (!found.sentence) return false;
    const auto& length = expected.length.ends_with('m') ? found.sentence->months : found.sentence->days;
    if (!length || std::to_string(*length) != expected.length.substr(0, expected.length.size() - 1)) return false;
  }
  return expected.articles.empty() || found.articles == expected.articles;
}

struct Score {
  int expected = 0, found = 0, right = 0, lines = 0, held = 0;
  std::string figures() const {
    const double precision = found ? static_cast<double>(right) / found : 0, recall = expected ? static_cast<double>(right) / expected : 0;
    std::ostringstream out;
    out.precision(3);
    out << "precision " << precision << ", recall " << recall << ", F1 " << (right ? 2 * precision * recall / (precision + recall) : 0) << "; " << held
        << " of " << lines << " lines hold";
    return out.str();
  }
};

void check(const std::string& name) {
  const auto file = load(fs::path(TIZIM_SOURCE_DIR) / "tests" / "data" / "reading" / (name + ".txt"));
  const std::string language = name.substr(name.size() - 2);
  REQUIRE(file.cases.size() > 50);
  Score score;
  for (const auto& one : file.cases) {
    auto statements = read(language, one.text, file.published);
    std::string told;
    for (const auto& statement : statements) {
      told += (told.empty() ? "" : " | ") + line(statement) + " (" + statement.rule + ')';
      CHECK(one.text.find(statement.quote) != std::string::npos);  // never invented
    }
    score.expected += static_cast<int>(one.expected.size());
    score.found += static_cast<int>(statements.size());
    int right = 0;
    for (const auto& expected : one.expected) {
      const auto met = std::find_if(statements.begin(), statements.end(), [&](const Statement& found) { return meets(found, expected, language); });
      if (met == statements.end()) continue;
      statements.erase(met);
      ++right;
    }
    score.right += right;
    const bool holds = statements.empty() && right == static_cast<int>(one.expected.size());
    ++score.lines;
    score.held += holds;
    INFO(name << ".txt:" << one.line << ": " << one.text << "\n  found: " << told);
    if (one.weak) CHECK_FALSE(holds);  // what holds by now is no weakness: take its "~" away
    else CHECK(holds);
  }
  std::cout << name << ": " << score.figures() << '\n';
}

}  // namespace

TEST_CASE("English sentences nobody tuned a rule on are read") { check("first-en"); }
TEST_CASE("Russian sentences nobody tuned a rule on are read") { check("first-ru"); }
TEST_CASE("Kazakh sentences nobody tuned a rule on are read") { check("first-kk"); }
TEST_CASE("a second batch of English sentences is read without a rule made for it") { check("second-en"); }
TEST_CASE("a second batch of Russian sentences is read without a rule made for it") { check("second-ru"); }
TEST_CASE("a second batch of Kazakh sentences is read without a rule made for it") { check("second-kk"); }
TEST_CASE("a third batch of English sentences was read unseen") { check("third-en"); }
TEST_CASE("a third batch of Russian sentences was read unseen") { check("third-ru"); }
TEST_CASE("a third batch of Kazakh sentences was read unseen") { check("third-kk"); }
TEST_CASE("a fourth batch of English in many styles was read unseen") { check("fourth-en"); }
TEST_CASE("a fourth batch of Russian in many styles was read unseen") { check("fourth-ru"); }
TEST_CASE("a fourth batch of Kazakh in many styles was read unseen") { check("fourth-kk"); }
