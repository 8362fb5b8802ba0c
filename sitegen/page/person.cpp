#include "sitegen/page/person.h"

#include "sitegen/page/assessment.h"
#include "sitegen/page/dates.h"
#include "sitegen/page/follow.h"
#include "sitegen/page/cite.h"
#include "sitegen/page/facet_words.h"
#include "sitegen/page/letter.h"
#include "sitegen/page/marks.h"
#include "sitegen/page/person_parts.h"
#include "sitegen/page/sections.h"
#include "sitegen/page/shell.h"
#include "sitegen/page/texts.h"
#include "sitegen/page/timeline.h"
#include "sitegen/view/linked_data.h"
#include "sitegen/page/withheld.h"
#include "sitegen/view/links.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;
using tracker::model::Person;
using tracker::model::Status;

std::string status_sentence(const Context& context, const Person& person, const Status& status) {
  const auto& words = context.words;
  const std::string word = words("status." + std::string(tracker::model::code_of(status.display)));
  if (!status.since)
    return words("person.sentence_undated", {{"name", name_or_gap(context, person)}, {"status", word}});
  const std::string date = words.date(*status.since, view::DateForm::Within);
  return words("person.sentence", {{"name", name_or_gap(context, person)},
                                   {"status", word},
                                   {"since", words(since_key(*status.since), {{"date", date}})}});
}

Html heading(const Context& context, const Person& person) {
  if (person.name.empty())
    return element("h1", {},
                   context.say(is_withheld(context, person, "name") ? "withheld.name" : "person.no_name"), " ", element("span", {css("id")}, person.id));
  return element("h1", {},
                 html::bdi(context.words.text(person.name), context.words.language_of(person.name)));
}

Html status_block(const Context& context, const Person& person) {
  const Status& status = context.view.status_of(person);
  const std::string code(tracker::model::code_of(status.display));
  Html line = element("b", {}, context.say("status." + code));
  if (status.since)
    line +=
        all(" ", context.say(since_key(*status.since), {}, {{"date", context.date(status.since, view::DateForm::Within)}}));
  Html out = element("p", {css("status")}, square(mark_of(status.display)), element("span", {}, line));
  if (status.since_is_computed) out += element("p", {css("quiet")}, context.say("person.computed"));
  if (status.last_confirmed)
    out += element("p", {css("quiet")},
                   context.say("person.confirmed", {},
                               {{"date", context.date(status.last_confirmed->date)},
                                {"source", context.source(status.last_confirmed->source)}}));
  if (is_unconfirmed(context.view, status))
    out += element("p", {css("freshness")}, context.say("person.stale"));
  return element("div", {{"class", "state " + std::string(code_of(mark_of(status.display)))}}, out);
}

Html doubt(const Context& context, const Person& person) {
  if (person.identity_note.empty() && !person.identity) return {};
  Html out = context.say("person.doubt");
  if (person.identity)
    out += all(" ", context.say("certainty." + std::string(tracker::model::code_of(*person.identity))), ".");
  if (!person.identity_note.empty()) out += all(" ", context.sentence(person.identity_note));
  return element("p", {css("note")}, out);
}

Html life(const Context& context, const Person& person) {
  Html out;
  if (!person.activity.empty()) out += element("p", {}, context.sentence(person.activity));
  out += text_in(context, person.life, 3);
  return section(context, "life", "person.who", out);
}

}  // namespace

view::OutputFile person_page(const view::View& view, const view::Words& words, const Person& person) {
  const Context context(view, words, view::person_path(person.id), view.shown_in(person));
  const Status& status = view.status_of(person);
  Html head = element("div", {css("head")}, heading(context, person), status_block(context, person),
                      doubt(context, person), withheld_note(context, "person/" + person.id));
  Html aside = element("div", {css("side")}, facts_of(context, person));
  Html body = letter_link(context, person);
  body += life(context, person);
  body += section(context, "timeline", "person.timeline", timeline_of(context, person));
  body += charges_of(context, person);
  body += sentences_of(context, status);
  body += assessment_of(context, person);
  body += dates_of(context, person);
  body += designations_of(context, person);
  body += cases_of(context, person);
  body += names_of(context, person);
  body += history_of(context, person);
  body += how_to_follow(context, feed_of(context, person), evidence_of(context, person));
  body += how_to_cite(context, [&](const view::Words& in) { return name_or_gap(Context(view, in, context.path), person); });
  body += how_to_report(context, person.id);
  Html main = all(head, aside, element("div", {css("body")}, body));
  return in_shell(context,
                  {name_or_gap(context, person), status_sentence(context, person, status), "person wide", main,
                   feed_of(context, person), view::person_data(view, words, person)});
}

}  // namespace sitegen::page
