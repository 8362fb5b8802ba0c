#include "sitegen/page/feeds.h"

#include "sitegen/page/dates.h"
#include "sitegen/page/feed_table.h"
#include "sitegen/page/shell.h"
#include "sitegen/view/links.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;

Html folded(const Context& context, std::string_view key, const Html& table) {
  if (table.empty()) return {};
  return element("details", {}, element("summary", {}, context.say(key)), table);
}

Html calendars(const Context& context) {
  const Html link = html::link(context.to(view::kHearings), context.say("feeds_page.hearings"), {{"type", "text/calendar"}});
  return all(element("h2", {{"id", "calendars"}}, context.say("feeds_page.calendars")),
             element("p", {}, link, ". ", context.say("feed.hearings_text")),
             calendar_link(context, view::kDatesCalendar));
}

}  // namespace

view::OutputFile feeds_page(const view::View& view, const view::Words& words) {
  const Context context(view, words, std::string(view::kFeeds));
  Html main = element("h1", {}, context.say("feeds_page.title"));
  main += element("p", {css("lead")}, context.say("feeds_page.lead"));
  main += feed_table(context, context.say("feeds_page.everything"), feeds_of_everything(context));
  main += element("p", {}, context.say("feeds_page.own"));
  main += folded(context, "feeds_page.articles", feed_table(context, context.say("feeds_page.articles"), feeds_of_articles(context)));
  main += folded(context, "feeds_page.regions", feed_table(context, context.say("feeds_page.regions"), feeds_of_regions(context)));
  main += calendars(context);
  main += element("h2", {{"id", "how"}}, context.say("feeds_page.how"));
  main += element("p", {}, html::link(context.to(view::kFeedList), context.say("feeds_page.opml"), {{"type", "text/x-opml"}}), ". ",
                  context.say("feeds_page.opml_text"));
  main += element("p", {}, context.say("feeds_page.promise"));
  main += element("p", {}, context.link(view::kJournalists, context.say("journalists.title")));
  return in_shell(context, {words("feeds_page.title"), words("feeds_page.lead"), "text", main});
}

}  // namespace sitegen::page
