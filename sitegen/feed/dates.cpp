#include "sitegen/feed/dates.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "sitegen/view/links.h"
#include "tracker/version/fields.h"

namespace sitegen::feed {
namespace {

using tracker::version::State;

/// The laws as a version knew them; nothing in it moves once it is made.
struct LawsThen {
  explicit LawsThen(tracker::model::Record made) : record(std::move(made)), book(record) {}
  const tracker::model::Record record;
  const tracker::rules::LawBook book;
};

void apply(State& state, const view::EntityChange& change) {
  auto& fields = state[change.kind + '/' + change.id];
  for (const auto& one : change.changes) {
    if (one.after)
      fields.insert_or_assign(one.field, *one.after);
    else
      fields.erase(one.field);
  }
  if (fields.empty()) state.erase(change.kind + '/' + change.id);
}

class Histories {
 public:
  explicit Histories(const view::View& view) : view_(view) {
    State laws;
    for (const auto& shown : view.history) {
      bool any = false;
      for (const auto& change : shown.entities)
        if (change.kind == "law") {
          apply(laws, change);
          any = true;
        }
      if (any) laws_[shown.version->number] = std::make_unique<LawsThen>(tracker::version::record_of(laws));
    }
  }

  void follow(const std::string& person, const std::set<std::string>& cases,
              tracker::report::ClockHistory& history) const {
    // Every version that can have moved a clock, with what it did to the person and the person's cases.
    std::map<int, std::vector<const view::EntityChange*>> touched;
    std::map<int, const view::ShownVersion*> versions;
    const auto note = [&](std::string_view kind, const std::string& id) {
      for (const auto& trace : view_.trail_of(kind, id)) {
        touched[trace.shown->version->number].push_back(trace.change);
        versions[trace.shown->version->number] = trace.shown;
      }
    };
    note("person", person);
    for (const auto& id : cases) note("case", id);
    for (const auto& shown : view_.history)
      if (laws_.contains(shown.version->number)) versions[shown.version->number] = &shown;

    State state;
    for (const auto& [number, shown] : versions) {
      for (const auto* change : touched[number]) apply(state, *change);
      tracker::report::follow(history, person, clocks_in(state, person, *shown), shown->version->recorded);
    }
  }

 private:
  std::vector<tracker::rules::Clock> clocks_in(const State& state, const std::string& id,
                                               const view::ShownVersion& shown) const {
    const auto after = laws_.upper_bound(shown.version->number);
    if (after == laws_.begin()) return {};
    const auto& laws = *std::prev(after)->second;
    const auto record = tracker::version::record_of(state);
    const auto* person = tracker::model::find_person(record, id);
    if (!person) return {};
    return tracker::rules::clocks_of(record, tracker::model::CaseIndex(record), *person, laws.book,
                                     tracker::base::day_of(shown.version->recorded));
  }

  const view::View& view_;
  std::map<int, std::unique_ptr<LawsThen>> laws_;
};

/// Everybody who is or was on the list, with the cases that they are or were defendants of: what calendars once told of
/// somebody has to be taken back there.
std::map<std::string, std::set<std::string>> everybody(const view::View& view) {
  std::map<std::string, std::set<std::string>> cases_of;
  for (const auto& person : view.record.people) {
    auto& cases = cases_of[person.id];
    for (const auto* of_case : view.cases().of(person)) cases.insert(of_case->id);
  }
  std::set<std::string> gone;
  for (const auto& shown : view.history)
    for (const auto& entity : shown.entities)
      if (entity.kind == "person" && !cases_of.contains(entity.id)) gone.insert(entity.id);
  if (gone.empty()) return cases_of;  // most often; the changes of all cases are a lot to look at
  for (const auto& person : gone) cases_of[person];
  for (const auto& shown : view.history)
    for (const auto& entity : shown.entities) {
      if (entity.kind != "case") continue;
      for (const auto& change : entity.changes)
        if (change.field == "defendants")
          for (const auto& person : gone)
            if (change.after && change.after->find('"' + person + '"') != std::string::npos)
              cases_of[person].insert(entity.id);
    }
  return cases_of;
}

}  // namespace

tracker::report::ClockHistory date_history(const view::View& view) {
  const Histories histories(view);
  tracker::report::ClockHistory history;
  for (const auto& [person, cases] : everybody(view)) histories.follow(person, cases, history);
  return history;
}

std::vector<view::OutputFile> date_calendars(const view::View& view, const view::Words& words) {
  const std::string root = view::language_root(words.language(), view.record.site.default_language);
  const auto history = date_history(view);
  const auto word = [&](const std::string& key, const std::string& code) { return words(key + '.' + code); };
  const auto title = words("calendar.name", {{"site", words.text(view.record.site.title)}});
  tracker::report::CalendarSource source{.record = &view.record, .language = words.language(), .all = true, .name = title};
  std::vector<view::OutputFile> files;
  files.push_back({root + std::string(view::kDatesCalendar), tracker::report::calendar(source, history, word)});
  source.all = false;
  for (const auto& [person, clocks] : history) {
    source.people = {person};
    const auto* listed = tracker::model::find_person(view.record, person);
    source.name = listed ? words.name(*listed) : person;
    files.push_back({root + view::dates_path(person), tracker::report::calendar(source, history, word)});
  }
  return files;
}

}  // namespace sitegen::feed
