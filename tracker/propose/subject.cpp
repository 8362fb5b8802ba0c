#include "tracker/propose/subject.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "tracker/base/digest.h"
#include "tracker/base/text.h"
#include "tracker/propose/same.h"

namespace tracker::propose {
namespace {

using Words = std::vector<std::string>;

struct Draft {
  Words words;
  Subject subject;
};

std::string key_of(Words words) {
  std::sort(words.begin(), words.end());
  return base::join(words, " ");
}

void add_line(Draft& draft, const Told& told, const Words& words, Converted converted) {
  auto& subject = draft.subject;
  if (words.size() > draft.words.size() || subject.name.empty()) {
    draft.words = words;
    subject.name = told.said.person;
    subject.language = told.language;
  }
  if (subject.role.empty()) subject.role = told.said.role;
  subject.lines.push_back({&told, std::move(converted)});
}

/// The people of one page. A surname alone belongs to the one person of the page who has it.
std::vector<Draft> people_of(const std::vector<std::pair<const Told*, Converted>>& lines) {
  std::vector<Draft> people;
  std::vector<std::pair<Words, std::size_t>> order;
  for (std::size_t i = 0; i < lines.size(); ++i) order.emplace_back(match::folded_words(lines[i].first->said.person), i);
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  for (const auto& [words, i] : order) {
    if (words.empty()) continue;
    std::vector<Draft*> fits;
    for (auto& person : people)
      if (match::is_part_of(words, person.words)) fits.push_back(&person);
    if (fits.size() != 1) fits.assign(1, &people.emplace_back());
    add_line(*fits.front(), *lines[i].first, words, lines[i].second);
  }
  return people;
}

void fill_sought(Draft& draft, const std::vector<Draft>& page) {
  auto& sought = draft.subject.sought;
  const Told& first = *draft.subject.lines.front().told;
  sought.name = draft.subject.name;
  sought.language = draft.subject.language;
  sought.source = first.source;
  sought.snapshot = first.snapshot;
  sought.url = first.url;
  std::set<std::string> articles, courts, where;
  for (const auto& line : draft.subject.lines) {
    articles.insert(line.told->said.articles.begin(), line.told->said.articles.end());
    const auto& event = line.converted.event;
    if (!event.court.empty()) courts.insert(event.court.id);
    if (!event.place.empty()) where.insert(event.place.id);
    sought.events.push_back({event.type, event.date});
  }
  sought.articles.assign(articles.begin(), articles.end());
  sought.courts.assign(courts.begin(), courts.end());
  sought.places.assign(where.begin(), where.end());
  for (const auto& other : page)
    if (&other != &draft && sought.companions.size() < 50) sought.companions.push_back(other.subject.name);
}

bool share_event(const Subject& a, const Subject& b) {
  for (const auto& left : a.lines)
    for (const auto& right : b.lines) {
      const auto& x = left.converted.event;
      const auto& y = right.converted.event;
      if (x.date && y.date && is_same(x, y, Undated::FitsNone)) return true;
    }
  return false;
}

bool share_any(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const auto& x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

/// Two people of two pages, neither of whom is on the list for certain: the full name must agree and something beside it.
bool are_one(const Draft& a, const Draft& b) {
  const auto& shorter = a.words.size() <= b.words.size() ? a.words : b.words;
  const auto& longer = a.words.size() <= b.words.size() ? b.words : a.words;
  if (shorter.size() < 2 || !match::is_part_of(shorter, longer)) return false;
  const auto& x = a.subject.sought;
  const auto& y = b.subject.sought;
  return share_any(x.articles, y.articles) || share_any(x.courts, y.courts) || share_any(x.places, y.places) ||
         share_event(a.subject, b.subject);
}

void absorb(Draft& into, Draft& from) {
  auto& subject = into.subject;
  if (from.words.size() > into.words.size()) {
    into.words = from.words;
    subject.name = from.subject.name;
    subject.language = from.subject.language;
    subject.sought = from.subject.sought;
    subject.identity = from.subject.identity;
  }
  if (subject.role.empty()) subject.role = from.subject.role;
  std::move(from.subject.lines.begin(), from.subject.lines.end(), std::back_inserter(subject.lines));
}

/// A page that says too little by itself, of somebody whom another page of the same news could tell: the one of the list
/// whom the name can mean.
Draft* linked_by_news(const Draft& person, std::vector<Draft>& linked, const std::map<std::string, std::size_t>& by_id) {
  const auto& candidates = person.subject.identity.candidates;
  if (candidates.empty() || candidates.front().refused || !candidates.front().full_name) return nullptr;
  if (candidates.size() > 1 && !candidates[1].refused && candidates[1].full_name) return nullptr;
  const auto found = by_id.find(candidates.front().id);
  if (found == by_id.end() || !are_one(linked[found->second], person)) return nullptr;
  return &linked[found->second];
}

/// Positions of people by each word of their names.
using ByWord = std::unordered_map<std::string, std::vector<std::size_t>>;

/// Who among those gathered so far this is. All that a shorter form of a name lacks is one word at a time; so the people
/// who share the commonest word, and nothing else, need not be looked at: however many have one given name, few have one
/// surname.
Draft* known_as(const Draft& person, std::vector<Draft>& others, const ByWord& by_word) {
  std::vector<const std::vector<std::size_t>*> sharing;
  for (const auto& word : person.words)
    if (const auto found = by_word.find(word); found != by_word.end()) sharing.push_back(&found->second);
  std::sort(sharing.begin(), sharing.end(), [](const auto* a, const auto* b) { return a->size() < b->size(); });
  if (sharing.size() == person.words.size() && sharing.size() > 1) sharing.pop_back();
  for (const auto* positions : sharing)
    for (const auto at : *positions)
      if (are_one(others[at], person)) return &others[at];
  return nullptr;
}

bool is_among(const std::vector<Draft>& people, const Draft* one) {
  return std::any_of(people.begin(), people.end(), [&](const Draft& other) { return &other == one; });
}

/// People of several pages who are not on the list for certain, each once; those whom the news links go to `linked`.
std::vector<Draft> gather(std::vector<Draft>& open, std::vector<Draft>& linked, const std::map<std::string, std::size_t>& by_id) {
  std::vector<Draft> others;
  ByWord by_word;
  for (auto& person : open) {
    Draft* same = linked_by_news(person, linked, by_id);
    if (!same) same = known_as(person, others, by_word);
    if (same) absorb(*same, person);
    if (same && !is_among(others, same)) continue;
    const auto at = same ? static_cast<std::size_t>(same - others.data()) : others.size();
    for (const auto& word : person.words)
      if (auto& positions = by_word[word]; positions.empty() || positions.back() != at) positions.push_back(at);
    if (!same) others.push_back(std::move(person));
  }
  return others;
}

/// The name that stands first in the record is what the key of a person on the list is made of, so that an id does not
/// change when somebody is added to the list.
std::string key_of_person(const model::Record& record, const std::string& id) {
  const auto* person = model::find_person(record, id);
  if (!person || person->name.empty()) return id;
  return key_of(match::folded_words(person->name.in(record.site.default_language, record.site.default_language)));
}

}  // namespace

std::vector<Subject> subjects_of(const model::Record& record, const match::Identifier& identifier,
                                 const std::vector<Told>& told) {
  std::map<std::tuple<std::string, std::string, std::string>, std::vector<std::pair<const Told*, Converted>>> pages;
  for (const auto& one : told)
    pages[{one.source, one.snapshot, one.url}].emplace_back(&one, event_of(record, identifier.places(), one));

  std::vector<Draft> linked, open;
  std::map<std::string, std::size_t> by_id;
  for (const auto& [where, lines] : pages) {
    auto people = people_of(lines);
    for (auto& person : people) fill_sought(person, people);
    for (auto& person : people) {
      person.subject.identity = identifier.identify(person.subject.sought);
      if (person.subject.identity.verdict != match::Verdict::Linked) {
        open.push_back(std::move(person));
        continue;
      }
      const auto [known, is_new] = by_id.emplace(person.subject.identity.id, linked.size());
      if (is_new) {
        linked.push_back(std::move(person));
      } else {
        absorb(linked[known->second], person);
      }
    }
  }

  auto others = gather(open, linked, by_id);

  std::vector<Subject> subjects;
  for (auto& person : linked) {
    person.subject.key = key_of_person(record, person.subject.identity.id);
    subjects.push_back(std::move(person.subject));
  }
  std::set<std::string> taken;
  for (auto& subject : subjects)
    if (!taken.insert(subject.key).second) subject.key += " " + subject.identity.id;
  for (auto& person : others) {
    auto& subject = person.subject;
    subject.key = key_of(person.words);
    // A namesake who is nobody's double gets a key of its own, made of the page.
    if (!taken.insert(subject.key).second) subject.key += " " + subject.sought.snapshot.substr(0, 8);
    taken.insert(subject.key);
    subjects.push_back(std::move(subject));
  }
  std::stable_sort(subjects.begin(), subjects.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
  return subjects;
}

}  // namespace tracker::propose
