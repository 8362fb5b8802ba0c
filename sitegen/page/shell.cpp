#include "sitegen/page/shell.h"

#include <algorithm>

#include "sitegen/view/links.h"
#include "tracker/base/text.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;
using html::href;
using html::lang;

Html meta(const char* name, std::string_view content) {
  return element("meta", {{"name", name}, {"content", content}});
}

std::string path_in(const Context& context, const std::string& language) {
  return view::language_root(language, context.record().site.default_language) + context.path;
}

Html alternates(const Context& context) {
  Html out;
  for (const auto& language : context.record().site.languages)
    out += element(
        "link",
        {{"rel", "alternate"}, {"hreflang", language}, href(context.to_root(path_in(context, language)))});
  return out;
}

Html head(const Context& context, const Page& page) {
  const auto& site = context.record().site;
  const std::string site_title = context.words.text(site.title);
  Html out = Html::markup(
      "<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; img-src "
      "'self'; "
      "base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n");
  out += element("title", {}, page.title.empty() ? site_title : page.title + " · " + site_title);
  if (!page.description.empty()) out += meta("description", tracker::base::shorten(page.description, 300));
  out += element("link", {{"rel", "stylesheet"}, href(context.to_root(view::kStyle))});
  out += element("link", {{"rel", "icon"}, {"type", "image/svg+xml"}, href(context.to_root(view::kIcon))});
  out += alternates(context);
  out += element("link", {{"rel", "alternate"},
                          {"type", "application/rss+xml"},
                          {"title", context.words("ui.feed_title", {{"site", site_title}})},
                          href(context.to(view::kChangesFeed))});
  return element("head", {}, out);
}

Html item(const Context& context, std::string_view target, const Html& content) {
  html::Attributes here;
  if (context.path == target) here.push_back({"aria-current", "page"});
  return element("li", {}, html::link(context.to(target), content, here));
}

std::vector<const tracker::model::Page*> text_pages(const Context& context) {
  std::vector<const tracker::model::Page*> pages;
  for (const auto& page : context.record().pages) pages.push_back(&page);
  std::stable_sort(pages.begin(), pages.end(),
                   [](const auto* a, const auto* b) { return a->order < b->order; });
  return pages;
}

Html main_navigation(const Context& context) {
  Html items = all(item(context, view::kList, context.say("ui.list")),
                   item(context, view::kChanges, context.say("ui.changes")),
                   item(context, view::kSources, context.say("ui.sources")),
                   item(context, view::kLaws, context.say("ui.laws")),
                   item(context, view::kDates, context.say("ui.dates")));
  for (const auto* page : text_pages(context))
    if (page->id == "method" || page->id == "about")
      items += item(context, view::page_path(page->id), context.proper(page->title));
  return element("nav", {{"aria-label", context.words("ui.navigation")}}, element("ul", {}, items));
}

Html languages(const Context& context) {
  const auto& all_languages = context.record().site.languages;
  if (all_languages.size() < 2) return {};
  Html items;
  for (const auto& language : all_languages) {
    const auto* words = tracker::model::find_words(context.record(), language);
    const std::string name = words && !words->name.empty() ? words->name : language;
    if (language == context.words.language()) {
      items += element("li", {}, element("span", {lang(language), {"aria-current", "true"}}, name));
    } else {
      items += element("li", {},
                       html::link(context.to_root(path_in(context, language)), name,
                                  {lang(language), {"hreflang", language}}));
    }
  }
  return element("nav", {css("languages"), {"aria-label", context.words("ui.languages")}},
                 element("ul", {}, items));
}

Html banner(const Context& context) {
  const auto& site = context.record().site;
  Html title = element("p", {css("site")}, context.link(view::kHome, context.proper(site.title)));
  return element("header", {css("banner")},
                 element("div", {css("wide")}, title, main_navigation(context), languages(context)));
}

/// Said on every page of a language whose words still wait for a native reader.
Html draft_notice(const Context& context) {
  const auto* words = tracker::model::find_words(context.record(), context.words.language());
  if (!words || !words->draft) return {};
  return element("p", {css("draft wide")}, context.say("ui.draft_language"));
}

Html footer(const Context& context) {
  const auto& site = context.record().site;
  const auto& newest = context.view.newest();
  Html pages;
  for (const auto* page : text_pages(context))
    pages += item(context, view::page_path(page->id), context.proper(page->title));
  pages += element("li", {}, html::link(context.to(view::kChangesFeed), context.say("ui.feed")));
  pages += element("li", {}, html::link(context.to_root(view::kPeopleCsv), context.say("ui.people_csv")));
  pages += element("li", {}, html::link(context.to_root(view::kEventsCsv), context.say("ui.events_csv")));
  pages +=
      element("li", {}, html::link(context.to_root(view::kPeopleJsonLines), context.say("ui.people_json")));
  const Html version =
      context.link(view::version_path(newest.number),
                   context.say("ui.version", {{"number", static_cast<long long>(newest.number)}}));
  Html facts = element("p", {}, context.say("ui.as_of", {}, {{"date", context.day(context.view.as_of)}}), " ",
                       version, ".");
  facts += element("p", {}, context.say("ui.published_by", {{"publisher", site.publisher}}), " ",
                   html::link(html::Url::from(site.contact), context.say("ui.contact")), ".");
  if (!site.licence.empty())
    facts += element("p", {}, context.say("ui.licence", {{"licence", site.licence}}));
  return element("footer", {},
                 element("div", {css("wide")},
                         element("nav", {{"aria-label", context.words("ui.more")}}, element("ul", {}, pages)),
                         element("div", {css("facts-of-site")}, facts)));
}

}  // namespace

view::OutputFile in_shell(const Context& context, const Page& page) {
  Html body = element("a", {css("skip"), href(html::Url::local("#main"))}, context.say("ui.skip"));
  body += Html("\n");
  body += banner(context);
  body += draft_notice(context);
  body += element("main", {{"id", "main"}, {"class", page.kind}}, page.main);
  body += footer(context);
  Html whole = Html::markup("<!doctype html>\n");
  whole += element("html", {lang(context.words.language())}, head(context, page), element("body", {}, body));
  return {path_in(context, context.words.language()), std::move(whole).bytes()};
}

}  // namespace sitegen::page
