// Rows of what people and cases refer to (sources, places, designations, rulings) and of the site itself (its
// settings, pages and words). Private to tracker/record.
#pragma once

#include <string>

#include "tracker/db/sqlite.h"
#include "tracker/model/entity.h"

namespace tracker::record {

class EntityRows {
 public:
  explicit EntityRows(db::Database& database);
  void write(const model::Site& site, const std::string& path);
  void write(const model::Source& source, const std::string& path);
  void write(const model::Place& place, const std::string& path);
  void write(const model::Designation& designation, const std::string& path);
  void write(const model::Ruling& ruling, const std::string& path);
  void write(const model::Page& page, const std::string& path);
  /// Only the text: what a page's file in a further language says.
  void write_text(const model::Page& page, const std::string& path);
  void write(const model::Words& words, const std::string& path);

 private:
  db::Statement site_;
  db::Statement source_;
  db::Statement place_;
  db::Statement designation_;
  db::Statement ruling_;
  db::Statement page_;
  db::Statement page_text_;
  db::Statement word_;
};

}  // namespace tracker::record
