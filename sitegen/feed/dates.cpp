#include "sitegen/feed/dates.h"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <set>

#include "sitegen/view/links.h"
#include "sitegen/view/words.h"
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

    // What the last of them left is what the record says today: most people have no other version.
    const auto* listed = tracker::model::find_person(view_.record, person);
    State state;
    for (const auto& [number, shown] : versions) {
      const bool is_last = number == versions.rbegin()->first;
      if (!(is_last && listed))
        for (const auto* change : touched[number]) apply(state, *change);
      tracker::report::follow(history, person, is_last && listed ? clocks_today(*listed, *shown) : clocks_in(state, person, *shown),
                              shown->version->recorded);
    }
  }

 private:
  std::vector<tracker::rules::Clock> clocks_today(const tracker::model::Person& person,
                                                  const view::ShownVersion& shown) const {
    return tracker::rules::clocks_of(view_.record, view_.cases(), person, view_.laws(),
                                     tracker::base::day_of(shown.version->recorded));
  }

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

namespace {

/// The words that calendars are written in, and the files made of them.
class Calendars {
 public:
  Calendars(const view::View& view, const std::string& language)
      : view_(view), words_(view.record, language), root_(view::language_root(language, view.record.site.default_language)) {}

  view::OutputFile of_all(const tracker::report::ClockHistory& history) const {
    const auto title = words_("calendar.name", {{"site", words_.text(view_.record.site.title)}});
    return write(std::string(view::kDatesCalendar), {.record = &view_.record, .language = words_.language(), .all = true, .name = title},
                 history);
  }

  view::OutputFile of_person(const std::string& id, const tracker::report::ClockHistory& history) const {
    const auto* listed = tracker::model::find_person(view_.record, id);
    tracker::report::CalendarSource source{.record = &view_.record, .language = words_.language(), .all = false,
                                           .name = listed ? words_.name(*listed) : id};
    source.people = {id};
    return write(view::dates_path(id), source, history);
  }

 private:
  view::OutputFile write(const std::string& path, const tracker::report::CalendarSource& source,
                         const tracker::report::ClockHistory& history) const {
    const auto word = [&](const std::string& key, const std::string& code) { return words_(key + '.' + code); };
    return {root_ + path, tracker::report::calendar(source, history, word)};
  }

  const view::View& view_;
  const view::Words words_;
  const std::string root_;
};

/// Made by whoever needs it first, once in a process.
template <class Thing>
class Lazy {
 public:
  explicit Lazy(std::function<std::unique_ptr<Thing>()> make) : make_(std::move(make)) {}
  const Thing& get() {
    if (!thing_) thing_ = make_();
    return *thing_;
  }

 private:
  std::function<std::unique_ptr<Thing>()> make_;
  std::unique_ptr<Thing> thing_;
};

}  // namespace

view::Parts date_parts(const view::View& view, view::Keys& keys) {
  const auto histories = std::make_shared<Lazy<Histories>>([&view] { return std::make_unique<Histories>(view); });
  const auto everyone = std::make_shared<const std::map<std::string, std::set<std::string>>>(everybody(view));
  view::Parts parts;
  if (!view.record.site.offers(tracker::model::Download::Calendars)) return parts;
  for (const auto& language : view.record.site.languages) {
    const auto calendars = std::make_shared<Lazy<Calendars>>(
        [&view, language] { return std::make_unique<Calendars>(view, language); });
    parts.push_back({language + "/calendar", keys.everything(), [&view, calendars] {
                       return std::vector{calendars->get().of_all(date_history(view))};
                     }});
    for (const auto& [id, cases] : *everyone) {
      const auto* listed = tracker::model::find_person(view.record, id);
      parts.push_back({language + "/calendar/" + id, listed ? keys.of(*listed) : keys.everything(),
                       [histories, everyone, calendars, &id = id, &cases = cases] {
                         tracker::report::ClockHistory history;
                         histories->get().follow(id, cases, history);
                         return history.empty() ? std::vector<view::OutputFile>()
                                                : std::vector{calendars->get().of_person(id, history)};
                       }});
    }
  }
  return parts;
}

}  // namespace sitegen::feed
