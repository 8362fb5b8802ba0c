// The command line of `tracker`: words in, exit code out.
#pragma once

#include <ostream>

namespace tracker::command {

int run(int argc, const char* const* argv, std::ostream& out, std::ostream& err);

}  // namespace tracker::command
