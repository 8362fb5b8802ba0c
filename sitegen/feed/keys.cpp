#include "sitegen/feed/keys.h"

#include "sitegen/feed/feeds.h"
#include "sitegen/view/material.h"

namespace sitegen::feed {
namespace {

using view::Material;

std::string text_of(const view::Key& key) {
  return std::string(reinterpret_cast<const char*>(&key), sizeof key);
}

void add_events(Material& material, const std::vector<tracker::model::Event>& events) {
  for (const auto& event : events) {
    material.add(event.id).add(tracker::model::code_of(event.type)).add(event.date ? event.date->edtf() : "");
    material.add(event.text);
  }
}

}  // namespace

Keys::Keys(const view::View& view, const view::Key& stamp, const view::Key& program)
    : view_(view), stamp_(text_of(stamp)) {
  const auto& site = view.record.site;
  Material material;
  material.add(text_of(program)).add(site.title).add(site.publisher).add(site.licence).add(site.base_url);
  material.add(site.tag_authority).add(site.default_language).add(text_of(view::key_of({view.versions.front().hash.hex()})));
  for (const auto& law : view.record.laws) material.add(law.id).add(law.title);
  for (const auto& ruling : view.record.rulings) rulings_[ruling.subject] += ruling.id + '\n';
  for (const auto& place : view.record.places) material.add(place.id).add(place.name).add(place.within.id);
  frame_ = text_of(material.key());
}

const std::string& Keys::of_language(const std::string& language) {
  const auto [found, is_new] = languages_.try_emplace(language);
  if (is_new) {
    Material material;
    material.add(language);
    for (const auto& of : {language, view_.record.site.default_language})
      if (const auto* words = tracker::model::find_words(view_.record, of))
        for (const auto& [key, pattern] : words->words) material.add(key).add(pattern);
    found->second = text_of(material.key());
  }
  return found->second;
}

/// What feeds show of an entity as it is now; empty where the record does not have it.
const std::string& Keys::of_entity(const std::string& kind, const std::string& id) {
  const auto [found, is_new] = entities_.try_emplace(kind + "/" + id);
  if (!is_new) return found->second;
  Material material;
  // What is withheld is said in entries of old versions too.
  if (const auto rulings = rulings_.find(found->first); rulings != rulings_.end()) material.add(rulings->second);
  if (const auto* person = kind == "person" ? tracker::model::find_person(view_.record, id) : nullptr) {
    material.add(person->name);
    add_events(material, person->events);
  } else if (const auto* of_case = kind == "case" ? tracker::model::find_case(view_.record, id) : nullptr) {
    material.add(of_case->title);
    add_events(material, of_case->events);
  }
  return found->second = text_of(material.key());
}

const std::string& Keys::hash_of(int version) {
  auto& hash = hashes_[version];
  if (hash.empty()) hash = view_.history[static_cast<std::size_t>(version)].version->hash.hex();
  return hash;
}

view::Key Keys::of(const Channel& channel, const std::string& language, int page) {
  Material material;
  material.add(frame_).add(of_language(language)).add(channel.key);
  if (channel.scope == Scope::Person) material.add(of_entity("person", channel.subject));
  if (channel.scope == Scope::Case) material.add(of_entity("case", channel.subject));
  const ChannelPages paging(channel.entries.size());
  // The page that is followed points at the newest of the older ones, these at each other.
  material.add(page == 0 ? paging.archives : page < paging.archives ? 1 : 0);
  for (std::size_t i = paging.begin(page); i < paging.end(page); ++i) {
    const auto& ref = channel.entries[i];
    if (ref.notice >= 0) {
      material.add(stamp_);
      continue;
    }
    const auto& shown = view_.history[static_cast<std::size_t>(ref.version)];
    material.add(hash_of(ref.version)).add(shown.version->note);
    if (ref.entity < 0) continue;
    const auto& entity = shown.entities[static_cast<std::size_t>(ref.entity)];
    material.add(entity.corrects ? std::string_view(stamp_) : std::string_view()).add(entity.kind).add(entity.id);
    material.add(of_entity(entity.kind, entity.id)).add(entity.status_before.value_or("")).add(entity.status_after.value_or(""));
  }
  return material.key();
}

}  // namespace sitegen::feed
