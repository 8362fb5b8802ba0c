#include "sitegen/feed/entry_text.h"

#include <algorithm>
#include <map>

#include "sitegen/html/html.h"
#include "sitegen/view/field_words.h"
#include "tracker/base/text.h"

namespace sitegen::feed {
namespace {

using html::element;
using html::Html;
using tracker::model::Operation;
using tracker::model::Reason;
using view::EntityChange;
using view::ShownChange;
using view::Words;

/// Lines of one entry: a feed is a notice, the whole stands on the page of the version.
constexpr std::size_t kMostLines = 40;
/// What is new on the list stands on its own page whole.
constexpr std::size_t kMostLinesOfNew = 6;
constexpr std::size_t kLongestText = 300;  // code points of an event's own words

const ShownChange* find_field(const EntityChange& entity, const std::string& field) {
  for (const auto& change : entity.changes)
    if (change.field == field) return &change;
  return nullptr;
}

/// A canonical JSON string without its quotes; codes and dates have nothing to unescape.
std::string bare(const std::optional<std::string>& value) {
  if (!value || value->size() < 2 || value->front() != '"') return {};
  return value->substr(1, value->size() - 2);
}

std::string status_word(const Words& words, const std::optional<std::string>& code) {
  return code ? words("status." + *code) : words("feed.no_status");
}

std::string name_of(const Saying& saying) {
  const auto& record = saying.view.record;
  const auto& entity = saying.entity;
  using namespace tracker::model;
  const auto text = [&](const auto* found, const auto member) {
    return found ? saying.words.text(found->*member) : entity.id;  // gone from the record: the id is what is left
  };
  if (entity.kind == "person") {
    const auto* person = find_person(record, entity.id);
    return person ? saying.words.name(*person) : entity.id;
  }
  if (entity.kind == "case") return text(find_case(record, entity.id), &Case::title);
  if (entity.kind == "source") return text(find_source(record, entity.id), &Source::title);
  if (entity.kind == "law") return text(find_law(record, entity.id), &Law::title);
  if (entity.kind == "place") return text(find_place(record, entity.id), &Place::name);
  if (entity.kind == "designation") return text(find_designation(record, entity.id), &Designation::name);
  return entity.id;
}

std::string plain_title(const Saying& saying) {
  const auto& words = saying.words;
  const auto& entity = saying.entity;
  const std::string name = name_of(saying);
  if (entity.kind != "person")
    return words(entity.operation == Operation::Add      ? "feed.entity_added"
                 : entity.operation == Operation::Delete ? "feed.entity_removed"
                                                         : "feed.entity_changed",
                 {{"kind", words("kind." + entity.kind)}, {"name", name}});
  if (entity.operation == Operation::Add)
    return words("feed.person_added", {{"name", name}, {"status", status_word(words, entity.status_after)}});
  if (entity.operation == Operation::Delete) return words("feed.person_removed", {{"name", name}});
  if (entity.status_before != entity.status_after)
    return words("feed.status_changed", {{"name", name},
                                         {"before", status_word(words, entity.status_before)},
                                         {"after", status_word(words, entity.status_after)}});
  return words("feed.details_changed", {{"name", name}, {"status", status_word(words, entity.status_after)}});
}

bool has_reason(const EntityChange& entity, Reason reason) {
  return std::any_of(entity.changes.begin(), entity.changes.end(),
                     [&](const ShownChange& change) { return change.reason == reason; });
}

const tracker::model::Event* event_of_record(const Saying& saying, std::string_view id) {
  const auto& record = saying.view.record;
  const std::vector<tracker::model::Event>* events = nullptr;
  if (saying.entity.kind == "person")
    if (const auto* person = tracker::model::find_person(record, saying.entity.id)) events = &person->events;
  if (saying.entity.kind == "case")
    if (const auto* of_case = tracker::model::find_case(record, saying.entity.id)) events = &of_case->events;
  if (!events) return nullptr;
  const auto found = std::find_if(events->begin(), events->end(), [&](const auto& event) { return event.id == id; });
  return found == events->end() ? nullptr : &*found;
}

/// "3 October 2019: sentenced (…)" of the event that a path names, from this version or from the record.
std::string event_words(const Saying& saying, std::string_view event) {
  const auto value = [&](const char* field) -> std::string {
    const auto* change = find_field(saying.entity, "event." + std::string(event) + "." + field);
    return change ? bare(change->after ? change->after : change->before) : std::string();
  };
  std::string type = value("type"), date = value("date"), text;
  if (const auto* known = event_of_record(saying, event)) {
    if (type.empty()) type = tracker::model::code_of(known->type);
    if (date.empty() && known->date) date = known->date->edtf();
    text = tracker::base::shorten(saying.words.text(known->text), kLongestText);
  }
  const auto parsed = tracker::base::PartialDate::parse(date);
  const std::string when = parsed ? saying.words.date(*parsed) : saying.words("date.unknown");
  const std::string what = type.empty() ? saying.words("changes.event") : saying.words("event." + type);
  const std::string said = saying.words("feed.event", {{"date", when}, {"event", what}});
  return text.empty() ? said : said + " (" + text + ")";
}

struct EventChange {
  std::string event;
  Operation operation = Operation::Modify;
};

/// The events that a version touched, in the order of their fields; `others` counts the fields of the entity itself.
std::vector<EventChange> events_of(const EntityChange& entity, long long& others) {
  std::vector<EventChange> events;
  for (const auto& change : entity.changes) {
    const auto path = view::split_field(change.field);
    if (path.event.empty()) {
      if (!change.field.starts_with("derived.") && !change.field.starts_with("event.")) ++others;
      continue;
    }
    if (events.empty() || events.back().event != path.event) events.push_back({std::string(path.event)});
    if (path.field == "type") events.back().operation = change.operation;
  }
  return events;
}

std::vector<std::string> change_lines(const Saying& saying) {
  const auto& words = saying.words;
  long long others = 0;
  const auto events = events_of(saying.entity, others);
  const bool is_new = saying.entity.operation == Operation::Add;
  const std::size_t most = is_new ? kMostLinesOfNew : kMostLines;
  std::vector<std::string> lines;
  for (const auto& [event, operation] : events) {
    if (lines.size() == most) break;
    lines.push_back(words(operation == Operation::Add      ? "feed.event_added"
                          : operation == Operation::Delete ? "feed.event_removed"
                                                           : "feed.event_changed",
                          {{"what", event_words(saying, event)}}));
  }
  if (events.size() > most)
    lines.push_back(words("feed.more_events", {{"count", static_cast<long long>(events.size() - most)}}));
  if (others > 0 && saying.entity.operation == Operation::Modify)
    lines.push_back(words("feed.other_fields", {{"count", others}}));
  return lines;
}

/// "Sentence, length in months: 60; right: 72."
std::string corrected_line(const Saying& saying, const ShownChange& change) {
  const auto& words = saying.words;
  const auto path = view::split_field(change.field);
  std::string what = view::field_label(words, path.field);
  if (!path.event.empty()) what = event_words(saying, path.event) + ", " + what;
  const auto shown = [&](const std::optional<std::string>& value) {
    return value ? view::value_text(words, saying.view.record, saying.entity.kind, path.field, *value)
                 : words("feed.nothing");
  };
  if (change.withheld) return words("feed.corrected_withheld", {{"field", what}});
  return words("feed.corrected", {{"field", what}, {"wrong", shown(change.before)}, {"right", shown(change.after)}});
}

/// What was wrong, what is right, why, and where the old entry stands.
Html correction(const Saying& saying, const std::vector<Corrected>& earlier) {
  const auto& words = saying.words;
  Html items;
  std::size_t count = 0;
  for (const auto& change : saying.entity.changes) {
    const bool is_one = change.reason == Reason::Correction || change.reason == Reason::Retraction;
    if (!is_one || change.field.starts_with("derived.") || ++count > kMostLines) continue;
    items += element("li", {}, corrected_line(saying, change));
  }
  Html out = element("p", {}, element("strong", {}, words("feed.was_wrong")));
  if (!items.empty()) out += element("ul", {}, items);
  for (const auto* ruling : saying.rulings)
    if (!ruling->reason.empty())
      out += element("p", {}, words("feed.why", {{"reason", words.text(ruling->reason)}}));
  for (const auto& old : earlier)
    out += element("p", {}, html::link(html::Url::from(old.address), words("feed.old_entry")));
  return out;
}

std::string sum(const Words& words, const char* key, const tracker::model::Reconciliation& r) {
  return words("feed.sum", {{"what", words(key)},
                            {"previous", static_cast<long long>(r.previous)},
                            {"entered", static_cast<long long>(r.entered.size())},
                            {"left", static_cast<long long>(r.left.size())},
                            {"current", static_cast<long long>(r.current)}});
}

}  // namespace

std::string entity_title(const Saying& saying) {
  const std::string title = plain_title(saying);
  if (has_reason(saying.entity, Reason::Retraction)) return saying.words("feed.retraction", {{"title", title}});
  if (has_reason(saying.entity, Reason::Correction)) return saying.words("feed.correction", {{"title", title}});
  return title;
}

std::string entity_content(const Saying& saying, const std::vector<Corrected>& earlier) {
  Html out = element("p", {}, plain_title(saying));
  if (saying.entity.corrects) out += correction(saying, earlier);
  Html items;
  for (const auto& line : change_lines(saying)) items += element("li", {}, line);
  if (!items.empty()) out += element("ul", {}, items);
  const auto withheld = std::count_if(saying.entity.changes.begin(), saying.entity.changes.end(),
                                      [](const ShownChange& change) { return change.withheld; });
  if (withheld > 0) out += element("p", {}, saying.words("changes.withheld", {{"count", static_cast<long long>(withheld)}}));
  out += element("p", {}, saying.words("feed.recorded_in", {{"version", static_cast<long long>(saying.version)}}));
  return std::move(out).bytes();
}

std::string version_title(const tracker::version::Version& version, const Words& words) {
  return words("feed.version", {{"version", static_cast<long long>(version.number)},
                                {"deprived", static_cast<long long>(version.headline.deprived.current)},
                                {"prosecuted", static_cast<long long>(version.headline.prosecuted.current)}});
}

std::string version_content(const view::ShownVersion& shown, const Words& words) {
  const auto& version = *shown.version;
  Html out = element("p", {}, version_title(version, words));
  if (!version.note.empty()) out += element("p", {}, version.note);
  Html items;
  for (const auto& [key, headline] : {std::pair{"changes.persons", &version.headline.persons},
                                      std::pair{"changes.deprived", &version.headline.deprived},
                                      std::pair{"changes.prosecuted", &version.headline.prosecuted}})
    items += element("li", {}, sum(words, key, *headline));
  std::map<std::string, long long> kinds;
  for (const auto& entity : shown.entities) ++kinds[entity.kind];
  for (const auto& [kind, count] : kinds)
    items += element("li", {}, words("feed.kind_count", {{"kind", words("kinds." + kind)}, {"count", count}}));
  out += element("ul", {}, items);
  return std::move(out).bytes();
}

}  // namespace sitegen::feed
