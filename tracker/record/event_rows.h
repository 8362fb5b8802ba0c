// Rows of events and of all that hangs on them. Private to tracker/record.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tracker/db/sqlite.h"
#include "tracker/model/event.h"

namespace tracker::record {

/// The person or case that an event stands with.
struct Owner {
  std::string_view kind;  // "person" or "case"
  const std::string& id;
};

class EventRows {
 public:
  explicit EventRows(db::Database& database);
  /// The events of one owner, which stand in the file at `path`.
  void write(const Owner& owner, const std::vector<model::Event>& events, const std::string& path);

 private:
  void write_event(const Owner& owner, const model::Event& event, std::size_t position,
                   const std::string& path);
  void write_sentence(const Owner& owner, const model::Event& event);
  void write_charges(const Owner& owner, const model::Event& event, std::string_view role,
                     const std::vector<model::Ref>& charges);
  void write_sources(const Owner& owner, const model::Event& event);

  db::Statement event_;
  db::Statement sentence_;
  db::Statement charge_;
  db::Statement source_;
};

}  // namespace tracker::record
