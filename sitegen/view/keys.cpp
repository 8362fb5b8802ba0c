#include "sitegen/view/keys.h"

#include <algorithm>

namespace sitegen::view {
namespace {

using tracker::model::code_of;
using tracker::model::Status;

void add_date(Material& material, const std::optional<tracker::base::PartialDate>& date) {
  material.add(date ? date->edtf() : std::string());
}

/// A status follows from events, which the digests cover, and from the day: what the day alone can change.
void add_status(Material& material, const Status& status) {
  material.add(code_of(status.display)).add(code_of(status.liberty)).add(code_of(status.deprived));
  material.add(code_of(status.stage)).add(status.decisive_event).add(status.since_is_computed ? 1 : 0);
  add_date(material, status.since);
  add_date(material, status.liberty_since);
  for (const auto& of_case : status.cases) {
    material.add(of_case.case_id).add(code_of(of_case.stage));
    for (const auto& sentence : of_case.sentences) material.add(sentence.ended ? 1 : 0);
    for (const auto& charge : of_case.charges) material.add(charge.live ? 1 : 0);
  }
}

}  // namespace

Keys::Keys(const View& view, const Key& stamp, const Key& program)
    : view_(view), stamp_(stamp), people_(view.record.people.size()), cases_(view.record.cases.size()) {
  for (const auto& table : view.index.facets)
    if (table.facet == Facet::Group)
      for (const auto& value : table.values) groups_.insert(value.code);
  Material material;
  base_ = material.add(program).add(view.digests.others).key();
}

/// Events that lie ahead are shown, and reckoned with, in another way: their day is what moves a page without a change.
long long Keys::known_events(const std::vector<tracker::model::Event>& events) const {
  return std::count_if(events.begin(), events.end(),
                       [&](const auto& event) { return !event.date || event.date->earliest() <= view_.as_of; });
}

const Key& Keys::own(const tracker::model::Person& person) {
  Key& key = people_[view_.place_of(person)];
  if (key != Key{}) return key;
  const auto told = view_.digests.of.find("person/" + person.id);
  if (told == view_.digests.of.end()) return stamp_;
  const auto& status = view_.status_of(person);
  Material material;
  material.add(told->second).add(known_events(person.events));
  material.add(is_unconfirmed(view_, status) ? 1 : 0);
  add_status(material, status);
  return key = material.key();
}

Key Keys::own(const tracker::model::Case& of_case) {
  const auto told = view_.digests.of.find("case/" + of_case.id);
  if (told == view_.digests.of.end()) return stamp_;
  Material material;
  return material.add(told->second).add(known_events(of_case.events)).key();
}

void Keys::add_trail(Material& material, const char* kind, const std::string& id) {
  for (const auto& trace : view_.trail_of(kind, id))
    material.add(trace.shown->version->number).add(trace.shown->version->hash.hex());
}

const Key& Keys::with_defendants(const tracker::model::Case& of_case) {
  Key& key = cases_[static_cast<std::size_t>(&of_case - view_.record.cases.data())];
  if (key != Key{}) return key;
  Material material;
  material.add(own(of_case));
  add_trail(material, "case", of_case.id);
  for (const auto& defendant : of_case.defendants) {
    const auto* person = tracker::model::find_person(view_.record, defendant.id);
    if (person) material.add(own(*person));
  }
  // A group that nobody on the list belongs to has no page to link to.
  for (const auto& tag : of_case.tags) material.add(groups_.contains(tag) ? 1 : 0);
  return key = material.key();
}

Key Keys::of(const tracker::model::Person& person) {
  if (view_.digests.of.empty()) return stamp_;
  Material material;
  material.add(base_).add(own(person)).add(view_.shown_in(person).version->number);
  add_trail(material, "person", person.id);
  for (const auto* of_case : view_.cases().of(person)) material.add(with_defendants(*of_case));
  return material.key();
}

Key Keys::of(const tracker::model::Case& of_case) {
  if (view_.digests.of.empty()) return stamp_;
  Material material;
  material.add(base_).add(view_.shown_in(of_case).version->number);
  material.add(with_defendants(of_case));
  return material.key();
}

const Key& Keys::names() {
  if (view_.digests.of.empty()) return stamp_;
  if (names_ != Key{}) return names_;
  Material material;
  material.add(base_);
  for (const auto& person : view_.record.people) {
    material.add(person.id).add(person.name).add(static_cast<long long>(person.also.size()));
    for (const auto& form : person.also) material.add(form);
  }
  for (const auto& of_case : view_.record.cases) material.add(of_case.id).add(of_case.title);
  return names_ = material.key();
}

Key Keys::of(const ShownVersion& shown) {
  if (view_.digests.of.empty()) return stamp_;
  Material material;
  material.add(base_).add(shown.version->hash.hex());
  return material.key();
}

Key Keys::of(const PersonList& people, const CaseList& cases) {
  if (view_.digests.of.empty()) return stamp_;
  Material material;
  material.add(base_).add(view_.shown_in(people, cases).version->number);
  for (const auto* person : people) material.add(own(*person));
  material.add(static_cast<long long>(people.size()));
  for (const auto* of_case : cases) material.add(own(*of_case));
  return material.key();
}

}  // namespace sitegen::view
