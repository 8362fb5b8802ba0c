// Notices of hearings that a person hands in as CSV: one line a notice. A head names the fields, by the codes of column
// rules (case_number, court, judge, date, time, parties, articles, hearing, outcome) or by the headers that the source's
// own rules name.
#include "tracker/base/text.h"
#include "tracker/parse/court_fields.h"
#include "tracker/parse/csv.h"
#include "tracker/parse/folded.h"
#include "tracker/parse/kinds.h"

namespace tracker::parse {
namespace {

std::vector<std::optional<model::CourtField>> fields_of(const CsvLine& head, const model::Source& source) {
  std::vector<std::optional<model::CourtField>> fields;
  for (const auto& value : head.values) {
    const std::string name = folded(value);
    auto field = model::from_code<model::CourtField>(name);
    for (const auto& rule : source.columns)
      if (!field && !rule.header.empty() && name.find(folded(rule.header)) != std::string::npos) field = rule.field;
    fields.push_back(field);
  }
  return fields;
}

}  // namespace

void read_notices(const Input& input, Parsed& parsed) {
  const std::string text = decode_into(input, markup::Syntax::Text, parsed);
  const Csv csv = read_csv(text, kMostRows + 1);
  if (csv.is_cut) leave_out("more than " + std::to_string(kMostRows) + " lines: the rest is left out", parsed);
  const auto fields = csv.lines.empty() ? std::vector<std::optional<model::CourtField>>{} : fields_of(csv.lines[0], input.source);
  bool has_number = false;
  for (const auto& field : fields) has_number = has_number || field == model::CourtField::CaseNumber;
  if (!has_number) {
    parsed.outcome = model::ReadingOutcome::Unreadable;
    parsed.detail = "the first line of the CSV names no column case_number";
    return;
  }
  for (std::size_t c = 0; c < fields.size(); ++c)
    if (!fields[c]) leave_out("the column \"" + base::shorten(csv.lines[0].values[c], 60) + "\" is not known", parsed);
  std::string words;
  for (std::size_t r = 1; r < csv.lines.size(); ++r) {
    FieldWords said;
    for (std::size_t c = 0; c < std::min(fields.size(), csv.lines[r].values.size()); ++c)
      if (fields[c]) said[*fields[c]] = csv.lines[r].values[c];
    CourtRow row = court_row(said, input.zone);
    row.table = 1;
    row.row = csv.lines[r].line;
    row.cells = csv.lines[r].values;
    words += base::join(row.cells, "\t") + '\n';
    parsed.rows.push_back(std::move(row));
  }
  parsed.pages.push_back(std::move(words));
}

}  // namespace tracker::parse
