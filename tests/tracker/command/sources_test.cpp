#include <nlohmann/json.hpp>

#include "tests/support/catch.h"
#include "tests/support/project.h"
#include "tracker/archive/store.h"

using tests::Project;
using namespace tracker;

namespace {

void follow(const Project& project, const std::string& id) {
  project.write("sources/" + id + ".toml",
                "id = \"" + id +
                    "\"\ntitle = { en = \"News\" }\npublisher = \"Test Monitor\"\n"
                    "kind = \"page\"\nurl = \"https://monitor.example.org/" +
                    id +
                    "\"\n"
                    "languages = [\"en\", \"ru\"]\nrhythm = \"daily\"\nindependence = \"monitor\"\n");
}

model::Receipt receipt(const std::string& source, const char* time, model::FetchOutcome outcome,
                       std::string_view bytes) {
  model::Receipt made;
  made.source = source;
  made.url = "https://monitor.example.org/" + source;
  made.started = *base::from_rfc3339(time);
  made.outcome = outcome;
  if (outcome == model::FetchOutcome::Fetched) made.digest = base::sha256(bytes);
  if (outcome == model::FetchOutcome::Unreachable) made.detail = "connection refused";
  return made;
}

void keep_receipts(const Project& project) {
  archive::Store store(project.archive());
  using enum model::FetchOutcome;
  store.append(receipt("news", "2024-01-29T12:00:00Z", Fetched, "a"));
  store.append(receipt("news", "2024-01-30T12:00:00Z", Fetched, "b"));
  store.append(receipt("news", "2024-02-01T09:30:00Z", Fetched, "b"));
  store.append(receipt("news", "2024-02-01T11:00:00Z", Unreachable, ""));
}

}  // namespace

TEST_CASE(
    "the table says when each followed source was seen, when it changed, and what came of the last attempt") {
  const Project project;
  follow(project, "news");
  follow(project, "quiet");
  project.done({"record"});
  keep_receipts(project);
  const auto ran = project.done({"sources"});
  CHECK(ran.out ==
        "SOURCE  KIND  RHYTHM  LANG   STATE    SEEN   CHANGED  LAST ATTEMPT\n"
        "news    page  daily   en ru  ok       2 h    2 d      unreachable: connection refused\n"
        "quiet   page  daily   en ru  untried  never  never    not tried\n");
  CHECK(ran.err == "2 sources followed, 1 documents cited\n");
}

TEST_CASE("as JSON every source is there, the cited ones too") {
  const Project project;
  follow(project, "news");
  project.done({"record"});
  keep_receipts(project);
  const auto list = nlohmann::json::parse(project.done({"sources", "--json"}).out);
  REQUIRE(list.size() == 2);
  const auto& news = list[0];
  CHECK(news["id"] == "news");
  CHECK(news["followed"] == true);
  CHECK(news["last_attempt"] == "2024-02-01T11:00:00Z");
  CHECK(news["last_success"] == "2024-02-01T09:30:00Z");
  CHECK(news["last_change"] == "2024-01-30T12:00:00Z");
  CHECK(news["outcome"] == "unreachable");
  CHECK(news["detail"] == "connection refused");
  CHECK(list[1]["id"] == "report");
  CHECK(list[1]["followed"] == false);
  CHECK(list[1]["last_attempt"].is_null());
  CHECK(list[1]["outcome"].is_null());
}

TEST_CASE("a source that cannot be seen is said to be failing, with its gap, and a person is needed") {
  const Project project;
  follow(project, "news");
  project.done({"record"});
  archive::Store store(project.archive());
  using enum model::FetchOutcome;
  store.append(receipt("news", "2024-01-20T12:00:00Z", Fetched, "a"));
  for (const char* day : {"2024-01-29T12:00:00Z", "2024-01-30T12:00:00Z", "2024-01-31T12:00:00Z"})
    store.append(receipt("news", day, Unreachable, ""));
  const auto ran = project.tracker({"sources", "--strict", "--json"});
  CHECK(ran.code == 3);
  const auto news = nlohmann::json::parse(ran.out)[0];
  CHECK(news["state"] == "failing");
  CHECK(news["since"] == "2024-01-29T12:00:00Z");
  CHECK(news["failures"] == 3);
  CHECK(news["reason"] == "connection refused");
  CHECK(news["gaps"] == nlohmann::json::parse(R"([{"from": "2024-01-20T12:00:00Z", "to": null, "reason": "connection refused"}])"));
  CHECK(news["transitions"].size() == 1);
  CHECK(project.tracker({"sources"}).err.find("1 cannot be seen now, which says nothing about anybody") != std::string::npos);
}
