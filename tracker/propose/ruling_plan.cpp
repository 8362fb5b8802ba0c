// Decisions that are remembered: rejected proposals, and who is who.
#include "tracker/edit/toml_text.h"
#include "tracker/propose/plan.h"
#include "tracker/propose/propose.h"

namespace tracker::propose {
namespace {

Plan ruling_plan(const Ground& ground, const model::Ruling& ruling) {
  const auto path = "rulings/" + ruling.id + ".toml";
  Plan plan;
  plan.files.push_back({path, ground.read(path), edit::ruling_file(ruling)});
  return plan;
}

model::Ruling ruling_of(const std::string& reason, const Choice& choice) {
  model::Ruling ruling;
  ruling.date = base::PartialDate::on(choice.today);
  ruling.by = choice.by;
  ruling.reason.by_language[""] = reason;
  return ruling;
}

}  // namespace

Plan plan_rejection(const Ground& ground, const Proposal& proposal, const std::string& reason, const Choice& choice) {
  auto ruling = ruling_of(reason, choice);
  ruling.id = "rejected-" + proposal.id;
  ruling.kind = model::RulingKind::RejectedProposal;
  ruling.subject = "proposal/" + proposal.id;
  ruling.field = rejection_field(proposal);
  if (!proposal.person_id.empty()) ruling.other = "person/" + proposal.person_id;
  return ruling_plan(ground, ruling);
}

Plan plan_identity(const Ground& ground, const Proposal& proposal, const std::string& person_id, bool is_same,
                   const std::string& reason, const Choice& choice) {
  auto ruling = ruling_of(reason, choice);
  match::Sought sought = proposal.sought;
  const auto key = match::refusal_key(sought);
  ruling.id = (is_same ? "same-" : "not-same-") + person_id + "-" + key;
  ruling.kind = is_same ? model::RulingKind::SamePerson : model::RulingKind::NotSamePerson;
  ruling.subject = "person/" + person_id;
  ruling.other = "namesake/" + key;
  return ruling_plan(ground, ruling);
}

}  // namespace tracker::propose
