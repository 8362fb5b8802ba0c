#include <algorithm>
#include <string>

#include "tests/support/catch.h"
#include "tests/tracker/version/chain.h"
#include "tracker/version/version.h"

using namespace tracker;
using tests::Chain;
using tests::change_in;
using version::Version;

namespace {

std::vector<std::string> faults_of(const std::vector<Version>& versions) {
  std::vector<std::string> lines;
  for (const auto& fault : verify_chain(versions))
    lines.push_back(std::to_string(fault.number) + ": " + fault.what);
  return lines;
}

using Lines = std::vector<std::string>;

/// What someone does who changes a version and covers it up as far as that version goes.
void rehash(Version& version) {
  version.hash = hash_of(version);
}

void withhold(version::Change& change) {
  change.value.reset();
  change.salt.clear();
}

}  // namespace

TEST_CASE("a chain as it was made has no fault") {
  CHECK(faults_of(Chain().versions).empty());
  CHECK(faults_of({}).empty());
}

TEST_CASE("a chain still verifies when values and salts are taken out") {
  Chain chain;
  SECTION("one field") {
    withhold(change_in(chain.versions[1], "person/kz-0002", "name.en"));
  }
  SECTION("a whole person") {
    for (auto& version : chain.versions)
      for (auto& change : version.changes)
        if (change.entity == "person/kz-0001") withhold(change);
  }
  SECTION("everything") {
    for (auto& version : chain.versions)
      for (auto& change : version.changes) withhold(change);
  }
  CHECK(faults_of(chain.versions).empty());
  for (auto& version : chain.versions) version = version::from_json(to_json(version), "x");
  CHECK(faults_of(chain.versions).empty());
}

TEST_CASE(
    "taking value and salt out of a file by hand keeps the chain and leaves a gap that can be counted") {
  const Chain chain;
  std::string file = to_json(chain.versions[1]);
  const auto start = file.find("\"value\":\"Test Person kz-0002\"");
  REQUIRE(start != std::string::npos);
  file.erase(start, file.find("\"commitment\"", start) - start);
  auto versions = chain.versions;
  versions[1] = version::from_json(file, "000002.json");
  CHECK(faults_of(versions).empty());
  CHECK(std::count_if(versions[1].changes.begin(), versions[1].changes.end(),
                      [](const auto& change) { return change.is_withheld(); }) == 1);
}

TEST_CASE("a value changed by one letter is found in its version") {
  Chain chain;
  change_in(chain.versions[1], "person/kz-0003", "name.en").value = "\"Test Person kz-0004\"";
  CHECK(faults_of(chain.versions) ==
        Lines{"2: the value of person/kz-0003 name.en is not what was committed to"});
}

TEST_CASE("a changed salt is found in its version") {
  Chain chain;
  auto& change = change_in(chain.versions[3], "person/kz-0003", "occupation");
  SECTION("to another") {
    change.salt[0] = 'f';
  }
  SECTION("to none") {
    change.salt.clear();
  }
  CHECK(faults_of(chain.versions) ==
        Lines{"4: the value of person/kz-0003 occupation is not what was committed to"});
}

TEST_CASE("a value changed together with its commitment is found by the hash") {
  Chain chain;
  auto& change = change_in(chain.versions[1], "person/kz-0003", "name.en");
  change.value = "\"Someone\"";
  change.commitment = version::commitment_of(change.salt, change.entity, change.field, *change.value);
  CHECK(faults_of(chain.versions) == Lines{"2: its hash does not match what it says"});
  rehash(chain.versions[1]);
  CHECK(faults_of(chain.versions) == Lines{"3: its previous hash is not that of version 2"});
}

TEST_CASE("every value of a chain is guarded") {
  const Chain chain;
  for (std::size_t v = 0; v < chain.versions.size(); ++v)
    for (std::size_t c = 0; c < chain.versions[v].changes.size(); ++c) {
      auto versions = chain.versions;
      if (!versions[v].changes[c].value) continue;
      versions[v].changes[c].value->insert(1, "x");
      const auto faults = verify_chain(versions);
      REQUIRE(faults.size() == 1);
      REQUIRE(faults[0].number == static_cast<int>(v) + 1);
    }
}

