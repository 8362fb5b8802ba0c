#include "tracker/rules/assess.h"

#include <algorithm>

#include "tracker/rules/assess_part.h"
#include "tracker/rules/limitation.h"

namespace tracker::rules {
namespace {

using model::Answer;
using model::Certainty;
using model::Outcome;
using model::Situation;
using model::Test;

/// One charge under one act, for one part that it can mean.
class Judge {
 public:
  Judge(const Act& act, const Subject& subject, const ChargeFacts& charge, const Part* part)
      : act_(act), subject_(subject), charge_(charge), part_(part) {
    steps_.reserve(10);
    gates();
    exclusions();
    gravity();
    effect();
  }

  Verdict verdict(const BookReading* reading) {
    const Answer person = reading ? by_person(*reading) : Answer::No;
    if (gate_ == Answer::No) return {Outcome::Outside, {}, against_certainty_};
    if (excluded_ == Answer::Yes) return {Outcome::Excluded, {}, excluded_certainty_};
    if (person == Answer::Yes) return {Outcome::Excluded, {}, lower(person_certainty_, reading->told->certainty)};
    if (gate_ == Answer::Unknown || excluded_ == Answer::Unknown || person == Answer::Unknown)
      return {Outcome::Unknown, {}, Certainty::NotVerified};
    Verdict result = effect_;
    result.certainty = lower(used_, effect_.certainty);
    return result;
  }

  const Verdict& effect_if_met() const { return effect_; }
  bool is_shut() const { return gate_ == Answer::No || excluded_ == Answer::Yes; }
  std::vector<Step> steps() && { return std::move(steps_); }

 private:
  void add(Step step) {
    if (step.answer == Answer::Yes) used_ = lower(used_, step.certainty);
    steps_.push_back(std::move(step));
  }

  /// A step that has to be passed.
  void gate(Step step) {
    if (step.answer == Answer::No) {
      against_certainty_ = gate_ == Answer::No ? std::min(against_certainty_, step.certainty) : step.certainty;
    }
    gate_ = all_of(gate_, step.answer);
    add(std::move(step));
  }

  void gates() {
    const auto& scope = act_.law->scope;
    const std::string_view citation = scope ? std::string_view(scope->citation) : act_.law->citation;
    auto certainty = scope ? scope->certainty : act_.law->certainty;
    if (charge_.code != act_.code)
      return gate({.test = Test::Code,
                   .answer = Answer::No,
                   .certainty = Certainty::High,
                   .citation = citation,
                   .words = &act_.code->law->title});
    // Without a window it is the day of the act that decides, and that is as sure as the act itself.
    if (!act_.has_window) certainty = lower(certainty, act_.law->certainty);
    gate({.test = Test::Window,
          .answer = within(),
          .certainty = lower(certainty, charge_.offence_certainty),
          .citation = citation,
          .subject = act_.has_window ? "window" : "before",
          .days = charge_.offence});
    for (const auto* condition : act_.requires_facts)
      gate({.test = Test::Condition,
            .answer = fact(condition->id),
            .certainty = lower(condition->certainty, charge_.facts_certainty),
            .citation = condition->citation,
            .subject = condition->id,
            .words = &condition->text,
            .missing = &condition->missing});
    if (!act_.list.empty()) listed();
  }

  Answer within() const {
    const auto& offence = charge_.offence;
    if (act_.window.earliest <= offence.earliest && offence.latest <= act_.window.latest) return Answer::Yes;
    return offence.latest < act_.window.earliest || act_.window.latest < offence.earliest ? Answer::No
                                                                                          : Answer::Unknown;
  }

  Answer fact(std::string_view id) const {
    const auto has = [&](const auto& ids) { return std::find(ids.begin(), ids.end(), id) != ids.end(); };
    return has(charge_.holds) ? Answer::Yes : has(charge_.fails) ? Answer::No : Answer::Unknown;
  }

  void listed() {
    const auto* entry = list_entry();
    Step step{.test = Test::Listed,
              .answer = act_.law->list_is_complete ? Answer::No : Answer::Unknown,
              .certainty = act_.law->list_is_complete ? act_.law->certainty : Certainty::NotVerified,
              .citation = act_.law->citation};
    if (entry) {
      using enum model::Membership;
      step.answer = entry->listed == Listed ? Answer::Yes : entry->listed == NotListed ? Answer::No : Answer::Unknown;
      step.certainty = entry->certainty;
      step.citation = entry->citation;
    }
    gate(step);
  }

