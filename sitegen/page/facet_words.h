// What the values of a filter are called, and the links to the pages of everybody who has them.
#pragma once

#include <string>

#include "sitegen/page/context.h"

namespace sitegen::page {

/// "Status", "Article".
Html facet_name(const Context& context, view::Facet facet);
/// The name, leading to the facet among the numbers.
Html facet_link(const Context& context, view::Facet facet);
/// "serving a prison term", "art. 405 Participation in …"; as markup, and as bare text for the options of a
/// form.
Html value_name(const Context& context, view::Facet facet, const std::string& code);
std::string value_text(const Context& context, view::Facet facet, const std::string& code);
/// The page of everybody who has the value: that of the place or body itself where the value is one.
std::string value_path(const view::View& view, view::Facet facet, const std::string& code);
Html value_link(const Context& context, view::Facet facet, const std::string& code);

/// A word of the list's own: groups, tags and occupations without a word yet stand as they are written.
Html own_word(const Context& context, const std::string& table, const std::string& code);

/// Everybody who has the value; null where nobody has.
const view::FacetValue* find_value(const view::View& view, view::Facet facet, const std::string& code);

}  // namespace sitegen::page
