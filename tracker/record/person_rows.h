// Rows of people and cases. Private to tracker/record.
#pragma once

#include <string>

#include "tracker/db/sqlite.h"
#include "tracker/model/entity.h"
#include "tracker/record/event_rows.h"

namespace tracker::record {

class PersonRows {
 public:
  explicit PersonRows(db::Database& database);
  /// All that the person's own file says.
  void write(const model::Person& person, const std::string& path);
  /// Only the life: what a file in a further language says.
  void write_life(const model::Person& person, const std::string& path);
  void write(const model::Case& of_case, const std::string& path);

 private:
  void write_names(const model::Person& person);
  void write_tags(const model::Person& person);
  void write_designations(const model::Person& person);

  EventRows events_;
  db::Statement person_;
  db::Statement name_;
  db::Statement tag_;
  db::Statement life_;
  db::Statement designation_;
  db::Statement designation_source_;
  db::Statement case_;
  db::Statement defendant_;
  db::Statement case_tag_;
};

}  // namespace tracker::record
