#include "sitegen/view/view.h"

#include <algorithm>
#include <map>
#include <memory>

#include "tracker/base/error.h"
#include "tracker/rules/status.h"
#include "tracker/rules/totals.h"
#include "tracker/version/fields.h"

namespace sitegen::view {
namespace {

using tracker::version::Change;
using tracker::version::State;
using tracker::version::Version;

EntityChange entity_of(const std::string& key) {
  EntityChange entity;
  const auto slash = key.find('/');
  entity.kind = key.substr(0, slash);
  entity.id = slash == std::string::npos ? std::string() : key.substr(slash + 1);
  return entity;
}

/// All changes of all versions, kept in memory by version and entity.
std::map<std::pair<int, std::string>, std::vector<ShownChange>> changes_of(const std::vector<Version>& versions) {
  std::map<std::pair<int, std::string>, std::vector<ShownChange>> all;
  State state;
  for (const Version& version : versions) {
    for (const Change& change : version.changes) {
      const auto fields = state.find(change.entity);
      std::optional<std::string> before;
      if (fields != state.end())
        if (const auto value = fields->second.find(change.field); value != fields->second.end()) before = value->second;
      all[{version.number, change.entity}].push_back({change.operation, change.reason, change.entity, change.field, before,
                                                      change.value, change.is_withheld()});
    }
    tracker::version::apply(state, version);
  }
  return all;
}

}  // namespace

const tracker::model::Status& View::status_of(const tracker::model::Person& person) const {
  return statuses.at(place_of(person));
}

const std::vector<Trace>& View::trail_of(std::string_view kind, std::string_view id) const {
  static const std::vector<Trace> kNone;
  const auto found = trails_.find(std::string(kind) + '/' + std::string(id));
  return found == trails_.end() ? kNone : found->second;
}

const ShownVersion* View::newest_of(std::string_view kind, std::string_view id, const ShownVersion* than) const {
  const auto& trail = trail_of(kind, id);
  return trail.empty() ? than : std::max(trail.back().shown, than);  // all point into one vector, oldest first
}

const ShownVersion* View::newest_in(const tracker::model::Case& of_case, const ShownVersion* than) const {
  than = newest_of("case", of_case.id, than);
  for (const auto& defendant : of_case.defendants) than = newest_of("person", defendant.id, than);
  return than;
}

const ShownVersion& View::shown_in(const tracker::model::Person& person) const {
  shown_in_.resize(record.people.size());
  const ShownVersion*& newest = shown_in_[place_of(person)];
  if (newest) return *newest;
  newest = newest_of("person", person.id, common_);
  for (const auto* of_case : cases().of(person)) newest = newest_in(*of_case, newest);
  return *newest;
}

const ShownVersion& View::shown_in(const tracker::model::Case& of_case) const { return *newest_in(of_case, common_); }

const ShownVersion& View::shown_in(const std::vector<const tracker::model::Person*>& people,
                                   const std::vector<const tracker::model::Case*>& cases) const {
  const ShownVersion* newest = common_;
  for (const auto* person : people) newest = std::max(newest, &shown_in(*person));
  for (const auto* of_case : cases) newest = std::max(newest, &shown_in(*of_case));
  return *newest;
}

tracker::rules::PersonLaw View::law_of(const tracker::model::Person& person) const {
  return tracker::rules::law_of(record, cases(), person, laws(), as_of);
}

const std::vector<tracker::rules::Clock>& View::clocks_of(const tracker::model::Person& person) const {
  clocks_.resize(record.people.size());
  auto& clocks = clocks_[place_of(person)];
  if (!clocks) clocks = tracker::rules::clocks_of(record, cases(), person, laws(), as_of);
  return *clocks;
}

const std::vector<Month>& View::months() const {
  if (months_.empty()) months_ = over_time(record, statuses, as_of);
  return months_;
}

bool is_unconfirmed(const View& view, const tracker::model::Status& status) {
  return !status.last_confirmed ||
         status.last_confirmed->date.latest() < tracker::base::add_months(view.as_of, -12);
}

History history_of(std::vector<Version> versions) {
  History history;
  tracker::version::Summarizer summarizer;
  for (const Version& version : versions)
    for (auto& summary : summarizer.next(version)) history.entities.emplace_back(version.number, std::move(summary));
  history.changes = [all = changes_of(versions)](int version, const std::string& entity) {
    const auto found = all.find({version, entity});
    return found == all.end() ? std::vector<ShownChange>{} : found->second;
  };
  std::map<int, std::string> files;
  for (const Version& version : versions) files[version.number] = tracker::version::to_json(version);
  history.file = [files = std::move(files)](int number) { return files.at(number); };
  history.versions = std::move(versions);
  return history;
}

View make_view(tracker::model::Record record, History history, std::vector<tracker::model::Receipt> receipts,
               std::vector<tracker::model::Reading> readings) {
  if (history.versions.empty())
    throw tracker::base::Error("the record has no version yet, so there is nothing to publish",
                               "run `tracker record` first");
  View view;
  view.record = std::move(record);
  view.versions = std::move(history.versions);
  for (auto& version : view.versions) version.changes = {};
  view.receipts = std::move(receipts);
  view.version_file_ = std::move(history.file);

  std::map<int, ShownVersion*> shown;
  view.history.resize(view.versions.size());
  for (std::size_t i = 0; i < view.versions.size(); ++i) {
    view.history[i].version = &view.versions[i];
    shown[view.versions[i].number] = &view.history[i];
  }
  const auto source = std::make_shared<const ChangeSource>(std::move(history.changes));
  for (auto& [number, summary] : history.entities) {
    EntityChange entity = entity_of(summary.entity);
    entity.operation = summary.operation;
    entity.corrects = summary.corrects;
    entity.changes = Changes(static_cast<std::size_t>(summary.changes), source, number, summary.entity);
    entity.status_before = std::move(summary.status_before);
    entity.status_after = std::move(summary.status_after);
    shown.at(number)->entities.push_back(std::move(entity));
  }
  view.common_ = &view.history.front();
  for (const auto& version : view.history)
    for (const auto& entity : version.entities) {
      view.trails_[entity.kind + '/' + entity.id].push_back({&version, &entity});
      if (entity.kind != "person" && entity.kind != "case") view.common_ = &version;
    }

  view.cases_.emplace(view.record);
  view.laws_.emplace(view.record);
  view.as_of = tracker::base::day_of(view.newest().recorded);
  view.statuses = tracker::rules::statuses_of(view.record, view.as_of);
  view.totals = tracker::rules::totals_of(view.record, view.statuses, view.as_of);
  view.index = index_of(view.record, *view.cases_, view.statuses, *view.laws_, view.as_of);
  view.covered_until = tracker::health::as_of(view.as_of, view.receipts);
  view.coverage = tracker::health::health_of_all(view.record.sources, view.receipts, readings, view.covered_until);
  return view;
}

View make_view(tracker::model::Record record, std::vector<Version> versions, std::vector<tracker::model::Receipt> receipts,
               std::vector<tracker::model::Reading> readings) {
  State recorded;
  for (const Version& version : versions) tracker::version::apply(recorded, version);
  View view = make_view(std::move(record), history_of(std::move(versions)), std::move(receipts), std::move(readings));
  State now = tracker::version::state_of(view.record);
  tracker::version::add_derived(now, view.record, view.statuses);
  if (now != recorded) throw tracker::base::Error("the record holds changes that no version has", "run `tracker record`");
  return view;
}

}  // namespace sitegen::view