  /// The entry that says most: of the clause, else of the part, else of the article.
  const model::ListEntry* list_entry() const {
    std::string_view number = charge_.number;
    std::string with_part;
    if (part_ && charge_.found && number == charge_.found->told->number && !part_->told->part.empty()) {
      with_part = charge_.number + '.' + part_->told->part;
      number = with_part;
    }
    while (true) {
      if (const auto found = act_.list.find(number); found != act_.list.end()) return found->second;
      const auto dot = number.rfind('.');
      if (dot == std::string_view::npos) return nullptr;
      number = number.substr(0, dot);
    }
  }

  bool names_article(const model::Exclusion& exclusion) const {
    const std::string_view article = charge_.found ? std::string_view(charge_.found->told->number) : charge_.number;
    for (const std::string_view named : exclusion.articles) {
      if (named == article) return true;
      if (part_ && !part_->told->part.empty() && named.size() == article.size() + 1 + part_->told->part.size() &&
          named.starts_with(article) && named[article.size()] == '.' && named.ends_with(part_->told->part))
        return true;
    }
    return false;
  }

  Answer applies(const BookExclusion& exclusion) const {
    Answer answer = Answer::No;
    if (exclusion.classes != 0 && part_) answer = has_class(charge_, *part_, exclusion.classes);
    if (names_article(*exclusion.told)) answer = Answer::Yes;
    if (answer == Answer::No || !exclusion.told->unless_minor) return answer;
    if (charge_.age == model::Age::Minor) return Answer::No;
    return charge_.age ? answer : Answer::Unknown;
  }

  void exclude(Step step) {
    if (step.answer == Answer::Yes)
      excluded_certainty_ = excluded_ == Answer::Yes ? std::min(excluded_certainty_, step.certainty) : step.certainty;
    excluded_ = any_of(excluded_, step.answer);
    steps_.push_back(std::move(step));
  }

  void exclusions() {
    if (charge_.code != act_.code) return;
    bool any = false;
    auto least = Certainty::High;
    for (const auto& exclusion : act_.exclusions) {
      if (!exclusion.recidivism.empty()) continue;
      least = lower(least, exclusion.told->certainty);
      const auto answer = applies(exclusion);
      if (answer == Answer::No) continue;
      any = true;
      auto certainty = exclusion.told->certainty;
      if (part_) certainty = lower(certainty, part_->told->certainty);
      exclude({.test = Test::Exclusion,
               .answer = answer,
               .certainty = certainty,
               .citation = exclusion.told->citation,
               .subject = exclusion.told->id,
               .words = &exclusion.told->text});
    }
    // None applies: said once, on the weakest of their grounds, because any of them could have been worded otherwise.
    if (!any && !act_.exclusions.empty()) {
      add({.test = Test::Exclusion,
           .answer = Answer::No,
           .certainty = least,
           .citation = act_.exclusions.front().told->citation});
      used_ = lower(used_, least);
    }
    for (const auto& exclusion : act_.exclusions)
      if (!exclusion.recidivism.empty() && part_) repeat(exclusion);
  }

  void repeat(const BookExclusion& exclusion) {
    Answer answer = Answer::No;
    const model::Recidivism* by = exclusion.recidivism.front();
    for (const auto* rule : exclusion.recidivism) {
      const auto one = is_repeat(*rule, subject_, charge_, *part_);
      if (one == Answer::Yes || (one == Answer::Unknown && answer == Answer::No)) by = rule;
      answer = any_of(answer, one);
    }
    // That nobody is a repeat offender rests on the record's silence: no more than fairly certain.
    auto certainty = lower(exclusion.told->certainty, by->certainty);
    if (answer == Answer::No) certainty = lower(certainty, Certainty::Medium);
    exclude({.test = Test::Recidivism,
             .answer = answer,
             .certainty = certainty,
             .citation = by->citation,
             .subject = exclusion.told->id,
             .words = &by->title});
    if (answer == Answer::No) used_ = lower(used_, certainty);
  }

