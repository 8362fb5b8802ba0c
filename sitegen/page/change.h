// One change with an address of its own: what one version said of one entity, so that it can be linked to and cited.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

/// A version with more entries than this tells of each what became of it, and its changes have no pages; the values stand
/// in its file.
inline constexpr std::size_t kMostBlocks = 1000;
bool is_told_in_short(const view::ShownVersion& shown);

/// Where a change is told: its own page, or its line on the page of its version.
std::string change_target(const view::ShownVersion& shown, const view::EntityChange& entity);

view::OutputFile change_page(const view::View& view, const view::Words& words, const view::ShownVersion& shown,
                             const view::EntityChange& entity);

}  // namespace sitegen::page
