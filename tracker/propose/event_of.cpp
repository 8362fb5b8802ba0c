#include "tracker/propose/event_of.h"

#include <algorithm>

#include "tracker/base/text.h"

namespace tracker::propose {
namespace {

using model::EventType;

constexpr std::size_t kLongestQuote = 400;  // code points

bool takes_charges(EventType type) {
  switch (type) {
    case EventType::Wanted:
    case EventType::Detained:
    case EventType::CaseOpened:
    case EventType::Charged:
    case EventType::ChargesReclassified:
    case EventType::ChargesDropped:
    case EventType::ArrestedPretrial:
    case EventType::HouseArrest:
    case EventType::TravelRestriction:
    case EventType::SentToCourt:
    case EventType::TrialStarted:
    case EventType::Convicted:
    case EventType::Sentenced:
    case EventType::SentenceAdded:
    case EventType::AdminArrest:
    case EventType::Fined:
    case EventType::Acquitted:
      return true;
    default:
      return false;
  }
}

bool takes_sentence(EventType type) {
  switch (type) {
    case EventType::Sentenced:
    case EventType::SentenceAdded:
    case EventType::SentenceReplaced:
    case EventType::AppealChanged:
    case EventType::CassationChanged:
      return true;
    default:
      return false;
  }
}

/// Days in a cell and a fine without a criminal charge are no sentences of a criminal court, whatever a journalist calls
/// them: the record has types of their own for them.
void take_sentence(const read::Statement& said, model::Event& event) {
  if (!said.sentence) return;
  const auto& sentence = *said.sentence;
  const bool of_court = event.type == EventType::Sentenced || event.type == EventType::AdminArrest ||
                        event.type == EventType::Fined || event.type == EventType::Convicted;
  const bool in_days = sentence.days && *sentence.days <= 60 && !sentence.months;
  if (of_court && in_days && (!sentence.kind || *sentence.kind == model::SentenceKind::Arrest ||
                              *sentence.kind == model::SentenceKind::Imprisonment)) {
    event.type = EventType::AdminArrest;
    event.days = sentence.days;
  } else if (of_court && sentence.kind == model::SentenceKind::Fine && !sentence.months && said.articles.empty()) {
    event.type = EventType::Fined;
    event.fine = sentence.fine;
  } else if (takes_sentence(event.type)) {
    event.sentence = sentence;
  }
}

const model::Law* act_for(const model::Record& record, const std::optional<base::PartialDate>& date) {
  const model::Law* latest = nullptr;
  for (const auto& law : record.laws) {
    if (law.kind != model::LawKind::AmnestyAct || !law.adopted) continue;
    if (date && base::surely_before(*date, *law.adopted)) continue;
    if (!latest || *latest->adopted < *law.adopted) latest = &law;
  }
  return latest;
}

}  // namespace

std::string article_reference(const model::Record& record, const std::string& number, bool administrative) {
  for (const auto kind : {model::LawKind::CriminalCode, model::LawKind::AdministrativeCode}) {
    if (kind == model::LawKind::AdministrativeCode && !administrative) continue;
    for (const auto& law : record.laws) {
      if (law.kind != kind) continue;
      const auto whole = law.id + ":" + number;
      const auto found = model::find_article(record, whole);
      if (found.article && (found.part || number.find('.') == std::string::npos)) return whole;
      if (found.article && found.article->parts.size() > 1) return law.id + ":" + number.substr(0, number.find('.'));
      if (found.article) return law.id + ":" + found.article->number;
    }
  }
  return "";
}

std::string short_quote(const std::string& quote) {
  if (base::count_code_points(quote) <= kLongestQuote) return quote;
  std::size_t at = 0, points = 0, space = 0;
  for (; at < quote.size(); ++at) {
    if ((static_cast<unsigned char>(quote[at]) & 0xc0) != 0x80 && ++points > kLongestQuote) break;
    if (quote[at] == ' ' || quote[at] == '\n') space = at;
  }
  return quote.substr(0, space > 0 ? space : at);
}

Converted event_of(const model::Record& record, const match::Places& places, const Told& told) {
  const auto& said = told.said;
  Converted result;
  auto& event = result.event;
  event.type = said.event;
  event.date = said.date;
  // A court's table says what became of a hearing; the record says it in words.
  if (event.type == EventType::Hearing && said.role.starts_with("hearing "))
    event.text.by_language["en"] = "H" + said.role.substr(1) + ".";
  take_sentence(said, event);
  if (takes_charges(event.type)) {
    const bool administrative = event.type == EventType::AdminArrest || event.type == EventType::Fined;
    for (const auto& number : said.articles) {
      auto reference = article_reference(record, number, administrative);
      if (reference.empty()) {
        result.unknown.push_back("article " + number + " is in no law of content/laws");
      } else if (std::none_of(event.charges.begin(), event.charges.end(),
                              [&](const auto& charge) { return charge.id == reference; })) {
        event.charges.push_back({std::move(reference), {}});
      }
    }
  }
  if (const auto* court = places.find(said.court, told.language, true)) event.court.id = court->id;
  if (const auto* place = places.find(said.place.empty() ? said.court : said.place, told.language))
    if (place->kind != model::PlaceKind::Country) event.place.id = place->id;
  const bool amnesty = event.type == EventType::AmnestyGranted || event.type == EventType::AmnestyRefused ||
                       event.type == EventType::AmnestyRequested;
  if (amnesty)
    if (const auto* act = act_for(record, event.date ? event.date : told.published)) event.act.id = act->id;
  if (event.type == EventType::AmnestyGranted)
    result.unknown.push_back("what the amnesty did (`effect`) is not said");
  if (takes_sentence(event.type) && event.type != EventType::AppealChanged && !event.sentence)
    result.unknown.push_back("the sentence is not said");
  if (event.type == EventType::AdminArrest && !event.days) result.unknown.push_back("the days of the arrest are not said");
  return result;
}

}  // namespace tracker::propose