  /// Does the reading extend an exclusion to everything that the person did?
  Answer by_person(const BookReading& reading) {
    Answer answer = Answer::No;
    for (const auto& other : subject_.charges) {
      if (&other == &charge_ || other.code != charge_.code) continue;
      for (const auto* exclusion : reading.widens) {
        const auto one = counts_for_person(other, *exclusion);
        if (one == Answer::No) continue;
        answer = any_of(answer, one);
        note_person(other, *exclusion, reading, one);
      }
    }
    return answer;
  }

  Answer counts_for_person(const ChargeFacts& other, const BookExclusion& exclusion) const {
    const auto has = has_class(other, exclusion.classes);
    if (has == Answer::No) return Answer::No;
    const bool same_case = other.case_id == charge_.case_id;
    if (other.convicted) {
      if (same_case || other.convicted->latest <= act_.in_force.latest) return has;
      return other.convicted->earliest > act_.in_force.latest ? Answer::No : Answer::Unknown;
    }
    // Nobody has committed what no court found; a charge that still stands leaves it open.
    return other.live ? Answer::Unknown : Answer::No;
  }

  void note_person(const ChargeFacts& other, const BookExclusion& exclusion, const BookReading& reading,
                   Answer answer) {
    const bool is_new = std::none_of(steps_.begin(), steps_.end(), [&](const Step& step) {
      return step.test == Test::Person && step.subject == other.number;
    });
    person_certainty_ = exclusion.told->certainty;
    if (!is_new) return;
    steps_.push_back({.test = Test::Person,
                      .answer = answer,
                      .certainty = lower(reading.told->certainty, exclusion.told->certainty),
                      .citation = reading.told->citation,
                      .subject = other.number,
                      .words = &exclusion.told->text});
  }

  /// Charged beside preparation and attempt. Which of the two it is, or neither, is not told; but where the code punishes
  /// neither for so light a crime, that is said.
  Answer form() const {
    const auto found = charge_.code->articles.find(charge_.beside_inchoate.substr(0, charge_.beside_inchoate.find('.')));
    if (found == charge_.code->articles.end() || !part_ || part_->grade == kNoGrade) return Answer::Unknown;
    for (const auto& part : found->second.parts) {
      const auto& from = part.told->liable_from;
      const bool grave_enough = from.empty() || part_->grade >= charge_.code->grade(from);
      if (grave_enough || (part_->classes & charge_.code->classes_of(part.told->liable_classes))) return Answer::Unknown;
    }
    return Answer::No;
  }

  void gravity() {
    if (charge_.code != act_.code) return;
    if (!charge_.beside_inchoate.empty())
      steps_.push_back({.test = Test::Form,
                        .answer = form(),
                        .certainty = Certainty::Medium,
                        .citation = charge_.code->law->citation,
                        .subject = charge_.beside_inchoate});
    const auto& grades = charge_.code->law->grades;
    if (!part_ || part_->grade == kNoGrade)
      return add({.test = Test::Gravity,
                  .answer = Answer::Unknown,
                  .certainty = Certainty::NotVerified,
                  .citation = part_ ? std::string_view(part_->told->citation) : charge_.code->law->citation});
    const auto& grade = grades[static_cast<std::size_t>(part_->grade)];
    auto certainty = lower(part_->told->certainty, grade.certainty);
    // The text that was read is of a later edition, and nobody has compared it with the one of the day.
    const auto& edition = charge_.code->law->edition;
    if (edition && !part_->told->valid_from && charge_.offence.latest < edition->earliest())
      certainty = lower(certainty, Certainty::Medium);
    add({.test = Test::Gravity,
         .answer = Answer::Yes,
         .certainty = certainty,
         .citation = part_->told->citation,
         .subject = grade.id,
         .words = &grade.title,
         .number = part_->told->max_months.value_or(0)});
  }

