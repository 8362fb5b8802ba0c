#include "tracker/base/text.h"
#include "tracker/command/commands.h"
#include "tracker/command/state.h"
#include "tracker/record/store.h"
#include "tracker/report/assess.h"
#include "tracker/report/calendar.h"

namespace tracker::command {
namespace {

using rules::Clock;
using rules::WorkLine;

std::string shown_days(const rules::DayRange& days) {
  const auto open = rules::DayRange::open();
  const std::string first = days.earliest == open.earliest ? "?" : base::to_iso(days.earliest);
  const std::string last = days.latest == open.latest ? "?" : base::to_iso(days.latest);
  return first == last ? first : first + " … " + last;
}

std::string shown_count(const std::pair<int, int>& count) {
  return count.first == count.second ? std::to_string(count.first)
                                     : std::to_string(count.first) + "–" + std::to_string(count.second);
}

/// The line of a sum: sign, amount, what it is.
std::string line_of(const model::Record& record, const WorkLine& line) {
  std::string text(rules::code_of(line.work));
  text += std::string(text.size() < 14 ? 14 - text.size() : 1, ' ');
  if (line.count) text += shown_count(*line.count) + ' ';
  if (!line.rate.empty()) text += "× " + line.rate + ' ';
  if (line.liberty != model::Liberty::Unknown) text += std::string(model::code_of(line.liberty)) + ' ';
  if (line.days) text += shown_days(*line.days) + ' ';
  if (line.words) text += line.words->in(record.site.default_language, record.site.default_language) + ' ';
  return text;
}

void print_clock(const model::Record& record, const Clock& clock, std::ostream& out) {
  const auto& reckoning = clock.reckoning;
  out << "  " << label(record, "clock", std::string(model::code_of(clock.kind))) << ": ";
  if (reckoning.open_end)
    out << "not before " << base::to_iso(reckoning.when.earliest);
  else
    out << shown_days(reckoning.when);
  out << (clock.told ? " (told by a source; " : " (computed; ")
      << label(record, "certainty", std::string(model::code_of(reckoning.certainty))) << ')';
  if (!clock.case_id.empty()) out << "  " << clock.case_id;
  if (!clock.article.empty()) out << "  " << clock.article;
  out << '\n';
  for (const auto& line : reckoning.lines) {
    out << "      " << base::visible(line_of(record, line));
    if (!line.citation.empty())
      out << " [" << base::visible(line.citation) << "; "
          << label(record, "certainty", std::string(model::code_of(line.certainty))) << ']';
    out << '\n';
  }
}

report::CalendarSource calendar_of(const ShownState& shown, const std::optional<std::string>& id) {
  report::CalendarSource source{.record = &shown.record, .language = shown.record.site.default_language};
  for (const auto& person : shown.record.people)
    if (!id || person.id == *id) source.people.push_back(person.id);
  return source;
}

}  // namespace

int clocks(const ClocksOptions& options, Context& context) {
  const ShownState shown = shown_state(options.as_of, options.as_known, context);
  if (options.id) person_in(shown, *options.id, "clocks");
  if (options.ics) {
    const record::Reader reader(context.paths.database);
    auto versions = reader.versions();
    std::erase_if(versions, [&](const version::Version& version) { return version.number > shown.version; });
    const auto history = report::clock_history(shown.record, versions);
    const auto word = [&](const std::string& key, const std::string& code) { return label(shown.record, key, code); };
    context.out << report::calendar(calendar_of(shown, options.id), history, word);
    return kDone;
  }
  const rules::LawBook book(shown.record);
  const model::CaseIndex cases(shown.record);
  bool first = true;
  if (options.format.json && !options.id) context.out << "[\n";
  for (const auto& person : shown.record.people) {
    if (options.id && person.id != *options.id) continue;
    const auto all = rules::clocks_of(shown.record, cases, person, book, shown.as_of);
    if (options.format.json) {
      if (!options.id && all.empty()) continue;
      if (!options.id && !first) context.out << ",\n";
      std::string json = report::clocks_json(shown.record, person, all, shown.as_of);
      if (!options.id) json.pop_back();
      context.out << json;
    } else {
      if (all.empty() && !options.id) continue;
      context.out << (first ? "" : "\n") << base::visible(shown_name(shown.record, person)) << "  " << person.id << '\n';
      if (all.empty()) context.out << "  nothing to compute: no term, ban or open charge whose dates are told\n";
      for (const auto& clock : all) print_clock(shown.record, clock, context.out);
    }
    first = false;
  }
  if (options.format.json && !options.id) context.out << "\n]\n";
  return kDone;
}

}  // namespace tracker::command
