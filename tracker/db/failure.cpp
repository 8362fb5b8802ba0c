// What SQLite's result codes mean to a person, and what that person can do.
#include "tracker/base/error.h"
#include "tracker/db/connection.h"

namespace tracker::db {
namespace {

const char* const kRebuild =
    "delete it and run `tracker rebuild`: everything in it comes from content/ and the archive";

std::string with_detail(std::string message, std::string_view detail) {
  if (detail.empty()) return message;
  message += ": ";
  message += detail;
  return message;
}

}  // namespace

void fail(int code, const std::string& name, std::string_view detail) {
  const std::string database = "the database " + name;
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw base::Error(
          database + " is locked by another program",
          "another tracker, sitegen or database tool is using it: wait until it has ended (`fuser " + name +
              "` shows which), then run the command again; nothing was changed");
    case SQLITE_CORRUPT:
      throw base::DataError(with_detail(database + " is damaged", detail), kRebuild);
    case SQLITE_NOTADB:
      throw base::DataError(name + " is not a database",
                            "if nothing else needs this file, delete it and run `tracker rebuild`");
    case SQLITE_READONLY:
      throw base::Error(database + " cannot be written",
                        "make the file and its folder writable for you, or choose another file");
    case SQLITE_CANTOPEN:
      throw base::Error(with_detail(database + " cannot be opened", detail),
                        "see that its folder is there and that you may read and write in it");
    case SQLITE_PERM:
    case SQLITE_AUTH:
      throw base::Error("no permission to open " + database, "see who owns the file and its folder");
    case SQLITE_FULL:
      throw base::Error("no space left to write " + database,
                        "free some space on its disk and run the command again; nothing was changed");
    case SQLITE_IOERR:
      throw base::Error(with_detail(database + " cannot be read or written", detail),
                        "see whether its disk is full or failing; nothing was changed");
    case SQLITE_CONSTRAINT:
      throw base::Error(with_detail(database + " refuses what does not fit its rules", detail),
                        "run `tracker check`; nothing was changed");
    case SQLITE_TOOBIG:
      throw base::Error("a text is too long for " + database, "run `tracker check`; nothing was changed");
    default:
      throw base::Error(with_detail(database + " failed", detail),
                        "if it happens again, " + std::string(kRebuild));
  }
}

void fail(const Connection& connection, int code) {
  const char* const detail = connection.handle ? sqlite3_errmsg(connection.handle) : sqlite3_errstr(code);
  fail(code, connection.name, detail ? detail : "");
}

}  // namespace tracker::db
