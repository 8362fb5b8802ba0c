// Feeds as rows of a table: what is followed, what is in it, and a link a format.
#pragma once

#include <string>
#include <vector>

#include "sitegen/page/context.h"

namespace sitegen::page {

struct FeedRow {
  Html name;
  Html content;  // what is in it; may be empty
  std::string key;
};

/// "Atom, RSS, JSON Feed", each a link; `of` is added for those who hear a link alone.
Html feed_formats(const Context& context, std::string_view key, const Html& of = {});

/// A table with a caption; nothing without rows.
Html feed_table(const Context& context, const Html& caption, const std::vector<FeedRow>& rows);

/// The feeds of the whole list: all changes, status changes, corrections.
std::vector<FeedRow> feeds_of_everything(const Context& context);
/// Of every article that anyone is or was charged under, and of every region with anyone of it, in natural order.
std::vector<FeedRow> feeds_of_articles(const Context& context);
std::vector<FeedRow> feeds_of_regions(const Context& context);

}  // namespace sitegen::page