TEST_CASE("a version that is missing is found") {
  Chain chain;
  SECTION("from the middle") {
    chain.versions.erase(chain.versions.begin() + 1);
    CHECK(faults_of(chain.versions) == Lines{"3: stands where version 2 is expected",
                                             "3: its previous hash is not that of version 1",
                                             "3: the total \"persons\" starts from 3, not from 1",
                                             "3: the total \"deprived\" starts from 1, not from 0",
                                             "3: the total \"prosecuted\" starts from 3, not from 1"});
  }
  SECTION("from the start") {
    chain.versions.erase(chain.versions.begin());
    CHECK(faults_of(chain.versions).at(0) == "2: stands where version 1 is expected");
  }
}

TEST_CASE("versions that changed places are found") {
  Chain chain;
  std::swap(chain.versions[1], chain.versions[2]);
  const auto faults = faults_of(chain.versions);
  CHECK(faults.at(0) == "3: stands where version 2 is expected");
  CHECK(std::count(faults.begin(), faults.end(), "2: stands where version 4 is expected") == 1);
  CHECK(std::count(faults.begin(), faults.end(), "4: stands where version 3 is expected") == 1);
}

TEST_CASE("a first version has nothing before it, and every other has") {
  Chain chain;
  chain.versions[0].previous = chain.versions[0].hash;
  rehash(chain.versions[0]);
  chain.versions[1].previous.reset();
  rehash(chain.versions[1]);
  chain.versions.resize(2);
  CHECK(faults_of(chain.versions) == Lines{"1: it is the first version and names a previous one",
                                           "2: its previous hash is not that of version 1"});
}

TEST_CASE("totals that were edited are found, even in the last version and with a new hash") {
  Chain chain;
  auto& last = chain.versions.back();
  SECTION("a count") {
    last.headline.deprived.current = 2;
    rehash(last);
    CHECK(faults_of(chain.versions) ==
          Lines{"4: the total \"deprived\" does not add up: 1 + 0 - 0 is not 2"});
  }
  SECTION("both counts") {
    last.headline.deprived.previous = last.headline.deprived.current = 2;
    rehash(last);
    CHECK(faults_of(chain.versions) == Lines{"4: the total \"deprived\" starts from 2, not from 1"});
  }
  SECTION("the counts by status") {
    last.totals.by_display["released"]++;
    rehash(last);
    CHECK(faults_of(chain.versions) == Lines{"4: the counts by status sum to 3, not to the 2 persons"});
  }
  SECTION("one goes and another comes, who never was there or is there already") {
    last.headline.deprived.left = {"kz-0001"};
    last.headline.deprived.entered = {"kz-0002"};
    rehash(last);
    CHECK(faults_of(chain.versions) == Lines{"4: kz-0002 enters \"deprived\" twice",
                                             "4: kz-0001 leaves \"deprived\" without being there"});
  }
  SECTION("without a new hash") {
    last.totals.cases++;
    CHECK(faults_of(chain.versions) == Lines{"4: its hash does not match what it says"});
  }
}

TEST_CASE("changes that do not fit the state before them are found") {
  Chain chain;
  auto& last = chain.versions.back();
  auto& change = change_in(last, "person/kz-0002", "occupation");
  SECTION("what is there cannot be added") {
    change.operation = model::Operation::Add;
    rehash(last);
    CHECK(faults_of(chain.versions) == Lines{"4: it adds person/kz-0002 occupation, which is there already"});
  }
  SECTION("what is gone cannot be changed") {
    change.entity = "person/kz-0001";
    change.commitment = version::commitment_of(change.salt, change.entity, change.field, *change.value);
    rehash(last);
    CHECK(faults_of(chain.versions) == Lines{"4: it changes person/kz-0001 occupation, which is not there"});
  }
}

TEST_CASE("the totals of a chain name the people behind them") {
  const Chain chain;
  const auto totals = totals_after(chain.versions);
  CHECK(totals.persons == Lines{"kz-0002", "kz-0003"});
  CHECK(totals.deprived == Lines{"kz-0002"});
  CHECK(totals.prosecuted == Lines{"kz-0002", "kz-0003"});
  CHECK(totals.cases == 1);
  CHECK(totals.as_of == chain.versions.back().totals.as_of);
  CHECK(version::totals_after({}).persons.empty());
}
