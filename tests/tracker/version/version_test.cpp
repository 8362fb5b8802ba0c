#include "tracker/version/version.h"

#include <algorithm>
#include <string>

#include "tests/support/catch.h"
#include "tests/tracker/version/any_record.h"
#include "tests/tracker/version/chain.h"
#include "tracker/base/error.h"

using namespace tracker;
using model::Operation;
using tests::counting_salts;
using version::State;
using version::state_of;

namespace {

std::optional<version::Version> make(const State& before, const State& after) {
  return version::make_version(std::nullopt, before, after, {}, {}, {}, counting_salts());
}

std::vector<std::string> summary(const version::Version& version) {
  std::vector<std::string> lines;
  for (const auto& change : version.changes)
    lines.push_back(std::string(code_of(change.operation)) + " " + change.entity + " " + change.field + " " +
                    change.value.value_or("-"));
  return lines;
}

}  // namespace

TEST_CASE("equal states make no version") {
  const State state = tests::state_with({"kz-0001"}, "poet");
  CHECK_FALSE(make(state, state));
  CHECK_FALSE(make({}, {}));
}

TEST_CASE("a version says what was added, modified and deleted, in natural order") {
  const State before{
      {"person/kz-2", {{"born", "\"1980\""}, {"event.e2.type", "\"other\""}, {"id", "\"kz-2\""}}},
      {"case/old", {{"kind", "\"criminal\""}}}};
  const State after{{"person/kz-10", {{"id", "\"kz-10\""}}},
                    {"person/kz-2",
                     {{"born", "\"1981\""},
                      {"event.e10.type", "\"other\""},
                      {"event.e2.type", "\"other\""},
                      {"event.e9.type", "\"died\""},
                      {"id", "\"kz-2\""}}}};
  CHECK(summary(make(before, after).value()) ==
        std::vector<std::string>{
            "DEL case/old kind -", "MOD person/kz-2 born \"1981\"", "ADD person/kz-2 event.e9.type \"died\"",
            "ADD person/kz-2 event.e10.type \"other\"", "ADD person/kz-10 id \"kz-10\""});
}

TEST_CASE("deletions carry no salt, values are committed to with their own") {
  const State before{{"case/a", {{"kind", "\"criminal\""}}}};
  const State after{{"case/b", {{"kind", "\"criminal\""}, {"number", "\"1\""}}}};
  const auto made = make(before, after).value();
  REQUIRE(made.changes.size() == 3);
  CHECK_FALSE(made.changes[0].commitment);
  CHECK(made.changes[0].salt.empty());
  CHECK_FALSE(made.changes[0].is_withheld());
  CHECK(made.changes[1].salt == "00000000000000000000000000000001");
  CHECK(made.changes[2].salt == "00000000000000000000000000000002");
  CHECK(made.changes[1].commitment ==
        version::commitment_of(made.changes[1].salt, "case/b", "kind", "\"criminal\""));
}

TEST_CASE("a commitment is the digest of the salt's bytes and of entity, field and value as canonical JSON") {
  using std::literals::operator""sv;
  const auto salt = "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\xff"sv;
  CHECK(version::commitment_of("000102030405060708090a0b0c0d0eff", "person/a", "name.en", "\"Test\"") ==
        base::sha256(std::string(salt) + R"(["person/a","name.en","Test"])"));
  CHECK_THROWS_AS(version::commitment_of("00", "a", "b", "1"), base::DataError);
  CHECK_THROWS_AS(version::commitment_of("000102030405060708090A0B0C0D0EFF", "a", "b", "1"), base::DataError);
}

TEST_CASE("versions follow each other by number and hash, and totals by who came and went") {
  const tests::Chain chain;
  REQUIRE(chain.versions.size() == 4);
  const auto& third = chain.versions[2];
  CHECK(third.number == 3);
  CHECK(third.previous == chain.versions[1].hash);
  CHECK_FALSE(chain.versions[0].previous);
  CHECK(third.headline.persons.previous == 3);
  CHECK(third.headline.persons.entered.empty());
  CHECK(third.headline.persons.left == std::vector<std::string>{"kz-0001"});
  CHECK(third.headline.persons.current == 2);
  CHECK(third.headline.deprived.current == 1);
  CHECK(third.totals.persons.empty());
  CHECK(third.totals.by_display.at("released") == 1);
  CHECK(third.hash == hash_of(third));
}

TEST_CASE("totals that do not start where the last version ended are refused") {
  const tests::Chain chain;
  const auto after = tests::state_with({"kz-0002"}, "baker");
  const auto next = [&](const model::Totals& before) {
    return make_version(chain.versions.back(), chain.state, after, before,
                        tests::totals_with({"kz-0002"}, {"kz-0002"}), {}, counting_salts());
  };
  CHECK(next(totals_after(chain.versions)).has_value());
  CHECK_THROWS_WITH(next(tests::totals_with({"kz-0002"}, {"kz-0002"})),
                    "the total \"persons\" does not add up: the version before says 2, its record gives 1");
  CHECK_THROWS_WITH(next(tests::totals_with({"kz-0002", "kz-0003"}, {})),
                    "the total \"deprived\" does not add up: the version before says 1, its record gives 0");
}

