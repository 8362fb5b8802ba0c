#include "sitegen/view/view.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "tracker/base/error.h"
#include "tracker/rules/status.h"
#include "tracker/rules/totals.h"
#include "tracker/version/fields.h"

namespace sitegen::view {
namespace {

using tracker::model::Operation;
using tracker::version::Change;
using tracker::version::State;
using tracker::version::Version;

std::optional<std::string> value_in(const State& state, const std::string& entity, const std::string& field) {
  const auto fields = state.find(entity);
  if (fields == state.end()) return std::nullopt;
  const auto value = fields->second.find(field);
  if (value == fields->second.end()) return std::nullopt;
  return value->second;
}

/// The code that a "derived.status" field holds.
std::optional<std::string> status_in(const State& state, const std::string& entity) {
  const auto json = value_in(state, entity, "derived.status");
  if (!json) return std::nullopt;
  const auto parsed = nlohmann::json::parse(*json, nullptr, false);
  if (!parsed.is_string()) return std::nullopt;
  return parsed.get<std::string>();
}

EntityChange entity_of(const std::string& key) {
  EntityChange entity;
  const auto slash = key.find('/');
  entity.kind = key.substr(0, slash);
  entity.id = slash == std::string::npos ? std::string() : key.substr(slash + 1);
  return entity;
}

/// Groups the version's changes by entity and brings `state` one version on.
ShownVersion show(State& state, const Version& version) {
  ShownVersion shown{&version, {}};
  std::vector<std::string> keys;
  std::vector<bool> existed;
  for (const Change& change : version.changes) {
    if (keys.empty() || keys.back() != change.entity) {
      keys.push_back(change.entity);
      existed.push_back(state.contains(change.entity));
      shown.entities.push_back(entity_of(change.entity));
      shown.entities.back().status_before = status_in(state, change.entity);
    }
    shown.entities.back().changes.push_back({change.operation, change.reason, change.entity, change.field,
                                             value_in(state, change.entity, change.field), change.value,
                                             change.is_withheld()});
  }
  tracker::version::apply(state, version);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    auto& entity = shown.entities[i];
    const auto found = state.find(keys[i]);
    const bool exists = found != state.end() && !found->second.empty();
    entity.operation = !existed[i] ? Operation::Add : exists ? Operation::Modify : Operation::Delete;
    entity.status_after = status_in(state, keys[i]);
  }
  return shown;
}

}  // namespace

const tracker::model::Status& View::status_of(const tracker::model::Person& person) const {
  const auto* first = record.people.data();
  return statuses.at(static_cast<std::size_t>(&person - first));
}

View make_view(tracker::model::Record record, std::vector<Version> versions,
               std::vector<tracker::model::Receipt> receipts) {
  if (versions.empty())
    throw tracker::base::Error("the record has no version yet, so there is nothing to publish",
                               "run `tracker record` first");
  View view;
  view.record = std::move(record);
  view.versions = std::move(versions);
  view.receipts = std::move(receipts);
  State state;
  for (const Version& version : view.versions) view.history.push_back(show(state, version));

  view.as_of = tracker::base::day_of(view.newest().recorded);
  view.statuses = tracker::rules::statuses_of(view.record, view.as_of);
  view.totals = tracker::rules::totals_of(view.record, view.statuses, view.as_of);

  State now = tracker::version::state_of(view.record);
  tracker::version::add_derived(now, view.record, view.statuses);
  if (now != state)
    throw tracker::base::Error("the record holds changes that no version has", "run `tracker record`");
  return view;
}

}  // namespace sitegen::view
