#include "tracker/version/summary.h"

#include "tests/support/catch.h"

using namespace tracker;
using model::Operation;

namespace {

version::Change change(Operation operation, std::string entity, std::string field, std::optional<std::string> value) {
  version::Change made;
  made.operation = operation;
  made.entity = std::move(entity);
  made.field = std::move(field);
  made.value = std::move(value);
  return made;
}

version::Version version_of(std::vector<version::Change> changes) {
  version::Version version;
  version.changes = std::move(changes);
  return version;
}

}  // namespace

TEST_CASE("an entity is new, changed or gone, and its changes are counted") {
  version::Summarizer summarizer;
  const auto first = summarizer.next(version_of({change(Operation::Add, "case/a", "title", "1"),
                                                 change(Operation::Add, "person/b", "sex", "\"male\""),
                                                 change(Operation::Add, "person/b", "born", "\"1990\"")}));
  REQUIRE(first.size() == 2);
  CHECK(first[0].entity == "case/a");
  CHECK(first[1].operation == Operation::Add);
  CHECK(first[1].changes == 2);
  const auto second = summarizer.next(version_of({change(Operation::Modify, "case/a", "title", "2"),
                                                  change(Operation::Delete, "person/b", "born", {}),
                                                  change(Operation::Delete, "person/b", "sex", {})}));
  CHECK(second[0].operation == Operation::Modify);
  CHECK(second[1].operation == Operation::Delete);
  const auto third = summarizer.next(version_of({change(Operation::Add, "person/b", "sex", "\"male\"")}));
  CHECK(third[0].operation == Operation::Add);
}

TEST_CASE("the display status before and after is told, also where a version does not touch it") {
  version::Summarizer summarizer;
  const auto first = summarizer.next(version_of({change(Operation::Add, "person/a", "derived.status", "\"detained\"")}));
  CHECK_FALSE(first[0].status_before);
  CHECK(first[0].status_after == "detained");
  const auto second = summarizer.next(version_of({change(Operation::Add, "person/a", "sex", "\"male\"")}));
  CHECK(second[0].status_before == "detained");
  CHECK(second[0].status_after == "detained");
  const auto third = summarizer.next(version_of({change(Operation::Delete, "person/a", "derived.status", {}),
                                                 change(Operation::Delete, "person/a", "sex", {})}));
  CHECK(third[0].status_before == "detained");
  CHECK_FALSE(third[0].status_after);
}

TEST_CASE("a field that is withheld is not there: an entity of nothing else does not exist") {
  version::Summarizer summarizer;
  const auto first = summarizer.next(version_of({change(Operation::Add, "person/a", "sex", {})}));
  CHECK(first[0].operation == Operation::Add);
  const auto second = summarizer.next(version_of({change(Operation::Add, "person/a", "born", "\"1990\"")}));
  CHECK(second[0].operation == Operation::Add);
}
