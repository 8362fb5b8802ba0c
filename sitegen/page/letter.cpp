#include "sitegen/page/letter.h"

#include "sitegen/page/shell.h"
#include "sitegen/page/withheld.h"
#include "sitegen/view/links.h"
#include "tracker/base/text.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;
using tracker::model::Person;
using tracker::model::Place;

/// The prison that the last event with one names, as long as the person is deprived of liberty and has a
/// name.
const Place* held_at(const view::View& view, const Person& person) {
  if (person.name.empty() || view.status_of(person).deprived != tracker::model::Deprived::Yes) return nullptr;
  const Place* prison = nullptr;
  for (const auto& happened : tracker::model::events_of(view.record, view.cases(), person)) {
    const auto* place = tracker::model::find_place(view.record, happened.event->place.id);
    if (place && place->kind == tracker::model::PlaceKind::Prison) prison = place;
  }
  return prison && !prison->letters.empty() ? prison : nullptr;
}

/// What the post reads: in the languages of the country and not in the page's, each on its own block of
/// lines.
Html envelope(const Context& context, const Person& person, const Place& prison) {
  Html blocks;
  for (const auto& [language, address] : prison.letters.by_language) {
    const std::string tag = language.empty() ? context.words.default_language() : language;
    const auto& words = context.words.in(tag);
    Html lines = all(element("b", {}, words.text(person.name)), element("br", {}));
    if (person.born)
      lines += all(words("letter.born", {{"date", words.date(*person.born)}}), element("br", {}));
    for (const auto line : tracker::base::split(address, ','))
      lines += all(std::string(tracker::base::trim(line)), element("br", {}));
    blocks += element("p", {css("envelope"), html::lang(tag)}, lines);
  }
  return blocks;
}

}  // namespace

std::vector<const Person*> people_with_letters(const view::View& view) {
  bool any = false;
  for (const auto& place : view.record.places) any = any || !place.letters.empty();
  std::vector<const Person*> people;
  if (!any) return people;
  for (const auto& person : view.record.people)
    if (held_at(view, person)) people.push_back(&person);
  return people;
}

view::OutputFile letter_page(const view::View& view, const view::Words& words, const Person& person) {
  const Context context(view, words, view::letter_path(person.id), view.shown_in(person));
  const auto& prison = *held_at(view, person);
  const std::string title = words("letter.title", {{"name", name_or_gap(context, person)}});
  Html main = element("p", {css("kind")}, context.person(person));
  main += element("h1", {}, title);
  main += element("p", {css("lead")}, context.say("letter.lead"));
  main += element("h2", {}, context.say("letter.to"));
  main += envelope(context, person, prison);
  if (const auto& confirmed = view.status_of(person).last_confirmed)
    main += element("p", {}, context.say("letter.held", {}, {{"date", context.date(confirmed->date)}}));
  Html hints;
  for (const char* key : {"letter.hint_language", "letter.hint_case", "letter.hint_answer"})
    hints += element("li", {}, context.say(key));
  main += element("section", {{"aria-labelledby", "hints"}},
                  element("h2", {{"id", "hints"}}, context.say("letter.hints")), element("ul", {}, hints));
  return in_shell(context, {title, words("letter.lead"), "letter", main});
}

Html letter_link(const Context& context, const Person& person) {
  if (!held_at(context.view, person)) return {};
  return element("p", {css("to-letter")},
                 context.link(view::letter_path(person.id), context.say("letter.link")));
}

}  // namespace sitegen::page
