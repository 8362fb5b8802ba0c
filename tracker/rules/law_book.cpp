#include "tracker/rules/law_book.h"

#include <algorithm>

namespace tracker::rules {
namespace {

using base::Day;
using model::Law;
using model::LawKind;

const base::PartialDate& whole_calendar() {
  static const auto kDate = *base::PartialDate::parse("0001-01-01/9999-12-31");
  return kDate;
}

DayRange validity(const model::ArticlePart& part) {
  DayRange range = DayRange::open();
  if (part.valid_from) range.earliest = part.valid_from->earliest();
  if (part.valid_to) range.latest = part.valid_to->latest();
  return range;
}

bool is_unlimited(const model::Grade& grade, model::Fault fault) {
  return std::find(grade.unlimited.begin(), grade.unlimited.end(), fault) != grade.unlimited.end();
}

Code compile_code(const Law& law) {
  Code code{.law = &law};
  for (const auto& article : law.articles) {
    BookArticle entry{.told = &article};
    for (const auto& part : article.parts) {
      Part compiled{.told = &part,
                    .grade = grade_of(law, part),
                    .classes = code.classes_of(part.classes),
                    .valid = validity(part)};
      for (const auto& clause : part.clauses)
        compiled.clauses.emplace_back(clause.id, code.classes_of(clause.classes));
      entry.parts.push_back(std::move(compiled));
    }
    code.articles.emplace(article.number, std::move(entry));
  }
  return code;
}

const model::Condition* condition_of(const Law& law, std::string_view id) {
  const auto found = std::find_if(law.conditions.begin(), law.conditions.end(),
                                  [&](const model::Condition& condition) { return condition.id == id; });
  return found == law.conditions.end() ? nullptr : &*found;
}

std::uint32_t grades_of(const Code& code, const std::vector<std::string>& ids) {
  std::uint32_t set = 0;
  for (const auto& id : ids)
    if (const int grade = code.grade(id); grade != kNoGrade) set |= 1u << grade;
  return set;
}

std::uint32_t situations_of(const model::Effect& effect) {
  if (effect.situations.empty()) return ~0u;
  std::uint32_t set = 0;
  for (const auto situation : effect.situations) set |= 1u << static_cast<unsigned>(situation);
  return set;
}

BookExclusion compile_exclusion(const Code& code, const model::Exclusion& told) {
  BookExclusion exclusion{.told = &told, .classes = code.classes_of(told.classes)};
  for (const auto& rule : code.law->recidivism)
    if (std::find(told.recidivism.begin(), told.recidivism.end(), rule.kind) != told.recidivism.end())
      exclusion.recidivism.push_back(&rule);
  return exclusion;
}

Act compile_act(const Law& law, const Code& code) {
  Act act{.law = &law, .code = &code, .window = DayRange::open(), .in_force = DayRange::open()};
  if (law.in_force)
    act.in_force = DayRange::of(*law.in_force);
  else if (law.adopted)
    act.in_force = DayRange::of(*law.adopted);
  if (law.scope && law.scope->window) {
    act.window = DayRange::of(*law.scope->window);
    act.has_window = true;
  } else {
    act.window.latest = act.in_force.latest;
  }
  if (law.scope)
    for (const auto& id : law.scope->requires_facts)
      if (const auto* condition = condition_of(law, id)) act.requires_facts.push_back(condition);
  for (const auto& entry : law.list) act.list.emplace(entry.article, &entry);
  for (const auto& exclusion : law.exclusions) act.exclusions.push_back(compile_exclusion(code, exclusion));
  for (const auto& effect : law.effects)
    act.effects.push_back({.told = &effect,
                           .grades = grades_of(code, effect.grades),
                           .situations = situations_of(effect),
                           .fraction = parse_fraction(effect.fraction).value_or(Fraction{})});
  for (const auto& told : law.readings) {
    BookReading reading{.told = &told};
    for (const auto& exclusion : act.exclusions)
      if (std::find(told.widens.begin(), told.widens.end(), exclusion.told->id) != told.widens.end())
        reading.widens.push_back(&exclusion);
    act.readings.push_back(std::move(reading));
  }
  return act;
}

}  // namespace

DayRange DayRange::open() {
  return {whole_calendar().earliest(), whole_calendar().latest()};
}

model::Certainty lower(model::Certainty a, model::Certainty b) {
  return std::max(a, b);  // the codes stand from the most certain to the least
}

int grade_of(const Law& code, const model::ArticlePart& part) {
  const auto& grades = code.grades;
  const auto index = [&](const auto& found) {
    return found == grades.end() ? kNoGrade : static_cast<int>(found - grades.begin());
  };
  if (part.infraction)
    return index(
        std::find_if(grades.begin(), grades.end(), [](const model::Grade& grade) { return grade.infraction; }));
  if (part.life_term) {
    const auto found = std::find_if(grades.rbegin(), grades.rend(), [](const model::Grade& grade) {
      return is_unlimited(grade, model::Fault::Intentional);
    });
    return found == grades.rend() ? kNoGrade : static_cast<int>(grades.rend() - found) - 1;
  }
  if (!part.max_months) return kNoGrade;
  const auto fault = part.fault.value_or(model::Fault::Intentional);
  return index(std::find_if(grades.begin(), grades.end(), [&](const model::Grade& grade) {
    if (grade.infraction) return false;
    const auto& limit = fault == model::Fault::Intentional ? grade.intentional_months : grade.negligent_months;
    return is_unlimited(grade, fault) || (limit && *part.max_months <= *limit);
  }));
}

bool BookArticle::is_inchoate() const {
  return !parts.empty() &&
         std::all_of(parts.begin(), parts.end(), [](const Part& part) { return part.told->form.has_value(); });
}

ClassSet Code::classes_of(const std::vector<std::string>& ids) const {
  ClassSet set = 0;
  for (const auto& id : ids)
    for (std::size_t i = 0; i < law->classes.size() && i < kMostClasses; ++i)
      if (law->classes[i].id == id) set |= ClassSet{1} << i;
  return set;
}

int Code::grade(std::string_view id) const {
  for (std::size_t i = 0; i < law->grades.size(); ++i)
    if (law->grades[i].id == id) return static_cast<int>(i);
  return kNoGrade;
}

LawBook::LawBook(const model::Record& record) {
  for (const auto& law : record.laws) {
    if (law.kind == LawKind::CriminalCode || law.kind == LawKind::AdministrativeCode)
      codes_.emplace(law.id, compile_code(law));
    if (law.kind == LawKind::Rules) rules_.push_back(&law);
  }
  for (const auto& law : record.laws) {
    if (law.kind != LawKind::AmnestyAct) continue;
    if (const auto* of = code(law.code.id)) acts_.push_back(compile_act(law, *of));
  }
  // A reading points at exclusions of its own act: a vector that is moved keeps its elements where they are.
}

const Code* LawBook::code(std::string_view id) const {
  const auto found = codes_.find(id);
  return found == codes_.end() ? nullptr : &found->second;
}

const Act* LawBook::act(std::string_view id) const {
  const auto found =
      std::find_if(acts_.begin(), acts_.end(), [&](const Act& act) { return act.law->id == id; });
  return found == acts_.end() ? nullptr : &*found;
}

std::vector<const Law*> LawBook::rules_for(std::string_view code) const {
  std::vector<const Law*> found;
  for (const auto* rules : rules_)
    if (rules->code.id == code) found.push_back(rules);
  return found;
}

}  // namespace tracker::rules
