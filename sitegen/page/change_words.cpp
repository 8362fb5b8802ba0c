#include "sitegen/page/change_words.h"

#include <algorithm>

#include "sitegen/page/value_words.h"
#include "sitegen/view/links.h"
#include "tracker/base/text.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;
using tracker::model::Operation;
using view::EntityChange;
using view::ShownChange;

/// Changes that belong together: all fields of one event, or one field.
struct Group {
  std::string event;  // id; empty for a field of the entity itself
  std::vector<const ShownChange*> changes;

  bool is_all(Operation operation) const {
    return std::all_of(changes.begin(), changes.end(),
                       [&](const ShownChange* change) { return change->operation == operation; });
  }
  Operation operation() const {
    if (is_all(Operation::Add)) return Operation::Add;
    return is_all(Operation::Delete) ? Operation::Delete : Operation::Modify;
  }
};

std::string event_in(std::string_view field) {
  if (!field.starts_with("event.")) return {};
  const auto rest = field.substr(6);
  return std::string(rest.substr(0, rest.find('.')));
}

std::string_view within_event(std::string_view field, const std::string& event) {
  return event.empty() ? field : field.substr(std::min(field.size(), 7 + event.size()));
}

std::vector<Group> grouped(const EntityChange& entity) {
  std::vector<Group> groups;
  for (const auto& change : entity.changes) {
    // The sentence above has said this one.
    if (change.field == "derived.status" && entity.status_before != entity.status_after) continue;
    const std::string event = event_in(change.field);
    if (event.empty() || groups.empty() || groups.back().event != event) groups.push_back({event, {}});
    groups.back().changes.push_back(&change);
  }
  return groups;
}

const char* verb_key(Operation operation) {
  if (operation == Operation::Add) return "changes.added";
  return operation == Operation::Delete ? "changes.removed" : "changes.changed";
}

Html verb(const Context& context, Operation operation) {
  return element("b",
                 {{"class", operation == Operation::Add      ? "verb add"
                            : operation == Operation::Delete ? "verb del"
                                                             : "verb mod"}},
                 context.say(verb_key(operation)));
}

Html reason(const Context& context, tracker::model::Reason reason) {
  return element("span", {css("reason")},
                 context.say("reason." + std::string(tracker::model::code_of(reason))));
}

Html values(const Context& context, const EntityChange& entity, const ShownChange& change,
            std::string_view path) {
  if (change.withheld) return element("em", {}, context.say("changes.withheld_value"));
  std::vector<Html> parts;
  const bool has_both = change.before && change.after;
  if (change.before && (has_both || change.operation == Operation::Delete)) {
    const Html before = value_words(context, entity.kind, path, *change.before);
    parts.push_back(has_both ? context.say("changes.before", {}, {{"value", before}}) : before);
  }
  if (change.after) {
    const Html after = value_words(context, entity.kind, path, *change.after);
    parts.push_back(has_both ? context.say("changes.after", {}, {{"value", after}}) : after);
  }
  return spaced(parts);
}

/// The value of a field of the event: as the change says it, else as the record says it now.
std::string event_field(const Context& context, const EntityChange& entity, const Group& group,
                        const char* name) {
  for (const auto* change : group.changes) {
    if (within_event(change->field, group.event) != name) continue;
    const auto& value = change->after ? change->after : change->before;
    return value ? bare_string(*value) : std::string();
  }
  const std::vector<tracker::model::Event>* events = nullptr;
  if (const auto* person = tracker::model::find_person(context.record(), entity.id);
      person && entity.kind == "person")
    events = &person->events;
  if (const auto* of_case = tracker::model::find_case(context.record(), entity.id);
      of_case && entity.kind == "case")
    events = &of_case->events;
  if (!events) return {};
  for (const auto& event : *events)
    if (event.id == group.event)
      return std::string_view(name) == "type" ? std::string(tracker::model::code_of(event.type))
             : event.date                     ? event.date->edtf()
                                              : std::string();
  return {};
}

Html event_title(const Context& context, const EntityChange& entity, const Group& group) {
  const std::string type = event_field(context, entity, group, "type");
  const auto date = tracker::base::PartialDate::parse(event_field(context, entity, group, "date"));
  const Html what =
      type.empty() ? all(context.say("changes.event"), " ", group.event) : context.say("event." + type);
  return all(what, ", ", context.date(date));
}

Html event_item(const Context& context, const EntityChange& entity, const Group& group, bool says_reason) {
  Html fields;
  for (const auto* change : group.changes) {
    const auto path = within_event(change->field, group.event);
    const bool is_in_title = group.operation() != Operation::Modify && (path == "type" || path == "date");
    if (is_in_title && !change->withheld) continue;
    Html line = group.operation() == Operation::Modify ? all(verb(context, change->operation), " ") : Html();
    line += all(field_label(context, path), ": ", values(context, entity, *change, path));
    fields += element("li", {}, line);
  }
  Html line = all(verb(context, group.operation()), " ", event_title(context, entity, group));
  if (says_reason) line += all(" ", reason(context, group.changes.front()->reason));
  if (!fields.empty()) line += element("ul", {}, fields);
  return element("li", {}, line);
}

