#include "tracker/propose/caution.h"

#include <algorithm>
#include <string_view>

namespace tracker::propose {
namespace {

using model::EventType;

Caution caution_of(std::string_view code) {
  for (const auto caution : {Caution::Death, Caution::Torture, Caution::Minor, Caution::Health})
    if (code_of(caution) == code) return caution;
  return Caution::Designation;
}

bool was_minor(const model::Record& record, const Proposal& proposal) {
  const auto* person = model::find_person(record, proposal.person_id);
  if (!person || !person->born || !proposal.event.date) return false;
  return base::add_months(person->born->earliest(), 18 * 12) > proposal.event.date->earliest();
}

}  // namespace

std::vector<Caution> cautions_of(const model::Record& record, const Proposal& proposal) {
  std::vector<Caution> cautions;
  const auto add = [&](Caution caution) {
    if (std::find(cautions.begin(), cautions.end(), caution) == cautions.end()) cautions.push_back(caution);
  };
  switch (proposal.event.type) {
    case EventType::Died: add(Caution::Death); break;
    case EventType::IllTreatmentReported: add(Caution::Torture); break;
    case EventType::HungerStrike:
    case EventType::HealthAlarm:
    case EventType::PsychiatricCommitment: add(Caution::Health); break;
    case EventType::Statement: add(Caution::Designation); break;
    default: break;
  }
  for (const auto& told : proposal.told)
    for (const auto& code : told.delicate) add(caution_of(code));
  if (was_minor(record, proposal)) add(Caution::Minor);
  if (proposal.identity.verdict == match::Verdict::Ask) add(Caution::Identity);
  if (proposal.kind == Kind::Contradiction || !proposal.differs.empty()) add(Caution::Contradiction);
  if (proposal.assumed_kind) add(Caution::Assumption);
  std::sort(cautions.begin(), cautions.end());
  return cautions;
}

}  // namespace tracker::propose