TEST_CASE("the same inputs and salts give the same bytes") {
  const tests::Chain one, other;
  for (std::size_t i = 0; i < one.versions.size(); ++i)
    CHECK(to_json(one.versions[i]) == to_json(other.versions[i]));
}

TEST_CASE("applying every version gives the last state") {
  const tests::Chain chain;
  CHECK(tests::state_after(chain.versions) == chain.state);
}

TEST_CASE("applying the difference of any two records gives the second") {
  for (unsigned seed = 0; seed < 40; ++seed) {
    const State before = state_of(tests::Filler(seed, false).record());
    const State after = state_of(tests::Filler(seed + 1000, false).record());
    const auto made = make(before, after).value();
    CAPTURE(seed);
    REQUIRE(std::is_sorted(made.changes.begin(), made.changes.end(), [](const auto& a, const auto& b) {
      return a.entity == b.entity ? base::natural_less(a.field, b.field)
                                  : base::natural_less(a.entity, b.entity);
    }));
    State state = before;
    version::apply(state, version::from_json(to_json(made), "x"));
    REQUIRE(state == after);
  }
}

TEST_CASE("a ruling of the new state names the reason of a change") {
  auto record = version::record_of(tests::state_with({"kz-0001", "kz-0002"}, "poet"));
  const State before = state_of(record);
  record.people[0].occupation = "baker";
  record.people[1].occupation = "baker";
  record.rulings.push_back({.id = "r1",
                            .kind = model::RulingKind::Correction,
                            .subject = "person/kz-0001",
                            .field = "occupation",
                            .date = base::PartialDate::parse("2026-01-01")});
  auto made = make(before, state_of(record)).value();
  CHECK(tests::change_in(made, "person/kz-0001", "occupation").reason == model::Reason::Correction);
  CHECK(tests::change_in(made, "person/kz-0002", "occupation").reason == model::Reason::NewInformation);
  CHECK(tests::change_in(made, "ruling/r1", "kind").reason == model::Reason::NewInformation);
}

TEST_CASE("a ruling that stood before names the reason if it is dated on or after the last version's day") {
  const auto [date, reason] = GENERATE(table<std::string, model::Reason>(
      {{"2026-01-05", model::Reason::NewInformation}, {"2026-01-06", model::Reason::Retraction}}));
  tests::Chain chain;  // its fourth version is of 5 January, so the fifth is of the 6th
  auto record = version::record_of(chain.state);
  record.rulings.push_back({.id = "r1",
                            .kind = model::RulingKind::Retraction,
                            .subject = "person/kz-0002",
                            .date = base::PartialDate::parse(date)});
  const auto totals = tests::totals_with({"kz-0002", "kz-0003"}, {"kz-0002"});
  chain.add(state_of(record), totals);
  record.people[0].occupation = "tailor";
  chain.add(state_of(record), totals);
  CHECK(tests::change_in(chain.versions.back(), "person/kz-0002", "occupation").reason == reason);
}

TEST_CASE("what the rules say of a person is part of the state") {
  model::Record record;
  record.people.push_back({.id = "kz-0001"});
  State state = state_of(record);
  model::Status status;
  status.display = model::Display::Imprisoned;
  status.liberty = model::Liberty::Imprisoned;
  status.deprived = model::Deprived::Yes;
  status.stage = model::Stage::InForce;
  version::add_derived(state, record, {status});
  CHECK(state.at("person/kz-0001") == version::Fields{{"derived.deprived", "\"yes\""},
                                                      {"derived.liberty", "\"imprisoned\""},
                                                      {"derived.stage", "\"in_force\""},
                                                      {"derived.status", "\"imprisoned\""},
                                                      {"id", "\"kz-0001\""}});
  CHECK_THROWS_AS(version::add_derived(state, record, {}), base::Error);
  state.clear();
  CHECK_THROWS_AS(version::add_derived(state, record, {status}), base::Error);
}

TEST_CASE("a withheld field is absent, and the versions after it still apply") {
  tests::Chain chain;
  for (auto& version : chain.versions)
    for (auto& change : version.changes) {
      if (change.entity != "person/kz-0001" && change.field != "occupation") continue;
      change.value.reset();
      change.salt.clear();
    }
  const State state = tests::state_after(chain.versions);
  CHECK_FALSE(state.contains("person/kz-0001"));
  CHECK_FALSE(state.at("person/kz-0002").contains("occupation"));
  CHECK(state.at("person/kz-0002").contains("name.en"));
}

TEST_CASE("adding what is there already does not apply") {
  const tests::Chain chain;
  State state;
  version::apply(state, chain.versions[0]);
  CHECK_THROWS_WITH(version::apply(state, chain.versions[0]),
                    "version 1 adds person/kz-0001 id, which is there already");
}

TEST_CASE("a file is named by its number so that names sort") {
  CHECK(version::file_name(1) == "000001.json");
  CHECK(version::file_name(123456) == "123456.json");
}
