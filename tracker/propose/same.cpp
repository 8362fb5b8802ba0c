#include "tracker/propose/same.h"

#include <algorithm>
#include <cstdlib>

#include "tracker/model/article.h"
#include "tracker/propose/words.h"

namespace tracker::propose {
namespace {

using model::EventType;

/// Outlets put a verdict on the day of the hearing, of the news, or of their own page.
constexpr int kDaysApart = 3;

bool articles_meet(const std::string& a, const std::string& b) {
  const auto left = model::parse_article_ref(a), right = model::parse_article_ref(b);
  if (!left || !right) return a == b;
  if (left->article != right->article) return false;
  return left->part.empty() || right->part.empty() || left->part == right->part;
}

std::optional<int> days_between(const model::Event& a, const model::Event& b) {
  if (!a.date || !b.date || !a.date->is_exact() || !b.date->is_exact()) return std::nullopt;
  return std::abs(static_cast<int>((a.date->earliest() - b.date->earliest()).count()));
}

bool is_narrower(const base::PartialDate& a, const base::PartialDate& b) {
  return a.latest() - a.earliest() < b.latest() - b.earliest();
}

}  // namespace

bool dates_fit(const std::optional<base::PartialDate>& a, const std::optional<base::PartialDate>& b) {
  return !a || !b || (!base::surely_before(*a, *b) && !base::surely_before(*b, *a));
}

bool is_closer(const base::PartialDate& a, const base::PartialDate& b) {
  return a.earliest() >= b.earliest() && a.latest() <= b.latest() && is_narrower(a, b);
}

bool charges_fit(const std::vector<model::Ref>& a, const std::vector<model::Ref>& b) {
  if (a.empty() || b.empty()) return true;
  return std::any_of(a.begin(), a.end(), [&](const auto& left) {
    return std::any_of(b.begin(), b.end(), [&](const auto& right) { return articles_meet(left.id, right.id); });
  });
}

bool terms_fit(const model::Event& a, const model::Event& b) {
  if (a.days && b.days && *a.days != *b.days) return false;
  if (!a.sentence || !b.sentence) return true;
  const auto fits = [](const auto& left, const auto& right) { return !left || !right || *left == *right; };
  return fits(a.sentence->kind, b.sentence->kind) && fits(a.sentence->months, b.sentence->months) &&
         fits(a.sentence->days, b.sentence->days);
}

bool is_same(const model::Event& a, const model::Event& b, Undated undated) {
  if (a.type != b.type) return false;
  if (undated == Undated::FitsNone && a.date.has_value() != b.date.has_value()) return false;
  return dates_fit(a.date, b.date) && charges_fit(a.charges, b.charges) && terms_fit(a, b);
}

std::vector<std::string> differences(const model::Event& told, const model::Event& known, const std::string& other) {
  std::vector<std::string> found;
  if (told.type != known.type || !charges_fit(told.charges, known.charges)) return found;
  const auto apart = days_between(told, known);
  const bool same_day = told.date && known.date && dates_fit(told.date, known.date);
  const bool near_day = apart && *apart > 0 && *apart <= kDaysApart;
  const bool same_term = terms_fit(told, known);
  if (near_day && same_term) found.push_back(told.date->edtf() + ", " + other + " " + known.date->edtf());
  if (same_day && !same_term) {
    const auto says = term_words(told), said = term_words(known);
    found.push_back((says.empty() ? "no term" : says) + ", " + other + " " + (said.empty() ? "no term" : said));
  }
  return found;
}

void refine(model::Event& event, const model::Event& more) {
  if (more.date && (!event.date || is_narrower(*more.date, *event.date))) event.date = more.date;
  for (const auto& charge : more.charges) {
    const auto known = std::find_if(event.charges.begin(), event.charges.end(),
                                    [&](const auto& other) { return articles_meet(other.id, charge.id); });
    if (known == event.charges.end()) {
      event.charges.push_back(charge);
    } else if (known->id.size() < charge.id.size()) {
      known->id = charge.id;
    }
  }
  if (!event.days) event.days = more.days;
  if (!event.sentence) event.sentence = more.sentence;
  if (event.sentence && more.sentence) {
    auto& sentence = *event.sentence;
    const auto& other = *more.sentence;
    if (!sentence.kind) sentence.kind = other.kind;
    if (!sentence.months) sentence.months = other.months;
    if (!sentence.ban_months) sentence.ban_months = other.ban_months;
    if (!sentence.labour_hours) sentence.labour_hours = other.labour_hours;
    if (!sentence.fine) sentence.fine = other.fine;
  }
  if (!event.fine) event.fine = more.fine;
  if (event.place.empty()) event.place = more.place;
  if (event.court.empty()) event.court = more.court;
  if (event.act.empty()) event.act = more.act;
}

}  // namespace tracker::propose
