#include "tracker/report/calendar.h"

#include <algorithm>
#include <set>

#include "tracker/report/ics.h"

namespace tracker::report {
namespace {

using rules::Clock;

/// Whom a version can have given other clocks.
std::set<std::string> touched(const version::Version& version, const model::Record& record) {
  std::set<std::string> people;
  for (const auto& change : version.changes) {
    const std::string_view entity = change.entity;
    if (entity.starts_with("law/")) {
      for (const auto& person : record.people) people.insert(person.id);
    } else if (entity.starts_with("person/")) {
      people.emplace(entity.substr(7));
    } else if (entity.starts_with("case/")) {
      if (const auto* of_case = model::find_case(record, entity.substr(5)))
        for (const auto& defendant : of_case->defendants) people.insert(defendant.id);
    }
  }
  return people;
}

DatedClock dated(const std::string& person, const Clock& clock, base::Instant now) {
  return {.person = person,
          .id = clock.id,
          .kind = clock.kind,
          .case_id = clock.case_id,
          .article = clock.article,
          .when = clock.reckoning.when,
          .open_end = clock.reckoning.open_end,
          .told = clock.told,
          .certainty = clock.reckoning.certainty,
          .changed = now};
}

bool says_the_same(const DatedClock& a, const DatedClock& b) {
  return a.when == b.when && a.open_end == b.open_end && a.told == b.told && a.certainty == b.certainty &&
         a.cancelled == b.cancelled;
}

void follow_known(std::map<std::string, DatedClock>& known, const std::string& person, const std::vector<Clock>& now,
                  base::Instant when) {
  std::set<std::string> seen;
  for (const auto& clock : now) {
    auto fresh = dated(person, clock, when);
    seen.insert(clock.id);
    const auto [place, is_new] = known.try_emplace(clock.id, fresh);
    if (is_new || says_the_same(place->second, fresh)) continue;
    fresh.sequence = place->second.sequence + 1;
    place->second = std::move(fresh);
  }
  for (auto& [id, clock] : known) {
    if (seen.contains(id) || clock.cancelled) continue;
    clock.cancelled = true;
    ++clock.sequence;
    clock.changed = when;
  }
}

std::string authority(const model::Site& site) {
  return site.tag_authority.substr(0, site.tag_authority.find(','));
}

/// What calendars say of a clock, in one language.
class Teller {
 public:
  Teller(const CalendarSource& source, const WordSource& word) : source_(source), word_(word) {}

  Calendar calendar() const {
    const auto& site = source_.record->site;
    Calendar calendar;
    calendar.name = source_.name.empty() ? site.title.in(source_.language, site.default_language) : source_.name;
    calendar.language = source_.language;
    return calendar;
  }

  CalendarEntry entry(const DatedClock& clock) const {
    const auto& site = source_.record->site;
    const bool is_listed = model::find_person(*source_.record, clock.person) != nullptr;
    CalendarEntry entry;
    entry.uid = clock.person + '/' + clock.id + '@' + authority(site);
    entry.first = clock.when.earliest;
    entry.last = last_day(clock);
    entry.said = clock.changed;
    entry.sequence = clock.sequence;
    entry.summary = summary(clock);
    // Of somebody who is no longer on the list nothing more is told than that the event is off.
    if (is_listed) entry.description = description(clock);
    if (is_listed && !site.base_url.empty()) entry.url = site.base_url + page(clock);
    entry.tentative = !clock.told;
    entry.cancelled = clock.cancelled;
    return entry;
  }

 private:
  /// A range of weeks is shown as one; of a longer one the first day, and the text says the rest.
  static base::Day last_day(const DatedClock& clock) {
    static constexpr auto kLongest = std::chrono::days(45);
    return clock.when.latest - clock.when.earliest <= kLongest && !clock.open_end ? clock.when.latest
                                                                                 : clock.when.earliest;
  }

  std::string name_of(const std::string& id) const {
    const auto* person = model::find_person(*source_.record, id);
    if (!person || person->name.empty()) return id;
    return person->name.in(source_.language, source_.record->site.default_language);
  }

  std::string summary(const DatedClock& clock) const {
    return name_of(clock.person) + ": " + word_("clock", std::string(model::code_of(clock.kind))) + " (" +
           word_("calendar", clock.told ? "told" : "computed") + ')';
  }

  std::string description(const DatedClock& clock) const {
    std::string text = word_("calendar", clock.open_end ? "not_before" : "between") + ' ' +
                       base::to_iso(clock.when.earliest);
    if (!clock.open_end && clock.when.latest != clock.when.earliest)
      text += " … " + base::to_iso(clock.when.latest);
    text += ". " + word_("calendar", "certainty") + ' ' +
            word_("certainty", std::string(model::code_of(clock.certainty))) + '.';
    if (const auto* of_case = model::find_case(*source_.record, clock.case_id))
      text += '\n' + of_case->title.in(source_.language, source_.record->site.default_language);
    return text + '\n' + word_("calendar", "standing");
  }

  std::string page(const DatedClock& clock) const {
    const auto& site = source_.record->site;
    const std::string root = source_.language == site.default_language ? "" : source_.language + '/';
    return root + "people/" + clock.person + ".html";
  }

  const CalendarSource& source_;
  const WordSource& word_;
};

}  // namespace

void follow(ClockHistory& history, const std::string& person, const std::vector<Clock>& now, base::Instant when) {
  if (!now.empty() || history.contains(person)) follow_known(history[person], person, now, when);
}

ClockHistory clock_history(const model::Record& newest, const std::vector<version::Version>& versions) {
  ClockHistory history;
  version::State state;
  for (const auto& version : versions) {
    version::apply(state, version);
    // The newest state is at hand; the others have to be made.
    const bool is_newest = &version == &versions.back();
    const model::Record made = is_newest ? model::Record{} : version::record_of(state);
    const model::Record& record = is_newest ? newest : made;
    const rules::LawBook book(record);
    const model::CaseIndex cases(record);
    for (const auto& id : touched(version, record)) {
      const auto* person = model::find_person(record, id);
      const auto now = person ? rules::clocks_of(record, cases, *person, book, base::day_of(version.recorded))
                              : std::vector<Clock>();
      follow(history, id, now, version.recorded);
    }
  }
  return history;
}

std::string calendar(const CalendarSource& source, const ClockHistory& history, const WordSource& word) {
  const Teller teller(source, word);
  Calendar calendar = teller.calendar();
  const std::set<std::string> wanted(source.people.begin(), source.people.end());
  for (const auto& [person, clocks] : history) {
    if (!source.all && !wanted.contains(person)) continue;
    for (const auto& [id, clock] : clocks) {
      calendar.said = std::max(calendar.said, clock.changed);
      calendar.entries.push_back(teller.entry(clock));
    }
  }
  return to_ics(calendar);
}

}  // namespace tracker::report
