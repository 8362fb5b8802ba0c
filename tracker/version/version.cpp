#include "tracker/version/version.h"

#include <algorithm>
#include <cstdio>

#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/version/json.h"
#include "tracker/version/reason.h"

namespace tracker::version {
namespace {

using model::Operation;

constexpr std::size_t kSaltBytes = 16;

void compare_fields(const std::string& entity, const Fields& before, const Fields& after,
                    std::vector<Change>& out) {
  const auto add = [&](Operation operation, const std::string& field, std::optional<std::string> value) {
    out.push_back({.operation = operation, .entity = entity, .field = field, .value = std::move(value)});
  };
  for (const auto& [field, value] : before)
    if (!after.contains(field)) add(Operation::Delete, field, std::nullopt);
  for (const auto& [field, value] : after) {
    const auto old = before.find(field);
    if (old == before.end())
      add(Operation::Add, field, value);
    else if (old->second != value)
      add(Operation::Modify, field, value);
  }
}

std::vector<Change> difference(const State& before, const State& after) {
  static const Fields kNone;
  std::vector<Change> changes;
  for (const auto& [entity, fields] : before)
    if (!after.contains(entity)) compare_fields(entity, fields, kNone, changes);
  for (const auto& [entity, fields] : after) {
    const auto old = before.find(entity);
    compare_fields(entity, old == before.end() ? kNone : old->second, fields, changes);
  }
  std::sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
    return a.entity == b.entity ? base::natural_less(a.field, b.field)
                                : base::natural_less(a.entity, b.entity);
  });
  return changes;
}

std::string bytes_of_salt(std::string_view hex) {
  const bool is_salt =
      hex.size() == 2 * kSaltBytes && hex.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  if (!is_salt) throw base::DataError("a salt is not 32 hexadecimal digits");
  const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  std::string bytes;
  for (std::size_t i = 0; i < hex.size(); i += 2)
    bytes += static_cast<char>(digit(hex[i]) * 16 + digit(hex[i + 1]));
  return bytes;
}

model::Reconciliation reconcile(const char* headline, const std::vector<std::string>& before,
                                const std::vector<std::string>& after, int published) {
  auto result = model::reconcile(before, after);
  if (result.previous != published || !result.holds())
    throw base::Error(std::string("the total \"") + headline +
                          "\" does not add up: the version before says " + std::to_string(published) +
                          ", its record gives " + std::to_string(result.previous),
                      "Count the state before on the day that the version before names as its own.");
  return result;
}

void set_derived(Fields& fields, std::string_view name, std::string_view code) {
  fields.insert_or_assign("derived." + std::string(name), canonical(std::string(code)));
}

}  // namespace

std::optional<Version> make_version(const std::optional<Version>& previous, const State& before,
                                    const State& after, const model::Totals& totals_before,
                                    const model::Totals& totals_after, const Proposal& proposal,
                                    const SaltSource& salts) {
  Version version;
  version.changes = difference(before, after);
  if (version.changes.empty()) return std::nullopt;
  version.number = previous ? previous->number + 1 : 1;
  version.recorded = proposal.recorded;
  version.note = proposal.note;
  std::optional<base::Day> since;
  if (previous) {
    version.previous = previous->hash;
    since = base::day_of(previous->recorded);
  }
  give_reasons(version.changes, grounds_of(before, after, since), involvement_of(before, after), proposal.default_reason);
  for (auto& change : version.changes) {
    if (!change.value) continue;
    change.salt = salts();
    change.commitment = commitment_of(change.salt, change.entity, change.field, *change.value);
  }

  const Headline old = previous ? previous->headline : Headline{};
  version.headline = {
      reconcile("persons", totals_before.persons, totals_after.persons, old.persons.current),
      reconcile("deprived", totals_before.deprived, totals_after.deprived, old.deprived.current),
      reconcile("prosecuted", totals_before.prosecuted, totals_after.prosecuted, old.prosecuted.current)};
  version.totals = totals_after;
  version.totals.persons.clear();
  version.totals.deprived.clear();
  version.totals.prosecuted.clear();
  version.hash = hash_of(version);
  return version;
}

void add_derived(State& state, const model::Record& record, const std::vector<model::Status>& statuses) {
  if (record.people.size() != statuses.size()) throw base::Error("there is not one status for every person");
  for (std::size_t i = 0; i < statuses.size(); ++i) {
    const auto person = state.find("person/" + record.people[i].id);
    if (person == state.end()) throw base::Error("the state lacks the person " + record.people[i].id);
    set_derived(person->second, "status", model::code_of(statuses[i].display));
    set_derived(person->second, "liberty", model::code_of(statuses[i].liberty));
    set_derived(person->second, "deprived", model::code_of(statuses[i].deprived));
    set_derived(person->second, "stage", model::code_of(statuses[i].stage));
  }
}

void apply(State& state, const Version& version) {
  for (const auto& change : version.changes) {
    const auto place = change.entity + " " + change.field;
    if (change.value) {
      auto& fields = state[change.entity];
      if (change.operation == Operation::Add && fields.contains(change.field))
        throw base::DataError("version " + std::to_string(version.number) + " adds " + base::visible(place) +
                                  ", which is there already",
                              "Run `tracker verify` to find the version that breaks the chain.");
      fields.insert_or_assign(change.field, *change.value);
    } else if (const auto entity = state.find(change.entity); entity != state.end()) {
      entity->second.erase(change.field);
      if (entity->second.empty()) state.erase(entity);
    }
  }
}

base::Digest commitment_of(std::string_view salt_hex, std::string_view entity, std::string_view field,
                           std::string_view value) {
  base::DigestBuilder digest;
  digest.add(bytes_of_salt(salt_hex));
  digest.add("[" + canonical(std::string(entity)) + "," + canonical(std::string(field)) + ",");
  digest.add(value);
  digest.add("]");
  return digest.finish();
}

std::string file_name(int number) {
  char name[32];
  std::snprintf(name, sizeof name, "%06d.json", number);
  return name;
}

}  // namespace tracker::version
