#include "tracker/record/derived_rows.h"

#include "tracker/record/columns.h"

namespace tracker::record {
namespace {

class DerivedRows {
 public:
  explicit DerivedRows(db::Database& database)
      : event_person_(insert_into(database, "event_person", "person, position, owner_kind, owner, event")),
        status_(insert_into(
            database, "status",
            "person, display, since, since_is_computed, liberty, liberty_since, deprived, stage, life, "
            "prosecuted, open_prosecution, last_confirmed, last_confirmed_source, decisive_event")),
        case_(insert_into(database, "case_status", "person, position, case_id, kind, stage, stage_since")),
        charge_(insert_into(
            database, "charge_status",
            "person, case_position, position, article, live, convicted, since, until, replaced_by")),
        sentence_(insert_into(
            database, "sentence_status",
            "person, case_position, position, kind, months, days, ban_months, labour_hours, since, "
            "in_force, added, ended")),
        amnesty_(insert_into(database, "amnesty_status", "person, position, act, decision, effect, date")),
        restriction_(insert_into(database, "restriction", "person, position, kind, months, since")) {}

  void write_events(const model::Record& record, const model::CaseIndex& cases, const model::Person& person) {
    std::size_t position = 0;
    for (const auto& situated : model::events_of(record, cases, person)) {
      const bool is_own = situated.file == &person.file;
      event_person_.run(person.id, position++, is_own ? "person" : "case",
                        is_own ? person.id : situated.of_case->id, situated.event->id);
    }
  }

  void write_status(const std::string& person, const model::Status& status) {
    std::optional<std::string_view> confirmed, confirmed_by;
    if (status.last_confirmed) {
      confirmed = status.last_confirmed->date.edtf();
      confirmed_by = said(status.last_confirmed->source);
    }
    status_.run(person, model::code_of(status.display), edtf(status.since), status.since_is_computed,
                model::code_of(status.liberty), edtf(status.liberty_since), model::code_of(status.deprived),
                model::code_of(status.stage), model::code_of(status.life), status.prosecuted,
                status.open_prosecution, confirmed, confirmed_by, said(status.decisive_event));
    for (std::size_t position = 0; position < status.cases.size(); ++position)
      write_case(person, position, status.cases[position]);
    for (std::size_t position = 0; position < status.amnesties.size(); ++position) {
      const auto& amnesty = status.amnesties[position];
      amnesty_.run(person, position, said(amnesty.act), model::code_of(amnesty.decision),
                   code(amnesty.effect), edtf(amnesty.date));
    }
    for (std::size_t position = 0; position < status.restrictions.size(); ++position) {
      const auto& restriction = status.restrictions[position];
      restriction_.run(person, position, restriction.kind, restriction.months, edtf(restriction.since));
    }
  }

 private:
  void write_case(const std::string& person, std::size_t place, const model::CaseState& state) {
    case_.run(person, place, said(state.case_id), model::code_of(state.kind), model::code_of(state.stage),
              edtf(state.stage_since));
    for (std::size_t position = 0; position < state.charges.size(); ++position) {
      const auto& charge = state.charges[position];
      charge_.run(person, place, position, charge.article, charge.live, charge.convicted, edtf(charge.since),
                  edtf(charge.until), said(charge.replaced_by));
    }
    for (std::size_t position = 0; position < state.sentences.size(); ++position) {
      const auto& [sentence, since, in_force, added, ended] = state.sentences[position];
      sentence_.run(person, place, position, code(sentence.kind), sentence.months, sentence.days,
                    sentence.ban_months, sentence.labour_hours, edtf(since), in_force, added, ended);
    }
  }

  db::Statement event_person_;
  db::Statement status_;
  db::Statement case_;
  db::Statement charge_;
  db::Statement sentence_;
  db::Statement amnesty_;
  db::Statement restriction_;
};

}  // namespace

void delete_derived(db::Database& database) {
  for (const char* const table : {"event_person", "restriction", "amnesty_status", "sentence_status",
                                  "charge_status", "case_status", "status"})
    database.execute(std::string("DELETE FROM ") + table);
}

void write_derived(db::Database& database, const Sync& sync) {
  DerivedRows rows(database);
  const model::CaseIndex cases(*sync.record);
  for (std::size_t i = 0; i < sync.record->people.size(); ++i) {
    const auto& person = sync.record->people[i];
    rows.write_events(*sync.record, cases, person);
    rows.write_status(person.id, (*sync.statuses)[i]);
  }
}

}  // namespace tracker::record
