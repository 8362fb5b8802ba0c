#include "sitegen/feed/hearings.h"

#include <algorithm>
#include <unordered_map>

#include "sitegen/feed/entry.h"
#include "sitegen/view/links.h"
#include "sitegen/view/subjects.h"
#include "tracker/base/text.h"

namespace sitegen::feed {
namespace {

using tracker::model::Event;
using tracker::model::EventType;
using tracker::report::CalendarEntry;

bool is_in_court(EventType type) {
  switch (type) {
    case EventType::TrialStarted:
    case EventType::Hearing:
    case EventType::Convicted:
    case EventType::Sentenced:
    case EventType::AppealUpheld:
    case EventType::AppealChanged:
    case EventType::CassationUpheld:
    case EventType::CassationChanged:
    case EventType::AmnestyGranted:
    case EventType::AmnestyRefused:
    case EventType::ParoleGranted:
    case EventType::ParoleRefused:
    case EventType::Acquitted:
      return true;
    default:
      return false;
  }
}

bool belongs(const Event& event) { return event.date && event.date->is_exact() && is_in_court(event.type); }

class Maker {
 public:
  Maker(const view::View& view, const view::Words& words)
      : view_(view),
        words_(words),
        root_(view.record.site.base_url + view::language_root(words.language(), view.record.site.default_language)) {}

  std::vector<CalendarEntry> make() {
    std::vector<CalendarEntry> entries;
    const auto& record = view_.record;
    for (const auto& person : record.people)
      for (const auto& event : person.events)
        if (belongs(event))
          entries.push_back(entry("person", person.id, event, view::person_title(record, words_, person.id),
                                  view::person_path(person.id)));
    for (const auto& of_case : record.cases)
      for (const auto& event : of_case.events)
        if (belongs(event))
          entries.push_back(entry("case", of_case.id, event, whom(of_case, event), view::case_path(of_case.id)));
    std::stable_sort(entries.begin(), entries.end(),
                     [](const CalendarEntry& a, const CalendarEntry& b) { return a.first < b.first; });
    return entries;
  }

 private:
  /// The title of the case, then whom the event concerns where that is not everybody.
  std::string whom(const tracker::model::Case& of_case, const Event& event) const {
    std::string title = words_.text(of_case.title);
    std::vector<std::string> names;
    for (const auto& defendant : event.defendants)
      names.push_back(view::person_title(view_.record, words_, defendant.id));
    return names.empty() ? title : title + ": " + tracker::base::shorten(tracker::base::join(names, ", "), 200);
  }

  CalendarEntry entry(std::string_view kind, const std::string& id, const Event& event, const std::string& who,
                      const std::string& page) const {
    const auto& trail = view_.trail_of(kind, id);
    CalendarEntry entry;
    entry.uid = "tag:" + view_.record.site.tag_authority + ":" + std::string(kind) + "/" + id + "/event/" + event.id;
    entry.first = event.date->earliest();
    entry.last = event.until && event.until->is_exact() ? event.until->latest() : event.date->latest();
    if (!trail.empty()) {
      entry.said = trail.back().shown->version->recorded;
      entry.sequence = static_cast<int>(trail.size()) - 1;
    }
    const std::string type = words_("event." + std::string(code_of(event.type)));
    entry.summary = words_("feed.hearing", {{"event", type}, {"who", who}});
    entry.description = words_.text(event.text);
    const auto& place = event.court.empty() ? event.place : event.court;
    if (!place.empty()) entry.location = title_of_place(place.id);
    entry.url = root_ + page;
    entry.categories = {type};
    entry.tentative = event.certainty.value_or(tracker::model::Certainty::High) != tracker::model::Certainty::High;
    return entry;
  }

  const std::string& title_of_place(const std::string& id) const {
    auto& title = titles_[id];
    if (title.empty()) title = view::place_title(view_.record, words_, id);
    return title;
  }

  const view::View& view_;
  const view::Words& words_;
  std::string root_;
  mutable std::unordered_map<std::string, std::string> titles_;  // of places; there are few
};

}  // namespace

tracker::report::Calendar hearings(const view::View& view, const view::Words& words) {
  const auto& site = view.record.site;
  const std::string root = site.base_url + view::language_root(words.language(), site.default_language);
  tracker::report::Calendar calendar;
  calendar.uid = feed_id(site, "hearings", words.language());
  calendar.name = words("feed.title", {{"site", words.text(site.title)}, {"what", words("feed.of_hearings")}});
  calendar.description = words("feed.hearings_text");
  calendar.language = words.language();
  calendar.url = root + std::string(view::kFeeds);
  calendar.source = root + std::string(view::kHearings);
  calendar.said = view.newest().recorded;
  calendar.entries = Maker(view, words).make();
  return calendar;
}

}  // namespace sitegen::feed
