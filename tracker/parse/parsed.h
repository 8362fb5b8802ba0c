// All that is read of one snapshot. It crosses from the process that parses to the one that keeps, and lies in the
// archive, as JSON; both sides trust it as little as the page.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/base/instant.h"
#include "tracker/model/enums.h"
#include "tracker/parse/court_row.h"

namespace tracker::parse {

/// An entry of a feed, a link of a listing, an address of a sitemap.
struct Entry {
  std::string url;    // absolute, http or https; empty where a feed gives none
  std::string id;     // as the feed says, else the address
  std::string title;  // on one line
  std::string text;   // what the feed tells of it
  std::optional<base::Instant> published;
  std::optional<base::Instant> updated;

  friend bool operator==(const Entry&, const Entry&) = default;
};

struct Parsed {
  model::ReadingOutcome outcome = model::ReadingOutcome::Read;
  std::string detail;  // why, where it is not Read
  std::string title;
  std::string encoding;
  std::string encoding_rule;
  std::vector<std::string> pages;  // the words, a text a page; a web page is one
  std::vector<Entry> entries;
  std::vector<std::string> next;   // further pages of a listing, sitemaps of an index
  std::vector<CourtRow> rows;
  bool has_canary = true;
  bool says_nothing = false;
  std::string fingerprint;
  std::vector<std::string> left_out;

  std::size_t words() const;
  /// Rows, else entries.
  std::size_t row_count() const;

  friend bool operator==(const Parsed&, const Parsed&) = default;
};

std::string to_json(const Parsed& parsed);
/// base::DataError for anything that `to_json` cannot have written. Lists and texts are bounded.
Parsed parsed_from_json(std::string_view json);

/// What a page may give at most; what is more is left out, and that is said.
inline constexpr std::size_t kMostEntries = 50'000;  // sitemaps.org allows as many in a file
inline constexpr std::size_t kMostRows = 20'000;
inline constexpr std::size_t kMostPages = 500;
inline constexpr std::size_t kMostText = 8UL * 1024 * 1024;  // bytes, of all pages

}  // namespace tracker::parse
