#include "tracker/propose/propose.h"

#include <algorithm>
#include <set>

#include "tracker/base/digest.h"
#include "tracker/base/text.h"
#include "tracker/propose/caution.h"
#include "tracker/propose/cluster.h"
#include "tracker/propose/known.h"
#include "tracker/propose/rejected.h"
#include "tracker/propose/same.h"
#include "tracker/propose/subject.h"
#include "tracker/propose/words.h"

namespace tracker::propose {
namespace {

constexpr std::size_t kMostTold = 40;  // sources of one proposal; more says nothing more

std::string id_of(const std::string& key, const model::Event& event) {
  std::string text = "proposal\n" + key + "\n" + std::string(model::code_of(event.type)) + "\n" +
                     (event.date ? event.date->edtf() : "") + "\n" + term_words(event);
  if (!event.date)
    for (const auto& charge : event.charges) text += "\n" + charge.id;
  return base::sha256(text).hex().substr(0, 12);
}

/// One source and quotation once; of a source's several, all that differ. Those that say most stand first.
std::vector<Told> told_once(const Cluster& cluster) {
  std::vector<Told> told;
  std::set<std::pair<std::string, std::string>> seen;
  auto lines = cluster.lines;
  std::stable_sort(lines.begin(), lines.end(), [](const Line* a, const Line* b) {
    return a->told->said.confidence > b->told->said.confidence;
  });
  for (const auto* line : lines)
    if (told.size() < kMostTold && seen.emplace(line->told->source, line->told->said.quote).second)
      told.push_back(*line->told);
  return told;
}

int count_independent(const std::vector<Told>& told) {
  std::set<std::string_view> groups;
  for (const auto& one : told) groups.insert(one.independence);
  return static_cast<int>(groups.size());
}

model::Citation citation_of(const Told& told) {
  model::Citation citation;
  citation.source.id = told.source;
  citation.quote = short_quote(told.said.quote);
  citation.url = told.url.starts_with("http") ? told.url : "";
  citation.snapshot = told.snapshot;
  return citation;
}

/// One citation a source: a reader wants to know who says it, not how often.
std::vector<model::Citation> citations_of(const std::vector<Told>& told) {
  std::vector<model::Citation> citations;
  std::set<std::string_view> seen;
  for (const auto& one : told)
    if (seen.insert(one.source).second) citations.push_back(citation_of(one));
  return citations;
}

/// Years without another word are years in prison in every language that we read, and the record wants it said. Only now,
/// when all that the sources say of it has been joined; whoever reviews is told.
void take_kind(Proposal& proposal) {
  auto& event = proposal.event;
  const bool of_court = event.type == model::EventType::Sentenced || event.type == model::EventType::SentenceAdded;
  if (!of_court || !event.sentence || event.sentence->kind || !event.sentence->months) return;
  event.sentence->kind = model::SentenceKind::Imprisonment;
  proposal.assumed_kind = proposal.kind == Kind::Event;
  proposal.unknown.push_back("the kind of punishment is not said; imprisonment is taken");
}

/// What a granted amnesty did is known where the same page tells of the release or of the end of the case.
void take_effect(Proposal& proposal, const std::vector<Cluster>& clusters) {
  if (proposal.event.type != model::EventType::AmnestyGranted) return;
  for (const auto& other : clusters) {
    if (!dates_fit(other.event.date, proposal.event.date)) continue;
    if (other.event.type == model::EventType::Released) proposal.event.effect = model::AmnestyEffect::Freed;
    if (other.event.type == model::EventType::CaseClosed) proposal.event.effect = model::AmnestyEffect::CaseClosed;
  }
  if (proposal.event.effect) std::erase(proposal.unknown, "what the amnesty did (`effect`) is not said");
}

class Proposer {
 public:
  Proposer(const model::Record& record, const std::vector<Told>& told)
      : record_(record), identifier_(record), rejected_(record), told_(told) {}

