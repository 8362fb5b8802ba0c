#include "tracker/propose/court.h"

#include <algorithm>

#include "tracker/base/text.h"

namespace tracker::propose {
namespace {

/// What courts write of a hearing that did not take place, by the beginning of the word.
constexpr std::string_view kAdjourned[] = {"отлож", "Отлож", "перенес", "Перенес", "кейінге", "Кейінге", "шегер", "Шегер",
                                           "adjourn", "Adjourn", "postpon", "Postpon"};

std::string state_of(const parse::CourtRow& row, base::Day seen) {
  for (const auto word : kAdjourned)
    if (row.hearing.find(word) != std::string::npos || row.outcome.find(word) != std::string::npos) return "hearing adjourned";
  if (row.date && row.date->latest() < seen) return "hearing held";
  return "hearing scheduled";
}

/// The names of a cell that holds several.
std::vector<std::string> parties_of(const std::string& cell) {
  std::vector<std::string> names;
  std::string name;
  for (const char c : cell + ",") {
    if (c != ',' && c != ';' && c != '\n') {
      name += c;
      continue;
    }
    if (!base::trim(name).empty()) names.emplace_back(base::trim(name));
    name.clear();
  }
  return names;
}

}  // namespace

std::vector<Told> told_of_rows(const std::vector<parse::CourtRow>& rows, const match::Names& names, const Told& page,
                               base::Day seen) {
  std::vector<Told> all;
  for (const auto& row : rows) {
    const auto parties = parties_of(row.parties);
    for (const auto& party : parties) {
      if (names.find(party, page.language).empty()) continue;
      Told told = page;
      told.paragraph = base::join(row.cells, " | ");
      told.said.person = party;
      told.said.event = model::EventType::Hearing;
      told.said.date = row.date;
      told.said.articles = row.articles;
      told.said.court = row.court;
      told.said.role = state_of(row, seen);
      told.said.quote = row.parties;  // exact words: the cells around it stand apart in the source
      told.said.confidence = 1;
      told.said.rule = "court-table";
      if (const auto at = told.paragraph.find(row.parties); at != std::string::npos)
        told.quote = {at, at + row.parties.size()};
      all.push_back(std::move(told));
    }
  }
  return all;
}

}  // namespace tracker::propose
