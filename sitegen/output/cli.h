// The commands of `sitegen`.
#pragma once

#include <ostream>

namespace sitegen::output {

/// Exit code: 0 done, 1 failed, 2 wrong call. Data and results go to `out`, everything else to `err`.
int run(int argc, const char* const* argv, std::ostream& out, std::ostream& err);

}  // namespace sitegen::output
