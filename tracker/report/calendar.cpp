#include "tracker/report/calendar.h"

#include <algorithm>
#include <set>

#include "tracker/base/text.h"

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

std::string date_value(base::Day day) {
  std::string iso = base::to_iso(day);
  std::erase(iso, '-');
  return iso;
}

std::string time_value(base::Instant instant) {
  std::string text = base::to_rfc3339(instant);
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

std::string authority(const model::Site& site) {
  return site.tag_authority.substr(0, site.tag_authority.find(','));
}

class Calendar {
 public:
  Calendar(const CalendarSource& source, const WordSource& word) : source_(source), word_(word) {}

  void line(std::string_view name, std::string_view value) {
    text_ += folded(std::string(name) + ':' + std::string(value));
  }

  void begin() {
    const auto& site = source_.record->site;
    const std::string name = escaped_text(
        source_.name.empty() ? site.title.in(source_.language, site.default_language) : source_.name);
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//Tizim//Dates//EN");
    line("CALSCALE", "GREGORIAN");
    line("METHOD", "PUBLISH");
    line("NAME", name);
    line("X-WR-CALNAME", name);
    line("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
  }

  void event(const DatedClock& clock) {
    const auto& site = source_.record->site;
    line("BEGIN", "VEVENT");
    line("UID", escaped_text(clock.person + '/' + clock.id + '@' + authority(site)));
    line("DTSTAMP", time_value(clock.changed));
    line("LAST-MODIFIED", time_value(clock.changed));
    line("SEQUENCE", std::to_string(clock.sequence));
    days(clock);
    line("SUMMARY", escaped_text(summary(clock)));
    line("DESCRIPTION", escaped_text(description(clock)));
    line("STATUS", clock.cancelled ? "CANCELLED" : clock.told ? "CONFIRMED" : "TENTATIVE");
    line("TRANSP", "TRANSPARENT");
    if (!site.base_url.empty() && model::find_person(*source_.record, clock.person)) line("URL", site.base_url + page(clock));
    line("END", "VEVENT");
  }

  std::string end() && {
    line("END", "VCALENDAR");
    return std::move(text_);
  }

 private:
  /// A range of weeks is shown as one; of a longer one the first day, and the text says the rest.
  void days(const DatedClock& clock) {
    static constexpr auto kLongest = std::chrono::days(45);
    line("DTSTART;VALUE=DATE", date_value(clock.when.earliest));
    const auto last = clock.when.latest - clock.when.earliest <= kLongest && !clock.open_end ? clock.when.latest
                                                                                            : clock.when.earliest;
    if (last < rules::DayRange::open().latest) line("DTEND;VALUE=DATE", date_value(last + std::chrono::days(1)));
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
  std::string text_;
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
  Calendar calendar(source, word);
  calendar.begin();
  const std::set<std::string> wanted(source.people.begin(), source.people.end());
  for (const auto& [person, clocks] : history) {
    if (!source.all && !wanted.contains(person)) continue;
    for (const auto& [id, clock] : clocks) calendar.event(clock);
  }
  return std::move(calendar).end();
}

std::string folded(std::string_view line) {
  static constexpr std::size_t kLongest = 75;
  static constexpr std::size_t kLongestCharacter = 4;
  std::string out;
  std::size_t room = kLongest;
  while (line.size() > room) {
    std::size_t cut = room;
    const auto is_continuation = [&](std::size_t at) { return (static_cast<unsigned char>(line[at]) & 0xC0u) == 0x80u; };
    while (cut > room - kLongestCharacter && is_continuation(cut)) --cut;
    if (is_continuation(cut)) cut = room;  // no UTF-8
    out += line.substr(0, cut);
    out += "\r\n ";
    line.remove_prefix(cut);
    room = kLongest - 1;  // the space counts
  }
  out += line;
  return out + "\r\n";
}

std::string escaped_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) {
      out += c;
    } else if (c == '\t') {
      out += ' ';
    }
  }
  return out;
}

}  // namespace tracker::report