  std::vector<Proposal> run() {
    std::vector<Told> citable;
    for (const auto& one : told_)
      if (model::find_source(record_, one.source)) citable.push_back(one);
    for (const auto& subject : subjects_of(record_, identifier_, citable)) take(subject);
    return std::move(proposals_);
  }

 private:
  void take(const Subject& subject) {
    std::vector<model::SituatedEvent> events;
    const auto* person = model::find_person(record_, subject.identity.id);
    if (person) events = model::events_of(record_, *person);
    const auto clusters = clusters_of(subject);
    for (const auto& cluster : clusters) {
      Proposal proposal;
      proposal.id = id_of(subject.key, cluster.event);
      proposal.key = subject.key;
      proposal.person = subject.name;
      proposal.language = subject.language;
      proposal.role = subject.role;
      proposal.identity = subject.identity;
      proposal.person_id = subject.identity.id;
      proposal.sought = subject.sought;
      proposal.event = cluster.event;
      proposal.told = told_once(cluster);
      proposal.differs = cluster.differs;
      proposal.unknown = cluster.unknown;
      if (!settle(proposal, cluster, events)) continue;
      take_kind(proposal);
      take_effect(proposal, clusters);
      proposal.independent = count_independent(proposal.told);
      proposal.event.sources = citations_of(proposal.told);
      proposal.cautions = cautions_of(record_, proposal);
      if (!rejected_.has(proposal)) proposals_.push_back(std::move(proposal));
    }
  }

  /// Whether there is anything to ask, and what.
  bool settle(Proposal& proposal, const Cluster& cluster, const std::vector<model::SituatedEvent>& events) {
    const Known known = find_known(record_, events, cluster);
    if (known.kind == Known::Kind::Nothing) {
      if (is_of_prosecution(cluster.event.type)) {
        proposal.event.case_id.id = case_for(record_, proposal.person_id, cluster);
        proposal.new_case = proposal.event.case_id.empty();
      }
      return true;
    }
    std::erase_if(proposal.told, [&](const Told& told) { return cites(record_, *known.event.event, told); });
    if (proposal.told.empty()) return false;
    proposal.known_event = name_of(record_, known.event);
    proposal.kind = known.kind == Known::Kind::Same ? Kind::Source : Kind::Contradiction;
    const auto& before = known.event.event->date;
    proposal.closer_date = proposal.kind == Kind::Source && before && cluster.event.date && is_closer(*cluster.event.date, *before);
    for (const auto& words : known.differs) proposal.differs.push_back(words);
    if (known.event.of_case) proposal.event.case_id.id = known.event.of_case->id;
    return true;
  }

  const model::Record& record_;
  match::Identifier identifier_;
  Rejected rejected_;
  const std::vector<Told>& told_;
  std::vector<Proposal> proposals_;
};

}  // namespace

std::string_view code_of(Kind kind) {
  switch (kind) {
    case Kind::Event: return "event";
    case Kind::Source: return "source";
    case Kind::Contradiction: return "contradiction";
  }
  return "?";
}

std::string_view code_of(Caution caution) {
  switch (caution) {
    case Caution::Death: return "death";
    case Caution::Torture: return "torture";
    case Caution::Minor: return "minor";
    case Caution::Health: return "health";
    case Caution::Designation: return "designation";
    case Caution::Identity: return "identity";
    case Caution::Contradiction: return "contradiction";
    case Caution::Assumption: return "assumption";
  }
  return "?";
}

std::vector<Proposal> propose(const model::Record& record, const std::vector<Told>& told) {
  auto proposals = Proposer(record, told).run();
  // Two clusters can only have one id where nothing tells them apart; the first says it.
  std::set<std::string> seen;
  std::erase_if(proposals, [&](const Proposal& proposal) { return !seen.insert(proposal.id).second; });
  return proposals;
}

}  // namespace tracker::propose
