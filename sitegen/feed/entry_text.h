// What an entry says: a sentence as title, then what was added, changed, removed, and what was wrong.
#pragma once

#include <string>
#include <vector>

#include "sitegen/feed/entry.h"

namespace sitegen::feed {

struct Saying {
  const view::View& view;
  const view::Words& words;
  const view::EntityChange& entity;
  int version = 0;
  /// Rulings about the entity, which say why something was wrong.
  std::vector<const tracker::model::Ruling*> rulings;
};

std::string entity_title(const Saying& saying);
/// HTML; `earlier` are the entries that this one corrects.
std::string entity_content(const Saying& saying, const std::vector<Corrected>& earlier);

std::string version_title(const tracker::version::Version& version, const view::Words& words);
std::string version_content(const view::ShownVersion& shown, const view::Words& words);

}  // namespace sitegen::feed
