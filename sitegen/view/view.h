// Everything that pages, feeds and downloads are made of, as one value: the record of the newest version, what the rules
// say of it, and the history with the values before and after every change. Made once, then only read.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/model/receipt.h"
#include "tracker/model/record.h"
#include "tracker/model/status.h"
#include "tracker/model/totals.h"
#include "tracker/version/version.h"

namespace sitegen::view {

/// A change with both values, for people to read.
struct ShownChange {
  tracker::model::Operation operation = tracker::model::Operation::Add;
  tracker::model::Reason reason = tracker::model::Reason::NewInformation;
  std::string entity;                 // "person/kz-0001"
  std::string field;                  // "event.e3.date"
  std::optional<std::string> before;  // canonical JSON
  std::optional<std::string> after;
  bool withheld = false;
};

/// All changes of one entity in one version: one item of a feed, one block of a page.
struct EntityChange {
  std::string kind;  // "person", "case", …
  std::string id;
  tracker::model::Operation operation = tracker::model::Operation::Modify;  // ADD: new entity; DEL: gone; else MOD
  std::vector<ShownChange> changes;
  std::optional<std::string> status_before;  // display status code before and after, for people
  std::optional<std::string> status_after;
};

struct ShownVersion {
  const tracker::version::Version* version = nullptr;
  std::vector<EntityChange> entities;
};

struct View {
  tracker::model::Record record;
  std::vector<tracker::version::Version> versions;  // oldest first
  std::vector<tracker::model::Receipt> receipts;
  std::vector<tracker::model::Status> statuses;     // one a person, in the record's order
  tracker::model::Totals totals;
  std::vector<ShownVersion> history;                // oldest first, one a version
  tracker::base::Day as_of{};                       // the day of the newest version

  const tracker::model::Status& status_of(const tracker::model::Person& person) const;
  const tracker::version::Version& newest() const { return versions.back(); }
};

/// Throws tracker::base::Error when there is no version yet, or when the record is not what the newest version says
/// (then `tracker record` is missing). The result holds pointers into itself: move it, do not copy it.
View make_view(tracker::model::Record record, std::vector<tracker::version::Version> versions,
               std::vector<tracker::model::Receipt> receipts);

/// A published file: where it stands below the output folder, with '/', and its bytes.
struct OutputFile {
  std::string path;
  std::string bytes;
};

}  // namespace sitegen::view
