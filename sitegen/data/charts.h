// The numbers behind the charts, as CSV.
#pragma once

#include <vector>

#include "sitegen/view/view.h"

namespace sitegen::data {

/// `data/charts/over-time.csv` (a row a month) and `data/charts/facets.csv` (a row a value of a filter).
std::vector<view::OutputFile> chart_files(const view::View& view);

}  // namespace sitegen::data
