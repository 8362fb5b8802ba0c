// The whole of `content/` as one value: what rules check, what a version records, what the site is made of.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "tracker/model/entity.h"

namespace tracker::model {

/// Every list is sorted by id in natural order ("kz-2" before "kz-10"); ids are unique in their list.
struct Record {
  Site site;
  std::vector<Person> people;
  std::vector<Case> cases;
  std::vector<Source> sources;
  std::vector<Law> laws;
  std::vector<Place> places;
  std::vector<Designation> designations;
  std::vector<Ruling> rulings;
  std::vector<Page> pages;
  std::vector<Measurement> measurements;
  std::vector<Fingerprint> fingerprints;
  std::vector<Words> words;  // by language
};

/// Nothing where there is no such id. Logarithmic.
const Person* find_person(const Record& record, std::string_view id);
const Case* find_case(const Record& record, std::string_view id);
const Source* find_source(const Record& record, std::string_view id);
const Law* find_law(const Record& record, std::string_view id);
const Place* find_place(const Record& record, std::string_view id);
const Designation* find_designation(const Record& record, std::string_view id);
const Page* find_page(const Record& record, std::string_view id);
const Words* find_words(const Record& record, std::string_view language);

/// The article and part that a reference means; null where the law does not have them. A reference without a part gives
/// the article and no part.
struct FoundArticle {
  const Law* law = nullptr;
  const Article* article = nullptr;
  const ArticlePart* part = nullptr;
};
FoundArticle find_article(const Record& record, std::string_view reference);

/// Puts every list into its order.
void sort_record(Record& record);

/// An event with the file it comes from.
struct SituatedEvent {
  const Event* event = nullptr;
  const Case* of_case = nullptr;  // the case that the event stands in or names; null for none
  const std::string* file = nullptr;
};

/// Whose defendants are who, looked up at once. Points into the lists of the record, which must stay as they are.
class CaseIndex {
 public:
  explicit CaseIndex(const Record& record);

  /// The cases that the person is a defendant of, in the record's order.
  const std::vector<const Case*>& of(const Person& person) const;

 private:
  std::unordered_map<std::string_view, std::vector<const Case*>> by_defendant_;
};

/// All events that concern the person, own and of every case the person is a defendant of, in the order of things:
/// date, `order`, type, id. Events without a date come first.
std::vector<SituatedEvent> events_of(const Record& record, const CaseIndex& cases, const Person& person);
/// The same for one person alone: looks through all cases.
std::vector<SituatedEvent> events_of(const Record& record, const Person& person);

/// The cases that the person is a defendant of, in the record's order.
std::vector<const Case*> cases_of(const Record& record, const Person& person);

}  // namespace tracker::model
