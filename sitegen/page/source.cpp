#include "sitegen/page/source.h"

#include "sitegen/page/cite.h"
#include "sitegen/page/people_table.h"
#include "sitegen/page/sections.h"
#include "sitegen/page/shell.h"
#include "sitegen/view/links.h"

namespace sitegen::page {

namespace {

using html::css;
using html::element;
using tracker::model::code_of;
using tracker::model::Source;

Html facts(const Context& context, const Source& source, long long lines) {
  std::vector<Html> languages;
  for (const auto& language : source.languages) languages.emplace_back(context.language_name(language));
  Html out = fact(context, "sources.publisher", source.publisher);
  out += fact(context, "sources.kind", context.say("source_kind." + std::string(code_of(source.kind))));
  out += fact(context, "sources.languages", listed(languages));
  if (source.published) out += fact(context, "sources.published", context.date(source.published));
  if (source.is_followed())
    out += fact(context, "sources.rhythm", context.say("rhythm." + std::string(code_of(source.rhythm))));
  out += fact(context, "sources.cited", context.say("sources.times", {{"count", lines}}));
  if (!source.licence.empty()) out += fact(context, "sources.licence", source.licence);
  if (const auto url = html::Url::from(source.url))
    out += fact(context, "sources.address", html::link(url, source.url));
  out += fact(context, "person.id", element("code", {}, source.id));
  return element("dl", {css("facts")}, out);
}

}  // namespace

view::OutputFile source_page(const view::View& view, const view::Words& words, const Source& source) {
  static const view::SourceUse kUnused;
  const auto found = view.index.sources.find(source.id);
  const auto& use = found == view.index.sources.end() ? kUnused : found->second;
  const Context context(view, words, view::source_path(source.id), view.shown_in(use.people, use.cases));
  Html main = element("p", {css("kind")}, context.link(view::kSources, context.say("sources.title")));
  main += element("h1", {}, context.proper(source.title));
  if (!source.note.empty()) main += element("p", {css("lead")}, context.sentence(source.note));
  main += facts(context, source, use.lines);
  const auto count = [](std::size_t size) { return static_cast<long long>(size); };
  main += section(
      context, "people", "source.people",
      people_table(context, use.people, context.say("places.count", {{"count", count(use.people.size())}})));
  main += section(context, "cases", "source.cases",
                  cases_table(context, use.cases,
                              context.say("places.case_count", {{"count", count(use.cases.size())}})));
  if (use.lines == 0) main += element("p", {}, context.say("source.unused"));
  main += how_to_report(context, source.id);
  return in_shell(context, {words.text(source.title), words.text(source.note), "list wide", main});
}

}  // namespace sitegen::page
