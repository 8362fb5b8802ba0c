#include "tracker/model/record.h"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "tracker/base/text.h"
#include "tracker/model/article.h"

namespace tracker::model {
namespace {

const std::string& key_of(const Words& words) { return words.language; }
template <class Entity>
const std::string& key_of(const Entity& entity) {
  return entity.id;
}

/// The number that the id ends in; 0 where there is none.
std::size_t number_of(std::string_view id) {
  const auto digits = id.find_last_not_of("0123456789") + 1;
  std::size_t number = 0;
  std::from_chars(id.data() + digits, id.data() + id.size(), number);
  return number;
}

template <class Entity>
const Entity* find(const std::vector<Entity>& sorted, std::string_view id) {
  // Most ids end in numbers that grow by one, which says where they stand.
  if (sorted.empty()) return nullptr;
  if (const auto place = number_of(id) - number_of(key_of(sorted.front())); place < sorted.size() && key_of(sorted[place]) == id)
    return &sorted[place];
  const auto found = std::lower_bound(
      sorted.begin(), sorted.end(), id,
      [](const Entity& entity, std::string_view wanted) { return base::natural_less(key_of(entity), wanted); });
  return found != sorted.end() && key_of(*found) == id ? &*found : nullptr;
}

template <class Entity>
void sort_by_id(std::vector<Entity>& list) {
  const auto comes_first = [](const Entity& a, const Entity& b) {
    return base::natural_less(key_of(a), key_of(b));
  };
  // Files are read in the order of their names, which mostly are the ids: then nothing has to be moved.
  if (!std::is_sorted(list.begin(), list.end(), comes_first)) std::stable_sort(list.begin(), list.end(), comes_first);
}

bool concerns(const Event& event, const std::string& person) {
  return event.defendants.empty() ||
         std::any_of(event.defendants.begin(), event.defendants.end(),
                     [&](const Ref& defendant) { return defendant.id == person; });
}

bool happens_before(const SituatedEvent& a, const SituatedEvent& b) {
  if (a.event->date != b.event->date) {
    if (!a.event->date || !b.event->date) return !a.event->date;
    return *a.event->date < *b.event->date;
  }
  if (a.event->order != b.event->order) return a.event->order < b.event->order;
  if (a.event->type != b.event->type) return a.event->type < b.event->type;
  if (a.event->id != b.event->id) return base::natural_less(a.event->id, b.event->id);
  return *a.file < *b.file;
}

}  // namespace

bool operator==(const Event& a, const Event& b) {
  const auto tie = [](const Event& e) {
    return std::tie(e.id, e.type, e.date, e.until, e.order, e.case_id, e.defendants, e.charges, e.replaces, e.place,
                    e.court, e.days, e.sentence, e.fine, e.act, e.effect, e.text, e.note, e.certainty, e.original,
                    e.corrected, e.sources);
  };
  return tie(a) == tie(b);
}

const Person* find_person(const Record& record, std::string_view id) { return find(record.people, id); }
const Case* find_case(const Record& record, std::string_view id) { return find(record.cases, id); }
const Source* find_source(const Record& record, std::string_view id) { return find(record.sources, id); }
const Law* find_law(const Record& record, std::string_view id) { return find(record.laws, id); }
const Place* find_place(const Record& record, std::string_view id) { return find(record.places, id); }
const Page* find_page(const Record& record, std::string_view id) { return find(record.pages, id); }
const Words* find_words(const Record& record, std::string_view language) { return find(record.words, language); }
const Designation* find_designation(const Record& record, std::string_view id) {
  return find(record.designations, id);
}

FoundArticle find_article(const Record& record, std::string_view reference) {
  FoundArticle found;
  const auto ref = parse_article_ref(reference);
  if (!ref) return found;
  found.law = find_law(record, ref->law);
  if (!found.law) return found;
  const auto& articles = found.law->articles;
  const auto article = std::find_if(articles.begin(), articles.end(),
                                    [&](const Article& candidate) { return candidate.number == ref->article; });
  if (article == articles.end()) return found;
  found.article = &*article;
  const auto part = std::find_if(article->parts.begin(), article->parts.end(),
                                 [&](const ArticlePart& candidate) { return candidate.part == ref->part; });
  if (part != article->parts.end()) found.part = &*part;
  return found;
}

void sort_record(Record& record) {
  sort_by_id(record.people);
  sort_by_id(record.cases);
  sort_by_id(record.sources);
  sort_by_id(record.laws);
  sort_by_id(record.places);
  sort_by_id(record.designations);
  sort_by_id(record.rulings);
  sort_by_id(record.pages);
  sort_by_id(record.measurements);
  sort_by_id(record.fingerprints);
  sort_by_id(record.words);
}

CaseIndex::CaseIndex(const Record& record) {
  for (const auto& of_case : record.cases)
    for (const auto& defendant : of_case.defendants) {
      auto& cases = by_defendant_[defendant.id];
      if (cases.empty() || cases.back() != &of_case) cases.push_back(&of_case);
    }
}

const std::vector<const Case*>& CaseIndex::of(const Person& person) const {
  static const std::vector<const Case*> kNone;
  const auto found = by_defendant_.find(person.id);
  return found == by_defendant_.end() ? kNone : found->second;
}

namespace {

std::vector<SituatedEvent> situated(const Record& record, const Person& person, const std::vector<const Case*>& cases) {
  std::vector<SituatedEvent> events;
  for (const auto& event : person.events)
    events.push_back({&event, event.case_id.empty() ? nullptr : find_case(record, event.case_id.id), &person.file});
  for (const Case* of_case : cases)
    for (const auto& event : of_case->events)
      if (concerns(event, person.id)) events.push_back({&event, of_case, &of_case->file});
  // Most files tell things in the order in which they happened; sorting takes memory, even of one event.
  if (!std::is_sorted(events.begin(), events.end(), happens_before))
    std::stable_sort(events.begin(), events.end(), happens_before);
  return events;
}

}  // namespace

std::vector<SituatedEvent> events_of(const Record& record, const CaseIndex& cases, const Person& person) {
  return situated(record, person, cases.of(person));
}

std::vector<SituatedEvent> events_of(const Record& record, const Person& person) {
  return situated(record, person, cases_of(record, person));
}

std::vector<const Case*> cases_of(const Record& record, const Person& person) {
  std::vector<const Case*> cases;
  for (const auto& candidate : record.cases)
    if (std::any_of(candidate.defendants.begin(), candidate.defendants.end(),
                    [&](const Ref& defendant) { return defendant.id == person.id; }))
      cases.push_back(&candidate);
  return cases;
}

}  // namespace tracker::model
