// Tables with what is said of people: the list itself, charges, sentences, amnesties, who recognises them.
#include <unordered_map>

#include "sitegen/data/row.h"
#include "tracker/base/text.h"

namespace sitegen::data {
namespace {

using tracker::model::Person;
using tracker::model::Status;

template <class Visit>
void each_person(const view::View& view, Visit visit) {
  for (std::size_t i = 0; i < view.record.people.size(); ++i) visit(view.record.people[i], view.statuses[i]);
}

std::string live_charges(const Status& status) {
  std::string charges;
  for (const auto& of_case : status.cases)
    for (const auto& charge : of_case.charges)
      if (charge.live) charges += (charges.empty() ? "" : " ") + charge.article;
  return charges;
}

Cell deprived(const Status& status) {
  using tracker::model::Deprived;
  return status.deprived == Deprived::Unknown ? Cell() : Cell(status.deprived == Deprived::Yes);
}

/// Person to the cases that name the person as a defendant, in one pass.
std::unordered_map<std::string, std::string> cases_by_person(const view::View& view) {
  std::unordered_map<std::string, std::string> cases;
  for (const auto& of_case : view.record.cases)
    for (const auto& defendant : of_case.defendants) {
      auto& of_person = cases[defendant.id];
      of_person += (of_person.empty() ? "" : " ") + of_case.id;
    }
  return cases;
}

Row person_row(const view::View& view, const Person& person, const Status& status, const std::string& cases) {
  Row row = {text(person.id)};
  add_in_languages(row, view, person.name);
  std::string designations;
  for (const auto& recognition : person.designations)
    designations += (designations.empty() ? "" : " ") + recognition.by.id;
  const auto& confirmed = status.last_confirmed;
  for (Cell cell : {text(tracker::base::join(person.also, "; ")),
                    code(person.sex),
                    text(person.region.id),
                    code(status.display),
                    code(status.liberty),
                    deprived(status),
                    code(status.stage),
                    edtf(status.since),
                    confirmed ? text(confirmed->date.edtf()) : Cell(),
                    confirmed ? text(confirmed->source) : Cell(),
                    Cell(status.prosecuted),
                    text(live_charges(status)),
                    text(cases),
                    text(designations),
                    integer(view.newest().number),
                    code(status.life),
                    Cell(status.open_prosecution),
                    edtf(person.born),
                    text(person.occupation),
                    text(tracker::base::join(person.groups, " ")),
                    text(tracker::base::join(person.tags, " ")),
                    code(person.identity)})
    row.push_back(std::move(cell));
  return row;
}

}  // namespace

Table people_table(const view::View& view) {
  Table table;
  table.name = "people";
  table.title = "People on the list";
  table.description = "One row a person, with the status that follows from the recorded events.";
  table.columns = {{"id", Type::Text, "Permanent identifier; never reused.", true, ""}};
  for (auto& column : in_languages(view, "name", "What the person is called")) table.columns.push_back(std::move(column));
  for (const Column& column : std::vector<Column>{
           {"also", Type::Text, "Other spellings, court forms and pseudonyms, separated by \"; \".", false, ""},
           {"sex", Type::Text, "Code.", false, ""},
           {"region", Type::Text, "Where the person lived or was prosecuted.", false, "places.id"},
           {"status", Type::Text, "Code of the status that is shown.", true, ""},
           {"liberty", Type::Text, "Code of the state of liberty.", true, ""},
           {"deprived_of_liberty", Type::Boolean, "Whether that state is deprivation of liberty.", false, ""},
           {"stage", Type::Text, "Code of the stage of the gravest case.", true, ""},
           {"since", Type::Edtf, "Since when the status holds.", false, ""},
           {"last_confirmed", Type::Edtf, "When a source last confirmed it.", false, ""},
           {"last_confirmed_by", Type::Text, "The source that did.", false, "sources.id"},
           {"prosecuted", Type::Boolean, "Whether the person was ever a defendant of a criminal case.", true, ""},
           {"charges", Type::Text, "Charges that stand now, separated by a space.", false, ""},
           {"cases", Type::Text, "Cases with the person as a defendant, separated by a space.", false, ""},
           {"designations", Type::Text, "Who recognises the person, separated by a space.", false, ""},
           version_column(),
           {"life", Type::Text, "Code: alive, died in custody, …", true, ""},
           {"open_prosecution", Type::Boolean, "Whether a criminal case is open or a sentence is being served.", true, ""},
           {"born", Type::Edtf, "Year of birth.", false, ""},
           {"occupation", Type::Text, "Code.", false, ""},
           {"groups", Type::Text, "Codes of groups, separated by a space.", false, ""},
           {"tags", Type::Text, "Codes of what the case is part of, separated by a space.", false, ""},
           {"identity", Type::Text, "How sure it is who this is; nothing where there is no doubt.", false, ""}})
    table.columns.push_back(column);
  table.key = {"id"};
  table.each = [&view](const RowSink& sink) {
    const auto cases = cases_by_person(view);
    each_person(view, [&](const Person& person, const Status& status) {
      const auto of_person = cases.find(person.id);
      sink(person_row(view, person, status, of_person == cases.end() ? "" : of_person->second));
    });
  };
  return table;
}

Table charges_table(const view::View& view) {
  Table table;
  table.name = "charges";
  table.title = "Charges";
  table.description = "One row a charge of a person, also those that no longer stand.";
  table.columns = {{"person", Type::Text, "Whom.", true, "people.id"},
                   {"case", Type::Text, "In which case; nothing where the events name none.", false, "cases.id"},
                   {"charge", Type::Text, "law:article.part", true, ""},
                   {"live", Type::Boolean, "Whether it stands.", true, ""},
                   {"convicted", Type::Boolean, "Whether a court found the person guilty of it.", true, ""},
                   {"since", Type::Edtf, "From when.", false, ""},
                   {"until", Type::Edtf, "To when.", false, ""},
                   {"replaced_by", Type::Text, "What it was reclassified into.", false, ""},
                   version_column()};
  table.each = [&view](const RowSink& sink) {
    each_person(view, [&](const Person& person, const Status& status) {
      for (const auto& of_case : status.cases)
        for (const auto& charge : of_case.charges)
          sink({text(person.id), text(of_case.case_id), text(charge.article), Cell(charge.live), Cell(charge.convicted),
                edtf(charge.since), edtf(charge.until), text(charge.replaced_by), integer(view.newest().number)});
    });
  };
  return table;
}

Table sentences_table(const view::View& view) {
  Table table;
  table.name = "sentences";
  table.title = "Sentences";
  table.description = "One row a sentence of a person, also those that have ended.";
  table.columns = {{"person", Type::Text, "Whom.", true, "people.id"},
                   {"case", Type::Text, "In which case.", false, "cases.id"},
                   {"kind", Type::Text, "Code of the main punishment.", false, ""},
                   {"months", Type::Integer, "Its length in months.", false, ""},
                   {"days", Type::Integer, "Its length in days, where it is counted so.", false, ""},
                   {"ban_months", Type::Integer, "Ban on activities beside it, in months.", false, ""},
                   {"labour_hours", Type::Integer, "Hours of labour.", false, ""},
                   {"fine", Type::Integer, "Fine in whole units of the currency.", false, ""},
                   {"currency", Type::Text, "ISO 4217.", false, ""},
                   {"since", Type::Edtf, "When it was passed.", false, ""},
                   {"in_force", Type::Boolean, "Whether it has entered into force.", true, ""},
                   {"added", Type::Boolean, "Whether it came on top of an earlier one.", true, ""},
                   {"ended", Type::Boolean, "Whether it was served, replaced, amnestied or quashed.", true, ""},
                   version_column()};
  table.each = [&view](const RowSink& sink) {
    each_person(view, [&](const Person& person, const Status& status) {
      for (const auto& of_case : status.cases)
        for (const auto& state : of_case.sentences) {
          const auto& sentence = state.sentence;
          sink({text(person.id), text(of_case.case_id), code(sentence.kind), integer(sentence.months),
                integer(sentence.days), integer(sentence.ban_months), integer(sentence.labour_hours),
                sentence.fine ? integer(sentence.fine->amount) : Cell(),
                sentence.fine ? text(sentence.fine->currency) : Cell(), edtf(state.since), Cell(state.in_force),
                Cell(state.added), Cell(state.ended), integer(view.newest().number)});
        }
    });
  };
  return table;
}

Table amnesties_table(const view::View& view) {
  Table table;
  table.name = "amnesties";
  table.title = "Amnesties";
  table.description = "One row a person and act: what was decided.";
  table.columns = {{"person", Type::Text, "Whom.", true, "people.id"},
                   {"act", Type::Text, "The act.", true, ""},
                   {"decision", Type::Text, "Code: pending, granted, refused.", true, ""},
                   {"effect", Type::Text, "Code of what a granted one did.", false, ""},
                   {"date", Type::Edtf, "When.", false, ""},
                   version_column()};
  table.each = [&view](const RowSink& sink) {
    each_person(view, [&](const Person& person, const Status& status) {
      for (const auto& amnesty : status.amnesties)
        sink({text(person.id), text(amnesty.act), code(amnesty.decision), code(amnesty.effect), edtf(amnesty.date),
              integer(view.newest().number)});
    });
  };
  return table;
}

Table designations_of_people_table(const view::View& view) {
  Table table;
  table.name = "recognitions";
  table.title = "Who recognises whom";
  table.description = "One row a person and body: since when, by which criterion. Never inferred.";
  table.columns = {{"person", Type::Text, "Whom.", true, "people.id"},
                   {"by", Type::Text, "Who.", true, "designations.id"},
                   {"since", Type::Edtf, "Since when.", false, ""},
                   {"until", Type::Edtf, "Until when.", false, ""},
                   {"criterion", Type::Text, "By which criterion of the body.", false, ""},
                   {"source", Type::Text, "The first source.", false, "sources.id"},
                   version_column()};
  table.each = [&view](const RowSink& sink) {
    for (const auto& person : view.record.people)
      for (const auto& recognition : person.designations)
        sink({text(person.id), text(recognition.by.id), edtf(recognition.since), edtf(recognition.until),
              text(recognition.criterion),
              recognition.sources.empty() ? Cell() : text(recognition.sources.front().source.id),
              integer(view.newest().number)});
  };
  return table;
}

}  // namespace sitegen::data
