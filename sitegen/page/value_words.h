// Fields and values of a change in words. A change knows a path ("event.e3.date") and canonical JSON; people
// read a label and a date, a name or an article.
#pragma once

#include <string>
#include <string_view>

#include "sitegen/page/context.h"

namespace sitegen::page {

/// "date", "name (Russian)"; `path` is what follows the entity, or the event within it.
Html field_label(const Context& context, std::string_view path);

/// `kind` is the entity's ("person", "case"), because the same key means different lists of codes there.
Html value_words(const Context& context, std::string_view kind, std::string_view path,
                 const std::string& json);

/// The string that canonical JSON holds; empty for anything else.
std::string bare_string(const std::string& json);

}  // namespace sitegen::page
