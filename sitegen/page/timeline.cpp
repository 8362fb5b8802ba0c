#include "sitegen/page/timeline.h"

#include "sitegen/page/charges.h"
#include "sitegen/view/links.h"
#include "tracker/base/text.h"

#include <algorithm>

namespace sitegen::page {
namespace {

using html::css;
using html::element;
using tracker::model::code_of;
using tracker::model::Event;
using tracker::model::SituatedEvent;

Html when(const Context& context, const Event& event) {
  Html out = context.date(event.date);
  if (event.until) out += all(" – ", context.date(event.until));
  return element("p", {css("when")}, out);
}

Html where(const Context& context, const Event& event) {
  std::vector<Html> parts;
  if (!event.court.empty()) parts.push_back(context.place(event.court.id));
  if (!event.place.empty()) parts.push_back(context.place(event.place.id));
  return listed(parts);
}

Html what(const Context& context, const Event& event) {
  Html out = element("b", {}, context.say("event." + std::string(code_of(event.type))));
  if (event.days) out += all(", ", context.say("term.days", {{"days", static_cast<long long>(*event.days)}}));
  if (const Html place = where(context, event); !place.empty()) out += all(" · ", place);
  if (event.certainty && *event.certainty != tracker::model::Certainty::High)
    out += all(" ", element("span", {css("doubt")},
                            context.say("certainty." + std::string(code_of(*event.certainty)))));
  if (event.date && event.date->earliest() > context.view.as_of)
    out += all(" ", element("span", {css("doubt")}, context.say("timeline.ahead")));
  return element("p", {css("what")}, out);
}

Html labelled(const Context& context, const char* key, const Html& content) {
  return element("p", {}, element("span", {css("label")}, context.say(key)), " ", content);
}

/// `law` is the one that was named last in this entry: it is named again only where another came between.
Html articles(const Context& context, const std::vector<tracker::model::Ref>& references, std::string& law) {
  Html items;
  for (const auto& reference : references) items += element("li", {}, article_after(context, reference.id, law));
  return element("ul", {css("articles")}, items);
}

Html act(const Context& context, const Event& event) {
  std::vector<Html> parts;
  if (const auto* law = tracker::model::find_law(context.record(), event.act.id))
    parts.push_back(context.proper(law->title));
  if (event.effect) parts.push_back(context.say("effect." + std::string(code_of(*event.effect))));
  return listed(parts);
}

Html outcome(const Context& context, const Event& event) {
  Html out;
  std::string law;
  if (!event.charges.empty()) out += articles(context, event.charges, law);
  if (!event.replaces.empty())
    out += all(element("p", {}, element("span", {css("label")}, context.say("timeline.instead_of"))),
               articles(context, event.replaces, law));
  if (event.sentence) out += labelled(context, "timeline.sentence", sentence_words(context, *event.sentence));
  if (event.fine) out += labelled(context, "timeline.fine", money(context, *event.fine));
  if (!event.act.empty() || event.effect) out += labelled(context, "timeline.act", act(context, event));
  return out;
}

/// What a source got wrong is shown as it stands there, beside what is right.
Html correction(const Context& context, const Event& event) {
  if (event.original.empty() && event.corrected.empty()) return {};
  return element("p", {css("note")},
                 context.say("timeline.corrected", {},
                             {{"original", element("q", {}, event.original)},
                              {"corrected", element("q", {}, event.corrected)}}));
}

/// Several places in one source, of which nothing more is said than where they are, are one line.
bool belong_together(const tracker::model::Citation& a, const tracker::model::Citation& b) {
  const auto is_bare = [](const tracker::model::Citation& cited) {
    return cited.quote.empty() && cited.url.empty() && cited.snapshot.empty() && !cited.locator.empty();
  };
  return a.source == b.source && is_bare(a) && is_bare(b);
}

Html sources(const Context& context, const Event& event) {
  Html items;
  for (std::size_t i = 0; i < event.sources.size(); ++i) {
    auto cited = event.sources[i];
    for (; i + 1 < event.sources.size() && belong_together(event.sources[i], event.sources[i + 1]); ++i)
      cited.locator += ", " + event.sources[i + 1].locator;
    items += element("li", {}, citation(context, cited));
  }
  return element("ul", {css("sources"), {"aria-label", context.words("timeline.sources")}}, items);
}

/// An event on a page. `owner` is the person whose file it stands in; null for one of a case file.
struct Entry {
  SituatedEvent situated;
  const tracker::model::Person* owner = nullptr;
};

bool stands_in_case(const SituatedEvent& event) {
  return event.of_case && event.file == &event.of_case->file;
}

Html concerned(const Context& context, const Entry& entry) {
  std::vector<Html> names;
  if (entry.owner) names.push_back(context.person(*entry.owner));
  for (const auto& defendant : entry.situated.event->defendants)
    names.push_back(context.person(defendant.id));
  return names.empty() ? Html() : labelled(context, "timeline.concerns", listed(names));
}

/// `relation` says whom the event concerns or in which case it happened, whatever the page itself does not
/// say.
Html item(const Context& context, const Entry& entry, const Html& relation) {
  const Event& event = *entry.situated.event;
  const std::string& of = entry.owner ? entry.owner->id : entry.situated.of_case->id;
  Html body = what(context, event);
  if (!event.text.empty()) body += element("p", {}, context.sentence(event.text));
  body += outcome(context, event);
  body += relation;
  body += correction(context, event);
  if (!event.note.empty()) body += element("p", {css("note")}, context.sentence(event.note));
  body += sources(context, event);
  return element("li", {{"id", view::anchor("event", of + "-" + event.id)}}, when(context, event),
                 element("div", {}, body));
}

/// Own events of the case and those of its defendants that name it, each once.
std::vector<Entry> entries_of(const tracker::model::Record& record, const tracker::model::Case& of_case) {
  std::vector<Entry> entries;
  for (const auto& event : of_case.events) entries.push_back({{&event, &of_case, &of_case.file}, nullptr});
  for (const auto& defendant : of_case.defendants) {
    const auto* person = tracker::model::find_person(record, defendant.id);
    if (!person) continue;
    for (const auto& event : person->events)
      if (event.case_id.id == of_case.id) entries.push_back({{&event, &of_case, &person->file}, person});
  }
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    const Event& first = *a.situated.event;
    const Event& second = *b.situated.event;
    if (!first.date || !second.date) return !first.date && second.date;
    return *first.date != *second.date ? *first.date < *second.date : first.order < second.order;
  });
  return entries;
}

