#include <iostream>

#include "sitegen/output/cli.h"

int main(int argc, char** argv) { return sitegen::output::run(argc, argv, std::cout, std::cerr); }
