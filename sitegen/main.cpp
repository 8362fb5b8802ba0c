#include <iostream>

#ifdef TIZIM_MIMALLOC
#include <mimalloc.h>
#endif

#include "sitegen/output/cli.h"

namespace {

/// A build takes memory, fills it and ends. What it lets go of it takes again at once, so nothing goes back to the system
/// meanwhile; and large pages, where the system has them, take half the faults.
void set_up_memory() {
#ifdef TIZIM_MIMALLOC
  mi_option_disable(mi_option_allow_decommit);
  mi_option_enable(mi_option_large_os_pages);
#endif
}

}  // namespace

int main(int argc, char** argv) {
  set_up_memory();
  return sitegen::output::run(argc, argv, std::cout, std::cerr);
}
