#include <nlohmann/json.hpp>

#include "tracker/base/text.h"
#include "tracker/command/commands.h"
#include "tracker/command/state.h"
#include "tracker/record/store.h"

namespace tracker::command {
namespace {

using Json = nlohmann::ordered_json;

Json value_of(const std::optional<std::string>& canonical) {
  return canonical ? Json::parse(*canonical, nullptr, false) : Json(nullptr);
}

std::optional<std::string> before_of(const version::State& state, const version::Change& change) {
  const auto entity = state.find(change.entity);
  if (entity == state.end()) return std::nullopt;
  const auto field = entity->second.find(change.field);
  return field == entity->second.end() ? std::nullopt : std::optional(field->second);
}

Json headline_json(const model::Reconciliation& reconciliation) {
  return Json{{"previous", reconciliation.previous},
              {"entered", reconciliation.entered},
              {"left", reconciliation.left},
              {"current", reconciliation.current}};
}

Json version_json(const version::Version& version, const version::State& before) {
  Json changes = Json::array();
  for (const auto& change : version.changes) {
    Json item = Json::object();
    item["operation"] = std::string(model::code_of(change.operation));
    item["entity"] = change.entity;
    item["field"] = change.field;
    item["reason"] = std::string(model::code_of(change.reason));
    item["before"] = value_of(before_of(before, change));
    item["after"] = value_of(change.value);
    if (change.is_withheld()) item["withheld"] = true;
    changes.push_back(item);
  }
  Json object = Json::object();
  object["version"] = version.number;
  object["recorded"] = base::to_rfc3339(version.recorded);
  object["hash"] = version.hash.hex();
  object["note"] = version.note.empty() ? Json(nullptr) : Json(version.note);
  object["persons"] = headline_json(version.headline.persons);
  object["deprived_of_liberty"] = headline_json(version.headline.deprived);
  object["prosecuted"] = headline_json(version.headline.prosecuted);
  object["changes"] = changes;
  return object;
}

std::string equation(const model::Reconciliation& reconciliation) {
  return std::to_string(reconciliation.previous) + " + " + std::to_string(reconciliation.entered.size()) + " − " +
         std::to_string(reconciliation.left.size()) + " = " + std::to_string(reconciliation.current);
}

std::string readable(const std::optional<std::string>& canonical) {
  return canonical ? base::shorten(base::visible(*canonical), 120) : "(nothing)";
}

void print_version(const version::Version& version, const version::State& before, Context& context) {
  auto& out = context.out;
  out << (context.colour ? "\x1b[1m" : "") << "version " << version.number << (context.colour ? "\x1b[0m" : "") << "  "
      << base::to_rfc3339(version.recorded) << "  " << version.hash.hex().substr(0, 16) << '\n';
  if (!version.note.empty()) out << "  " << base::visible(version.note) << '\n';
  out << "  persons              " << equation(version.headline.persons) << "\n  deprived of liberty  "
      << equation(version.headline.deprived) << "\n  prosecuted           " << equation(version.headline.prosecuted)
      << '\n';
  std::string entity;
  for (const auto& change : version.changes) {
    if (change.entity != entity) out << "  " << base::visible(change.entity) << '\n';
    entity = change.entity;
    out << "    " << model::code_of(change.operation) << ' ' << base::visible(change.field);
    if (change.is_withheld()) {
      out << "  (withheld)";
    } else if (change.operation == model::Operation::Add) {
      out << "  " << readable(change.value);
    } else if (change.operation == model::Operation::Modify) {
      out << "  " << readable(before_of(before, change)) << " → " << readable(change.value);
    } else {
      out << "  " << readable(before_of(before, change));
    }
    if (change.reason != model::Reason::NewInformation) out << "  [" << model::code_of(change.reason) << ']';
    out << '\n';
  }
}

}  // namespace

int changes(const ChangesOptions& options, Context& context) {
  const record::Reader reader(context.paths.database);
  version::State state;
  Json list = Json::array();
  for (const auto& version : reader.versions()) {
    if (version.number > options.since) {
      if (options.format.json) {
        list.push_back(version_json(version, state));
      } else {
        print_version(version, state, context);
      }
    }
    version::apply(state, version);
  }
  if (options.format.json) context.out << list.dump(1) << '\n';
  return kDone;
}

}  // namespace tracker::command