Html as_list(const Context& context, const Html& items) {
  return items.empty() ? element("p", {}, context.say("timeline.empty"))
                       : element("ol", {css("timeline")}, items);
}

}  // namespace

Html citation(const Context& context, const tracker::model::Citation& cited) {
  const auto* source = tracker::model::find_source(context.record(), cited.source.id);
  const auto url = html::Url::from(!cited.url.empty() ? cited.url : source ? source->url : std::string());
  std::vector<Html> parts = {context.source(cited.source.id)};
  if (!cited.locator.empty()) parts.emplace_back(cited.locator);
  Html out = listed(parts);
  if (url && url->is_external()) out += all(" · ", html::link(url, context.say("timeline.open")));
  if (!cited.snapshot.empty())
    out += all(" · ", context.say("timeline.snapshot"), " ",
               element("code", {{"title", cited.snapshot}}, tracker::base::shorten(cited.snapshot, 13)));
  if (!cited.quote.empty()) {
    const std::string language = source && source->languages.size() == 1 ? source->languages.front() : "";
    const html::Attributes of =
        language.empty() ? html::Attributes{} : html::Attributes{html::lang(language)};
    out += element("blockquote", of, element("p", {}, cited.quote));
  }
  return out;
}

Html timeline_of(const Context& context, const tracker::model::Person& person) {
  Html items;
  const tracker::model::Case* last = nullptr;
  for (const auto& event : tracker::model::events_of(context.record(), context.view.cases(), person)) {
    // A case is named where the story turns to it, not at each of its events.
    const Html of_case = event.of_case && event.of_case != last
                             ? labelled(context, "timeline.case", context.of_case(event.of_case->id))
                             : Html();
    last = event.of_case;
    items += item(context, {event, stands_in_case(event) ? nullptr : &person}, of_case);
  }
  return as_list(context, items);
}

Html timeline_of(const Context& context, const tracker::model::Case& of_case) {
  Html items;
  for (const auto& entry : entries_of(context.record(), of_case))
    items += item(context, entry, concerned(context, entry));
  return as_list(context, items);
}

}  // namespace sitegen::page
