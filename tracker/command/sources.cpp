// The sources that are followed, and whether each can be seen: a fact, folded from receipts and readings.
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

#include "tracker/archive/store.h"
#include "tracker/base/text.h"
#include "tracker/command/captures.h"
#include "tracker/command/commands.h"
#include "tracker/command/table.h"
#include "tracker/health/health.h"
#include "tracker/record/store.h"

namespace tracker::command {
namespace {

using health::Health;
using Json = nlohmann::ordered_json;

std::string age(const std::optional<base::Instant>& instant, base::Instant now) {
  if (!instant) return "never";
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(now - *instant).count();
  if (minutes < 60) return std::to_string(minutes) + " min";
  if (minutes < 48 * 60) return std::to_string(minutes / 60) + " h";
  return std::to_string(minutes / (24 * 60)) + " d";
}

Json time_of(const std::optional<base::Instant>& instant) {
  return instant ? Json(base::to_rfc3339(*instant)) : Json(nullptr);
}

/// The last attempt of the source's own address.
std::map<std::string, const model::Receipt*> last_attempts(const std::vector<model::Receipt>& receipts) {
  std::map<std::string, const model::Receipt*> last;
  for (const auto& receipt : receipts)
    if (receipt.parent.empty()) last[receipt.source] = &receipt;
  return last;
}

/// What was seen of the newest snapshot.
const model::Reading* reading_of(const model::Receipt* receipt, const std::vector<model::Reading>& readings) {
  if (!receipt || !receipt->digest) return nullptr;
  const auto found = std::find_if(readings.rbegin(), readings.rend(), [&](const model::Reading& reading) {
    return reading.source == receipt->source && reading.digest == *receipt->digest && !reading.is_followed;
  });
  return found == readings.rend() ? nullptr : &*found;
}

std::string last_words(const Health& health, const model::Receipt* last) {
  if (!last) return "not tried";
  const bool came = last->outcome == model::FetchOutcome::Fetched || last->outcome == model::FetchOutcome::NotModified;
  if (came && !health.reason.empty()) return "not the page: " + health.reason;
  std::string text{model::code_of(last->outcome)};
  if (!last->detail.empty()) text += ": " + last->detail;
  return text;
}

Json json_of(const health::Gap& gap) {
  Json json = {{"from", base::to_rfc3339(gap.from)}, {"to", time_of(gap.to)}, {"reason", gap.reason}};
  return json;
}

Json json_of(const health::Transition& transition) {
  return {{"at", base::to_rfc3339(transition.at)},
          {"from", std::string(model::code_of(transition.from))},
          {"to", std::string(model::code_of(transition.to))},
          {"reason", transition.reason}};
}

Json json_of(const model::Reading& reading) {
  return {{"outcome", std::string(model::code_of(reading.outcome))},
          {"detail", reading.detail},
          {"encoding", reading.encoding},
          {"encoding_rule", reading.encoding_rule},
          {"pages", reading.pages},
          {"words", reading.words},
          {"rows", reading.rows},
          {"has_canary", reading.has_canary},
          {"fingerprint", reading.fingerprint},
          {"left_out", reading.left_out}};
}

bool is_away(const Health& health) {
  return health.state == model::SourceState::Failing || health.state == model::SourceState::Dead;
}

struct Facts {
  std::vector<model::Receipt> receipts;
  std::vector<model::Reading> readings;
  std::map<std::string, Health> health;
  std::map<std::string, const model::Receipt*> last;
  std::map<std::string, std::vector<health::Removal>> removals;
};

Json json_of(const model::Source& source, const std::string& language, const Facts& facts) {
  const auto found = facts.health.find(source.id);
  const Health health = found == facts.health.end() ? Health{} : found->second;
  const auto last = facts.last.find(source.id);
  const auto* attempt = last == facts.last.end() ? nullptr : last->second;
  Json json = {{"id", source.id},
               {"title", source.title.in(language, language)},
               {"publisher", source.publisher},
               {"kind", std::string(model::code_of(source.kind))},
               {"url", source.url},
               {"languages", source.languages},
               {"rhythm", std::string(model::code_of(source.rhythm))},
               {"independence", source.independence},
               {"followed", source.is_followed()},
               {"state", std::string(model::code_of(health.state))},
               {"since", time_of(health.since)},
               {"last_attempt", attempt ? Json(base::to_rfc3339(attempt->started)) : Json(nullptr)},
               {"last_success", time_of(health.last_success)},
               {"last_change", time_of(health.last_change)},
               {"failures", health.failures},
               {"reason", health.reason},
               {"oscillating", health.is_oscillating},
               {"outcome", attempt ? Json(std::string(model::code_of(attempt->outcome))) : Json(nullptr)},
               {"detail", attempt ? attempt->detail : ""}};
  json["gaps"] = Json::array();
  for (const auto& gap : health.gaps) json["gaps"].push_back(json_of(gap));
  json["transitions"] = Json::array();
  for (const auto& transition : health.transitions) json["transitions"].push_back(json_of(transition));
  json["gone"] = Json::array();
  if (const auto gone = facts.removals.find(source.id); gone != facts.removals.end())
    for (const auto& one : gone->second)
      json["gone"].push_back({{"item", one.item},
                              {"last_seen", base::to_rfc3339(one.last_seen)},
                              {"first_missed", base::to_rfc3339(one.first_missed)},
                              {"captures", one.captures}});
  const auto* reading = reading_of(attempt, facts.readings);
  json["reading"] = reading ? json_of(*reading) : Json(nullptr);
  return json;
}

}  // namespace

int sources(const Format& format, Context& context) {
  const record::Reader reader(context.paths.database);
  const auto record = reader.content();
  // The log of the archive, not the index: a fetch is there at once, the index hears of it with the next record.
  Facts facts;
  if (std::filesystem::exists(context.paths.archive)) {
    const archive::Store store(context.paths.archive);
    facts.receipts = store.receipts();
    facts.readings = store.readings();
    for (const auto& source : record.sources)
      if (source.is_followed() && may_remove(source))
        facts.removals[source.id] = health::propose_removals(captures_of(source, facts.receipts, facts.readings, store));
  } else {
    facts.receipts = reader.receipts();
    facts.readings = reader.readings();
  }
  facts.last = last_attempts(facts.receipts);
  for (auto& health : health::health_of_all(record.sources, facts.receipts, facts.readings, context.now))
    facts.health[health.source] = std::move(health);
  if (format.json) {
    auto list = Json::array();
    for (const auto& source : record.sources) list.push_back(json_of(source, record.site.default_language, facts));
    context.out << list.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    return context.strict && std::any_of(facts.health.begin(), facts.health.end(), [](const auto& one) { return is_away(one.second); })
               ? kWaiting
               : kDone;
  }
  std::vector<Row> rows;
  int cited = 0, away = 0;
  for (const auto& source : record.sources) {
    if (!source.is_followed()) {
      ++cited;
      continue;
    }
    const auto& health = facts.health[source.id];
    away += is_away(health) ? 1 : 0;
    const auto last = facts.last.find(source.id);
    rows.push_back({{source.id, std::string(model::code_of(source.kind)), std::string(model::code_of(source.rhythm)),
                     base::join(source.languages, " "), std::string(model::code_of(health.state)),
                     age(health.last_success, context.now), age(health.last_change, context.now),
                     last_words(health, last == facts.last.end() ? nullptr : last->second)},
                    is_away(health)});
  }
  print_table(context.out,
              {{"SOURCE"}, {"KIND"}, {"RHYTHM"}, {"LANG"}, {"STATE"}, {"SEEN"}, {"CHANGED"}, {"LAST ATTEMPT", true}}, rows,
              context.width, context.colour);
  context.err << rows.size() << " sources followed, " << cited << " documents cited\n";
  for (const auto& [source, gone] : facts.removals)
    if (!gone.empty())
      context.err << source << ": " << gone.size() << " entries are gone in two captures or more, which says nothing about anybody: "
                  << "`tracker sources --json` names them\n";
  if (away > 0)
    context.err << away << " cannot be seen now, which says nothing about anybody: what happens there meanwhile is not known here\n";
  return context.strict && away > 0 ? kWaiting : kDone;
}

}  // namespace tracker::command