  void effect() {
    if (charge_.code != act_.code) return;
    const auto at = situations(act_, charge_);
    if (at.empty()) {
      effect_ = {Outcome::Outside, {}, Certainty::Medium};
      gate({.test = Test::Situation,
            .answer = Answer::No,
            .certainty = Certainty::Medium,
            .citation = act_.law->citation,
            .subject = "gone"});
      return;
    }
    const bool told = at.size() == 1;
    add({.test = Test::Situation,
         .answer = told ? Answer::Yes : Answer::Unknown,
         .certainty = Certainty::Medium,
         .citation = act_.law->citation,
         .situation = at.front()});
    std::optional<Verdict> all;
    const BookEffect* row = nullptr;
    bool nothing_left = false;
    for (const auto situation : at) {
      const auto one = in_situation(situation, row, nothing_left);
      all = !all || *all == one ? Verdict{one.outcome, one.fraction,
                                          lower(one.certainty, all ? all->certainty : Certainty::High)}
                                : Verdict{};
    }
    effect_ = *all;
    if (told && nothing_left)
      return gate({.test = Test::Effect,
                   .answer = Answer::No,
                   .certainty = Certainty::Medium,
                   .citation = act_.law->citation,
                   .subject = "nothing_left"});
    if (at.front() == Situation::Convicted && told) remainder();
    steps_.push_back({.test = Test::Effect,
                      .answer = effect_.outcome == Outcome::Unknown ? Answer::Unknown : Answer::Yes,
                      .certainty = effect_.certainty,
                      .citation = row ? std::string_view(row->told->citation) : act_.law->citation,
                      .subject = row ? std::string_view(row->told->id) : std::string_view(),
                      .words = row && !row->told->text.empty() ? &row->told->text : nullptr,
                      .missing = missing_fact_,
                      .outcome = effect_.outcome});
  }

  /// What the act does to a charge that stood there. Sets the row it rests on.
  Verdict in_situation(Situation situation, const BookEffect*& row, bool& nothing_left) {
    if (!part_ || part_->grade == kNoGrade) return {};
    bool has_row_for_grade = false;
    for (const auto& effect : act_.effects) {
      if (!(effect.grades >> part_->grade & 1u)) continue;
      has_row_for_grade = true;
      if (!(effect.situations >> static_cast<unsigned>(situation) & 1u)) continue;
      Answer met = Answer::Yes;
      for (const auto& id : effect.told->requires_facts) met = all_of(met, fact(id));
      if (met == Answer::No) continue;
      row = &effect;
      if (met == Answer::Unknown) {
        note_missing(effect);
        gate_ = all_of(gate_, Answer::Unknown);
      }
      return {effect.told->outcome, effect.fraction, effect.told->certainty};
    }
    nothing_left = nothing_left || situation == Situation::Served || !has_row_for_grade;
    return {nothing_left ? Outcome::Outside : Outcome::Unknown, {}, Certainty::Medium};
  }

  void note_missing(const BookEffect& effect) {
    for (const auto& condition : act_.law->conditions)
      if (std::find(effect.told->requires_facts.begin(), effect.told->requires_facts.end(), condition.id) !=
          effect.told->requires_facts.end())
        missing_fact_ = &condition.missing;
  }

  /// Who has little left goes free, however grave the crime.
  void remainder() {
    const auto& rule = act_.law->remainder;
    if (!rule) return;
    Step step{.test = Test::Remainder,
              .answer = Answer::Unknown,
              .certainty = rule->certainty,
              .citation = rule->citation,
              .days = charge_.term_end,
              .number = rule->months};
    if (charge_.term_end) {
      const auto first = base::add_months(act_.in_force.earliest, rule->months);
      const auto last = base::add_months(act_.in_force.latest, rule->months);
      if (charge_.term_end->latest <= first) step.answer = Answer::Yes;
      if (charge_.term_end->earliest > last) step.answer = Answer::No;
      step.certainty = lower(step.certainty, Certainty::Medium);
    }
    if (step.answer == Answer::Yes && effect_.outcome >= Outcome::Reduced)
      effect_ = {Outcome::Freed, {}, lower(step.certainty, effect_.certainty)};
    steps_.push_back(step);
  }

