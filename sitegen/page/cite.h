// How to cite a page, in every language of the site, with the version pinned; and where to report an error.
#pragma once

#include <functional>
#include <string>

#include "sitegen/page/context.h"

namespace sitegen::page {

/// `title` gives what the page is about in the words of a language.
Html how_to_cite(const Context& context, const std::function<std::string(const view::Words&)>& title);

/// A way to write to the publisher about this page: `subject`, an id of the record, becomes the letter's subject, beside the
/// version. A space in it would make no address.
Html how_to_report(const Context& context, const std::string& subject);

}  // namespace sitegen::page
