// What changed, told in words: a sentence an entity for overviews, every field for the page of a version.
// Nothing is said by colour or strike-through alone.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

/// "Test Person One: released (before: under house arrest)."
Html headline_of(const Context& context, const view::EntityChange& entity);

/// The sentence, then every change with "Added", "Changed" or "Removed", values before and after, and the
/// reason. `page` is where the change stands alone, and is linked to; empty on that page itself.
Html block_of(const Context& context, const view::EntityChange& entity, const std::string& page = {});

/// The sentence alone, where feeds point too.
Html line_of(const Context& context, const view::EntityChange& entity);

/// The changes of an entity as a list, without its sentence.
Html changes_of(const Context& context, const view::EntityChange& entity);

/// The same, folded away behind their number where they are more than three: for pages that tell them beside other things.
Html changes_in_short(const Context& context, const view::EntityChange& entity);

/// What changed, a line an event or field and without the values: for overviews.
Html titles_of(const Context& context, const view::EntityChange& entity);

/// Changes whose values are withheld.
long long withheld_in(const view::EntityChange& entity);

}  // namespace sitegen::page
