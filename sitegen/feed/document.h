// One page of a feed, before any format.
#pragma once

#include <string>
#include <vector>

#include "sitegen/feed/entry.h"
#include "sitegen/view/links.h"

namespace sitegen::feed {

/// Where this page stands among the pages of its feed (RFC 5005, archived feeds). Addresses are absolute; empty: none.
struct Paging {
  bool is_archive = false;
  std::string self;
  std::string current;  // the page that is followed
  std::string older;
  std::string newer;    // the next archive; empty for the newest archive
};

struct Document {
  std::string id;
  std::string title;
  std::string description;
  std::string language;
  std::string page;  // absolute address of the page of the site that says the same
  std::string publisher;
  std::string rights;
  std::string icon;
  tracker::base::Instant updated{};  // of the newest entry
  Paging paging;
  std::vector<const Entry*> entries;  // newest first
};

/// RSS 2.0 (rssboard.org/rss-specification) with atom:link, fh:archive (RFC 5005) and thr:in-reply-to (RFC 4685).
std::string to_rss(const Document& document);
/// Atom (RFC 4287) with the same extensions.
std::string to_atom(const Document& document);
/// JSON Feed 1.1 (jsonfeed.org/version/1.1); older pages by next_url, corrections in `_tizim`.
std::string to_json_feed(const Document& document);

std::string to_format(const Document& document, view::FeedFormat format);

}  // namespace sitegen::feed
