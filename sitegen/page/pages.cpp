#include "sitegen/page/pages.h"

#include <iterator>
#include <memory>

#include "assets.h"
#include "sitegen/page/act.h"
#include "sitegen/page/article.h"
#include "sitegen/page/case.h"
#include "sitegen/page/coverage.h"
#include "sitegen/page/dates.h"
#include "sitegen/page/history.h"
#include "sitegen/page/home.h"
#include "sitegen/page/law.h"
#include "sitegen/page/list.h"
#include "sitegen/page/outcomes.h"
#include "sitegen/page/person.h"
#include "sitegen/page/sources.h"
#include "sitegen/page/texts.h"
#include "sitegen/view/links.h"
#include "tracker/base/error.h"

namespace sitegen::page {
namespace {

void refuse_taken_names(const tracker::model::Record& record) {
  for (const auto& page : record.pages) {
    const std::string path = view::page_path(page.id);
    for (const auto taken : {view::kHome, view::kList, view::kChanges, view::kSources, view::kCoverage, view::kLaws,
                             view::kOutcomes, view::kDates, view::kNotFound})
      if (path == taken)
        throw tracker::base::Error(
            "page \"" + page.id + "\" has the name of a page that the site makes itself",
            "give it another id");
  }
}

/// The parts of one language. The words are shared by all of them, as the last copy of a pointer.
void add_language(view::Parts& parts, const view::View& view, const std::string& language, const view::Key& stamp) {
  const auto words = std::make_shared<const view::Words>(view.record, language);
  const auto add = [&](const std::string& name, auto make) {
    parts.push_back({language + "/" + name, stamp, [&view, words, make] { return std::vector{make(view, *words)}; }});
  };
  add("home", home_page);
  add("list", list_page);
  add("changes", changes_page);
  add("sources", sources_page);
  add("coverage", coverage_page);
  add("404", not_found_page);
  add("laws", laws_page);
  add("outcomes", outcomes_page);
  add("dates", dates_page);
  for (const auto& act : view.laws().acts())
    add("act/" + act.law->id, [&act](const auto& v, const auto& w) { return act_page(v, w, act); });
  for (const auto& law : view.record.laws)
    for (const auto& of_law : law.articles)
      add("article/" + law.id + ":" + of_law.number,
          [&law, &of_law](const auto& v, const auto& w) { return article_page(v, w, law, of_law); });
  for (const auto& person : view.record.people)
    add("person/" + person.id, [&person](const auto& v, const auto& w) { return person_page(v, w, person); });
  for (const auto& of_case : view.record.cases)
    add("case/" + of_case.id, [&of_case](const auto& v, const auto& w) { return case_page(v, w, of_case); });
  for (const auto& shown : view.history)
    add("version/" + std::to_string(shown.version->number),
        [&shown](const auto& v, const auto& w) { return version_page(v, w, shown); });
  for (const auto& page : view.record.pages)
    add("page/" + page.id, [&page](const auto& v, const auto& w) { return text_page(v, w, page); });
}

std::vector<view::OutputFile> asset_files() {
  std::vector<view::OutputFile> files;
  for (const auto& [name, bytes] : assets::kFiles)
    files.push_back({"assets/" + std::string(name), std::string(bytes)});
  return files;
}

}  // namespace

view::Parts parts(const view::View& view, const view::Key& stamp) {
  refuse_taken_names(view.record);
  view::Parts parts;
  for (const auto& language : view.record.site.languages) add_language(parts, view, language, stamp);
  parts.push_back({"assets", stamp, asset_files});
  return parts;
}

std::vector<view::OutputFile> pages(const view::View& view) {
  std::vector<view::OutputFile> files;
  for (const auto& part : parts(view, {})) {
    auto made = part.make();
    std::move(made.begin(), made.end(), std::back_inserter(files));
  }
  return files;
}

}  // namespace sitegen::page
