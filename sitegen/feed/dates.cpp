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

  void follow(const tracker::model::Person& person, tracker::report::ClockHistory& history) const {
    // Every version that can have moved a clock, with what it did to the person and the person's cases.
    std::map<int, std::vector<const view::EntityChange*>> touched;
    std::map<int, const view::ShownVersion*> versions;
    const auto note = [&](std::string_view kind, const std::string& id) {
      for (const auto& trace : view_.trail_of(kind, id)) {
        touched[trace.shown->version->number].push_back(trace.change);
        versions[trace.shown->version->number] = trace.shown;
      }
    };
    note("person", person.id);
    for (const auto* of_case : view_.cases().of(person)) note("case", of_case->id);
    for (const auto& shown : view_.history)
      if (laws_.contains(shown.version->number)) versions[shown.version->number] = &shown;

    State state;
    for (const auto& [number, shown] : versions) {
      for (const auto* change : touched[number]) apply(state, *change);
      tracker::report::follow(history, person.id, clocks_in(state, person.id, *shown), shown->version->recorded);
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

}  // namespace

tracker::report::ClockHistory date_history(const view::View& view) {
  const Histories histories(view);
  tracker::report::ClockHistory history;
  for (const auto& person : view.record.people) histories.follow(person, history);
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
    source.name = words.name(*tracker::model::find_person(view.record, person));
    files.push_back({root + view::dates_path(person), tracker::report::calendar(source, history, word)});
  }
  return files;
}

}  // namespace sitegen::feed
