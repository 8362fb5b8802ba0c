// Which entries stand in which feed, for all languages at once: one pass over the history, and no word of any language.
#pragma once

#include <compare>
#include <string>
#include <unordered_map>
#include <vector>

#include "sitegen/view/view.h"

namespace sitegen::feed {

/// One entry of the feeds: what a version says anew of one entity, or (entity −1) that the version is there, or a notice
/// that a source could not be seen.
struct EntryRef {
  int version = 0;  // index in View::history
  int entity = -1;  // index in ShownVersion::entities
  int notice = -1;  // index in gap_notices(); then the others mean nothing
  friend auto operator<=>(const EntryRef&, const EntryRef&) = default;
};

enum class Scope { Changes, Status, Corrections, Person, Case, Article, Region };

struct Channel {
  Scope scope = Scope::Changes;
  std::string subject;            // id of the person, case or region; article without part, "kz-cc-2014:405"
  std::string key;                // where it stands (view::feed_path) and what its permanent name is made of
  std::vector<EntryRef> entries;  // in the order of time
};

/// An entry that corrects or retracts, and the earlier entries that said what was wrong.
using Earlier = std::unordered_map<std::string, std::vector<EntryRef>>;

struct Channels {
  std::vector<Channel> all;  // the three of everything, then people, cases, articles and regions in the record's order
  Earlier earlier;           // by `earlier_key` of the entry that corrects
};

std::string earlier_key(EntryRef entry);

/// Every person ever on the list has a feed, so that an address once followed goes on; so has every case. An article's
/// feed follows those who are or were charged under it, a region's everyone of the region and of places within it.
/// A person's feed also has the entries of the person's cases. Linear in the entities of all
/// versions; changes are read of those only that were corrected.
Channels channels_of(const view::View& view);

}  // namespace sitegen::feed
