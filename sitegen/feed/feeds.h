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

/// All feeds of one language. The view and the channels must live as long.
class Feeds {
 public:
  Feeds(const view::View& view, const Channels& channels, const std::string& language);
  ~Feeds();

  /// The page that is followed and the older ones, in all formats.
  std::vector<view::OutputFile> files_of(const Channel& channel);
  /// feeds/feeds.opml and feeds/hearings.ics.
  std::vector<view::OutputFile> overview() const;
  /// What the channel is called: "Prisoners of Sampleland: status changes only".
  std::string title_of(const Channel& channel) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Everything above in all languages of the site, a part a channel and language; the view must live as long as they do.
/// `stamp` covers all that the site is made of, `program` what makes it (keys.h).
view::Parts parts(const view::View& view, const view::Key& stamp, const view::Key& program);

/// The files of these parts.
std::vector<view::OutputFile> feeds(const view::View& view);

}  // namespace sitegen::feed
