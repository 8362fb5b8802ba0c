#include "tracker/rules/judge.h"

#include <algorithm>

#include "tracker/rules/assess_part.h"

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

}  // namespace

Judged judge(const Act& act, const Subject& subject, const ChargeFacts& charge, const Part* part) {
  Judge one(act, subject, charge, part);
  Judged judged;
  judged.readings.reserve(act.readings.size());
  for (const auto& reading : act.readings) judged.readings.push_back(one.verdict(&reading));
  judged.plain = one.verdict(nullptr);
  judged.if_met = one.is_shut() ? judged.plain : one.effect_if_met();
  judged.steps = std::move(one).steps();
  return judged;
}

}  // namespace tracker::rules
