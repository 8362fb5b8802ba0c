// The history as pages and feeds see it: what each version did to each entity, with the values before and after. The
// changes themselves are fetched when somebody looks at them, since a first version holds as many as the whole record.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tracker/model/enums.h"
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

/// Gives the changes of one entity ("person/kz-0001") in one version.
using ChangeSource = std::function<std::vector<ShownChange>(int version, const std::string& entity)>;

/// The changes of one entity in one version, in order: a list that is fetched at the first look and may be let go.
class Changes {
 public:
  Changes() = default;
  Changes(std::vector<ShownChange> changes)
      : count_(changes.size()), loaded_(std::make_shared<const std::vector<ShownChange>>(std::move(changes))) {}
  Changes(std::size_t count, std::shared_ptr<const ChangeSource> source, int version, std::string entity)
      : count_(count), source_(std::move(source)), version_(version), entity_(std::move(entity)) {}

  std::size_t size() const { return count_; }
  bool empty() const { return count_ == 0; }
  auto begin() const { return all().begin(); }
  auto end() const { return all().end(); }
  const ShownChange& front() const { return all().front(); }
  const ShownChange& back() const { return all().back(); }
  const ShownChange& operator[](std::size_t index) const { return all()[index]; }

 private:
  const std::vector<ShownChange>& all() const;

  std::size_t count_ = 0;
  std::shared_ptr<const ChangeSource> source_;
  int version_ = 0;
  std::string entity_;
  mutable std::shared_ptr<const std::vector<ShownChange>> loaded_;
};

/// All changes of one entity in one version: one item of a feed, one block of a page.
struct EntityChange {
  std::string kind;  // "person", "case", …
  std::string id;
  tracker::model::Operation operation = tracker::model::Operation::Modify;  // ADD: new entity; DEL: gone; else MOD
  bool corrects = false;  // one of the changes corrects or retracts what an earlier version said
  Changes changes;
  std::optional<std::string> status_before;  // display status code before and after, for people
  std::optional<std::string> status_after;
};

struct ShownVersion {
  const tracker::version::Version* version = nullptr;  // its `changes` may be left out: see `entities`
  std::vector<EntityChange> entities;

  std::size_t count_changes() const;
};

}  // namespace sitegen::view
