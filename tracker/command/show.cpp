#include "tracker/base/text.h"
#include "tracker/command/commands.h"
#include "tracker/command/state.h"
#include "tracker/report/person.h"

namespace tracker::command {
namespace {

std::string sources_of(const model::Record& record, const model::Event& event) {
  std::vector<std::string> names;
  for (const auto& citation : event.sources) {
    const auto* source = model::find_source(record, citation.source.id);
    std::string name = source ? source->title.in(record.site.default_language, record.site.default_language)
                              : citation.source.id;
    if (!citation.locator.empty()) name += ", " + citation.locator;
    names.push_back(name);
  }
  return base::join(names, "; ");
}

void print_event(const ShownState& shown, const model::SituatedEvent& situated, std::ostream& out) {
  const auto& event = *situated.event;
  const auto& language = shown.record.site.default_language;
  std::string line = label(shown.record, "event", std::string(model::code_of(event.type)));
  std::vector<std::string> charges;
  for (const auto& charge : event.charges) charges.push_back(charge.id);
  if (!charges.empty()) line += " (" + base::join(charges, ", ") + ")";
  if (event.sentence && event.sentence->kind) {
    line += ": " + label(shown.record, "sentence", std::string(model::code_of(*event.sentence->kind)));
    if (event.sentence->months) line += ", " + std::to_string(*event.sentence->months) + " months";
  }
  if (event.days) line += ", " + std::to_string(*event.days) + " days";
  const std::string date = event.date ? event.date->edtf() : "date unknown";
  out << "  " << date << std::string(date.size() < 18 ? 18 - date.size() : 1, ' ') << base::visible(line) << '\n';
  const std::string indent(20, ' ');
  if (!event.text.empty()) out << indent << base::visible(event.text.in(language, language)) << '\n';
  out << indent << "— " << base::visible(sources_of(shown.record, event)) << '\n';
}

void print_person(const ShownState& shown, const model::Person& person, const model::Status& status, Context& context) {
  auto& out = context.out;
  const auto code = [&](const char* key, std::string_view value) { return label(shown.record, key, std::string(value)); };
  out << (context.colour ? "\x1b[1m" : "") << base::visible(shown_name(shown.record, person))
      << (context.colour ? "\x1b[0m" : "") << "  " << person.id << '\n';
  out << code("status", model::code_of(status.display));
  if (status.since) out << ", since " << status.since->edtf();
  if (status.last_confirmed)
    out << "; last confirmed " << status.last_confirmed->date.edtf() << " by " << status.last_confirmed->source;
  out << "\n\n  liberty           " << code("liberty", model::code_of(status.liberty)) << "\n  stage             "
      << code("stage", model::code_of(status.stage)) << "\n  deprived          "
      << model::code_of(status.deprived) << '\n';
  for (const auto& recognition : person.designations) {
    const auto* designation = model::find_designation(shown.record, recognition.by.id);
    out << "  designated by     " << base::visible(designation ? designation->body : recognition.by.id) << '\n';
  }
  out << '\n';
  for (const auto& situated : model::events_of(shown.record, person)) print_event(shown, situated, out);
}

}  // namespace

int show(const ShowOptions& options, Context& context) {
  const ShownState shown = shown_state(options.as_of, options.as_known, context);
  const auto* person = &person_in(shown, options.id, "show");
  const auto& status = shown.statuses[static_cast<std::size_t>(person - shown.record.people.data())];
  if (options.format.json) {
    const rules::LawBook book(shown.record);
    const auto law = rules::law_of(shown.record, *person, book, shown.as_of);
    context.out << report::person_json(shown.record, *person, status, &law);
  } else {
    print_person(shown, *person, status, context);
  }
  return kDone;
}

}  // namespace tracker::command
