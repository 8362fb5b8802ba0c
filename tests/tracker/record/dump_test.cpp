#include "tracker/record/dump.h"

#include "tests/support/catch.h"
#include "tests/tracker/record/support.h"

using namespace tracker;

TEST_CASE("a dump does not depend on the order of writing") {
  auto a = tests::tables();
  auto b = tests::tables();
  a.execute("INSERT INTO meta VALUES ('x', 'it''s'); INSERT INTO meta VALUES ('y', '2')");
  b.execute("INSERT INTO meta VALUES ('y', '2'); INSERT INTO meta VALUES ('x', 'it''s')");
  CHECK(record::dump(a) == "meta key='x' value='it''s'\nmeta key='y' value='2'\n");
  CHECK(record::dump(a) == record::dump(b));
}

TEST_CASE("a dump tells NULL from text and a number from its digits") {
  auto database = db::Database::in_memory();
  database.execute(
      "CREATE TABLE \"odd \"\"name\" (a TEXT, b ANY) STRICT;"
      "INSERT INTO \"odd \"\"name\" VALUES (NULL, 1), ('NULL', '1')");
  CHECK(record::dump(database) == "odd \"name a='NULL' b='1'\nodd \"name a=NULL b=1\n");
}
