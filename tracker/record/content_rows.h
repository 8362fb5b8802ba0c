// The rows of one content file. Private to tracker/record.
#pragma once

#include "tracker/db/sqlite.h"
#include "tracker/model/record.h"
#include "tracker/record/entity_rows.h"
#include "tracker/record/law_rows.h"
#include "tracker/record/person_rows.h"
#include "tracker/record/store.h"

namespace tracker::record {

class ContentRows {
 public:
  /// `whole` is all of the content: it tells the file of a person or page from a file with a text for it.
  ContentRows(db::Database& database, const model::Record& whole);

  /// Takes the rows of the file away, with all that hang on them.
  void remove(const std::string& path);
  /// Writes the rows of a file that has none. Throws base::Error that names the file where they do not fit.
  void write(const IndexedFile& file);

 private:
  void write_part(const model::Record& part, const std::string& path);

  const model::Record& whole_;
  db::Statement remove_;
  db::Statement file_;
  PersonRows people_;
  LawRows laws_;
  EntityRows others_;
};

}  // namespace tracker::record
