#include "tracker/version/summary.h"

#include <nlohmann/json.hpp>

namespace tracker::version {
namespace {

/// The code that a value of "derived.status" holds.
std::optional<std::string> status_in(const std::optional<std::string>& value) {
  if (!value) return std::nullopt;
  const auto parsed = nlohmann::json::parse(*value, nullptr, false);
  return parsed.is_string() ? std::optional(parsed.get<std::string>()) : std::nullopt;
}

}  // namespace

std::vector<EntitySummary> Summarizer::next(const Version& version) {
  std::vector<EntitySummary> summaries;
  std::vector<bool> existed;
  for (const Change& change : version.changes) {
    Known& known = entities_[change.entity];
    if (summaries.empty() || summaries.back().entity != change.entity) {
      summaries.push_back({.entity = change.entity, .status_before = known.status});
      existed.push_back(!known.fields.empty());
    }
    ++summaries.back().changes;
    if (change.reason == model::Reason::Correction || change.reason == model::Reason::Retraction)
      summaries.back().corrects = true;
    if (change.value) {
      known.fields.insert(change.field);
    } else {
      known.fields.erase(change.field);
    }
    if (change.field == "derived.status") known.status = status_in(change.value);
  }
  for (std::size_t i = 0; i < summaries.size(); ++i) {
    const auto known = entities_.find(summaries[i].entity);
    const bool exists = !known->second.fields.empty();
    summaries[i].operation = !existed[i] ? model::Operation::Add : exists ? model::Operation::Modify : model::Operation::Delete;
    summaries[i].status_after = known->second.status;
    if (!exists) entities_.erase(known);
  }
  return summaries;
}

}  // namespace tracker::version
