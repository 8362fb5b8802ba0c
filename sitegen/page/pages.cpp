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

/// The values of a person as the script's rows have them: assessments and decisions follow from cases and laws as well.
void add_numbers(view::Material& material, const std::vector<std::vector<int>>& numbers) {
  for (const auto& of_facet : numbers) {
    material.add(static_cast<long long>(of_facet.size()));
    for (const int number : of_facet) material.add(static_cast<long long>(number));
  }
}

/// Of rows of people under a value. Beside an assessment stands what a court decided.
view::Key key_of_rows(const view::View& view, view::Facet facet, const People& people, view::Keys& keys) {
  if (facet != view::Facet::Assessment) return keys.of(people, {});
  view::Material material;
  material.add(keys.of(people, {}));
  for (const auto* person : people) {
    const auto decisions = view::decisions_of(view.status_of(*person));
    material.add(static_cast<long long>(decisions.size()));
    for (const auto& decision : decisions) material.add(decision);
  }
  return material.key();
}

std::string facet_part(const FacetSubject& subject) {
  return "facet/" + std::string(view::code_of(subject.facet)) + "/" + subject.value->code;
}

/// The pages of one language.
class Language {
 public:
  Language(view::Parts& parts, const view::View& view, const view::SharedWords& words, const std::string& language)
      : parts_(parts), view_(view), language_(language), words_(words, &words->in(language)) {}

  const view::Words& words() const { return *words_; }

  template <class Make>
  void add(const std::string& name, const view::Key& key, Make make) {
    parts_.push_back({language_ + "/" + name, key,
                      [&view = view_, words = words_, make] { return std::vector{make(view, *words)}; }});
  }

 private:
  view::Parts& parts_;
  const view::View& view_;
  std::string language_;
  view::SharedWords words_;
};

/// The pages that show the whole list.
void add_whole(Language language, const view::View& view, const view::Key& stamp) {
  const auto add = [&](const std::string& name, auto make) { language.add(name, stamp, make); };
  // Those that take longest are begun first.
  add("dates", dates_page);
  add("home", home_page);
  add("journalists", journalists_page);
  add("changes", changes_page);
  for (const auto& page : view.record.pages)
    if (page.id != kJournalistsText)
      add("page/" + page.id, [&page](const auto& v, const auto& w) { return text_page(v, w, page); });
  add("list", list_page);
  if (count_pages(view.record.people.size()) == 1) add("list-script", list_script);
  add("numbers", numbers_page);
  add("why", why_page);
  add("cases", cases_page);
  add("places", places_page);
  add("sources", sources_page);
  add("coverage", coverage_page);
  add("feeds-page", feeds_page);
  add("downloads", downloads_page);
  add("404", not_found_page);
  add("laws", laws_page);
  add("outcomes", outcomes_page);
  for (const auto& act : view.laws().acts())
    add("act/" + act.law->id, [&act](const auto& v, const auto& w) { return act_page(v, w, act); });
}

/// Pages of the list but the first, and the rows that its script loads.
void add_list(Language& language, const view::View& view, view::Keys& keys, const std::shared_ptr<const Common>& common) {
  const auto listed = in_list_order(view, language.words());
  const int pages = count_pages(listed.size());
  for_further_pages(listed, [&](int page, People people) {
    language.add("list/" + std::to_string(page), view::Material().add(keys.of(people, {})).add(pages).key(),
                 [people, page, pages](const auto& v, const auto& w) { return further_list_page(v, w, people, page, pages); });
  });
  if (pages == 1) return;
  language.add("list-script", view::Material().add(keys.of(People{}, {})).add(pages).key(), list_script);
  for (int page = 1; page <= pages; ++page) {
    const People people = people_of_page(listed, page);
    view::Material material = common->options;
    material.add(keys.of(people, {}));
    for (const auto* person : people) {
      material.add(static_cast<long long>(language.words().rank(*person)));
      add_numbers(material, common->numbers[view.place_of(*person)]);
    }
    language.add("list-rows/" + std::to_string(page), material.key(), [common, people, page](const auto& v, const auto& w) {
      return list_rows(v, w, common->numbers, people, page);
    });
  }
}

