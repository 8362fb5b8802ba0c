// When things end, for one person and for everybody: computed, with the sum.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

/// A person's dates; nothing where none can be computed.
Html dates_of(const Context& context, const tracker::model::Person& person);

/// A line that leads to a calendar below the language's folder; nothing where the site does without calendars.
Html calendar_link(const Context& context, std::string_view path);

/// Coming dates of everybody, and those that are past by the sum alone.
view::OutputFile dates_page(const view::View& view, const view::Words& words);

}  // namespace sitegen::page
