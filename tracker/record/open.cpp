#include "tracker/record/open.h"

#include "schema.gen.h"
#include "tracker/base/error.h"

namespace tracker::record {
namespace {

namespace fs = std::filesystem;

void require_whole(db::Database& database) {
  if (const auto damage = database.find_damage())
    throw base::DataError(
        "the database " + database.name() + " is damaged: " + *damage,
        "delete it and run `tracker rebuild`: everything in it comes from content/ and the archive");
}

void make_folder_of(const fs::path& file) {
  if (!file.has_parent_path()) return;
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  if (error)
    throw base::Error("cannot make the folder " + file.parent_path().string() + ": " + error.message(),
                      "choose another place for the database, or make that folder yourself");
}

}  // namespace

db::Schema schema() {
  return {kApplicationId, steps::kFiles};
}

db::Database open_to_read(const fs::path& file, std::chrono::milliseconds busy_timeout, Look look) {
  db::Database database(file, db::Mode::ReadOnly, busy_timeout);
  db::require_current(database, schema());
  if (look == Look::All) require_whole(database);
  return database;
}

db::Database open_to_write(const fs::path& file, std::chrono::milliseconds busy_timeout) {
  make_folder_of(file);
  db::Database database(file, db::Mode::Create, busy_timeout);
  db::migrate(database, schema());
  require_whole(database);
  return database;
}

}  // namespace tracker::record
