#include <iostream>

#include "tracker/command/cli.h"

int main(int argc, char** argv) { return tracker::command::run(argc, argv, std::cout, std::cerr); }
