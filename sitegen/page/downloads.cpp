#include "sitegen/page/downloads.h"

#include "sitegen/page/shell.h"
#include "sitegen/view/links.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;
using tracker::model::Download;

Html file(const Context& context, std::string_view path) {
  return html::link(context.to_root(path), path.substr(path.rfind('/') + 1));
}

Html row(const Context& context, std::string_view path, const char* key) {
  return element("tr", {}, element("th", {{"scope", "row"}}, file(context, path)),
                 cell(context, "downloads_page.content", context.say(key)));
}

Html table(const Context& context, const char* caption, const Html& rows) {
  const Html head = element("tr", {}, column(context, "downloads_page.file"), column(context, "downloads_page.content"));
  return element("table", {css("cards downloads")}, element("caption", {}, context.say(caption)), element("thead", {}, head),
                 element("tbody", {}, rows));
}

Html whole(const Context& context) {
  const auto& site = context.record().site;
  Html rows;
  if (site.offers(Download::SiteZip)) rows += row(context, view::kOfflineZip, "downloads_page.site_zip");
  if (site.offers(Download::Sqlite)) rows += row(context, view::kSqlite, "downloads_page.sqlite");
  if (site.offers(Download::Tables)) rows += row(context, view::kDataPackage, "downloads_page.package");
  if (site.offers(Download::Tables)) rows += row(context, view::kListLinkedData, "downloads_page.linked");
  if (site.offers(Download::FollowTheMoney)) rows += row(context, view::kFollowTheMoney, "downloads_page.ftm");
  rows += row(context, view::kVersionFile, "downloads_page.version");
  return table(context, "downloads_page.whole", rows);
}

/// A table of the record in its three forms.
Html tables(const Context& context) {
  static constexpr const char* kTables[] = {"people", "events",       "citations", "charges", "sentences",    "amnesties", "recognitions",
                                            "cases",  "sources",      "places",    "articles", "designations", "versions"};
  Html rows;
  for (const char* name : kTables) {
    const std::string of = std::string("data/") + name;
    const auto link = [&](const std::string& path, const char* text) {
      return html::link(context.to_root(path), all(text, element("span", {css("sr")}, " ", name)));
    };
    rows += element("tr", {}, element("th", {{"scope", "row"}}, context.say(std::string("downloads_page.table_") + name)),
                    cell(context, "downloads_page.exact", link(of + ".csv", "CSV")),
                    cell(context, "downloads_page.spreadsheet", link(std::string("data/spreadsheet/") + name + ".csv", "CSV")),
                    cell(context, "downloads_page.lines", link(of + ".jsonl", "JSON Lines")));
  }
  const Html head = element("tr", {}, column(context, "downloads_page.table"), column(context, "downloads_page.exact"),
                            column(context, "downloads_page.spreadsheet"), column(context, "downloads_page.lines"));
  return element("table", {css("cards brief downloads")}, element("caption", {}, context.say("downloads_page.tables")),
                 element("thead", {}, head), element("tbody", {}, rows));
}

/// What each version changed. A long history is not listed: every version's page has its own.
Html versions(const Context& context) {
  constexpr std::size_t kMostListed = 20;
  Html rows;
  const auto& history = context.view.history;
  for (std::size_t i = history.size(); i-- > 0 && history.size() - i <= kMostListed;) {
    const auto& version = *history[i].version;
    std::string digits = std::to_string(version.number);
    digits.insert(0, digits.size() < 6 ? 6 - digits.size() : 0, '0');
    const Html delta = version.number > 1 && context.record().site.offers(Download::Deltas)
                           ? file(context, "data/deltas/" + digits + ".jsonl")
                           : context.say("downloads_page.no_delta");
    rows += element("tr", {},
                    element("th", {{"scope", "row"}},
                            context.link(view::version_path(version.number),
                                         context.say("ui.version", {{"number", static_cast<long long>(version.number)}}))),
                    cell(context, "downloads_page.recorded", context.day(tracker::base::day_of(version.recorded))),
                    cell(context, "downloads_page.chain", file(context, "data/versions/" + digits + ".json")),
                    cell(context, "downloads_page.delta", delta));
  }
  const Html head = element("tr", {}, column(context, "downloads_page.version_column"), column(context, "downloads_page.recorded"),
                            column(context, "downloads_page.chain"), column(context, "downloads_page.delta"));
  return element("table", {css("cards brief downloads")}, element("caption", {}, context.say("downloads_page.versions")),
                 element("thead", {}, head), element("tbody", {}, rows));
}

}  // namespace

view::OutputFile downloads_page(const view::View& view, const view::Words& words) {
  const Context context(view, words, std::string(view::kDownloads));
  const auto& newest = view.newest();
  Html main = element("h1", {}, context.say("downloads_page.title"));
  main += element("p", {css("lead")}, context.say("downloads_page.lead"));
  main += element("p", {},
                  context.say("downloads_page.one_version", {{"number", static_cast<long long>(newest.number)}},
                              {{"date", context.day(tracker::base::day_of(newest.recorded))}}));
  main += whole(context);
  if (view.record.site.offers(Download::Tables)) main += tables(context);
  main += versions(context);
  if (view.record.site.offers(Download::Evidence)) {
    main += element("h2", {{"id", "evidence"}}, context.say("downloads_page.evidence"));
    main += element("p", {}, context.say("downloads_page.evidence_text"));
  }
  main += element("h2", {{"id", "check"}}, context.say("downloads_page.check"));
  main += element("p", {}, context.say("downloads_page.check_text"));
  return in_shell(context, {words("downloads_page.title"), words("downloads_page.lead"), "text", main});
}

}  // namespace sitegen::page
