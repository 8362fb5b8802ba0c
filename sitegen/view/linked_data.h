// The record as schema.org linked data (JSON-LD 1.1): what search engines and archives read from pages, and the list as
// one file. Everything here is text for `html::linked_data` or a file; ids are addresses of the site's own pages.
#pragma once

#include <string>

#include "sitegen/view/view.h"
#include "sitegen/view/words.h"

namespace sitegen::view {

/// The list as a schema.org Dataset with its downloads; for the home page.
std::string dataset_data(const View& view, const Words& words);
/// A person's page as a schema.org WebPage about a Person, as a part of the Dataset in its version.
std::string person_data(const View& view, const Words& words, const tracker::model::Person& person);
/// The Dataset and every Person in one graph; data/list.jsonld.
std::string list_data(const View& view, const Words& words);

}  // namespace sitegen::view
