// What a law file must say by itself, and what its rows may name: parts with their penalty and validity, grades, classes,
// the articles of lists, shares, readings. An act or a code with such an error is never computed with.
#include <algorithm>
#include <map>
#include <set>

#include "tracker/model/article.h"
#include "tracker/rules/check_part.h"
#include "tracker/rules/fraction.h"
#include "tracker/rules/law_book.h"

namespace tracker::rules {
namespace {

using model::Certainty;
using model::Law;
using model::LawKind;

using Ids = std::vector<std::string>;

template <class Rows>
Ids row_ids(const Rows& rows) {
  Ids ids;
  for (const auto& row : rows) ids.push_back(row.id);
  return ids;
}

bool has(const Ids& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// The checks of one law.
class LawCheck {
 public:
  LawCheck(const model::Record& record, const Law& law, base::Findings& findings)
      : law_(law), findings_(findings), code_(code_of_law(record, law)) {}

  void run() {
    whole();
    if (law_.kind == LawKind::CriminalCode || law_.kind == LawKind::AdministrativeCode) code();
    if (law_.kind == LawKind::AmnestyAct) act();
    if (law_.kind == LawKind::Rules) rules();
  }

 private:
  static const Law* code_of_law(const model::Record& record, const Law& law) {
    if (law.kind == LawKind::CriminalCode || law.kind == LawKind::AdministrativeCode) return &law;
    return model::find_law(record, law.code.id);
  }

  void tell(const model::Position& at, std::string code, std::string message, std::string hint = {},
            Severity severity = Severity::Error) {
    report(findings_, {law_.file, at},
           {.severity = severity, .code = std::move(code), .message = std::move(message), .hint = std::move(hint)});
  }

  /// Every row has to say where it is written.
  template <class Row>
  void proof(const Row& row, const std::string& what) {
    if (row.citation.empty())
      tell(row.at, "no-citation", what + " has no `citation`", "say where it is written, or that it was not read");
  }

  template <class Rows>
  void rows(const Rows& all, const std::string& noun) {
    std::set<std::string> seen;
    for (const auto& row : all) {
      proof(row, noun + ' ' + in_quotes(row.id));
      if (!seen.insert(row.id).second) tell(row.at, "duplicate-id", "two rows of [[" + noun + "]] are called " + in_quotes(row.id));
    }
  }

  void known(const model::Position& at, const Ids& named, const Ids& all, const std::string& noun) {
    for (const auto& id : named)
      if (!has(all, id))
        tell(at, "unknown-" + noun, "there is no " + noun + ' ' + in_quotes(id), did_you_mean(id, all));
  }

  Ids grades() const { return code_ ? row_ids(code_->grades) : Ids{}; }
  Ids classes() const { return code_ ? row_ids(code_->classes) : Ids{}; }

  void whole() {
    if (law_.citation.empty())
      tell(law_.at, "no-citation", "law " + in_quotes(law_.id) + " has no `citation`", "say where its text was read");
    if (law_.adopted && law_.in_force && law_.in_force->latest() < law_.adopted->earliest())
      tell(law_.at, "in-force-before-adopted",
           "law " + in_quotes(law_.id) + " came into force on " + law_.in_force->edtf() + ", before it was adopted on " +
               law_.adopted->edtf());
    const bool is_code = code_ == &law_;
    if (is_code && !law_.code.empty())
      tell(law_.code.at, "useless-key", "`code` says nothing in a code", "leave it out", Severity::Warning);
    if (is_code) return;
    if (law_.code.empty())
      tell(law_.at, "no-code", "law " + in_quotes(law_.id) + " does not say which code it is about",
           "add code = \"…\", the id of a criminal code");
    else if (!code_)
      tell(law_.code.at, "unknown-reference", "there is no law " + in_quotes(law_.code.id));
    else if (code_->kind != LawKind::CriminalCode && code_->kind != LawKind::AdministrativeCode)
      tell(law_.code.at, "wrong-kind", in_quotes(law_.code.id) + " is a law of kind " +
                                           std::string(model::code_of(code_->kind)) + "; needed here: a code");
  }

  // Codes.

  void code() {
    rows(law_.grades, "grade");
    rows(law_.classes, "class");
    rows(law_.recidivism, "recidivism");
    if (law_.classes.size() > kMostClasses)
      tell(law_.classes[kMostClasses].at, "too-many-classes",
           "a code has at most " + std::to_string(kMostClasses) + " classes");
    grade_limits();
    for (const auto& rule : law_.recidivism) {
      known(rule.at, {rule.grade, rule.earlier_grade}, grades(), "grade");
      if (rule.count < 1) tell(rule.at, "bad-count", "recidivism needs at least one earlier conviction");
    }
    std::set<std::string> numbers;
    for (const auto& article : law_.articles) {
      if (!numbers.insert(article.number).second)
        tell(article.at, "duplicate-article", "article " + article.number + " stands here twice");
      for (const auto& part : article.parts) check_part(article, part);
      overlaps(article);
    }
  }

  void grade_limits() {
    const bool has_parts = std::any_of(law_.articles.begin(), law_.articles.end(), [](const model::Article& article) {
      return std::any_of(article.parts.begin(), article.parts.end(),
                         [](const model::ArticlePart& part) { return part.max_months || part.life_term; });
    });
    if (has_parts && law_.grades.empty())
      tell(law_.at, "no-grades", "law " + in_quotes(law_.id) + " has penalties and no [[grade]] to weigh them by");
    const auto ascends = [&](auto member) {
      int last = -1;
      for (const auto& grade : law_.grades) {
        const auto& limit = grade.*member;
        if (!limit) continue;
        if (*limit <= last)
          tell(grade.at, "grades-not-ascending",
               "grade " + in_quotes(grade.id) + " ends at " + std::to_string(*limit) + " months, the one before it at " +
                   std::to_string(last),
               "list the grades from the lightest to the gravest");
        last = *limit;
      }
    };
    ascends(&model::Grade::intentional_months);
    ascends(&model::Grade::negligent_months);
  }

  static std::string name_of(const model::Article& article, const model::ArticlePart& part) {
    return "article " + article.number + (part.part.empty() ? "" : ", part " + part.part);
  }

  void check_part(const model::Article& article, const model::ArticlePart& part) {
    const std::string name = name_of(article, part);
    proof(part, name);
    const int penalties = int{part.max_months.has_value()} + int{part.life_term} + int{part.infraction};
    if (penalties > 1)
      tell(part.at, "penalty-twice", name + " has more than one of `max_months`, `life` and `infraction`");
    if (penalties == 0 && !part.form && part.certainty != Certainty::NotVerified)
      tell(part.at, "no-penalty", name + " has no penalty",
           "give `max_months`, `life` or `infraction`; where it was not read, certainty is not_verified");
    if (penalties > 0 && part.form)
      tell(part.at, "penalty-of-form", name + " is preparation or attempt and has a penalty of its own");
    if (part.max_months == 0)
      tell(part.at, "no-penalty", name + " has a heaviest imprisonment of no months", "write infraction = true");
    if (penalties == 1 && !law_.grades.empty() && grade_of(law_, part) == kNoGrade)
      tell(part.at, "no-grade", "no [[grade]] covers the penalty of " + name);
    if (part.valid_from && part.valid_to && part.valid_to->latest() < part.valid_from->earliest())
      tell(part.at, "validity-backwards",
           name + " is valid from " + part.valid_from->edtf() + " to " + part.valid_to->edtf());
    known(part.at, part.classes, classes(), "class");
    known(part.at, part.liable_classes, classes(), "class");
    if (!part.liable_from.empty()) known(part.at, {part.liable_from}, grades(), "grade");
    rows(part.clauses, "clause");
    for (const auto& clause : part.clauses) known(clause.at, clause.classes, classes(), "class");
  }

  /// Two editions of a part that are surely valid on one day.
  void overlaps(const model::Article& article) {
    const auto& parts = article.parts;
    for (std::size_t i = 0; i < parts.size(); ++i)
      for (std::size_t k = i + 1; k < parts.size(); ++k) {
        const auto &a = parts[i], &b = parts[k];
        if (a.part != b.part) continue;
        const auto starts_after = [](const model::ArticlePart& later, const model::ArticlePart& earlier) {
          return later.valid_from && earlier.valid_to && earlier.valid_to->earliest() <= later.valid_from->latest();
        };
        if (starts_after(a, b) || starts_after(b, a)) continue;
        tell(b.at, "overlapping-validity", "two editions of " + name_of(article, b) + " are valid on the same days",
             "end one with `valid_to` where the other begins with `valid_from`");
      }
  }

  // Acts.

  void act() {
    rows(law_.conditions, "condition");
    rows(law_.exclusions, "exclusion");
    rows(law_.effects, "effect");
    rows(law_.readings, "reading");
    rows(law_.claims, "claim");
    if (law_.scope) scope(*law_.scope);
    if (law_.remainder) {
      proof(*law_.remainder, "[remainder]");
      if (law_.remainder->months < 1) tell(law_.remainder->at, "bad-count", "[remainder] has no months");
    }
    if (law_.procedure) proof(*law_.procedure, "[procedure]");
    if (law_.effects.empty())
      tell(law_.at, "no-effect", "act " + in_quotes(law_.id) + " does not say what it does", "add [[effect]]",
           Severity::Warning);
    list();
    for (const auto& exclusion : law_.exclusions) check_exclusion(exclusion);
    for (const auto& effect : law_.effects) check_effect(effect);
    graver_is_no_better();
    for (const auto& reading : law_.readings)
      known(reading.at, reading.widens, row_ids(law_.exclusions), "exclusion");
    if (law_.readings.size() == 1)
      tell(law_.readings.front().at, "one-reading", "one reading alone is none", "add the other, or leave it out");
  }

  void scope(const model::Scope& scope) {
    proof(scope, "[scope]");
    known(scope.at, scope.requires_facts, row_ids(law_.conditions), "condition");
    if (scope.window && law_.in_force && scope.window->earliest() > law_.in_force->latest())
      tell(scope.at, "window-after-act",
           "the window " + scope.window->edtf() + " begins after the act came into force on " + law_.in_force->edtf());
  }

  /// "106.1" or "107", of the act's code.
  void article(const model::Position& at, const std::string& number) {
    if (!code_) return;
    const auto ref = model::parse_article_ref(code_->id + ':' + number);
    if (!ref) return tell(at, "bad-article", in_quotes(number) + " is no article", "write 272 or 272.1");
    const auto found = std::find_if(code_->articles.begin(), code_->articles.end(),
                                    [&](const model::Article& candidate) { return candidate.number == ref->article; });
    if (found == code_->articles.end()) {
      Ids all;
      for (const auto& candidate : code_->articles) all.push_back(candidate.number);
      return tell(at, "unknown-article", "law " + in_quotes(code_->id) + " has no article " + in_quotes(ref->article),
                  did_you_mean(ref->article, all));
    }
    const auto& parts = found->parts;
    if (!ref->part.empty() && !parts.empty() &&
        std::none_of(parts.begin(), parts.end(),
                     [&](const model::ArticlePart& candidate) { return candidate.part == ref->part; }))
      tell(at, "unknown-article", "article " + ref->article + " of " + in_quotes(code_->id) + " has no part " +
                                      in_quotes(ref->part));
  }

  void list() {
    std::set<std::string> seen;
    for (const auto& entry : law_.list) {
      proof(entry, "the list's entry " + in_quotes(entry.article));
      if (!seen.insert(entry.article).second)
        tell(entry.at, "listed-twice", "article " + entry.article + " stands on the list twice");
      article(entry.at, entry.article);
    }
  }

  void check_exclusion(const model::Exclusion& exclusion) {
    if (exclusion.classes.empty() && exclusion.articles.empty() && exclusion.recidivism.empty())
      tell(exclusion.at, "excludes-nothing", "exclusion " + in_quotes(exclusion.id) + " excludes nothing",
           "add `classes`, `articles` or `recidivism`");
    known(exclusion.at, exclusion.classes, classes(), "class");
    for (const auto& number : exclusion.articles) article(exclusion.at, number);
    Ids kinds;
    if (code_)
      for (const auto& rule : code_->recidivism) kinds.push_back(rule.kind);
    known(exclusion.at, exclusion.recidivism, kinds, "recidivism");
  }

  std::optional<Fraction> share(const model::Position& at, const std::string& text, const std::string& of,
                                bool at_most_one) {
    const auto fraction = parse_fraction(text);
    if (!fraction) {
      tell(at, "bad-fraction", in_quotes(text) + " in " + of + " is no fraction", "write it as \"3/4\"");
    } else if (at_most_one && fraction->numerator > fraction->denominator) {
      tell(at, "bad-fraction", in_quotes(text) + " in " + of + " is more than the whole");
    }
    return fraction;
  }

  void check_effect(const model::Effect& effect) {
    const std::string name = "effect " + in_quotes(effect.id);
    known(effect.at, effect.grades, grades(), "grade");
    known(effect.at, effect.requires_facts, row_ids(law_.conditions), "condition");
    if (effect.outcome == model::Outcome::Excluded || effect.outcome == model::Outcome::Outside)
      tell(effect.at, "bad-outcome",
           name + " cannot be " + in_quotes(model::code_of(effect.outcome)) + ": that follows from scope and exclusions");
    if (!effect.fraction.empty()) share(effect.at, effect.fraction, name, true);
    if (effect.outcome == model::Outcome::Reduced && effect.fraction.empty() &&
        effect.certainty != Certainty::NotVerified)
      tell(effect.at, "no-fraction", name + " reduces a term and does not say by how much",
           "add fraction = \"…\"; where it was not read, certainty is not_verified");
    if (effect.outcome != model::Outcome::Reduced && !effect.fraction.empty())
      tell(effect.at, "useless-key", "`fraction` says nothing where no term is reduced", "leave it out",
           Severity::Warning);
  }

  /// How good an effect is; larger is better. Unknown ones are not compared.
  static std::optional<double> goodness(const model::Effect& effect) {
    if (effect.outcome == model::Outcome::Unknown || !effect.requires_facts.empty()) return std::nullopt;
    if (effect.outcome < model::Outcome::Reduced) return 1;
    const auto fraction = parse_fraction(effect.fraction);
    return fraction ? std::optional(fraction->value()) : std::nullopt;
  }

  void graver_is_no_better() {
    const auto all = grades();
    for (const auto situation : {model::Situation::Pending, model::Situation::Convicted}) {
      std::optional<double> lighter;
      for (const auto& grade : all)
        for (const auto& effect : law_.effects) {
          if (!has(effect.grades, grade)) continue;
          const auto& at = effect.situations;
          if (!at.empty() && std::find(at.begin(), at.end(), situation) == at.end()) continue;
          const auto good = goodness(effect);
          if (!good) break;
          if (lighter && *good > *lighter)
            tell(effect.at, "graver-is-better",
                 "effect " + in_quotes(effect.id) + " does more for " + in_quotes(grade) + " than for a lighter grade");
          lighter = lighter ? std::min(*lighter, *good) : *good;
          break;
        }
    }
  }

  // Rules.

  void rules() {
    rows(law_.regimes, "regime");
    rows(law_.credits, "credit");
    rows(law_.parole, "parole");
    rows(law_.parole_bars, "parole_bar");
    rows(law_.limitation, "limitation");
    rows(law_.expiry, "expiry");
    rows(law_.probation, "probation");
    rows(law_.bans, "ban_rule");
    rows(law_.rule_texts, "rule");
    for (const auto& credit : law_.credits) {
      share(credit.at, credit.rate, "credit " + in_quotes(credit.id), false);
      if (!credit.regime.empty()) known(credit.at, {credit.regime}, row_ids(law_.regimes), "regime");
    }
    for (const auto& parole : law_.parole) {
      share(parole.at, parole.share, "parole " + in_quotes(parole.id), true);
      known(parole.at, parole.grades, grades(), "grade");
      known(parole.at, parole.classes, classes(), "class");
    }
    for (const auto& bar : law_.parole_bars) known(bar.at, bar.classes, classes(), "class");
    for (const auto* years : {&law_.limitation, &law_.expiry})
      for (const auto& row : *years) {
        known(row.at, row.grades, grades(), "grade");
        known(row.at, row.classes, classes(), "class");
        if (row.classes.empty() && !row.years)
          tell(row.at, "no-years", "row " + in_quotes(row.id) + " has no `years`");
      }
    if (law_.parole_floor) proof(*law_.parole_floor, "[parole_floor]");
    if (law_.cumulation) {
      proof(*law_.cumulation, "[cumulation]");
      known(law_.cumulation->at, law_.cumulation->longer_for, grades(), "grade");
      if (law_.cumulation->longer_for.empty() == law_.cumulation->longer_cap_months.has_value())
        tell(law_.cumulation->at, "half-a-cap", "`longer_cap_months` and `longer_for` need each other",
             "give both, or neither");
    }
  }

  const Law& law_;
  base::Findings& findings_;
  const Law* code_;
};

/// Every condition that an act of the record makes.
Ids all_facts(const model::Record& record) {
  Ids facts;
  for (const auto& law : record.laws)
    for (const auto& condition : law.conditions) facts.push_back(condition.id);
  return facts;
}

void check_offence(const model::Case& of_case, const model::Offence& offence, const Ids& facts, base::Day today,
                   const model::Record& record, base::Findings& findings) {
  const Spot spot{of_case.file, offence.at};
  const std::string name = "offence " + in_quotes(offence.id);
  if (offence.sources.empty()) report(findings, spot, {.code = "no-source", .message = name + " has no source"});
  for (const auto& citation : offence.sources)
    if (!model::find_source(record, citation.source.id))
      report(findings, {of_case.file, citation.source.at},
             {.code = "unknown-reference",
              .message = "there is no source " + in_quotes(citation.source.id),
              .hint = did_you_mean(citation.source.id, ids_of(record.sources))});
  for (const auto& defendant : offence.defendants)
    if (std::none_of(of_case.defendants.begin(), of_case.defendants.end(),
                     [&](const model::Ref& ref) { return ref.id == defendant.id; }))
      report(findings, {of_case.file, defendant.at},
             {.code = "not-a-defendant", .message = in_quotes(defendant.id) + " is no defendant of this case"});
  for (const auto* facts_told : {&offence.holds, &offence.fails})
    for (const auto& fact : *facts_told)
      if (!has(facts, fact))
        report(findings, spot,
               {.code = "unknown-condition",
                .message = "no amnesty act asks for " + in_quotes(fact),
                .hint = did_you_mean(fact, facts)});
  for (const auto& fact : offence.holds)
    if (has(offence.fails, fact))
      report(findings, spot,
             {.code = "holds-and-fails", .message = in_quotes(fact) + " of " + name + " both holds and fails"});
  if (offence.date && offence.date->earliest() > today)
    report(findings, spot,
           {.code = "offence-in-the-future", .message = name + " lies in the future: " + offence.date->edtf()});
}

}  // namespace

void check_laws(const model::Record& record, base::Day today, base::Findings& findings) {
  for (const auto& law : record.laws) LawCheck(record, law, findings).run();
  const auto facts = all_facts(record);
  for (const auto& of_case : record.cases) {
    std::set<std::string> seen;
    for (const auto& offence : of_case.offences) {
      if (!seen.insert(offence.id).second)
        report(findings, {of_case.file, offence.at},
               {.code = "duplicate-id", .message = "two offences are called " + in_quotes(offence.id)});
      check_offence(of_case, offence, facts, today, record, findings);
    }
  }
}

}  // namespace tracker::rules
