#include "sitegen/page/shell.h"

#include <algorithm>

#include "sitegen/page/journalists.h"
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

/// Search engines want whole addresses; a reader's way to the other language is the relative link in the banner.
Html alternates(const Context& context) {
  const std::string& base = context.record().site.base_url;
  Html out;
  for (const auto& language : context.record().site.languages)
    if (const auto url = html::Url::from(base + path_in(context, language)))
      out += element("link", {{"rel", "alternate"}, {"hreflang", language}, href(*url)});
  const auto& standard = context.record().site.default_language;
  if (const auto url = html::Url::from(base + path_in(context, standard)))
    out += element("link", {{"rel", "alternate"}, {"hreflang", "x-default"}, href(*url)});
  if (const auto url = html::Url::from(base + path_in(context, context.words.language())))
    out += element("link", {{"rel", "canonical"}, href(*url)});
  return out;
}

/// A feed in its formats, for readers that look for one; Atom first, which says most.
Html feeds(const Context& context, std::string_view key, const std::string& what) {
  const std::string title =
      context.words("feed.title", {{"site", context.words.text(context.record().site.title)}, {"what", what}});
  Html out;
  for (const auto format : {view::FeedFormat::Atom, view::FeedFormat::Rss, view::FeedFormat::Json})
    out += element("link", {{"rel", "alternate"},
                            {"type", view::media_type(format)},
                            {"title", title},
                            href(context.to(view::feed_path(key, format)))});
  return out;
}

Html head(const Context& context, const Page& page) {
  const auto& site = context.record().site;
  const std::string site_title = context.words.text(site.title);
  Html out = Html::markup(
      "<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; script-src "
      "'self'; img-src 'self'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n");
  out += element("title", {}, page.title.empty() ? site_title : page.title + " · " + site_title);
  if (!page.description.empty()) out += meta("description", tracker::base::shorten(page.description, 300));
  out += context.kept("style and icon", [&] {
    return all(element("link", {{"rel", "stylesheet"}, href(context.to_root(view::kStyle))}),
               element("link", {{"rel", "icon"}, {"type", "image/svg+xml"}, href(context.to_root(view::kIcon))}));
  });
  out += alternates(context);
  if (!page.feed.empty()) out += feeds(context, page.feed, page.title);
  out += context.kept("feed of changes",
                      [&] { return feeds(context, view::kChangesKey, context.words("feed.of_changes")); });
  if (!page.linked_data.empty()) out += html::linked_data(page.linked_data);
  return element("head", {}, out);
}

Html item(const Context& context, std::string_view target, const Html& content) {
  html::Attributes here;
  if (context.path == target) here.push_back({"aria-current", "page"});
  return element("li", {}, html::link(context.to(target), content, here));
}

std::vector<const tracker::model::Page*> text_pages(const Context& context) {
  std::vector<const tracker::model::Page*> pages;
  for (const auto& page : context.record().pages)
    if (page.id != kJournalistsText) pages.push_back(&page);
  std::stable_sort(pages.begin(), pages.end(),
                   [](const auto* a, const auto* b) { return a->order < b->order; });
  return pages;
}

Html main_navigation(const Context& context) {
  Html items = all(item(context, view::kList, context.say("ui.list")),
                   item(context, view::kNumbers, context.say("ui.numbers")),
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
  const Html name = context.kept("site name", [&] {
    return element("p", {css("site")}, context.link(view::kHome, context.proper(site.title)));
  });
  const Html ways = context.kept("navigation", [&] { return main_navigation(context); });
  return element("header", {css("banner")}, element("div", {css("wide")}, name, languages(context), ways));
}

/// Said on every page of a language whose words still wait for a native reader.
Html draft_notice(const Context& context) {
  const auto* words = tracker::model::find_words(context.record(), context.words.language());
  if (!words || !words->draft) return {};
  return element("aside", {css("draft wide")}, element("p", {}, context.say("ui.draft_language")));
}

constexpr std::pair<std::string_view, const char*> kFooter[] = {
    {view::kNames, "names.title"},   {view::kCases, "cases.title"}, {view::kPlaces, "places.title"},
    {view::kWhy, "why.title"},       {view::kCoverage, "coverage.title"}, {view::kFeeds, "feeds_page.title"}, {view::kDownloads, "downloads_page.title"},
    {view::kJournalists, "journalists.title"},
};

Html footer_of(const Context& context) {
  const auto& site = context.record().site;
  const auto& shown = context.version();
  Html pages;
  for (const auto& [target, key] : kFooter) pages += item(context, target, context.say(key));
  for (const auto* page : text_pages(context))
    pages += item(context, view::page_path(page->id), context.proper(page->title));
  const Html version =
      context.link(view::version_path(shown.number),
                   context.say("ui.version", {{"number", static_cast<long long>(shown.number)}}));
  const char* as_of = context.has_own_version() ? "ui.changed_on" : "ui.as_of";
  Html facts;
  if (context.is_dated())
    facts = element("p", {}, context.say(as_of, {}, {{"date", context.day(context.as_of())}}), " ", version, ".");
  facts += element("p", {}, context.say("ui.published_by", {{"publisher", site.publisher}}), " ",
                   html::link(html::Url::from(site.contact), context.say("ui.contact")), ".");
  if (!site.licence.empty())
    facts += element("p", {}, context.say("ui.licence", {{"licence", site.licence}}));
  return element("footer", {},
                 element("div", {css("wide")},
                         element("nav", {{"aria-label", context.words("ui.more")}}, element("ul", {}, pages)),
                         element("div", {css("facts-of-site")}, facts)));
}

Html footer(const Context& context) {
  const std::string name = (context.has_own_version() ? "footer changed in " : "footer as of ") +
                           std::to_string(context.version().number);
  return context.kept(name, [&] { return footer_of(context); });
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
  // Paper is chosen for the whole page, so its kind stands at the top.
  const std::string kind = "on-" + page.kind.substr(0, page.kind.find(' '));
  whole += element("html", {lang(context.words.language())}, head(context, page),
                   element("body", {{"class", kind}}, body));
  return {path_in(context, context.words.language()), std::move(whole).bytes()};
}

}  // namespace sitegen::page
