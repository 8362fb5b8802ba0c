#include "sitegen/page/case.h"

#include "sitegen/page/cite.h"
#include "sitegen/page/facet_words.h"
#include "sitegen/page/follow.h"
#include "sitegen/page/marks.h"
#include "sitegen/page/sections.h"
#include "sitegen/page/shell.h"
#include "sitegen/page/timeline.h"
#include "sitegen/page/withheld.h"
#include "sitegen/view/links.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;
using tracker::model::Case;
using tracker::model::code_of;

Html defendants(const Context& context, const Case& of_case) {
  Html rows;
  for (const auto& defendant : of_case.defendants) {
    const auto* person = tracker::model::find_person(context.record(), defendant.id);
    if (!person) continue;
    const auto& status = context.view.status_of(*person);
    std::string stage = "none";
    for (const auto& state : status.cases)
      if (state.case_id == of_case.id) stage = code_of(state.stage);
    rows += element("tr", {}, element("th", {{"scope", "row"}}, context.person(*person)),
                    cell(context, "list.status", chip(context, status.display)),
                    cell(context, "person.stage", context.say("stage." + stage)));
  }
  if (rows.empty()) return {};
  Html head;
  for (const char* key : {"list.name", "list.status", "person.stage"}) head += column(context, key);
  return element("table", {css("cards")}, element("caption", {}, context.say("case.defendants_caption")),
                 element("thead", {}, element("tr", {}, head)), element("tbody", {}, rows));
}

Html facts(const Context& context, const Case& of_case) {
  Html out = fact(context, "case.kind", context.say("case_kind." + std::string(code_of(of_case.kind))));
  if (!of_case.number.empty()) out += fact(context, "case.number", of_case.number);
  if (!of_case.court.empty()) out += fact(context, "case.court", context.place(of_case.court.id));
  if (!of_case.region.empty()) out += fact(context, "case.region", context.place(of_case.region.id));
  std::vector<Html> tags;
  for (const auto& tag : of_case.tags)
    tags.push_back(find_value(context.view, view::Facet::Group, tag) ? value_link(context, view::Facet::Group, tag)
                                                                     : own_word(context, "tag", tag));
  out += fact(context, "person.tags", listed(tags));
  return element("dl", {css("facts")}, out);
}

}  // namespace

view::OutputFile case_page(const view::View& view, const view::Words& words, const Case& of_case) {
  const Context context(view, words, view::case_path(of_case.id), view.shown_in(of_case));
  Html head = element("p", {css("kind")}, context.link(view::kCases, context.say("cases.title")));
  head += element("h1", {}, context.proper(of_case.title));
  if (!of_case.summary.empty()) head += element("p", {css("lead")}, context.sentence(of_case.summary));
  head += withheld_note(context, "case/" + of_case.id);
  Html body = section(context, "defendants", "case.defendants", defendants(context, of_case));
  body += section(context, "timeline", "person.timeline", timeline_of(context, of_case));
  body += how_to_follow(context, view::case_feed(of_case.id));
  body += how_to_cite(context, [&](const view::Words& in) { return in.text(of_case.title); });
  body += how_to_report(context, of_case.id);
  Html main = all(element("div", {css("head")}, head), element("div", {css("side")}, facts(context, of_case)),
                  element("div", {css("body")}, body));
  return in_shell(context, {words.text(of_case.title), words.text(of_case.summary), "case person wide", main,
                            view::case_feed(of_case.id)});
}

}  // namespace sitegen::page
