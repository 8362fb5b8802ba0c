// The update job. It ends with what a person should know and do; a source that cannot be seen never keeps the rest back.
#include "tracker/command/commands.h"
#include "tracker/command/fetch.h"
#include "tracker/command/record.h"
#include "tracker/command/state.h"
#include "tracker/review/page.h"

namespace tracker::command {
namespace {

/// Status changes of people in a version, in words: the lines that somebody reads first.
void print_status_changes(const Recorded& recorded, std::ostream& err) {
  const auto& version = *recorded.version;
  int shown = 0;
  for (const auto& change : version.changes) {
    static constexpr std::string_view kPerson = "person/";
    if (change.field != "derived.status" || !change.entity.starts_with(kPerson) || !change.value) continue;
    if (++shown > 20) continue;
    const auto* person = model::find_person(recorded.content.record, change.entity.substr(kPerson.size()));
    const std::string code = change.value->substr(1, change.value->size() - 2);
    err << "    " << (person ? shown_name(recorded.content.record, *person) : change.entity) << ": "
        << label(recorded.content.record, "status", code) << '\n';
  }
  if (shown > 20) err << "    … and " << shown - 20 << " more: `tracker changes --since " << version.number - 1 << "`\n";
}

void print_recorded(const Recorded& recorded, std::ostream& err) {
  if (!recorded.version) {
    const auto& versions = recorded.content.versions;
    err << "update: nothing changed since version " << (versions.empty() ? 0 : versions.back().number) << '\n';
    return;
  }
  const auto& version = *recorded.version;
  err << "update: version " << version.number << ": " << version.headline.persons.current << " people, "
      << version.headline.deprived.current << " deprived of liberty, " << version.headline.prosecuted.current
      << " prosecuted; " << version.changes.size() << " changes\n";
  print_status_changes(recorded, err);
}

/// Who waits, and for what: enough to know whether to look today.
void print_proposals(const Recorded& recorded, std::ostream& err) {
  const auto& proposals = recorded.reading.proposals;
  if (proposals.empty()) return;
  err << "    " << proposals.size() << (proposals.size() == 1 ? " proposal" : " proposals") << ": `tracker review`\n";
  static constexpr std::size_t kMostShown = 10;
  for (std::size_t i = 0; i < proposals.size() && i < kMostShown; ++i)
    err << "      " << review::person_words(recorded.content.record, proposals[i]) << ": "
        << review::event_words(proposals[i].event) << '\n';
  if (proposals.size() > kMostShown) err << "      … and " << proposals.size() - kMostShown << " more\n";
}

}  // namespace

int update(const UpdateOptions& options, Context& context) {
  int unseen = 0;
  if (options.offline) {
    context.err << "update: offline, nothing is fetched\n";
  } else {
    context.err << "update: following the sources\n";
    const FetchRun run = fetch_sources(options.fetch, context);
    unseen = run.unseen();
    context.err << "update: " << summary(run) << '\n';
    if (run.stopped) {
      context.err << "update: stopped; what was fetched is kept, nothing was recorded\n";
      return kFailed;
    }
  }
  const Recorded recorded = record_content(options.record, context);
  print_recorded(recorded, context.err);

  const auto& reading = recorded.reading;
  if (reading.pages > 0) context.err << "update: " << summary(reading) << '\n';
  for (const auto& why : reading.failed) context.err << "update: not read: " << why << '\n';

  const auto waiting = recorded.content.findings.size();
  if (waiting > 0 || unseen > 0 || !reading.proposals.empty()) {
    context.err << "update: for a person to look at:\n";
    if (waiting > 0)
      context.err << "    " << count_findings(recorded.content.findings) << " in " << context.paths.shown_content()
                  << ": `tracker check`\n";
    print_proposals(recorded, context.err);
    if (unseen > 0)
      context.err << "    " << unseen << " sources could not be seen, which says nothing about anybody: `tracker sources`\n";
  }
  return context.strict && (waiting > 0 || unseen > 0 || !reading.proposals.empty()) ? kWaiting : kDone;
}

}  // namespace tracker::command
