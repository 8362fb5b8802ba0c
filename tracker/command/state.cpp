#include "tracker/command/state.h"

#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/record/store.h"
#include "tracker/rules/status.h"

namespace tracker::command {

ShownState shown_state(const std::optional<std::string>& as_of, const std::optional<int>& as_known,
                       const Context& context) {
  const record::Reader reader(context.paths.database);
  const auto versions = reader.versions();
  ShownState shown;
  shown.as_of = base::day_of(context.now);
  shown.version = versions.empty() ? 0 : versions.back().number;
  shown.record = reader.content();
  if (as_known) {
    if (*as_known < 1 || *as_known > shown.version)
      throw base::UsageError("there is no version " + std::to_string(*as_known),
                             shown.version == 0 ? "nothing was recorded yet: run `tracker record`"
                                                : "versions go from 1 to " + std::to_string(shown.version));
    version::State state;
    for (const auto& version : versions) {
      if (version.number > *as_known) break;
      version::apply(state, version);
      shown.as_of = base::day_of(version.recorded);
    }
    auto words = std::move(shown.record.words);  // labels are not versioned
    shown.record = version::record_of(state);
    shown.record.words = std::move(words);
    shown.version = *as_known;
  }
  if (as_of) {
    std::string why;
    const auto date = base::PartialDate::parse(*as_of, &why);
    if (!date) throw base::UsageError("--as-of: " + why, "write a day as 2022-11-02, or a month or year");
    shown.as_of = date->latest();
  }
  shown.statuses = rules::statuses_of(shown.record, shown.as_of);
  return shown;
}

const model::Person& person_in(const ShownState& shown, const std::string& id, const std::string& command) {
  if (const auto* person = model::find_person(shown.record, id)) return *person;
  std::vector<std::string> ids;
  for (const auto& candidate : shown.record.people) ids.push_back(candidate.id);
  const auto near = base::closest(id, ids);
  throw base::Error(command + ": there is nobody with the id \"" + id + "\"",
                    near ? "did you mean \"" + *near + "\"?" : "`tracker list` shows all ids");
}

std::string label(const model::Record& record, const std::string& key, const std::string& code) {
  if (const auto* words = model::find_words(record, record.site.default_language))
    if (const auto found = words->words.find(key + "." + code); found != words->words.end()) return found->second;
  return code;
}

std::string shown_name(const model::Record& record, const model::Person& person) {
  if (person.name.empty()) return "(name unknown)";
  return person.name.in(record.site.default_language, record.site.default_language);
}

}  // namespace tracker::command
