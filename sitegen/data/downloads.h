// The record as files for other programs: CSV (RFC 4180) and JSON Lines, all with the same people and one version.
#pragma once

#include <vector>

#include "sitegen/view/view.h"

namespace sitegen::data {

/// data/people.csv (one row a person), data/events.csv (one row an event of a person or case, with its first source),
/// data/people.jsonl (one `tracker list --json` entry a line), data/version.json (number, time, hash, totals), and
/// data/versions/NNNNNN.json, the very files of the chain, so that `tracker verify` can check a copy of the site.
std::vector<view::OutputFile> downloads(const view::View& view);

}  // namespace sitegen::data
