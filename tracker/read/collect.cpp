#include "tracker/read/collect.h"

#include <algorithm>
#include <chrono>
#include <unordered_map>

namespace tracker::read {
namespace {

using model::EventType;

bool same_time(const Statement& a, const Statement& b) {
  if (!a.date || !b.date) return true;
  return a.date->edtf().starts_with(b.date->edtf()) || b.date->edtf().starts_with(a.date->edtf());
}

constexpr int kNews = 31;  // days before publication in which an event is still the news that is told

/// A guessed date gives way to a told one that is near.
bool can_be_one_day(const Draft& a, const Draft& b) {
  if (same_time(a.statement, b.statement)) return true;
  if (a.guessed == b.guessed) return false;
  const auto& guessed = a.guessed ? *a.statement.date : *b.statement.date;
  const auto& told = a.guessed ? *b.statement.date : *a.statement.date;
  return told.latest() + std::chrono::days(kNews) >= guessed.earliest() && told.earliest() <= guessed.latest();
}

bool same_term(const Statement& a, const Statement& b) {
  if (!a.sentence || !b.sentence) return true;
  const auto agree = [](const auto& x, const auto& y) { return !x || !y || *x == *y; };
  const auto arrest = [](const Statement& s) { return s.sentence->kind == model::SentenceKind::Arrest; };
  return agree(a.sentence->months, b.sentence->months) && agree(a.sentence->days, b.sentence->days) && arrest(a) == arrest(b);
}

/// An administrative arrest is no twin of a conviction.
bool is_of_a_crime(const Statement& statement) {
  return !statement.sentence || statement.sentence->kind != model::SentenceKind::Arrest;
}

bool are_one(const Draft& a, const Draft& b) {
  if (a.person != b.person || a.statement.event != b.statement.event || a.entry != b.entry) return false;
  if (a.again || b.again) return false;
  if (a.statement.background != b.statement.background && (!a.statement.date || !b.statement.date)) return false;
  if (a.statement.event == EventType::Charged && !a.statement.articles.empty() && !b.statement.articles.empty() && a.entry == 0 &&
      a.statement.articles != b.statement.articles)
    return false;
  return can_be_one_day(a, b) && same_term(a.statement, b.statement);
}

void take_over(Statement& into, const Statement& from, bool guessed) {
  if (!guessed && from.date && (!into.date || from.date->edtf().size() > into.date->edtf().size())) into.date = from.date;
  for (const auto& article : from.articles)
    if (std::find(into.articles.begin(), into.articles.end(), article) == into.articles.end()) into.articles.push_back(article);
  if (from.sentence) {
    if (!into.sentence) into.sentence = from.sentence;
    else {
      if (!into.sentence->months) into.sentence->months = from.sentence->months;
      if (!into.sentence->days) into.sentence->days = from.sentence->days;
      if (!into.sentence->kind) into.sentence->kind = from.sentence->kind;
      if (!into.sentence->ban_months) into.sentence->ban_months = from.sentence->ban_months;
    }
  }
  if (into.court.empty()) into.court = from.court;
  if (into.place.empty()) into.place = from.place;
  into.confidence = std::max(into.confidence, from.confidence);
}

/// Which of the drafts are of each person, in order: a list of thousands is not gone through for each of them.
using OfPeople = std::unordered_map<std::size_t, std::vector<std::size_t>>;

OfPeople by_person(const std::vector<Draft>& drafts) {
  OfPeople found;
  for (std::size_t i = 0; i < drafts.size(); ++i) found[drafts[i].person].push_back(i);
  return found;
}

void share_dates(std::vector<Draft>& drafts) {
  const auto of_people = by_person(drafts);
  const auto twin = [](EventType type) { return type == EventType::Convicted ? EventType::Sentenced : EventType::Convicted; };
  for (auto& draft : drafts) {
    auto& statement = draft.statement;
    if (statement.event != EventType::Convicted && statement.event != EventType::Sentenced) continue;
    if (statement.date || statement.background || !is_of_a_crime(statement)) continue;
    for (const auto at : of_people.at(draft.person)) {
      const auto& other = drafts[at];
      if (other.entry == draft.entry && other.statement.event == twin(statement.event) && other.statement.date &&
          !other.statement.background && is_of_a_crime(other.statement)) {
        statement.date = other.statement.date;
        break;
      }
    }
  }
}

/// "A got four years on 11 July. … B, C and D got eight each": those of one trial are sentenced on one day.
void share_among_defendants(std::vector<Draft>& drafts) {
  std::vector<const Draft*> dated;
  for (const auto& draft : drafts)
    if (draft.statement.event == EventType::Sentenced && draft.own_date && !draft.statement.background && is_of_a_crime(draft.statement)) dated.push_back(&draft);
  for (auto& draft : drafts) {
    auto& statement = draft.statement;
    const bool fits = statement.event == EventType::Sentenced && !statement.date && !statement.background && draft.entry == 0 && !draft.later &&
                      is_of_a_crime(statement);
    if (!fits) continue;
    for (const auto* other : dated)
      if (other->statement.date && other->paragraph <= draft.paragraph && draft.paragraph <= other->paragraph + 4) {
        statement.date = other->statement.date;
        break;
      }
  }
}

}  // namespace

std::vector<Statement> collect(std::vector<Draft> drafts) {
  share_dates(drafts);
  share_among_defendants(drafts);
  std::vector<Draft> kept;
  kept.reserve(drafts.size());
  OfPeople of_people;
  for (auto& draft : drafts) {
    auto& mine = of_people[draft.person];
    const auto same = std::find_if(mine.begin(), mine.end(), [&](std::size_t at) { return are_one(kept[at], draft); });
    if (same == mine.end()) {
      mine.push_back(kept.size());
      kept.push_back(std::move(draft));
    } else {
      auto* twin = &kept[*same];
      if (twin->guessed && draft.statement.date && !draft.guessed) {
        twin->statement.date = draft.statement.date;
        twin->guessed = false;
      }
      take_over(twin->statement, draft.statement, draft.guessed);
    }
  }
  std::vector<Statement> statements;
  statements.reserve(kept.size());
  for (auto& draft : kept) statements.push_back(std::move(draft.statement));
  const auto stands_before = [](const Statement& a, const Statement& b) { return a.at.begin < b.at.begin; };
  if (!std::is_sorted(statements.begin(), statements.end(), stands_before)) std::stable_sort(statements.begin(), statements.end(), stands_before);
  return statements;
}

}  // namespace tracker::read
