#include "tests/tracker/read/support.h"

using namespace tracker::read;
using Lines = std::vector<std::string>;

TEST_CASE("a charge that is named by its words has the article that the text gave them") {
  CHECK(lines(read("en", "In May 2022 Ivan Petrenko was charged with spreading false information (under article 174 of the Criminal Code).\n\n"
                         "The town is quiet.\n\nIn June 2022 a court found Anna Ivanenko guilty of spreading false information.")) ==
        Lines{"Ivan Petrenko charged 2022-05 174", "Anna Ivanenko convicted 2022-06 174"});
}

TEST_CASE("two charges with two articles are told apart") {
  CHECK(lines(read("en", "In May 2022 Ivan Petrenko was charged with organising violent riots and spreading false information (under articles 272 and 174).\n\n"
                         "In June 2022 Anna Ivanenko was convicted of organising violent riots.")) ==
        Lines{"Ivan Petrenko charged 2022-05 272 174", "Anna Ivanenko convicted 2022-06 272"});
}

TEST_CASE("other words have no article") {
  CHECK(lines(read("en", "In May 2022 Ivan Petrenko was charged with spreading false information (under article 174).\n\n"
                         "In June 2022 Anna Ivanenko was convicted of insulting a mayor.")) ==
        Lines{"Ivan Petrenko charged 2022-05 174", "Anna Ivanenko convicted 2022-06"});
}

TEST_CASE("a fine and days in a cell take no article of the criminal code from the words for the act") {
  CHECK(lines(read("en", "In May 2022 Ivan Petrenko was charged with violating the rules for holding assemblies (under article 400 of the Criminal Code).\n\n"
                         "In June 2022 Anna Ivanenko was fined on charges of violating the rules for holding assemblies.")) ==
        Lines{"Ivan Petrenko charged 2022-05 400", "Anna Ivanenko sentenced 2022-06"});
}
