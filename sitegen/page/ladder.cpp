#include "sitegen/page/ladder.h"

#include <algorithm>

#include "sitegen/page/charges.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;
using tracker::model::Event;
using tracker::model::EventType;

/// The verb of a step; null for events that do not move the charges.
const char* verb_of(EventType type) {
  switch (type) {
    case EventType::Charged:
      return "ladder.brought";
    case EventType::ChargesReclassified:
      return "ladder.reclassified";
    case EventType::ChargesDropped:
      return "ladder.dropped";
    case EventType::Convicted:
      return "ladder.convicted";
    case EventType::Acquitted:
      return "ladder.acquitted";
    default:
      return nullptr;
  }
}

Html short_articles(const Context& context, const std::vector<tracker::model::Ref>& references) {
  std::vector<Html> parts;
  for (const auto& reference : references) parts.emplace_back(article_number(context, reference.id));
  return listed(parts);
}

Html step(const Context& context, const Event& event) {
  Html what = all(element("b", {css("verb")}, context.say(verb_of(event.type))), " ",
                  short_articles(context, event.charges));
  if (!event.replaces.empty())
    what +=
        all(" ", context.say("ladder.instead", {}, {{"charges", short_articles(context, event.replaces)}}));
  return element("li", {}, element("span", {css("when")}, context.date(event.date)), " ", what);
}

}  // namespace

Html ladder_of(const Context& context, const std::vector<tracker::model::SituatedEvent>& events) {
  std::vector<const tracker::model::Case*> cases;
  for (const auto& happened : events)
    if (happened.of_case && std::find(cases.begin(), cases.end(), happened.of_case) == cases.end())
      cases.push_back(happened.of_case);
  Html out;
  for (const auto* of_case : cases) {
    Html steps;
    int count = 0;
    for (const auto& happened : events) {
      if (happened.of_case != of_case || !verb_of(happened.event->type) || happened.event->charges.empty())
        continue;
      steps += step(context, *happened.event);
      ++count;
    }
    if (count < 2) continue;
    out += all(element("h3", {}, context.of_case(of_case->id)), element("ol", {css("ladder")}, steps));
  }
  return out;
}

}  // namespace sitegen::page
