#include "tracker/parse/court_fields.h"

#include <re2/re2.h>

#include <algorithm>
#include <cstdio>

#include "tracker/base/text.h"
#include "tracker/parse/case_number.h"
#include "tracker/parse/court_time.h"

namespace tracker::parse {
namespace {

using model::CourtField;

std::string said(const FieldWords& words, CourtField field) {
  const auto found = words.find(field);
  return found == words.end() ? std::string() : std::string(base::trim(found->second));
}

std::string clock(std::chrono::minutes time) {
  char text[8];
  std::snprintf(text, sizeof text, "%02d:%02d", static_cast<int>(time.count() / 60) % 24, static_cast<int>(time.count() % 60));
  return text;
}

void read_number(const std::string& cell, CourtRow& row) {
  row.written_number = cell;
  const auto found = find_case_numbers(cell);
  if (found.size() == 1) {
    row.case_number = found[0].number;
    row.written_number = std::string(base::trim(std::string_view(cell).substr(found[0].begin, found[0].end - found[0].begin)));
  } else if (!cell.empty()) {
    row.faults.push_back(found.empty() ? "\"" + base::shorten(cell, 60) + "\" holds no case number"
                                       : "\"" + base::shorten(cell, 60) + "\" holds " + std::to_string(found.size()) + " case numbers");
  }
}

void read_moment(const FieldWords& words, const Zone* zone, CourtRow& row) {
  const std::string date = said(words, CourtField::Date), time = said(words, CourtField::Time);
  const auto day = court_day(date);
  const auto minutes = court_time(time.empty() ? date : time);
  if (day) row.date = base::PartialDate::on(*day);
  else if (!date.empty()) row.faults.push_back("\"" + base::shorten(date, 60) + "\" holds no day in figures");
  if (minutes) row.time = clock(*minutes);
  else if (!time.empty()) row.faults.push_back("\"" + base::shorten(time, 60) + "\" holds no time");
  if (!day || !minutes || !zone) return;
  row.moment = zone->instant_of(*day, *minutes);
  row.zone = zone->name();
  if (!row.moment) row.faults.push_back("clocks of " + zone->name() + " never showed " + base::to_iso(*day) + " " + row.time);
}

}  // namespace

std::vector<std::string> articles_in(const std::string& text) {
  // "272-1" is an article of its own; a part stands behind "ч.", "бөлік" or in brackets, or behind a dot.
  static const re2::RE2 kArticle(
      "(?:^|[^\\d./-])(\\d{1,3}(?:-\\d)?)(?:\\s*(?:ч(?:асть|\\.)?|бөл(?:ігі|\\.)?)\\.?\\s*(\\d{1,2})|\\s*\\((\\d{1,2})\\)|\\.(\\d{1,2}))?(?:$|[^\\d./-])");
  std::vector<std::string> articles;
  re2::StringPiece part[5];
  for (std::size_t at = 0; at <= text.size() && articles.size() < 50;) {
    if (!kArticle.Match(re2::StringPiece(text.data(), text.size()), at, text.size(), re2::RE2::UNANCHORED, part, 5)) break;
    std::string article(part[1].data(), part[1].size());
    for (int i = 2; i <= 4; ++i)
      if (part[i].size() > 0) article += "." + std::string(part[i].data(), part[i].size());
    if (std::find(articles.begin(), articles.end(), article) == articles.end()) articles.push_back(article);
    // The sign behind may be the one before the next.
    const auto end = static_cast<std::size_t>(part[0].data() - text.data()) + part[0].size();
    at = std::max(at + 1, end > 0 && end < text.size() ? end - 1 : end);
    if (end >= text.size()) break;
  }
  return articles;
}

CourtRow court_row(const FieldWords& words, const Zone* zone) {
  CourtRow row;
  read_number(said(words, CourtField::CaseNumber), row);
  read_moment(words, zone, row);
  row.court = said(words, CourtField::Court);
  row.judge = said(words, CourtField::Judge);
  row.parties = said(words, CourtField::Parties);
  row.hearing = said(words, CourtField::Hearing);
  row.outcome = said(words, CourtField::Outcome);
  row.articles = articles_in(said(words, CourtField::Articles));
  return row;
}

}  // namespace tracker::parse
