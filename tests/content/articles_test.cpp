// The criminal code as the record has it against the table of facts beside the project, part by part. Skipped, and said
// so, where that folder is missing.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>

#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"
#include "tracker/load/content.h"
#include "tracker/rules/law_book.h"

using namespace tracker;

namespace {

namespace fs = std::filesystem;

/// Fields of one line of CSV (RFC 4180; no field of this file has a line break).
std::vector<std::string> fields(const std::string& line) {
  std::vector<std::string> all(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') {
      if (quoted && i + 1 < line.size() && line[i + 1] == '"') all.back() += line[++i];
      else quoted = !quoted;
    } else if (line[i] == ',' && !quoted) {
      all.emplace_back();
    } else if (line[i] != '\r') {
      all.back() += line[i];
    }
  }
  return all;
}

std::string penalty(const model::ArticlePart& part) {
  if (part.life_term) return "life";
  if (part.infraction) return "0";
  return part.max_months ? std::to_string(*part.max_months / 12) : "";
}

bool is_now(const model::ArticlePart& part) { return !part.valid_to; }

}  // namespace

TEST_CASE("every part of the table of facts stands in the code with its penalty, gravity, classes and certainty") {
  const fs::path table = fs::path(TIZIM_SOURCE_DIR) / ".." / "shared" / "facts" / "articles-kz.csv";
  if (!fs::exists(table)) {
    std::cerr << "skipped: there is no " << table << '\n';
    return;
  }
  const auto loaded = load::load_content(fs::path(TIZIM_SOURCE_DIR) / "content", "content");
  const auto* code = model::find_law(loaded.record, "kz-cc-2014");
  const auto* administrative = model::find_law(loaded.record, "kz-aoc-2014");
  REQUIRE(code);
  REQUIRE(administrative);
  const rules::LawBook book(loaded.record);
  const std::map<std::string, std::string> grades = {{"criminal_infraction", "infraction"},
                                                     {"minor", "minor"},
                                                     {"medium", "medium"},
                                                     {"serious", "serious"},
                                                     {"especially_serious", "especially-serious"}};
  std::ifstream file(table);
  std::string line;
  std::getline(file, line);
  int rows = 0;
  while (std::getline(file, line)) {
    const auto row = fields(line);
    REQUIRE(row.size() == 10);
    ++rows;
    const bool is_administrative = row[0].starts_with("KoAP-");
    const std::string number = is_administrative ? row[0].substr(5) : row[0];
    const auto& law = is_administrative ? *administrative : *code;
    INFO(line);
    const auto article = std::find_if(law.articles.begin(), law.articles.end(),
                                      [&](const auto& candidate) { return candidate.number == number; });
    REQUIRE(article != law.articles.end());
    CHECK(article->title.by_language.at("ru") == row[3]);
    if (row[5] == "takes_gravity_of_target_article") {
      CHECK(book.code(law.id)->articles.at(article->number).is_inchoate());
      continue;
    }
    const auto part = std::find_if(article->parts.begin(), article->parts.end(),
                                   [&](const auto& candidate) { return candidate.part == row[1] && is_now(candidate); });
    REQUIRE(part != article->parts.end());
    CHECK(penalty(*part) == row[4]);
    const auto has = [&](const char* name) {
      return std::find(part->classes.begin(), part->classes.end(), name) != part->classes.end() ? "yes" : "no";
    };
    CHECK(has("extremist") == row[6]);
    CHECK(has("terrorist") == row[7]);
    if (const auto grade = grades.find(row[5]); grade != grades.end()) {
      const int found = rules::grade_of(law, *part);
      REQUIRE(found != rules::kNoGrade);
      CHECK(law.grades[static_cast<std::size_t>(found)].id == grade->second);
    }
    if (row[8].starts_with("recalled")) CHECK(part->certainty == model::Certainty::NotVerified);
    if (row[9] != "high") CHECK((part->certainty != model::Certainty::High || row[9].starts_with("high")));
  }
  CHECK(rows >= 160);
}
