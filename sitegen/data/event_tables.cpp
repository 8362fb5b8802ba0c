// Tables of events and of the places in sources that say so.
#include "sitegen/data/row.h"

namespace sitegen::data {
namespace {

using tracker::model::Event;

/// An event with the entity whose file it stands in.
struct Owned {
  std::string owner;  // "person/kz-0001"
  std::string people;
  std::string of_case;
};

template <class Visit>
void each_event(const view::View& view, Visit visit) {
  for (const auto& person : view.record.people)
    for (const auto& event : person.events) visit(Owned{"person/" + person.id, person.id, event.case_id.id}, event);
  for (const auto& of_case : view.record.cases)
    for (const auto& event : of_case.events)
      visit(Owned{"case/" + of_case.id, ids(event.defendants.empty() ? of_case.defendants : event.defendants), of_case.id},
            event);
}

Cell day(const std::optional<tracker::base::PartialDate>& date, bool last) {
  return date ? text(tracker::base::to_iso(last ? date->latest() : date->earliest())) : Cell();
}

Row event_row(const view::View& view, const Owned& owned, const Event& event) {
  const auto sentence = event.sentence.value_or(tracker::model::Sentence{});
  const auto& source = event.sources.empty() ? tracker::model::Citation{} : event.sources.front();
  Row row = {text(owned.owner),
             text(event.id),
             text(owned.people),
             text(owned.of_case),
             code(event.type),
             edtf(event.date),
             day(event.date, false),
             day(event.date, true),
             text(ids(event.charges)),
             text(event.place.id),
             text(event.court.id),
             integer(event.days),
             code(sentence.kind),
             integer(sentence.months),
             integer(sentence.ban_months),
             integer(sentence.labour_hours),
             text(event.act.id),
             code(event.effect),
             code(event.certainty.value_or(tracker::model::Certainty::High)),
             text(source.source.id),
             text(source.locator),
             integer(static_cast<long long>(event.sources.size())),
             integer(view.newest().number)};
  add_in_languages(row, view, event.text);
  return row;
}

}  // namespace

Table events_table(const view::View& view) {
  Table table;
  table.name = "events";
  table.title = "Events";
  table.description = "One row an event of a person or a case, with its first source.";
  table.columns = {{"owner", Type::Text, "The person or case that the event stands with.", true, ""},
                   {"event", Type::Text, "Identifier of the event there.", true, ""},
                   {"people", Type::Text, "Whom it concerns, separated by a space.", false, ""},
                   {"case", Type::Text, "The case it belongs to.", false, "cases.id"},
                   {"type", Type::Text, "Code of what happened.", true, ""},
                   {"date", Type::Edtf, "When, as precisely as it is known.", false, ""},
                   {"earliest", Type::Day, "First day that the date allows.", false, ""},
                   {"latest", Type::Day, "Last day that the date allows.", false, ""},
                   {"charges", Type::Text, "Articles, separated by a space.", false, ""},
                   {"place", Type::Text, "Where.", false, "places.id"},
                   {"court", Type::Text, "Which court.", false, "places.id"},
                   {"days", Type::Integer, "Length of an administrative arrest.", false, ""},
                   {"sentence", Type::Text, "Code of the main punishment.", false, ""},
                   {"months", Type::Integer, "Its length in months.", false, ""},
                   {"ban_months", Type::Integer, "Ban on activities, in months.", false, ""},
                   {"labour_hours", Type::Integer, "Hours of labour.", false, ""},
                   {"act", Type::Text, "Amnesty act.", false, ""},
                   {"effect", Type::Text, "Code of what an amnesty did.", false, ""},
                   {"certainty", Type::Text, "How sure it is.", true, ""},
                   {"source", Type::Text, "The first source.", false, "sources.id"},
                   {"locator", Type::Text, "Where in it.", false, ""},
                   {"sources", Type::Integer, "How many sources.", true, ""},
                   version_column()};
  for (auto& column : in_languages(view, "text", "What happened, in the list's words")) table.columns.push_back(std::move(column));
  table.key = {"owner", "event"};
  table.each = [&view](const RowSink& sink) {
    each_event(view, [&](const Owned& owned, const Event& event) { sink(event_row(view, owned, event)); });
  };
  return table;
}

Table citations_table(const view::View& view) {
  Table table;
  table.name = "citations";
  table.title = "Citations";
  table.description = "One row a place in a source that an event rests on.";
  table.columns = {{"owner", Type::Text, "The person or case that the event stands with.", true, ""},
                   {"event", Type::Text, "The event.", true, ""},
                   {"number", Type::Integer, "Which of its sources, from 1.", true, ""},
                   {"source", Type::Text, "The source.", true, "sources.id"},
                   {"locator", Type::Text, "Where in it.", false, ""},
                   {"quote", Type::Text, "Exact words of the source.", false, ""},
                   {"url", Type::Address, "Address of the statement.", false, ""},
                   {"snapshot", Type::Text, "SHA-256 of the archived capture.", false, ""},
                   version_column()};
  table.key = {"owner", "event", "number"};
  table.each = [&view](const RowSink& sink) {
    each_event(view, [&](const Owned& owned, const Event& event) {
      long long number = 0;
      for (const auto& citation : event.sources) {
        const auto* source = tracker::model::find_source(view.record, citation.source.id);
        const std::string& url = citation.url.empty() && source ? source->url : citation.url;
        sink({text(owned.owner), text(event.id), integer(++number), text(citation.source.id), text(citation.locator),
              text(citation.quote), text(url), text(citation.snapshot), integer(view.newest().number)});
      }
    });
  };
  return table;
}

}  // namespace sitegen::data
