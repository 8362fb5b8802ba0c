// The record as files for other programs: the same rows and one version in all of them.
#pragma once

#include <vector>

#include "sitegen/view/keys.h"
#include "sitegen/view/view.h"

namespace sitegen::data {

/// Below data/, unless `[downloads] without` of the site names them:
///
///   people.csv, events.csv, … and datapackage.json   exact tables (RFC 4180), and what they are (Data Package 2)
///   spreadsheet/people.csv, …                        the same rows, safe to open in a spreadsheet
///   people.jsonl, events.jsonl, …                    the same rows; those of people are lines of `tracker list --json`
///   list.sqlite, list.jsonld, entities.ftm.json      a database, schema.org, FollowTheMoney
///   version.json                                     number, time, hash, totals
///   versions/NNNNNN.json, deltas/NNNNNN.jsonl        the very files of the chain, so that `tracker verify` can check a
///                                                    copy of the site; and what each version changed, with old values
///
/// The view must live as long as the parts.
view::Parts parts(const view::View& view, view::Keys& keys);

/// The files of these parts.
std::vector<view::OutputFile> downloads(const view::View& view);

}  // namespace sitegen::data
