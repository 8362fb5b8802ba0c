// What stands around every page: head, banner, navigation, languages, footer.
#pragma once

#include <string>

#include "sitegen/page/context.h"

namespace sitegen::page {

struct Page {
  std::string title;        // of the window and of search results; the site's name follows
  std::string description;  // one sentence for search results and previews; may be empty
  std::string kind;         // class of the page: "home", "person", …
  Html main;                // with the one h1
  std::string feed = {};         // key of the page's own feed, beside the one of all changes; may be empty
  std::string linked_data = {};  // JSON-LD about the page; may be empty
};

/// The whole file; its path is the context's, below the language's folder.
view::OutputFile in_shell(const Context& context, const Page& page);

}  // namespace sitegen::page
