// How to follow what a page is about, and how to take its evidence home.
#pragma once

#include <string>
#include <string_view>

#include "sitegen/page/context.h"

namespace sitegen::page {

/// A section with the feed in its formats; with an `evidence` path below the site's root, also that. Nothing without both.
Html how_to_follow(const Context& context, std::string_view feed, std::string_view evidence = {});

/// Key of the person's feed, path of the person's evidence; empty where the site does without.
std::string feed_of(const Context& context, const tracker::model::Person& person);
/// Of an article without part ("kz-cc-2014:405") and of a region; empty where nobody is of it, since it has no feed then.
std::string feed_of_article(const Context& context, std::string_view reference);
std::string feed_of_region(const Context& context, std::string_view id);
std::string evidence_of(const Context& context, const tracker::model::Person& person);

}  // namespace sitegen::page
