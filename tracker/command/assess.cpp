#include <algorithm>

#include "tracker/base/text.h"
#include "tracker/command/commands.h"
#include "tracker/command/state.h"
#include "tracker/report/assess.h"

namespace tracker::command {
namespace {

using rules::Assessment;
using rules::Verdict;

std::string in_default(const model::Record& record, const model::Localised& text) {
  return text.in(record.site.default_language, record.site.default_language);
}

std::string words_of(const model::Record& record, const Verdict& verdict) {
  std::string text = label(record, "amnesty", std::string(model::code_of(verdict.outcome)));
  if (const auto fraction = report::fraction_text(verdict); !fraction.empty()) text += " by " + fraction;
  return text;
}

std::string certainty_of(const model::Record& record, model::Certainty certainty) {
  return label(record, "certainty", std::string(model::code_of(certainty)));
}

void print_step(const model::Record& record, const rules::Step& step, std::ostream& out) {
  const std::string test(model::code_of(step.test));
  std::string line = test + std::string(test.size() < 12 ? 12 - test.size() : 1, ' ');
  const std::string answer(model::code_of(step.answer));
  line += answer + std::string(answer.size() < 9 ? 9 - answer.size() : 1, ' ');
  if (step.words)
    line += in_default(record, *step.words);
  else if (!step.subject.empty())
    line += std::string(step.subject);
  if (step.situation) line += std::string(model::code_of(*step.situation));
  if (step.outcome) line += (line.back() == ' ' ? "" : ": ") + std::string(model::code_of(*step.outcome));
  out << "      " << base::visible(line) << "  [" << base::visible(step.citation) << "; "
      << certainty_of(record, step.certainty) << "]\n";
}

void print_assessment(const model::Record& record, const Assessment& one, std::ostream& out) {
  out << "    " << one.charge->number << ": " << words_of(record, one.verdict);
  if (one.verdict.outcome != model::Outcome::Unknown)
    out << " (" << certainty_of(record, one.verdict.certainty) << ')';
  else if (one.if_met.outcome != model::Outcome::Unknown)
    out << "; if all that is not known is as the act asks: " << words_of(record, one.if_met);
  if (one.charge->sentence && one.charge->sentence->months && !report::fraction_text(one.verdict).empty())
    out << ", " << *one.charge->sentence->months << " → "
        << rules::months_after(*one.charge->sentence->months, one.verdict.fraction) << " months";
  out << '\n';
  if (one.readings_differ())
    for (const auto& reading : one.readings)
      out << "      reading " << base::visible(in_default(record, reading.reading->title)) << ": "
          << words_of(record, reading.verdict) << '\n';
  for (const auto& step : one.steps) print_step(record, step, out);
}

void print_decision(const ShownState& shown, const model::Status& status, const rules::PersonLaw& law,
                    const std::string& act, std::ostream& out) {
  for (const auto& decided : status.amnesties) {
    if (decided.act != act) continue;
    out << "    the court: " << label(shown.record, "decision", std::string(model::code_of(decided.decision)));
    if (decided.date) out << ", " << decided.date->edtf();
    const auto agreement = rules::agreement(decided, rules::decided_on(law, act));
    out << " — " << label(shown.record, "agreement", std::string(model::code_of(agreement))) << '\n';
  }
}

}  // namespace

int assess(const AssessOptions& options, Context& context) {
  const ShownState shown = shown_state(options.as_of, options.as_known, context);
  const auto& person = person_in(shown, options.id, "assess");
  const auto& status = shown.statuses[static_cast<std::size_t>(&person - shown.record.people.data())];
  const rules::LawBook book(shown.record);
  const auto law = rules::law_of(shown.record, person, book, shown.as_of);
  auto& out = context.out;
  if (options.format.json) {
    out << report::assess_json(shown.record, person, status, law, shown.as_of);
    return kDone;
  }
  out << base::visible(shown_name(shown.record, person)) << "  " << person.id << '\n';
  if (law.assessments.empty()) out << "  no charge is recorded\n";
  for (const auto& act : book.acts()) {
    const bool any = std::any_of(law.assessments.begin(), law.assessments.end(),
                                 [&](const Assessment& one) { return one.act == &act; });
    if (!any) continue;
    out << "\n  " << base::visible(in_default(shown.record, act.law->title)) << '\n';
    for (const auto& one : law.assessments)
      if (one.act == &act) print_assessment(shown.record, one, out);
    print_decision(shown, status, law, act.law->id, out);
  }
  out << "\n  An assessment from published charges, not legal advice.\n";
  return kDone;
}

}  // namespace tracker::command
