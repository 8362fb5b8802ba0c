#include "sitegen/page/pages.h"

#include <iterator>
#include <map>
#include <memory>

#include "assets.h"
#include "sitegen/page/act.h"
#include "sitegen/page/article.h"
#include "sitegen/page/case.h"
#include "sitegen/page/cases.h"
#include "sitegen/page/change.h"
#include "sitegen/page/coverage.h"
#include "sitegen/page/dates.h"
#include "sitegen/page/designation.h"
#include "sitegen/page/downloads.h"
#include "sitegen/page/facet_page.h"
#include "sitegen/page/facet_words.h"
#include "sitegen/page/feeds.h"
#include "sitegen/page/history.h"
#include "sitegen/page/home.h"
#include "sitegen/page/journalists.h"
#include "sitegen/page/law.h"
#include "sitegen/page/letter.h"
#include "sitegen/page/list.h"
#include "sitegen/page/names.h"
#include "sitegen/page/not_found.h"
#include "sitegen/page/numbers.h"
#include "sitegen/page/outcomes.h"
#include "sitegen/page/paging.h"
#include "sitegen/page/person.h"
#include "sitegen/page/place.h"
#include "sitegen/page/source.h"
#include "sitegen/page/sources.h"
#include "sitegen/page/texts.h"
#include "sitegen/page/why.h"
#include "sitegen/view/links.h"
#include "sitegen/view/material.h"
#include "sitegen/view/subjects.h"
#include "tracker/base/error.h"

namespace sitegen::page {
namespace {

void refuse_taken_names(const tracker::model::Record& record) {
  for (const auto& page : record.pages) {
    const std::string path = view::page_path(page.id);
    for (const auto taken : {view::kHome, view::kList, view::kNames, view::kNumbers, view::kWhy, view::kCases,
                             view::kPlaces, view::kChanges, view::kSources, view::kCoverage, view::kLaws, view::kOutcomes,
                             view::kDates, view::kFeeds, view::kJournalists, view::kDownloads, view::kNotFound})
      if (path == taken && page.id != kJournalistsText)
        throw tracker::base::Error(
            "page \"" + page.id + "\" has the name of a page that the site makes itself",
            "give it another id");
  }
}

/// Who was ever charged under each article.
class Charged {
 public:
  explicit Charged(const view::View& view) {
    for (const auto& person : view.record.people)
      for (const auto& of_case : view.status_of(person).cases)
        for (const auto& charge : of_case.charges) {
          auto& people = people_[view::article_of_charge(charge.article)];
          if (people.empty() || people.back() != &person) people.push_back(&person);
        }
  }
  const view::PersonList& under(const std::string& article) const {
    static const view::PersonList kNobody;
    const auto found = people_.find(article);
    return found == people_.end() ? kNobody : found->second;
  }

 private:
  std::map<std::string, view::PersonList> people_;
};

/// What the parts of all languages share.
struct Common {
  explicit Common(const view::View& view) : charged(view), lists(long_lists(view)), numbers(facet_numbers(view)) {
    for (const auto& table : view.index.facets)
      for (const auto& value : table.values) options.add(view::code_of(table.facet)).add(value.code);
  }

