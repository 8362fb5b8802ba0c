// From a snapshot of the archive to texts that can be read: which pages there are, and what words they hold.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tracker/archive/store.h"
#include "tracker/model/reading.h"
#include "tracker/model/record.h"
#include "tracker/propose/told.h"
#include "tracker/read/read_text.h"

namespace tracker::command {

/// A page of a source as it was once seen.
struct PageAt {
  const model::Source* source = nullptr;
  base::Digest digest;
  std::string url;
  std::string content_type;
  std::string published;                      // EDTF, as who handed it in says; may be empty
  bool is_followed = false;                   // the source led to it
  base::Instant seen{};
  std::optional<model::Reading> reading;      // what parsing it gave, where it was parsed
};

/// Whose pages may share a parser with what stands at the address: its origin, or the source where it has none.
std::string origin_of_page(const std::string& url, const std::string& source);

/// Every page that was fetched whole, once for each of its bytes, in the order in which they were first seen. What failed,
/// what was refused and what was quarantined is not among them, nor what a source tells that is no longer in content/.
std::vector<PageAt> pages_of(const model::Record& record, const archive::Store& store);

struct SnapshotText {
  read::Text text;
  std::string url;
  std::optional<base::PartialDate> published;  // else the day it was seen
  std::vector<propose::Told> rows;             // of a court's table
};

/// The text of a page, or nothing.
struct PageText {
  std::optional<SnapshotText> text;
  std::string why;          // in words, why there is none; empty where the page is none to be read, as a feed, whose pages are
  bool is_put_off = false;  // nobody could tell now: the page is to be read another time
};

/// Of each page once, in any order. HTML is looked at behind guards (tracker/sandbox), pages of one origin together.
void read_texts(const std::vector<const PageAt*>& pages, const archive::Store& store, const match::Names& names,
                const std::function<void(std::size_t page, PageText text)>& take);

}  // namespace tracker::command
