// The feed of changes as RSS 2.0 (rssboard.org/rss-specification): one item a person and version, for people who want
// to know what is new and for programs that must never take one item for another.
#pragma once

#include <string>

#include "sitegen/view/view.h"
#include "sitegen/view/words.h"

namespace sitegen::feed {

/// feeds/changes.xml of the language of `words`. Newest first, at most `kLongestFeed` items. The guid of an item is a tag
/// URI (RFC 4151) of person and version, so it survives every change of address and title. The title is a sentence that
/// stands alone; the description says what was added, changed and removed.
view::OutputFile changes_feed(const view::View& view, const view::Words& words);

inline constexpr std::size_t kLongestFeed = 200;

/// "tag:example.org,2026:person/kz-0001/version/2".
std::string item_guid(const tracker::model::Site& site, std::string_view person, int version);

}  // namespace sitegen::feed
