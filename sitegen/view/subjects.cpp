#include "sitegen/view/subjects.h"

#include "tracker/model/article.h"

namespace sitegen::view {

using tracker::model::Record;

namespace {
constexpr int kDeepestPlace = 8;  // a place lies in a place lies in …; the check refuses circles, this survives them
}

std::string person_title(const Record& record, const Words& words, std::string_view id) {
  const auto* person = tracker::model::find_person(record, id);
  if (!person) return std::string(id);
  return person->name.empty() ? words.name(*person) + " (" + person->id + ")" : words.name(*person);
}

std::string case_title(const Record& record, const Words& words, std::string_view id) {
  const auto* of_case = tracker::model::find_case(record, id);
  return of_case ? words.text(of_case->title) : std::string(id);
}

std::string place_title(const Record& record, const Words& words, std::string_view id) {
  const auto* place = tracker::model::find_place(record, id);
  if (!place) return std::string(id);
  const auto* within = place->within.empty() ? nullptr : tracker::model::find_place(record, place->within.id);
  const bool says_more = within && within->kind != tracker::model::PlaceKind::Country;
  return says_more ? words.text(place->name) + ", " + words.text(within->name) : words.text(place->name);
}

std::string article_title(const Record& record, const Words& words, std::string_view reference) {
  const auto ref = tracker::model::parse_article_ref(reference);
  if (!ref) return std::string(reference);
  const auto* law = tracker::model::find_law(record, ref->law);
  return words("feed.article", {{"number", ref->number()}, {"law", law ? words.text(law->title) : ref->law}});
}

std::string article_of_charge(std::string_view charge) {
  const auto ref = tracker::model::parse_article_ref(charge);
  return ref ? ref->law + ":" + ref->article : std::string();
}

std::vector<std::string> regions_of(const Record& record, const std::string& place) {
  std::vector<std::string> regions;
  std::string at = place;
  for (int depth = 0; depth < kDeepestPlace && !at.empty(); ++depth) {
    const auto* found = tracker::model::find_place(record, at);
    if (!found) break;
    if (at == place || found->kind == tracker::model::PlaceKind::Region) regions.push_back(at);
    at = found->within.id;
  }
  return regions;
}

}  // namespace sitegen::view
