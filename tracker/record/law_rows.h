// Rows of laws, their articles and their lists. Private to tracker/record.
#pragma once

#include <string>

#include "tracker/db/sqlite.h"
#include "tracker/model/entity.h"

namespace tracker::record {

class LawRows {
 public:
  explicit LawRows(db::Database& database);
  void write(const model::Law& law, const std::string& path);

 private:
  void write_article(const model::Law& law, const model::Article& article);

  db::Statement law_;
  db::Statement article_;
  db::Statement part_;
  db::Statement entry_;
};

}  // namespace tracker::record
