#include "tracker/match/evidence.h"

#include <algorithm>
#include <set>

namespace tracker::match {
namespace {

bool may_be_same_day(const std::optional<base::PartialDate>& a, const std::optional<base::PartialDate>& b) {
  return a && b && !base::surely_before(*a, *b) && !base::surely_before(*b, *a);
}

std::string number_of(const std::string& article) { return article.substr(0, article.find('.')); }

struct Told {
  std::set<std::string> articles;  // "272.1" and "272"
  std::set<std::string> places;
  std::set<std::string> courts;
};

Told told_of(const model::Record& record, const model::Person& person) {
  Told told;
  if (!person.region.empty()) told.places.insert(person.region.id);
  for (const auto* of_case : model::cases_of(record, person)) {
    if (!of_case->region.empty()) told.places.insert(of_case->region.id);
    if (!of_case->court.empty()) told.courts.insert(of_case->court.id);
  }
  for (const auto& happened : model::events_of(record, person)) {
    for (const auto& charge : happened.event->charges) {
      const auto number = charge.id.substr(charge.id.find(':') + 1);
      told.articles.insert(number);
      told.articles.insert(number_of(number));
    }
    if (!happened.event->place.empty()) told.places.insert(happened.event->place.id);
    if (!happened.event->court.empty()) told.courts.insert(happened.event->court.id);
  }
  return told;
}

void weigh_pages(const model::Record& record, const model::Person& person, const Sought& sought,
                 std::vector<Reason>& reasons) {
  const auto* source = model::find_source(record, sought.source);
  const bool one_document = source && source->kind == model::SourceKind::Cited;
  for (const auto& happened : model::events_of(record, person))
    for (const auto& citation : happened.event->sources) {
      const bool same = one_document || (!sought.snapshot.empty() && citation.snapshot == sought.snapshot) ||
                        (!sought.url.empty() && citation.url == sought.url);
      if (same && citation.source.id == sought.source)
        return reasons.push_back({4, false, "the record cites this page for the person"});
    }
}

void weigh_events(const model::Record& record, const model::Person& person, const Sought& sought,
                  std::vector<Reason>& reasons) {
  int points = 0;
  std::string words;
  const auto happened = model::events_of(record, person);
  for (const auto& said : sought.events)
    for (const auto& known : happened) {
      if (known.event->type != said.type || !may_be_same_day(known.event->date, said.date)) continue;
      const bool exact = known.event->date->is_exact() && said.date->is_exact();
      if (points >= (exact ? 3 : 1)) continue;
      points = exact ? 3 : 1;
      words = "the same event: " + std::string(model::code_of(said.type)) + " " + said.date->edtf();
    }
  if (points > 0) reasons.push_back({points, false, words});
}

void weigh_articles(const Told& told, const Sought& sought, std::vector<Reason>& reasons) {
  for (const auto& article : sought.articles)
    if (article.find('.') != std::string::npos && told.articles.contains(article))
      return reasons.push_back({2, false, "same article " + article});
  for (const auto& article : sought.articles)
    if (told.articles.contains(number_of(article)))
      return reasons.push_back({1, false, "same article " + number_of(article)});
}

void weigh_places(const Places& places, const Told& told, const Sought& sought, std::vector<Reason>& reasons) {
  for (const auto& court : sought.courts)
    if (told.courts.contains(court)) {
      reasons.push_back({2, false, "same court"});
      break;
    }
  for (const auto& place : sought.places)
    for (const auto& known : told.places)
      if (places.is_within(place, known) || places.is_within(known, place))
        return reasons.push_back({1, false, "same place"});
}

void weigh_companions(const model::Record& record, const model::Person& person, const Sought& sought,
                      std::vector<Reason>& reasons) {
  if (sought.companions.empty()) return;
  std::set<std::string> others;
  for (const auto* of_case : model::cases_of(record, person))
    for (const auto& defendant : of_case->defendants)
      if (defendant.id != person.id) others.insert(defendant.id);
  for (const auto& id : others) {
    const auto* other = model::find_person(record, id);
    if (!other) continue;
    for (const auto& [language, name] : other->name.by_language)
      for (const auto& companion : sought.companions)
        if (folded_words(companion).size() > 1 && is_part_of(folded_words(companion), folded_words(name)))
          return reasons.push_back({2, false, "a co-defendant is named on the page"});
  }
}

}  // namespace

std::vector<Reason> weigh_context(const model::Record& record, const Places& places, const model::Person& person,
                                  const Sought& sought) {
  std::vector<Reason> reasons;
  const Told told = told_of(record, person);
  weigh_pages(record, person, sought, reasons);
  weigh_events(record, person, sought, reasons);
  weigh_articles(told, sought, reasons);
  weigh_places(places, told, sought, reasons);
  weigh_companions(record, person, sought, reasons);
  return reasons;
}

bool is_near(const std::string& a, const std::string& b) {
  static constexpr std::size_t kShortest = 6;
  if (a == b) return true;
  const auto& longer = a.size() >= b.size() ? a : b;
  const auto& shorter = a.size() >= b.size() ? b : a;
  if (shorter.size() < kShortest || longer.size() - shorter.size() > 1) return false;
  std::size_t head = 0, tail = 0;
  while (head < shorter.size() && longer[head] == shorter[head]) ++head;
  while (tail < shorter.size() - head && longer[longer.size() - 1 - tail] == shorter[shorter.size() - 1 - tail]) ++tail;
  const auto changed = shorter.size() - head - tail;
  if (changed <= (longer.size() > shorter.size() ? 0U : 1U)) return true;
  return changed == 2 && longer.size() == shorter.size() && longer[head] == shorter[head + 1] &&
         longer[head + 1] == shorter[head];
}

}  // namespace tracker::match