  Charged charged;
  std::vector<LongList> lists;
  FacetNumbers numbers;
  view::Material options;  // the values of all filters, in order: their numbers stand in the script's rows
};

/// The further pages of a list by `add(page, its people)`.
template <class Add>
void for_further_pages(const People& people, const Add& add) {
  for (int page = 2; page <= count_pages(people.size()); ++page) add(page, people_of_page(people, page));
}

People people_with(const view::View& view, view::Facet facet, const std::string& code) {
  const auto* value = find_value(view, facet, code);
  return value ? value->people : People();
}

view::Key key_of_source(const view::View& view, const tracker::model::Source& source, view::Keys& keys) {
  const auto found = view.index.sources.find(source.id);
  if (found == view.index.sources.end()) return keys.of(People{}, {});
  return view::Material().add(keys.of(found->second.people, found->second.cases)).add(found->second.lines).key();
}

/// A version's page tells of it in the names of today, and leads to the next.
view::Key key_of_version(const view::View& view, const view::ShownVersion& shown, view::Keys& keys) {
  const bool is_newest = &shown == &view.history.back();
  return view::Material().add(keys.of(shown)).add(keys.names()).add(is_newest ? 1 : 0).key();
}

/// That of a change leads to the versions before and after that touched the same entity.
view::Key key_of_change(const view::View& view, const view::ShownVersion& shown, const view::EntityChange& entity,
                        view::Keys& keys) {
  const auto& last = *view.trail_of(entity.kind, entity.id).back().shown->version;
  return view::Material().add(keys.of(shown)).add(keys.names()).add(last.number).key();
}

std::string facet_part(const FacetSubject& subject) {
  return "facet/" + std::string(view::code_of(subject.facet)) + "/" + subject.value->code;
}

/// The parts of one language. The words are shared by all of them, as the last copy of a pointer.
void add_language(view::Parts& parts, const view::View& view, const std::string& language, view::Keys& keys,
                  const std::shared_ptr<const Common>& common) {
  const auto words = std::make_shared<const view::Words>(view.record, language);
  const Charged& charged = common->charged;
  const auto add_keyed = [&](const std::string& name, const view::Key& key, auto make) {
    parts.push_back({language + "/" + name, key, [&view, words, make] { return std::vector{make(view, *words)}; }});
  };
  const auto add = [&](const std::string& name, auto make) { add_keyed(name, keys.everything(), make); };
  add("home", home_page);
  add("list", list_page);
  const auto listed = in_list_order(view, *words);
  const int pages = count_pages(listed.size());
  const auto page_key = [&](const People& people, int of_pages) {
    return view::Material().add(keys.of(people, {})).add(of_pages).key();
  };
  for_further_pages(listed, [&](int page, People people) {
    add_keyed("list/" + std::to_string(page), page_key(people, pages),
              [people, page, pages](const auto& v, const auto& w) { return further_list_page(v, w, people, page, pages); });
  });
  if (pages == 1) {
    add("list-script", list_script);
  } else {
    add_keyed("list-script", view::Material().add(keys.of(People{}, {})).add(pages).key(), list_script);
    for (int page = 1; page <= pages; ++page) {
      const People people = people_of_page(listed, page);
      view::Material material = common->options;
      material.add(keys.of(people, {}));
      for (const auto* person : people) material.add(static_cast<long long>(words->rank(*person)));
      add_keyed("list-rows/" + std::to_string(page), material.key(), [common, people, page](const auto& v, const auto& w) {
        return list_rows(v, w, common->numbers, people, page);
      });
    }
  }
  add_keyed("names", keys.names(), names_page);
  add("numbers", numbers_page);
  add("why", why_page);
  add("cases", cases_page);
  add("places", places_page);
  add("changes", changes_page);
  add("sources", sources_page);
  add("coverage", coverage_page);
  add("feeds-page", feeds_page);
  add("journalists", journalists_page);
  add("downloads", downloads_page);
  add("404", not_found_page);
  add("laws", laws_page);
  add("outcomes", outcomes_page);
  add("dates", dates_page);
  for (const auto& act : view.laws().acts())
    add("act/" + act.law->id, [&act](const auto& v, const auto& w) { return act_page(v, w, act); });
  for (const auto& law : view.record.laws)
    for (const auto& of_law : law.articles)
      add_keyed("article/" + law.id + ":" + of_law.number, keys.of(charged.under(law.id + ":" + of_law.number), {}),
                [&law, &of_law](const auto& v, const auto& w) { return article_page(v, w, law, of_law); });
  for (const auto& person : view.record.people)
    add_keyed("person/" + person.id, keys.of(person),
              [&person](const auto& v, const auto& w) { return person_page(v, w, person); });
  for (const auto* person : people_with_letters(view))
    add_keyed("letter/" + person->id, keys.of(*person),
              [person](const auto& v, const auto& w) { return letter_page(v, w, *person); });
  for (const auto& of_case : view.record.cases)
    add_keyed("case/" + of_case.id, keys.of(of_case),
              [&of_case](const auto& v, const auto& w) { return case_page(v, w, of_case); });
  for (const auto& place : view.record.places) {
    const auto shown = concerned_by(view, place);
    add_keyed("place/" + place.id, keys.of(shown.people, shown.cases),
              [&place](const auto& v, const auto& w) { return place_page(v, w, place); });
  }
  for (const auto& body : view.record.designations)
    add_keyed("designation/" + body.id, keys.of(people_with(view, view::Facet::Designation, body.id), {}),
              [&body](const auto& v, const auto& w) { return designation_page(v, w, body); });
  for (const auto& source : view.record.sources)
    add_keyed("source/" + source.id, key_of_source(view, source, keys),
              [&source](const auto& v, const auto& w) { return source_page(v, w, source); });
  for (const auto& subject : facet_subjects(view))
    add_keyed(facet_part(subject), keys.of(subject.value->people, {}),
              [subject](const auto& v, const auto& w) { return facet_page(v, w, subject); });
  for (const auto& list : common->lists)
    for_further_pages(by_name(*words, list.subject.value->people), [&](int page, People people) {
      add_keyed(facet_part(list.subject) + "/" + std::to_string(page), page_key(people, list.pages),
                [common, &list, people, page](const auto& v, const auto& w) {
                  return further_page(v, w, list, page, people);
                });
    });
  for (const auto& shown : view.history)
    add_keyed("version/" + std::to_string(shown.version->number), key_of_version(view, shown, keys),
        [&shown](const auto& v, const auto& w) { return version_page(v, w, shown); });
  for (const auto& shown : view.history)
    if (!is_told_in_short(shown))
      for (const auto& entity : shown.entities)
        add_keyed("change/" + std::to_string(shown.version->number) + "/" + entity.kind + "/" + entity.id,
                  key_of_change(view, shown, entity, keys),
                  [&shown, &entity](const auto& v, const auto& w) { return change_page(v, w, shown, entity); });
  for (const auto& page : view.record.pages)
    if (page.id != kJournalistsText)
      add("page/" + page.id, [&page](const auto& v, const auto& w) { return text_page(v, w, page); });
}

/// The sheets are joined into one file in the order in which they are built in; the list's script goes into the one of
/// each language.
std::vector<view::OutputFile> asset_files() {
  std::string style;
  std::vector<view::OutputFile> files;
  for (const auto& [name, bytes] : assets::kFiles) {
    if (name.ends_with(".css")) style += bytes;
    if (name == "icon.svg") files.push_back({std::string(view::kIcon), std::string(bytes)});
  }
  files.push_back({std::string(view::kStyle), std::move(style)});
  return files;
}

}  // namespace

view::Parts parts(const view::View& view, view::Keys& keys) {
  refuse_taken_names(view.record);
  view::Parts parts;
  const auto common = std::make_shared<const Common>(view);
  for (const auto& language : view.record.site.languages) add_language(parts, view, language, keys, common);
  parts.push_back({"assets", keys.everything(), asset_files});
  return parts;
}

std::vector<view::OutputFile> pages(const view::View& view) {
  std::vector<view::OutputFile> files;
  view::Keys keys(view, {}, {});
  for (const auto& part : parts(view, keys)) {
    auto made = part.make();
    std::move(made.begin(), made.end(), std::back_inserter(files));
  }
  return files;
}

}  // namespace sitegen::page