Html field_item(const Context& context, const EntityChange& entity, const ShownChange& change,
                bool says_reason) {
  Html line = all(verb(context, change.operation), " ", field_label(context, change.field), ": ",
                  values(context, entity, change, change.field));
  if (says_reason) line += all(" ", reason(context, change.reason));
  return element("li", {}, line);
}

bool has_one_reason(const EntityChange& entity) {
  return std::all_of(entity.changes.begin(), entity.changes.end(), [&](const ShownChange& change) {
    return change.reason == entity.changes.front().reason;
  });
}

std::string status_word(const Context& context, const std::optional<std::string>& code) {
  return code ? context.words("status." + *code) : context.words("changes.not_on_list");
}

Html name_of(const Context& context, const EntityChange& entity) {
  const auto& record = context.record();
  if (entity.kind == "person") return context.person(entity.id);
  if (entity.kind == "case") return context.of_case(entity.id);
  if (entity.kind == "source") return context.source(entity.id);
  if (entity.kind == "designation") return context.designation(entity.id);
  if (const auto* place = tracker::model::find_place(record, entity.id); place && entity.kind == "place")
    return context.proper(place->name);
  if (const auto* law = tracker::model::find_law(record, entity.id); law && entity.kind == "law")
    return context.proper(law->title);
  return entity.id.empty() ? Html() : element("code", {}, entity.id);
}

Html person_headline(const Context& context, const EntityChange& entity) {
  const Slots name = {{"name", name_of(context, entity)}};
  if (entity.operation == Operation::Add)
    return context.say("changes.person_added", {{"status", status_word(context, entity.status_after)}}, name);
  if (entity.operation == Operation::Delete) return context.say("changes.person_removed", {}, name);
  if (entity.status_before != entity.status_after)
    return context.say("changes.status_changed",
                       {{"before", status_word(context, entity.status_before)},
                        {"after", status_word(context, entity.status_after)}},
                       name);
  return context.say("changes.details_changed", {{"status", status_word(context, entity.status_after)}},
                     name);
}

}  // namespace

Html headline_of(const Context& context, const EntityChange& entity) {
  if (entity.kind == "person") return person_headline(context, entity);
  const Html kind = context.say("kind." + entity.kind);
  const Html name = name_of(context, entity);
  return all(verb(context, entity.operation), " ", kind, name.empty() ? Html() : all(" ", name));
}

Html changes_of(const Context& context, const EntityChange& entity) {
  const bool says_reason = !has_one_reason(entity);
  Html items;
  for (const auto& group : grouped(entity))
    items += group.event.empty() ? field_item(context, entity, *group.changes.front(), says_reason)
                                 : event_item(context, entity, group, says_reason);
  return items.empty() ? Html() : element("ul", {css("fields")}, items);
}

namespace {

/// Whole texts, before and after, push everything else out of sight.
bool is_long(const EntityChange& entity) {
  constexpr std::size_t kMostBytes = 800;
  std::size_t bytes = 0;
  for (const auto& change : entity.changes)
    bytes += change.before.value_or(std::string()).size() + change.after.value_or(std::string()).size();
  return bytes > kMostBytes;
}

}  // namespace

Html changes_in_short(const Context& context, const EntityChange& entity) {
  const auto count = static_cast<long long>(entity.changes.size());
  const Html fields = changes_of(context, entity);
  if (fields.empty() || (count <= 3 && !is_long(entity))) return fields;
  return element("details", {}, element("summary", {}, context.say("changes.fields", {{"count", count}})), fields);
}

Html titles_of(const Context& context, const EntityChange& entity) {
  Html items;
  for (const auto& group : grouped(entity)) {
    const auto& first = *group.changes.front();
    // That a text is a draft goes with the text.
    if (first.field.starts_with("derived.") || first.field.ends_with(".draft")) continue;
    const Html what = group.event.empty() ? field_label(context, first.field) : event_title(context, entity, group);
    items += element("li", {}, verb(context, group.operation()), " ", what);
  }
  return items.empty() ? Html() : element("ul", {css("fields")}, items);
}

Html block_of(const Context& context, const EntityChange& entity, const std::string& page) {
  Html head = headline_of(context, entity);
  if (!entity.changes.empty() && has_one_reason(entity))
    head += all(" ", reason(context, entity.changes.front().reason));
  if (!page.empty()) head += all(" ", context.link(page, context.say("changes.alone")));
  // What a new entity says stands on its own page too, and whole texts on that of the change: folded away among others.
  const bool is_short = !page.empty() && (entity.operation == Operation::Add || is_long(entity));
  Html body = is_short ? changes_in_short(context, entity) : changes_of(context, entity);
  if (is_short && entity.operation != Operation::Add) body = all(titles_of(context, entity), body);
  // Feeds point here: what a version said of one entity.
  return element("li", {{"id", view::anchor(entity.kind, entity.id)}}, element("p", {}, head), body);
}

Html line_of(const Context& context, const EntityChange& entity) {
  return element("li", {{"id", view::anchor(entity.kind, entity.id)}}, headline_of(context, entity));
}

long long withheld_in(const EntityChange& entity) {
  return std::count_if(entity.changes.begin(), entity.changes.end(),
                       [](const ShownChange& change) { return change.withheld; });
}

}  // namespace sitegen::page
