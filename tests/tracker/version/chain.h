// A small chain of versions of made-up people, for tests that take it apart.
#pragma once

#include <string>
#include <vector>

#include "tracker/base/text.h"
#include "tracker/version/version.h"

namespace tests {

using namespace tracker;

/// 32 digits that differ from call to call and are the same in every run.
inline version::SaltSource counting_salts() {
  return [count = 0]() mutable {
    std::string salt = std::to_string(++count);
    return std::string(32 - salt.size(), '0') + salt;
  };
}

inline model::Totals totals_with(std::vector<std::string> persons, std::vector<std::string> deprived) {
  model::Totals totals;
  totals.as_of = base::day_of(*base::from_rfc3339("2026-01-02T00:00:00Z"));
  totals.by_display = {{"imprisoned", static_cast<int>(deprived.size())},
                       {"released", static_cast<int>(persons.size() - deprived.size())}};
  totals.cases = 1;
  totals.prosecutions = static_cast<int>(persons.size());
  totals.prosecuted = persons;
  totals.persons = std::move(persons);
  totals.deprived = std::move(deprived);
  return totals;
}

inline version::State state_with(const std::vector<std::string>& persons, const std::string& occupation) {
  model::Record record;
  for (const auto& id : persons) {
    auto& person = record.people.emplace_back();
    person.id = id;
    person.name.by_language["en"] = "Test Person " + id;
    person.occupation = occupation;
  }
  model::sort_record(record);
  return version::state_of(record);
}

/// Four versions: one person; two more, one of them held; one leaves; an occupation changes.
struct Chain {
  std::vector<version::Version> versions;
  version::State state;

  Chain() {
    add(state_with({"kz-0001"}, "poet"), totals_with({"kz-0001"}, {}));
    add(state_with({"kz-0001", "kz-0002", "kz-0003"}, "poet"),
        totals_with({"kz-0001", "kz-0002", "kz-0003"}, {"kz-0002"}));
    add(state_with({"kz-0002", "kz-0003"}, "poet"), totals_with({"kz-0002", "kz-0003"}, {"kz-0002"}));
    add(state_with({"kz-0002", "kz-0003"}, "baker"), totals_with({"kz-0002", "kz-0003"}, {"kz-0002"}));
  }

  void add(const version::State& after, const model::Totals& totals) {
    version::Proposal proposal;
    proposal.recorded = *base::from_rfc3339("2026-01-02T03:04:05Z") + std::chrono::days(versions.size());
    const auto previous = versions.empty() ? std::nullopt : std::optional(versions.back());
    auto next = version::make_version(previous, state, after, version::totals_after(versions), totals,
                                      proposal, salts_);
    versions.push_back(std::move(next.value()));
    state = after;
  }

 private:
  version::SaltSource salts_ = counting_salts();
};

inline version::State state_after(const std::vector<version::Version>& versions) {
  version::State state;
  for (const auto& one : versions) version::apply(state, one);
  return state;
}

inline version::Change& change_in(version::Version& version, const std::string& entity,
                                  const std::string& field) {
  for (auto& change : version.changes)
    if (change.entity == entity && change.field == field) return change;
  throw std::logic_error("no change of " + entity + " " + field);
}

}  // namespace tests
