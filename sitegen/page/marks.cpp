#include "sitegen/page/marks.h"

#include "tracker/base/date.h"

namespace sitegen::page {

using html::css;
using html::element;
using tracker::model::Display;

const std::vector<Mark>& all_marks() {
  static const std::vector<Mark> kMarks = {Mark::Held, Mark::Bound, Mark::Free, Mark::Dead, Mark::Unknown};
  return kMarks;
}

Mark mark_of(Display display) {
  switch (display) {
    case Display::DiedInCustody:
      return Mark::Dead;
    case Display::Disappeared:
    case Display::Imprisoned:
    case Display::Psychiatric:
    case Display::PretrialDetention:
    case Display::ExtraditionCustody:
    case Display::HouseArrest:
    case Display::AdminArrest:
    case Display::Detained:
      return Mark::Held;
    case Display::Wanted:
    case Display::Exile:
    case Display::Deferred:
    case Display::Suspended:
    case Display::RestrictedFreedom:
    case Display::Parole:
    case Display::NonCustodial:
    case Display::TravelRestriction:
    case Display::Bail:
    case Display::AtLibertyCharged:
      return Mark::Bound;
    case Display::Amnestied:
    case Display::Acquitted:
    case Display::CaseClosed:
    case Display::Fined:
    case Display::Released:
      return Mark::Free;
    case Display::Unknown:
      break;
  }
  return Mark::Unknown;
}

std::string_view code_of(Mark mark) {
  switch (mark) {
    case Mark::Dead:
      return "dead";
    case Mark::Held:
      return "held";
    case Mark::Bound:
      return "bound";
    case Mark::Free:
      return "free";
    case Mark::Unknown:
      break;
  }
  return "unknown";
}

Html square(Mark mark) {
  return element("span", {{"class", "sq " + std::string(code_of(mark))}, {"aria-hidden", "true"}});
}

Html chip(const Context& context, Display display) {
  return element("span", {css("chip")}, square(mark_of(display)), " ",
                 context.say("status." + std::string(tracker::model::code_of(display))));
}

Html legend(const Context& context, Stale stale) {
  Html items;
  for (const auto mark : all_marks())
    items += element("li", {}, square(mark), " ", context.say("mark." + std::string(code_of(mark))));
  if (stale == Stale::Explained)
    items += element("li", {}, element("span", {css("stale")}, context.say("mark.stale")));
  return element("ul", {css("legend"), {"aria-label", context.words("mark.legend")}}, items);
}

Html stale_note(const Context& context, const tracker::model::Status& status) {
  if (!is_unconfirmed(context.view, status)) return {};
  if (!status.last_confirmed) return element("span", {css("stale")}, context.say("ui.never_confirmed"));
  return element("span", {css("stale")},
                 context.say("ui.not_confirmed_since", {},
                             {{"date", context.date(status.last_confirmed->date, view::DateForm::Within)}}));
}

}  // namespace sitegen::page
