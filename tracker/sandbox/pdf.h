// The text of a PDF, by poppler's pdftotext in a sandbox. Nothing in the document runs: the program has no interpreter for
// scripts, and no network that they could use.
#pragma once

#include <string>
#include <string_view>

#include "tracker/sandbox/guard.h"

namespace tracker::sandbox {

/// Text of the first pages (one more than parse::kMostPages, so that what is beyond is noticed), in reading order, every
/// page ended by a form feed.
GuardResult text_of_pdf(std::string_view pdf, const GuardLimits& limits = {});

}  // namespace tracker::sandbox
