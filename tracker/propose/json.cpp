#include "tracker/propose/json.h"

#include <nlohmann/json.hpp>

namespace tracker::propose {
namespace {

using Json = nlohmann::ordered_json;

Json maybe(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }
Json maybe(const std::optional<int>& number) { return number ? Json(*number) : Json(nullptr); }
Json maybe(const std::optional<base::PartialDate>& date) { return date ? Json(date->edtf()) : Json(nullptr); }

std::string text_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string_view word(match::Verdict verdict) {
  switch (verdict) {
    case match::Verdict::Nobody: return "nobody";
    case match::Verdict::Linked: return "linked";
    case match::Verdict::Ask: return "ask";
  }
  return "?";
}

Json candidates_json(const std::vector<match::Candidate>& candidates) {
  Json list = Json::array();
  for (const auto& candidate : candidates)
    list.push_back({{"id", candidate.id},
                    {"score", candidate.score},
                    {"beside_name", candidate.beside_name},
                    {"refused", candidate.refused},
                    {"why", explain(candidate)}});
  return list;
}

Json sentence_json(const std::optional<model::Sentence>& sentence) {
  if (!sentence) return nullptr;
  return {{"kind", sentence->kind ? Json(model::code_of(*sentence->kind)) : Json(nullptr)},
          {"months", maybe(sentence->months)},
          {"days", maybe(sentence->days)},
          {"ban_months", maybe(sentence->ban_months)},
          {"labour_hours", maybe(sentence->labour_hours)}};
}

Json event_json(const model::Event& event) {
  Json charges = Json::array();
  for (const auto& charge : event.charges) charges.push_back(charge.id);
  return {{"type", model::code_of(event.type)},
          {"date", maybe(event.date)},
          {"case", maybe(event.case_id.id)},
          {"charges", charges},
          {"place", maybe(event.place.id)},
          {"court", maybe(event.court.id)},
          {"days", maybe(event.days)},
          {"sentence", sentence_json(event.sentence)},
          {"act", maybe(event.act.id)},
          {"effect", event.effect ? Json(model::code_of(*event.effect)) : Json(nullptr)}};
}

Json told_json(const Told& told) {
  return {{"source", told.source},
          {"independence", told.independence},
          {"url", maybe(told.url)},
          {"snapshot", maybe(told.snapshot)},
          {"published", maybe(told.published)},
          {"language", told.language},
          {"quote", told.said.quote},
          {"paragraph", told.paragraph},
          {"background", told.said.background},
          {"rule", told.said.rule},
          {"confidence", told.said.confidence}};
}

Json json_of(const Proposal& proposal) {
  Json cautions = Json::array();
  for (const auto caution : proposal.cautions) cautions.push_back(code_of(caution));
  Json sources = Json::array();
  for (const auto& told : proposal.told) sources.push_back(told_json(told));
  Json object = Json::object();
  object["id"] = proposal.id;
  object["kind"] = code_of(proposal.kind);
  object["person"] = proposal.person;
  object["person_id"] = maybe(proposal.person_id);
  object["role"] = maybe(proposal.role);
  object["identity"] = {{"verdict", word(proposal.identity.verdict)},
                        {"candidates", candidates_json(proposal.identity.candidates)}};
  object["event"] = event_json(proposal.event);
  object["new_case"] = proposal.new_case;
  object["known_event"] = maybe(proposal.known_event);
  object["closer_date"] = proposal.closer_date;
  object["differs"] = proposal.differs;
  object["unknown"] = proposal.unknown;
  object["cautions"] = cautions;
  object["bulk"] = proposal.may_go_in_bulk();
  object["independent"] = proposal.independent;
  object["sources"] = sources;
  return object;
}

}  // namespace

std::string to_json(const Proposal& proposal) { return text_of(json_of(proposal)); }

std::string to_json(const std::vector<Proposal>& proposals) {
  std::string text = "[";
  for (std::size_t i = 0; i < proposals.size(); ++i) text += (i ? ",\n " : "") + to_json(proposals[i]);
  return text + "]";
}

std::string to_json(const std::vector<match::Candidate>& candidates) { return text_of(candidates_json(candidates)); }

}  // namespace tracker::propose
