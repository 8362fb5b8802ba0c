#include "tracker/propose/known.h"

#include <algorithm>

#include "tracker/propose/same.h"

namespace tracker::propose {
namespace {

using model::EventType;

/// Happens once in a case: a second one of another day is another case's.
bool happens_once(EventType type) {
  switch (type) {
    case EventType::Convicted:
    case EventType::Sentenced:
    case EventType::TrialStarted:
    case EventType::CaseClosed:
    case EventType::Acquitted:
      return true;
    default:
      return false;
  }
}

bool opens_case(EventType type) {
  return type == EventType::CaseOpened || type == EventType::Charged || type == EventType::Convicted ||
         type == EventType::Sentenced || type == EventType::SentenceAdded;
}

struct CaseStory {
  const model::Case* of_case = nullptr;
  std::vector<model::Ref> charges;
  std::optional<base::PartialDate> first;
  bool has_verdict = false;
  bool has_same_step = false;
};

CaseStory story_of(const model::Case& of_case, const std::vector<model::SituatedEvent>& events, const Cluster& cluster) {
  CaseStory story;
  story.of_case = &of_case;
  for (const auto& happened : events) {
    if (happened.of_case != &of_case) continue;
    const auto& event = *happened.event;
    const bool later = event.date && cluster.event.date && base::surely_before(*cluster.event.date, *event.date);
    story.charges.insert(story.charges.end(), event.charges.begin(), event.charges.end());
    if (event.date && (!story.first || *event.date < *story.first)) story.first = event.date;
    if (event.type == EventType::Sentenced && !later) story.has_verdict = true;
    if (event.type == cluster.event.type && happens_once(event.type) &&
        !is_same(event, cluster.event, Undated::FitsAny) && differences(cluster.event, event, "").empty())
      story.has_same_step = true;
  }
  return story;
}

}  // namespace

Known find_known(const model::Record& record, const std::vector<model::SituatedEvent>& events, const Cluster& cluster) {
  Known known;
  const model::SituatedEvent* vague = nullptr;
  const model::SituatedEvent* told_again = nullptr;  // a vague telling by a source that told of it exactly
  int vague_count = 0;
  for (const auto& happened : events) {
    if (is_same(*happened.event, cluster.event, Undated::FitsNone)) return {Known::Kind::Same, happened, {}};
    if (is_same(*happened.event, cluster.event, Undated::FitsAny)) {
      vague = &happened;
      ++vague_count;
      if (std::all_of(cluster.lines.begin(), cluster.lines.end(),
                      [&](const Line* line) { return cites(record, *happened.event, *line->told); }))
        told_again = &happened;
    }
    auto differs = differences(cluster.event, *happened.event, "the record says");
    if (!differs.empty() && known.kind == Known::Kind::Nothing)
      known = {Known::Kind::Contradicted, happened, std::move(differs)};
  }
  if (known.kind == Known::Kind::Nothing && vague_count == 1) return {Known::Kind::Same, *vague, {}};
  if (known.kind == Known::Kind::Nothing && told_again) return {Known::Kind::Same, *told_again, {}};
  return known;
}

bool cites(const model::Record& record, const model::Event& event, const Told& told) {
  return std::any_of(event.sources.begin(), event.sources.end(), [&](const model::Citation& citation) {
    if (citation.source.id == told.source) return true;
    const auto* source = model::find_source(record, citation.source.id);
    return source && !source->independence.empty() && source->independence == told.independence;
  });
}

bool is_of_prosecution(EventType type) {
  switch (type) {
    case EventType::CaseOpened:
    case EventType::Charged:
    case EventType::ChargesReclassified:
    case EventType::ChargesDropped:
    case EventType::ArrestedPretrial:
    case EventType::HouseArrest:
    case EventType::TravelRestriction:
    case EventType::Bail:
    case EventType::SentToCourt:
    case EventType::TrialStarted:
    case EventType::Hearing:
    case EventType::Convicted:
    case EventType::Sentenced:
    case EventType::AppealFiled:
    case EventType::AppealUpheld:
    case EventType::AppealChanged:
    case EventType::EnteredIntoForce:
    case EventType::CassationFiled:
    case EventType::CassationUpheld:
    case EventType::CassationChanged:
    case EventType::RetrialOrdered:
    case EventType::SentenceDeferred:
    case EventType::DeferralEnded:
    case EventType::SentenceAdded:
    case EventType::SentenceReplaced:
    case EventType::AmnestyRequested:
    case EventType::AmnestyRefused:
    case EventType::AmnestyGranted:
    case EventType::ParoleRequested:
    case EventType::ParoleRefused:
    case EventType::ParoleGranted:
    case EventType::CaseClosed:
    case EventType::Acquitted:
    case EventType::ConvictionExpunged:
      return true;
    default:
      return false;
  }
}

std::string case_for(const model::Record& record, const std::string& person_id, const Cluster& cluster) {
  const auto* person = model::find_person(record, person_id);
  if (!person) return "";
  const auto events = model::events_of(record, *person);
  std::vector<CaseStory> stories;
  for (const auto* of_case : model::cases_of(record, *person))
    if (of_case->kind == model::CaseKind::Criminal) stories.push_back(story_of(*of_case, events, cluster));
  std::erase_if(stories, [](const CaseStory& story) { return story.has_same_step; });

  const auto& event = cluster.event;
  if (!event.charges.empty())
    for (const auto& story : stories)
      if (!story.charges.empty() && charges_fit(story.charges, event.charges)) return story.of_case->id;

  const CaseStory* running = nullptr;
  for (const auto& story : stories) {
    const bool begins_later = event.date && story.first && base::surely_before(*event.date, *story.first);
    if (begins_later && stories.size() > 1) continue;
    if (!running || !story.first || (running->first && *running->first < *story.first)) running = &story;
  }
  if (!running) return "";
  // New articles after a verdict, or a verdict told as history, are another prosecution's.
  const bool other_articles = !event.charges.empty() && !running->charges.empty();
  if (opens_case(event.type) && (other_articles ? running->has_verdict : cluster.background && running->has_verdict))
    return "";
  if (event.type == EventType::SentenceAdded && running->has_verdict && other_articles) return "";
  return running->of_case->id;
}

std::string name_of(const model::Record& record, const model::SituatedEvent& happened) {
  for (const auto& of_case : record.cases)
    for (const auto& event : of_case.events)
      if (&event == happened.event) return of_case.id + "/" + event.id;
  return happened.event->id;
}

}  // namespace tracker::propose
