#include "tracker/rules/subject.h"

#include <algorithm>

#include "tracker/model/article.h"
#include "tracker/rules/expiry.h"
#include "tracker/rules/term_end.h"

namespace tracker::rules {
namespace {

using model::Certainty;
using model::Offence;

bool names(const std::vector<model::Ref>& refs, std::string_view id) {
  return refs.empty() ||
         std::any_of(refs.begin(), refs.end(), [&](const model::Ref& ref) { return ref.id == id; });
}

/// The offence that the case file tells for the charge; one that names it goes before one that names none.
const Offence* offence_of(const model::Case* of_case, std::string_view article, std::string_view person) {
  if (!of_case) return nullptr;
  const Offence* general = nullptr;
  for (const auto& offence : of_case->offences) {
    if (!names(offence.defendants, person) || !names(offence.charges, article)) continue;
    if (!offence.charges.empty()) return &offence;
    if (!general) general = &offence;
  }
  return general;
}

std::optional<model::Age> age_on(const model::Person& person, const DayRange& day) {
  static constexpr int kMajority = 18 * 12;
  if (!person.born) return std::nullopt;
  if (base::add_months(person.born->latest(), kMajority) <= day.earliest) return model::Age::Adult;
  if (base::add_months(person.born->earliest(), kMajority) > day.latest) return model::Age::Minor;
  return std::nullopt;
}

void tell_offence(ChargeFacts& charge, const model::Person& person, const Offence* told) {
  // Nobody is charged with what is not done yet.
  charge.offence = {DayRange::open().earliest, charge.charged.latest};
  if (told) {
    if (told->date) {
      charge.offence = DayRange::of(*told->date);
      charge.offence_is_told = true;
    }
    charge.offence_certainty = told->certainty.value_or(Certainty::High);
    charge.facts_certainty = charge.offence_certainty;
    if (told->date && (told->date->is_approximate() || told->date->is_uncertain()))
      charge.offence_certainty = lower(charge.offence_certainty, Certainty::Medium);
    charge.age = told->age;
    charge.holds.assign(told->holds.begin(), told->holds.end());
    charge.fails.assign(told->fails.begin(), told->fails.end());
  }
  if (!charge.age) charge.age = age_on(person, charge.offence);
}

std::optional<DayRange> days_of(const std::optional<Moment>& moment) {
  return moment ? std::optional(moment->days) : std::nullopt;
}

/// The last main punishment of the case, and where it ends.
void tell_term(ChargeFacts& charge, const WalkedCase& of_case, const LawBook& book, bool earlier_imprisoned) {
  if (of_case.terms.empty()) return;
  const auto live = std::find_if(of_case.terms.rbegin(), of_case.terms.rend(),
                                 [](const WalkedTerm& term) { return !term.over; });
  const WalkedTerm& term = live == of_case.terms.rend() ? of_case.terms.back() : *live;
  charge.sentence = term.sentence;
  charge.over = days_of(term.over);
  charge.over_by = term.over_by;
  const bool is_put_off = term.deferred && !term.deferral_over;
  if (is_put_off || !term.executed || term.added) return;
  const auto rules = book.rules_for(charge.code->law->id);
  const auto end = reckon({of_case, term, rules, earlier_imprisoned}, {1, 1});
  if (!end) return;
  charge.term_end = end->when;
  if (end->open_end) charge.term_end->latest = DayRange::open().latest;
}

/// Whichever comes first: a court or an act lifts the conviction, or time does.
void tell_cleared(ChargeFacts& charge, const WalkedCase& of_case, const LawBook& book) {
  charge.cleared = extinguished(book.rules_for(charge.code->law->id), charge);
  if (!of_case.lifted) return;
  const auto& lifted = of_case.lifted->days;
  if (charge.cleared)
    charge.cleared = DayRange{std::min(charge.cleared->earliest, lifted.earliest),
                              std::min(charge.cleared->latest, lifted.latest)};
  else
    charge.cleared = lifted;
}

}  // namespace

std::vector<const Part*> candidate_parts(const BookArticle& article, std::string_view part,
                                         const DayRange& offence) {
  std::vector<const Part*> found;
  const auto collect = [&](bool any_part) {
    for (const auto& candidate : article.parts) {
      const bool was_valid =
          candidate.valid.earliest <= offence.latest && offence.earliest <= candidate.valid.latest;
      if (was_valid && (any_part || candidate.told->part == part)) found.push_back(&candidate);
    }
  };
  collect(false);
  if (found.empty()) collect(true);
  return found;
}

Subject subject_of(const model::Record& record, const model::CaseIndex& cases, const model::Person& person,
                   const LawBook& book, base::Day as_of) {
  return subject_of(record, person, walk_of(record, cases, person, as_of), book);
}

Subject subject_of(const model::Record& record, const model::Person& person, const Walk& walk, const LawBook& book) {
  Subject subject{.person = person.id};
  for (const auto& of_case : walk.cases) {
    const bool earlier_imprisoned = had_prison_before(walk, of_case);
    const std::size_t first = subject.charges.size();
    std::string inchoate;
    for (const auto& walked : of_case.charges) {
      const auto ref = model::parse_article_ref(walked.article);
      if (!ref) continue;
      ChargeFacts charge{.article = walked.article, .number = ref->number(), .clause = ref->clause};
      charge.case_id = of_case.id;
      charge.code = book.code(ref->law);
      if (!charge.code) continue;
      charge.charged = walked.since.days;
      charge.convicted = days_of(walked.convicted);
      charge.gone = days_of(walked.gone);
      charge.reclassified = walked.reclassified;
      charge.live = walked.live;
      tell_offence(charge, person, offence_of(model::find_case(record, of_case.id), walked.article, person.id));
      if (const auto found = charge.code->articles.find(ref->article); found != charge.code->articles.end()) {
        charge.found = &found->second;
        charge.parts = candidate_parts(found->second, ref->part, charge.offence);
        if (charge.found->is_inchoate()) inchoate = charge.number;
      }
      if (charge.convicted) {
        tell_term(charge, of_case, book, earlier_imprisoned);
        tell_cleared(charge, of_case, book);
      }
      subject.charges.push_back(std::move(charge));
    }
    if (inchoate.empty()) continue;
    for (std::size_t i = first; i < subject.charges.size(); ++i)
      if (subject.charges[i].number != inchoate) subject.charges[i].beside_inchoate = inchoate;
  }
  return subject;
}

}  // namespace tracker::rules
