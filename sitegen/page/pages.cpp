#include "sitegen/page/pages.h"

#include "assets.h"
#include "sitegen/page/case.h"
#include "sitegen/page/history.h"
#include "sitegen/page/home.h"
#include "sitegen/page/list.h"
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
    for (const auto taken : {view::kHome, view::kList, view::kChanges, view::kSources, view::kNotFound})
      if (path == taken)
        throw tracker::base::Error(
            "page \"" + page.id + "\" has the name of a page that the site makes itself",
            "give it another id");
  }
}

void add_language(std::vector<view::OutputFile>& files, const view::View& view, const std::string& language) {
  const view::Words words(view.record, language);
  files.push_back(home_page(view, words));
  files.push_back(list_page(view, words));
  files.push_back(changes_page(view, words));
  files.push_back(sources_page(view, words));
  files.push_back(not_found_page(view, words));
  for (const auto& person : view.record.people) files.push_back(person_page(view, words, person));
  for (const auto& of_case : view.record.cases) files.push_back(case_page(view, words, of_case));
  for (const auto& shown : view.history) files.push_back(version_page(view, words, shown));
  for (const auto& page : view.record.pages) files.push_back(text_page(view, words, page));
}

}  // namespace

std::vector<view::OutputFile> pages(const view::View& view) {
  refuse_taken_names(view.record);
  std::vector<view::OutputFile> files;
  for (const auto& language : view.record.site.languages) add_language(files, view, language);
  for (const auto& [name, bytes] : assets::kFiles)
    files.push_back({"assets/" + std::string(name), std::string(bytes)});
  return files;
}

}  // namespace sitegen::page
