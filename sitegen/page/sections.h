// Parts of a page under a heading: always open, or for the reader to unfold.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

/// A section with a heading; nothing without content.
Html section(const Context& context, std::string_view id, std::string_view key, const Html& content);
/// The handle of a part that is unfolded: an element h2 that says how many stand in it.
Html counted_heading(const Context& context, const Html& words, std::size_t count);
/// Part of a page that a reader unfolds. `heading` is an element h2, and the handle.
Html folded(std::string_view id, const Html& heading, bool is_open, const Html& content);

}  // namespace sitegen::page
