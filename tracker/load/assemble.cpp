// Puts the parts together: one list of each kind, an id once, every text with its person or page, the words
// of one language from all of their files.
#include "tracker/base/text.h"
#include "tracker/load/content.h"
#include "tracker/load/report.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace tracker::load {
namespace {

using base::Findings;

void say(Findings& findings, const std::string& file, model::Position at, std::string code,
         std::string message, std::string hint) {
  findings.push_back({.file = file,
                      .line = at.line,
                      .column = at.column,
                      .code = std::move(code),
                      .message = std::move(message),
                      .hint = std::move(hint)});
}

/// "content/people/a.md:2": where the other one stands.
std::string place(const std::string& file, model::Position at) {
  return at.line > 0 ? file + ':' + std::to_string(at.line) : file;
}

template <class Entity>
void move_into(std::vector<Entity>& list, std::vector<Entity>& more) {
  list.insert(list.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// Of entities with one id the first stays. The list is sorted, so they are neighbours.
template <class Entity>
void keep_unique(std::vector<Entity>& list, std::string_view noun, Findings& findings) {
  const auto has_same_id = [](const Entity& a, const Entity& b) { return a.id == b.id; };
  if (std::adjacent_find(list.begin(), list.end(), has_same_id) == list.end()) return;
  std::vector<Entity> unique;
  for (auto& entity : list) {
    if (!unique.empty() && unique.back().id == entity.id) {
      const auto& first = unique.back();
      say(findings, entity.file, entity.at, "duplicate-id",
          std::string(noun) + " id " + in_quotes(entity.id) + " is taken by " + place(first.file, first.at),
          "give it an id of its own; never one that was used before");
    } else {
      unique.push_back(std::move(entity));
    }
  }
  list = std::move(unique);
}

std::map<std::string, model::Text>& texts_of(model::Person& person) {
  return person.life;
}
std::map<std::string, model::Text>& texts_of(model::Page& page) {
  return page.text;
}

/// A file in a further language gives its language; a file of the entity itself knows none.
template <class Entity>
bool is_translation(Entity& entity) {
  return !texts_of(entity).empty() && !texts_of(entity).contains("");
}

void merge_title(model::Person&, const model::Person&, Findings&) {}

void merge_title(model::Page& page, const model::Page& translation, Findings& findings) {
  for (const auto& [language, title] : translation.title.by_language) {
    const auto [there, is_new] = page.title.by_language.emplace(language, title);
    if (!is_new && there->second != title)
      say(findings, translation.file, translation.at, "duplicate-title",
          "the page has another title in " + in_quotes(language) + ", in " + place(page.file, page.at),
          "keep one of the two");
  }
}

template <class Entity>
Entity* find(std::vector<Entity>& sorted, const std::string& id) {
  const auto found = std::lower_bound(
      sorted.begin(), sorted.end(), id,
      [](const Entity& entity, const std::string& wanted) { return base::natural_less(entity.id, wanted); });
  return found != sorted.end() && found->id == id ? &*found : nullptr;
}

template <class Entity>
void say_no_owner(const Entity& translation, const std::vector<Entity>& owners, std::string_view noun,
                  Findings& findings) {
  std::vector<std::string> ids;
  for (const auto& owner : owners) ids.push_back(owner.id);
  const auto near = base::closest(translation.id, ids);
  say(findings, translation.file, translation.at, "text-without-owner",
      "a text for the " + std::string(noun) + ' ' + in_quotes(translation.id) + ", but there is no such " +
          std::string(noun),
      near ? "did you mean " + in_quotes(*near) + '?' : "its main file comes first");
}

/// Moves every text in a further language to the entity it is for.
template <class Entity>
void merge_texts(std::vector<Entity>& list, const std::string& default_language, std::string_view noun,
                 Findings& findings) {
  const auto first_translation =
      std::stable_partition(list.begin(), list.end(), [](Entity& entity) { return !is_translation(entity); });
  std::vector<Entity> translations(std::make_move_iterator(first_translation),
                                   std::make_move_iterator(list.end()));
  list.erase(first_translation, list.end());
  keep_unique(list, noun, findings);
  for (auto& translation : translations) {
    Entity* owner = find(list, translation.id);
    if (!owner) {
      say_no_owner(translation, list, noun, findings);
      continue;
    }
    merge_title(*owner, translation, findings);
    for (auto& [language, text] : texts_of(translation)) {
      const auto [there, is_new] =
          texts_of(*owner).try_emplace(language == default_language ? "" : language, std::move(text));
      if (!is_new)
        say(findings, translation.file, translation.at, "duplicate-text",
            "the " + std::string(noun) + ' ' + in_quotes(translation.id) + " has another text in " +
                in_quotes(language) + ", in " + there->second.file,
            "keep one of the two");
    }
  }
}

void merge_words(model::Words& words, model::Words& more, Findings& findings) {
  words.draft = words.draft || more.draft;
  if (words.name.empty()) words.name = more.name;
  if (!more.name.empty() && more.name != words.name)
    say(findings, more.file, more.at, "two-names",
        "the language " + in_quotes(more.language) + " is named " + in_quotes(more.name) + " here and " +
            in_quotes(words.name) + " in " + words.file,
        "one name is enough");
  for (auto& [key, text] : more.words)
    if (!words.words.emplace(key, std::move(text)).second)
      say(findings, more.file, {}, "duplicate-word",
          "the word " + in_quotes(key) + " of " + in_quotes(more.language) + " stands in another file, too",
          "take it out of one: " + words.file + " or " + more.file);
}

/// One entry a language. The list is sorted by language.
void merge_languages(std::vector<model::Words>& list, Findings& findings) {
  std::vector<model::Words> merged;
  for (auto& words : list) {
    if (!merged.empty() && merged.back().language == words.language) {
      merge_words(merged.back(), words, findings);
    } else {
      merged.push_back(std::move(words));
    }
  }
  for (const auto& words : merged)
    if (words.name.empty())
      say(findings, words.file, words.at, "missing-key",
          "no file says the name of the language " + in_quotes(words.language),
          "add name = …, the language's name in itself");
  list = std::move(merged);
}

void take_site(model::Site& site, model::Site& another, Findings& findings) {
  if (another.file.empty()) return;
  if (site.file.empty()) {
    site = std::move(another);
  } else {
    say(findings, another.file, another.at, "two-sites", "the list is described in " + site.file + " already",
        "there is one site.toml");
  }
}

}  // namespace

model::Record assemble(std::vector<model::Record> parts, Findings& findings) {
  model::Record all;
  for (auto& part : parts) {
    take_site(all.site, part.site, findings);
    move_into(all.people, part.people);
    move_into(all.cases, part.cases);
    move_into(all.sources, part.sources);
    move_into(all.laws, part.laws);
    move_into(all.places, part.places);
    move_into(all.designations, part.designations);
    move_into(all.rulings, part.rulings);
    move_into(all.measurements, part.measurements);
    move_into(all.pages, part.pages);
    move_into(all.fingerprints, part.fingerprints);
    move_into(all.words, part.words);
  }
  model::sort_record(all);
  merge_texts(all.people, all.site.default_language, "person", findings);
  merge_texts(all.pages, all.site.default_language, "page", findings);
  keep_unique(all.cases, "case", findings);
  keep_unique(all.sources, "source", findings);
  keep_unique(all.laws, "law", findings);
  keep_unique(all.places, "place", findings);
  keep_unique(all.designations, "designation", findings);
  keep_unique(all.rulings, "ruling", findings);
  keep_unique(all.measurements, "measurement", findings);
  keep_unique(all.fingerprints, "fingerprint", findings);
  merge_languages(all.words, findings);
  return all;
}

}  // namespace tracker::load
