// The chart of the headlines over time, on the first page and among the numbers.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

/// How much of the table stands behind the chart.
enum class Behind { Years, Months };

/// Nothing while there is no month to show.
Html over_time_chart(const Context& context, Behind behind);

}  // namespace sitegen::page
