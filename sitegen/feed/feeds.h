// The feeds of the site: every channel in RSS 2.0, Atom and JSON Feed 1.1, in every language, with older pages; the
// calendar of hearings and the list of all feeds.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "sitegen/feed/channels.h"
#include "sitegen/view/part.h"
#include "sitegen/view/view.h"
#include "sitegen/view/words.h"

namespace sitegen::feed {

/// Entries of an older page. The page that is followed has the newest ones: as many at least, where there are so many,
/// and less than twice as many. An older page never changes as entries are added (RFC 5005, 4).
inline constexpr std::size_t kEntriesOfArchive = 100;

/// How a channel is divided into the page that is followed and older ones.
struct ChannelPages {
  explicit ChannelPages(std::size_t entries)
      : count(entries), archives(entries < 2 * kEntriesOfArchive ? 0 : static_cast<int>(entries / kEntriesOfArchive) - 1) {}
  /// The entries of a page, from `begin` up to `end`.
  std::size_t begin(int page) const { return static_cast<std::size_t>(page == 0 ? archives : page - 1) * kEntriesOfArchive; }
  std::size_t end(int page) const { return page == 0 ? count : begin(page) + kEntriesOfArchive; }

  std::size_t count = 0;
  int archives = 0;  // number of the newest of the older pages
};

/// All feeds of one language. What it is made of must live as long.
class Feeds {
 public:
  Feeds(const view::View& view, const Channels& channels, const view::Words& words);
  ~Feeds();

  /// A page in all formats: 0 is the one that is followed, 1 the oldest.
  std::vector<view::OutputFile> files_of(const Channel& channel, int page);
  /// feeds/feeds.opml
  view::OutputFile list() const;
  /// What the channel is called: "Prisoners of Sampleland: status changes only".
  std::string title_of(const Channel& channel) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// feeds/hearings.ics of every language, as parts; the view must live as long as they do. `stamp` covers all that the site is
/// made of.
view::Parts hearing_parts(const view::View& view, const view::SharedWords& words, const view::Key& stamp);
/// Everything else in all languages of the site, a part a channel and language; `program` is what makes it (keys.h).
view::Parts parts(const view::View& view, const view::SharedWords& words, const view::Key& stamp, const view::Key& program);

/// The files of these parts.
std::vector<view::OutputFile> feeds(const view::View& view);

}  // namespace sitegen::feed