/// Everybody with one value of a filter, in pages where they are many.
void add_facets(Language& language, const view::View& view, view::Keys& keys, const std::shared_ptr<const Common>& common) {
  for (const auto& subject : facet_subjects(view))
    language.add(facet_part(subject), key_of_rows(view, subject.facet, subject.value->people, keys),
                 [subject](const auto& v, const auto& w) { return facet_page(v, w, subject); });
  for (const auto& list : common->lists)
    for_further_pages(by_name(language.words(), list.subject.value->people), [&](int page, People people) {
      language.add(facet_part(list.subject) + "/" + std::to_string(page),
                   view::Material().add(key_of_rows(view, list.subject.facet, people, keys)).add(list.pages).key(),
                   [common, &list, people, page](const auto& v, const auto& w) {
                     return further_page(v, w, list, page, people);
                   });
    });
}

void add_versions(Language& language, const view::View& view, view::Keys& keys) {
  for (const auto& shown : view.history)
    language.add("version/" + std::to_string(shown.version->number), key_of_version(view, shown, keys),
                 [&shown](const auto& v, const auto& w) { return version_page(v, w, shown); });
  for (const auto& shown : view.history)
    if (!is_told_in_short(shown))
      for (const auto& entity : shown.entities)
        language.add("change/" + std::to_string(shown.version->number) + "/" + entity.kind + "/" + entity.id,
                     key_of_change(view, shown, entity, keys),
                     [&shown, &entity](const auto& v, const auto& w) { return change_page(v, w, shown, entity); });
}

/// The pages that show some people or cases, and those of what is said of them.
void add_keyed(Language language, const view::View& view, view::Keys& keys, const std::shared_ptr<const Common>& common) {
  const Charged& charged = common->charged;
  add_list(language, view, keys, common);
  language.add("names", keys.names(), names_page);
  for (const auto& law : view.record.laws)
    for (const auto& of_law : law.articles)
      language.add("article/" + law.id + ":" + of_law.number, keys.of(charged.under(law.id + ":" + of_law.number), {}),
                   [&law, &of_law](const auto& v, const auto& w) { return article_page(v, w, law, of_law); });
  for (const auto& person : view.record.people)
    language.add("person/" + person.id, keys.of(person),
                 [&person](const auto& v, const auto& w) { return person_page(v, w, person); });
  for (const auto* person : people_with_letters(view))
    language.add("letter/" + person->id, keys.of(*person),
                 [person](const auto& v, const auto& w) { return letter_page(v, w, *person); });
  for (const auto& of_case : view.record.cases)
    language.add("case/" + of_case.id, keys.of(of_case),
                 [&of_case](const auto& v, const auto& w) { return case_page(v, w, of_case); });
  for (const auto& place : view.record.places) {
    const auto shown = concerned_by(view, place);
    language.add("place/" + place.id, keys.of(shown.people, shown.cases),
                 [&place](const auto& v, const auto& w) { return place_page(v, w, place); });
  }
  for (const auto& body : view.record.designations)
    language.add("designation/" + body.id, keys.of(people_with(view, view::Facet::Designation, body.id), {}),
                 [&body](const auto& v, const auto& w) { return designation_page(v, w, body); });
  for (const auto& source : view.record.sources)
    language.add("source/" + source.id, key_of_source(view, source, keys),
                 [&source](const auto& v, const auto& w) { return source_page(v, w, source); });
  add_facets(language, view, keys, common);
  add_versions(language, view, keys);
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

view::Parts whole_parts(const view::View& view, const view::SharedWords& words, const view::Key& stamp) {
  refuse_taken_names(view.record);
  view::Parts parts;
  for (const auto& language : view.record.site.languages) add_whole({parts, view, words, language}, view, stamp);
  parts.push_back({"assets", stamp, asset_files});
  return parts;
}

view::Parts keyed_parts(const view::View& view, const view::SharedWords& words, view::Keys& keys) {
  view::Parts parts;
  const auto common = std::make_shared<const Common>(view);
  for (const auto& language : view.record.site.languages) add_keyed({parts, view, words, language}, view, keys, common);
  return parts;
}

std::vector<view::OutputFile> pages(const view::View& view) {
  std::vector<view::OutputFile> files;
  view::Keys keys(view, {}, {});
  const auto words = view::shared_words(view.record);
  for (const auto& parts : {whole_parts(view, words, {}), keyed_parts(view, words, keys)})
    for (const auto& part : parts) {
      auto made = part.make();
      std::move(made.begin(), made.end(), std::back_inserter(files));
    }
  return files;
}

}  // namespace sitegen::page
