#include "tests/support/temp_dir.h"
#include "tests/tracker/db/support.h"
#include "tests/tracker/record/world.h"
#include "tracker/db/sqlite.h"
#include "tracker/record/store.h"
#include "tracker/version/fields.h"

using namespace tracker;

namespace {

struct Indexed {
  tests::TempDir folder;
  tests::World world{21};
  tests::Given given;

  Indexed() {
    world.record_version();
    world.fill(given);
    record::Writer(file()).sync(given.all());
  }
  std::filesystem::path file() const { return folder / "a.db"; }
};

}  // namespace

TEST_CASE("the index gives back all that the content said, with files and lines") {
  const Indexed indexed;
  const record::Reader reader(indexed.file());
  const auto content = reader.content();
  CHECK(version::to_document(content) == version::to_document(indexed.given.record));
  REQUIRE_FALSE(content.people.empty());
  CHECK(content.people.front().file == indexed.given.record.people.front().file);
  CHECK(version::state_of(content) == version::state_of(indexed.given.record));
}

TEST_CASE("the index gives back files, versions and receipts in their order") {
  const Indexed indexed;
  const record::Reader reader(indexed.file());
  const auto files = reader.files();
  REQUIRE(files.size() == indexed.given.files.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    CHECK(files[i].path == indexed.given.files[i].path);
    CHECK(files[i].kind == indexed.given.files[i].kind);
    CHECK(files[i].digest == indexed.given.files[i].digest);
    CHECK(files[i].document == indexed.given.files[i].document);
  }
  const auto versions = reader.versions();
  REQUIRE(versions.size() == indexed.given.versions.size());
  for (std::size_t i = 0; i < versions.size(); ++i)
    CHECK(version::to_json(versions[i]) == version::to_json(indexed.given.versions[i]));
  REQUIRE(reader.receipts().size() == indexed.given.receipts.size());
}

TEST_CASE("equal content has an equal digest, whatever versions say") {
  Indexed indexed;
  const auto before = record::Reader(indexed.file()).content_digest();
  auto with_version = indexed.given.files;
  with_version.push_back({"versions/999999.json", "version", base::sha256("x"), ""});
  record::Sync sync = indexed.given.all();
  sync.changed = {with_version.back()};
  record::Writer(indexed.file()).sync(sync);
  CHECK(record::Reader(indexed.file()).content_digest() == before);
  sync.changed.clear();
  sync.removed = {"versions/999999.json"};
  auto changed = indexed.given.files.front();
  changed.digest = base::sha256("other bytes that say the same");
  sync.changed = {changed};
  record::Writer(indexed.file()).sync(sync);
  CHECK_FALSE(record::Reader(indexed.file()).content_digest() == before);
}

TEST_CASE("the view of the list has a row a person with a name and a status") {
  const Indexed indexed;
  db::Database database(indexed.file(), db::Mode::ReadOnly);
  auto select = database.prepare("SELECT id, name, status FROM list");
  auto rows = select.rows();
  std::size_t count = 0;
  while (rows.next()) {
    const auto* person = model::find_person(indexed.given.record, rows.text(0));
    REQUIRE(person);
    CHECK(rows.text(1) == person->name.in("en", "en"));
    ++count;
  }
  CHECK(count == indexed.given.record.people.size());
}

TEST_CASE("the view of histories has every event of a person in its order") {
  const Indexed indexed;
  db::Database database(indexed.file(), db::Mode::ReadOnly);
  auto select = database.prepare("SELECT id, type FROM history WHERE person = ? ORDER BY position");
  for (const auto& person : indexed.given.record.people) {
    auto rows = select.rows(person.id);
    for (const auto& situated : model::events_of(indexed.given.record, person)) {
      REQUIRE(rows.next());
      CHECK(rows.text(0) == situated.event->id);
      CHECK(rows.text(1) == model::code_of(situated.event->type));
    }
    CHECK_FALSE(rows.next());
  }
}

TEST_CASE("a document that was damaged in place is said to be damage") {
  const Indexed indexed;
  db::Database(indexed.file(), db::Mode::Create)
      .execute("UPDATE file SET document = '{' WHERE path = 'site.toml'");
  const record::Reader reader(indexed.file());
  const auto error = tests::error_of([&] { reader.content(); });
  CHECK(tests::contains(error.hint(), "tracker rebuild"));
}

TEST_CASE("reading leaves the bytes of the file as they are") {
  const Indexed indexed;
  const auto before = tests::read_file(indexed.file());
  {
    const record::Reader reader(indexed.file());
    reader.content();
    reader.dump();
  }
  CHECK(tests::read_file(indexed.file()) == before);
}
