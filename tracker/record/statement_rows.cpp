#include "tracker/record/statement_rows.h"

#include "tracker/propose/json.h"
#include "tracker/record/columns.h"
#include "tracker/record/told_json.h"

namespace tracker::record {

std::vector<PageKey> read_page_keys(db::Database& database) {
  std::vector<PageKey> keys;
  auto select = database.prepare("SELECT source, snapshot, url, reader FROM read_page ORDER BY source, snapshot, url");
  auto rows = select.rows();
  while (rows.next()) keys.push_back({rows.text(0), rows.text(1), rows.text(2), rows.text(3)});
  return keys;
}

std::vector<propose::Told> read_told(db::Database& database) {
  std::vector<propose::Told> all;
  auto select = database.prepare(
      "SELECT source, snapshot, document FROM statement ORDER BY source, snapshot, url, position");
  auto rows = select.rows();
  while (rows.next()) {
    auto told = told_from_json(rows.text(2));
    told.source = rows.text(0);
    told.snapshot = rows.text(1);
    all.push_back(std::move(told));
  }
  return all;
}

void write_pages(db::Database& database, const PageSync& sync) {
  db::Transaction transaction(database);
  auto remove = database.prepare("DELETE FROM read_page WHERE source = ? AND snapshot = ? AND url = ?");
  for (const auto& key : sync.gone) remove.run(key.source, key.snapshot, key.url);
  for (const auto& page : sync.fresh) remove.run(page.key.source, page.key.snapshot, page.key.url);
  auto page_row = insert_into(database, "read_page", "source, snapshot, url, reader, statements");
  auto row = insert_into(database, "statement",
                         "source, snapshot, url, position, person, event, date, quote, rule, document");
  for (const auto& page : sync.fresh) {
    const auto& key = page.key;
    page_row.run(key.source, key.snapshot, key.url, key.reader, page.told.size());
    for (std::size_t position = 0; position < page.told.size(); ++position) {
      const auto& told = page.told[position];
      row.run(key.source, key.snapshot, key.url, position, told.said.person, model::code_of(told.said.event),
              edtf(told.said.date), told.said.quote, told.said.rule, to_json(told));
    }
  }
  transaction.commit();
}

void write_proposals(db::Database& database, const std::vector<propose::Proposal>& proposals) {
  db::Transaction transaction(database);
  database.execute("DELETE FROM proposal");
  auto row = insert_into(database, "proposal",
                         "id, position, kind, name, person, event, date, known_event, independent, bulk, document");
  for (std::size_t position = 0; position < proposals.size(); ++position) {
    const auto& proposal = proposals[position];
    row.run(proposal.id, position, propose::code_of(proposal.kind), proposal.person, said(proposal.person_id),
            model::code_of(proposal.event.type), edtf(proposal.event.date), said(proposal.known_event),
            proposal.independent, proposal.may_go_in_bulk(), propose::to_json(proposal));
  }
  transaction.commit();
}

}  // namespace tracker::record
