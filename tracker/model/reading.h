// What a parser saw in one snapshot: how much, and whether it was the page that was meant. Facts only; what they mean
// for a source is worked out from all of its receipts and readings (tracker/health).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tracker/base/digest.h"
#include "tracker/base/instant.h"
#include "tracker/model/enums.h"

namespace tracker::model {

struct Reading {
  std::string source;
  base::Digest digest;      // of the snapshot
  base::Instant at{};       // when it was read
  base::Digest rules;       // of what the source's file says of reading, and of the parser's edition
  SourceKind kind = SourceKind::Page;  // as what it was read
  bool is_followed = false;  // a page that the source led to
  ReadingOutcome outcome = ReadingOutcome::Read;
  std::string detail;       // why, in words, where it is not Read
  std::string encoding;     // by the WHATWG; empty where there is none (PDF)
  std::string encoding_rule;
  int pages = 0;
  int words = 0;
  int rows = 0;             // of a table, entries of a feed, links of a listing or sitemap
  bool has_canary = true;   // false: the source has one and it is not there
  bool says_nothing = false;  // the page says in words that there are no rows
  std::string fingerprint;  // id of the fingerprint that fits; "blocked" for a text of the source's own
  std::optional<base::Digest> text;    // of the words alone: equal while only the layout changes
  std::optional<base::Digest> parsed;  // all that was read, as JSON, in the archive
  std::vector<std::string> left_out;   // what was not read or not followed, and why; also repairs

  friend bool operator==(const Reading&, const Reading&) = default;
};

}  // namespace tracker::model