  const Act& act_;
  const Subject& subject_;
  const ChargeFacts& charge_;
  const Part* part_;
  Answer gate_ = Answer::Yes;
  Answer excluded_ = Answer::No;
  Certainty against_certainty_ = Certainty::NotVerified;
  Certainty excluded_certainty_ = Certainty::NotVerified;
  Certainty person_certainty_ = Certainty::NotVerified;
  Certainty used_ = Certainty::High;
  Verdict effect_;
  const model::Localised* missing_fact_ = nullptr;
  std::vector<Step> steps_;
};

/// The steps of several parts as one list: what differs is not known.
std::vector<Step> merged(std::vector<Step> all, const std::vector<Step>& more) {
  const auto same = [](const Step& a, const Step& b) {
    return a.test == b.test && (a.subject == b.subject || a.test == Test::Gravity || a.test == Test::Effect);
  };
  for (auto& step : all) {
    const auto other =
        std::find_if(more.begin(), more.end(), [&](const Step& candidate) { return same(step, candidate); });
    const bool differs = other == more.end() || other->answer != step.answer || other->subject != step.subject ||
                         other->outcome != step.outcome;
    if (!differs) {
      step.certainty = lower(step.certainty, other->certainty);
      continue;
    }
    step.answer = Answer::Unknown;
    step.certainty = Certainty::NotVerified;
    step.outcome.reset();
    if (step.test == Test::Gravity || step.test == Test::Effect) {
      step.subject = {};
      step.words = nullptr;
      step.number = 0;
    }
  }
  for (const auto& step : more) {
    if (std::any_of(all.begin(), all.end(), [&](const Step& known) { return same(known, step); })) continue;
    // The plain "no exclusion applies" of one part is no step where another part is excluded.
    if (step.test == Test::Exclusion && step.subject.empty()) continue;
    auto open = step;
    open.answer = Answer::Unknown;
    open.certainty = Certainty::NotVerified;
    const auto place = std::find_if(all.begin(), all.end(), [&](const Step& known) { return known.test > step.test; });
    all.insert(place, std::move(open));
  }
  return all;
}

Verdict joined(const Verdict& a, const Verdict& b) {
  if (a == b) return {a.outcome, a.fraction, lower(a.certainty, b.certainty)};
  return {};
}

struct Several {
  std::optional<Verdict> verdict;
  void add(const Verdict& one) { verdict = verdict ? joined(*verdict, one) : one; }
};

void judge_parts(const Act& act, const Subject& subject, const ChargeFacts& charge, Assessment& result) {
  std::vector<const Part*> parts = charge.parts;
  if (parts.empty() || charge.code != act.code) parts = {nullptr};
  std::vector<Several> readings(act.readings.size());
  Several whole, if_met;
  for (const auto* part : parts) {
    Judge judge(act, subject, charge, part);
    for (std::size_t i = 0; i < act.readings.size(); ++i) readings[i].add(judge.verdict(&act.readings[i]));
    if (act.readings.empty()) whole.add(judge.verdict(nullptr));
    const Verdict met = judge.is_shut() ? judge.verdict(nullptr) : judge.effect_if_met();
    if_met.add(met);
    if (parts.size() > 1) result.possible.push_back({part, met});
    auto steps = std::move(judge).steps();
    result.steps = result.steps.empty() ? std::move(steps) : merged(std::move(result.steps), steps);
  }
  for (std::size_t i = 0; i < readings.size(); ++i)
    result.readings.push_back({act.readings[i].told, *readings[i].verdict});
  result.verdict = readings.empty() ? *whole.verdict : result.readings.front().verdict;
  if (result.verdict.outcome == Outcome::Unknown) result.if_met = *if_met.verdict;
}

/// Preparation and attempt are judged by the crimes they were aimed at: those charged beside them.
void judge_targets(const Act& act, const Subject& subject, const ChargeFacts& charge, Assessment& result) {
  Judge own(act, subject, charge, nullptr);
  const Verdict gate = own.verdict(nullptr);
  result.steps = std::move(own).steps();
  std::erase_if(result.steps, [](const Step& step) {
    return step.test != Test::Code && step.test != Test::Window && step.test != Test::Condition;
  });
  Several whole;
  std::vector<Several> readings(act.readings.size());
  for (const auto& target : subject.charges) {
    if (target.case_id != charge.case_id || target.beside_inchoate != charge.number) continue;
    const auto one = assess(act, subject, target);
    whole.add(one.verdict);
    for (std::size_t i = 0; i < readings.size(); ++i) readings[i].add(one.readings[i].verdict);
    result.steps.push_back({.test = Test::Form,
                            .answer = Answer::Yes,
                            .certainty = charge.parts.empty() ? Certainty::Medium : charge.parts.front()->told->certainty,
                            .citation = charge.parts.empty() ? std::string_view(charge.code->law->citation)
                                                             : charge.parts.front()->told->citation,
                            .subject = target.number,
                            .outcome = one.verdict.outcome});
  }
  const bool is_outside = gate.outcome == Outcome::Outside;
  result.verdict = is_outside ? gate : whole.verdict.value_or(Verdict{});
  for (std::size_t i = 0; i < readings.size(); ++i)
    result.readings.push_back(
        {act.readings[i].told, is_outside ? gate : readings[i].verdict.value_or(Verdict{})});
}

/// The verdict came after the time for prosecution had run out.
std::optional<Step> lapsed(const LawBook& book, const ChargeFacts& charge) {
  if (!charge.convicted) return std::nullopt;
  const auto limit = limitation_of(book, charge);
  if (!limit || limit->when.latest >= charge.convicted->earliest) return std::nullopt;
  Step step{.test = Test::Limitation, .answer = Answer::Yes, .certainty = limit->certainty, .days = limit->when};
  for (const auto& line : limit->lines)
    if (line.work == Work::Years) {
      step.citation = line.citation;
      step.number = line.count->first;
    }
  return step;
}

void insert_in_order(std::vector<Step>& steps, const Step& step) {
  const auto place =
      std::find_if(steps.begin(), steps.end(), [&](const Step& other) { return other.test > step.test; });
  steps.insert(place, step);
}

bool is_better_than_nothing(const Verdict& verdict) {
  return verdict.outcome <= Outcome::Reduced;
}

}  // namespace

Answer all_of(Answer a, Answer b) {
  if (a == Answer::No || b == Answer::No) return Answer::No;
  return a == Answer::Yes && b == Answer::Yes ? Answer::Yes : Answer::Unknown;
}

Answer any_of(Answer a, Answer b) {
  if (a == Answer::Yes || b == Answer::Yes) return Answer::Yes;
  return a == Answer::No && b == Answer::No ? Answer::No : Answer::Unknown;
}

Answer has_class(const ChargeFacts& charge, const Part& part, ClassSet wanted) {
  if (part.classes & wanted) return Answer::Yes;
  for (const auto& [clause, classes] : part.clauses) {
    if (!(classes & wanted)) continue;
    if (charge.clause.empty()) return Answer::Unknown;
    if (charge.clause == clause) return Answer::Yes;
  }
  return Answer::No;
}

Answer has_class(const ChargeFacts& charge, ClassSet wanted) {
  std::optional<Answer> answer;
  for (const auto* part : charge.parts) {
    const auto one = has_class(charge, *part, wanted);
    answer = !answer || *answer == one ? one : Answer::Unknown;
  }
  return answer.value_or(Answer::No);
}

std::vector<Situation> situations(const Act& act, const ChargeFacts& charge) {
  const auto& day = act.in_force;
  if (charge.gone && !charge.reclassified && charge.gone->latest < day.earliest) return {};
  if (!charge.convicted || charge.convicted->earliest > day.latest) return {Situation::Pending};
  // A sentence that this very act ended was not over when the act came.
  const auto over = charge.over_by == act.law->id ? std::nullopt : charge.over;
  const auto is_over = [&](const std::optional<DayRange>& end) { return end && end->latest < day.earliest; };
  if (is_over(over) || is_over(charge.term_end)) return {Situation::Served};
  std::vector<Situation> at = {Situation::Convicted};
  if (charge.convicted->latest > day.earliest) at.insert(at.begin(), Situation::Pending);
  const auto may_be_over = [&](const std::optional<DayRange>& end) { return end && end->earliest < day.latest; };
  if (may_be_over(over) || (!over && may_be_over(charge.term_end))) at.push_back(Situation::Served);
  return at;
}

bool Assessment::readings_differ() const {
  return std::any_of(readings.begin(), readings.end(),
                     [&](const ReadingVerdict& one) { return !(one.verdict == readings.front().verdict); });
}

Assessment assess(const Act& act, const Subject& subject, const ChargeFacts& charge) {
  Assessment result{.act = &act, .charge = &charge};
  if (charge.found && charge.found->is_inchoate() && charge.code == act.code)
    judge_targets(act, subject, charge, result);
  else
    judge_parts(act, subject, charge, result);
  return result;
}

std::vector<Assessment> assess(const LawBook& book, const Subject& subject) {
  std::vector<Assessment> all;
  all.reserve(book.acts().size() * subject.charges.size());
  for (const auto& act : book.acts())
    for (const auto& charge : subject.charges) all.push_back(assess(act, subject, charge));
  for (std::size_t i = 0; i < subject.charges.size(); ++i)
    if (const auto step = lapsed(book, subject.charges[i]))
      for (std::size_t k = i; k < all.size(); k += subject.charges.size()) insert_in_order(all[k].steps, *step);
  return all;
}

PersonLaw law_of(const model::Record& record, const model::Person& person, const LawBook& book, base::Day as_of) {
  return law_of(record, model::CaseIndex(record), person, book, as_of);
}

PersonLaw law_of(const model::Record& record, const model::CaseIndex& cases, const model::Person& person,
                 const LawBook& book, base::Day as_of) {
  PersonLaw law;
  law.subject = subject_of(record, cases, person, book, as_of);
  law.assessments = assess(book, law.subject);
  return law;
}

std::vector<const Assessment*> decided_on(const PersonLaw& law, std::string_view act) {
  std::vector<const Assessment*> inside, all;
  for (const auto& one : law.assessments) {
    if (one.act->law->id != act) continue;
    all.push_back(&one);
    // What the act plainly never reached was not before the court: an earlier conviction is a ground, no subject.
    if (one.verdict.outcome != Outcome::Outside) inside.push_back(&one);
  }
  return inside.empty() ? all : inside;
}

std::vector<std::string_view> grounds(const Assessment& assessment) {
  std::vector<std::string_view> found;
  for (const auto& step : assessment.steps) {
    const bool is_exclusion = step.test == Test::Exclusion || step.test == Test::Recidivism;
    const bool is_gate = step.test == Test::Code || step.test == Test::Window || step.test == Test::Condition ||
                         step.test == Test::Listed || step.test == Test::Situation || step.test == Test::Effect;
    if (is_exclusion && step.answer == Answer::Yes) found.push_back(step.subject);
    if (is_gate && step.answer == Answer::No) found.push_back(step.subject.empty() ? model::code_of(step.test) : step.subject);
  }
  return found;
}

int months_after(int months, const Fraction& reduced_by) {
  const int kept = months * (reduced_by.denominator - reduced_by.numerator);
  return (kept + reduced_by.denominator - 1) / reduced_by.denominator;
}

model::Agreement agreement(const model::AmnestyState& decided, const std::vector<const Assessment*>& of_charges) {
  using enum model::Agreement;
  if (decided.decision != model::Decision::Granted && decided.decision != model::Decision::Refused) return NoDecision;
  const bool granted = decided.decision == model::Decision::Granted;
  std::vector<const Verdict*> first, others;
  for (const auto* one : of_charges) {
    first.push_back(&one->verdict);
    for (std::size_t i = 1; i < one->readings.size(); ++i) others.push_back(&one->readings[i].verdict);
  }
  if (first.empty()) return CannotSay;
  const auto fits = [&](const Verdict* verdict) { return is_better_than_nothing(*verdict) == granted; };
  const auto is_unknown = [](const Verdict* verdict) { return verdict->outcome == Outcome::Unknown; };
  if (std::any_of(first.begin(), first.end(), is_unknown)) return CannotSay;
  // A decision that frees is right where the act reaches any of the charges, a refusal where it reaches none.
  const auto says = [&](const std::vector<const Verdict*>& verdicts) {
    return granted ? std::any_of(verdicts.begin(), verdicts.end(), fits)
                   : std::all_of(verdicts.begin(), verdicts.end(), fits);
  };
  const bool by_first = says(first);
  const bool by_others = others.empty() ? by_first : says(others);
  if (by_first && by_others) return Agrees;
  return by_first || by_others ? AgreesInOneReading : Disagrees;
}

}  // namespace tracker::rules
