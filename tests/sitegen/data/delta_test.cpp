// Applied to the fields of one version, a delta gives those of the next.
#include "sitegen/data/delta.h"

#include <nlohmann/json.hpp>

#include "tests/sitegen/data/support.h"
#include "tests/support/catch.h"
#include "tracker/base/text.h"
#include "tracker/version/fields.h"

using namespace sitegen;
using Json = nlohmann::json;

namespace {

std::vector<Json> lines_of(const std::string& text) {
  std::vector<Json> lines;
  for (const auto line : tracker::base::split(text, '\n'))
    if (!line.empty()) lines.push_back(Json::parse(line));
  return lines;
}

/// What the sample's chain says after so many versions.
tracker::version::State after(std::size_t versions) {
  const auto chain = tests::versions_of({tests::sample_record_before(), tests::sample_record()});
  tracker::version::State state;
  for (std::size_t i = 0; i < versions; ++i) tracker::version::apply(state, chain.at(i));
  return state;
}

}  // namespace

TEST_CASE("a delta applied to the version before gives the version after, and names the values that were there") {
  const auto view = tests::sample_view();
  const auto lines = lines_of(tests::data_of(view).at("data/deltas/000002.jsonl"));
  CHECK(lines[0].at("from") == 1);
  CHECK(lines[0].at("to") == 2);
  CHECK(lines[0].at("hash") == view.newest().hash.hex());
  CHECK(lines[0].at("changes") == lines.size() - 1);
  auto state = after(1);
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto& line = lines[i];
    auto& fields = state[line.at("entity").get<std::string>()];
    const std::string field = line.at("field");
    INFO(line.dump());
    CHECK(Json::parse(fields.contains(field) ? fields.at(field) : "null") == line.at("before"));
    if (line.at("after").is_null()) {
      fields.erase(field);
    } else {
      fields[field] = line.at("after").dump();
    }
  }
  std::erase_if(state, [](const auto& entity) { return entity.second.empty(); });
  CHECK(state == after(2));
}

TEST_CASE("a withheld value is said to be withheld, and stands nowhere") {
  const auto record = tests::sample_record();
  auto versions = tests::versions_of({tests::sample_record_before(), record});
  auto without = record;
  for (auto& change : versions[1].changes)
    if (change.field == "also" && change.entity == "person/xx-0001") {
      change.value.reset();
      change.salt.clear();
    }
  without.people[0].also.clear();
  const auto files = tests::data_of(view::make_view(without, versions, {}));
  bool said = false;
  for (const auto& line : lines_of(files.at("data/deltas/000002.jsonl")))
    said = said || (line.contains("withheld") && line.at("field") == "also" && !line.contains("after"));
  CHECK(said);
  for (const auto& [path, bytes] : files) {
    INFO(path);
    CHECK(bytes.find("Proba Probayev") == std::string::npos);
  }
}
