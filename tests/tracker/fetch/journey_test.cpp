#include "tracker/fetch/journey.h"

#include "tests/support/catch.h"

using namespace tracker::fetch;
using tracker::model::FetchOutcome;
using tracker::model::RobotsAccess;
using Step = Journey::Step;

namespace {

Journey journey(bool is_robots = false) {
  Journey made;
  made.is_robots = is_robots;
  made.robots_origin = is_robots ? "https://example.org" : "";
  made.job.request.limits.redirects = 2;
  made.start("https://example.org/a");
  return made;
}

Answer answer(int status, std::map<std::string, std::string> headers = {}, CURLcode result = CURLE_OK) {
  Answer made;
  made.status = status;
  made.headers = std::move(headers);
  made.headers_complete = status != 0;
  made.result = result;
  made.body = "page";
  return made;
}

}  // namespace

TEST_CASE("what each answer means for a page") {
  struct Case {
    Answer answer;
    Step step;
    FetchOutcome kind;
  };
  const Case cases[] = {
      {answer(200), Step::Ended, FetchOutcome::Fetched},
      {answer(201), Step::Ended, FetchOutcome::Refused},
      {answer(304), Step::Ended, FetchOutcome::Refused},
      {answer(404), Step::Ended, FetchOutcome::Refused},
      {answer(429), Step::MayTryAgain, FetchOutcome::Refused},
      {answer(503), Step::MayTryAgain, FetchOutcome::Refused},
      {answer(404, {}, CURLE_PARTIAL_FILE), Step::Ended, FetchOutcome::Refused},
      {answer(200, {}, CURLE_PARTIAL_FILE), Step::MayTryAgain, FetchOutcome::Unreachable},
      {answer(0, {}, CURLE_GOT_NOTHING), Step::MayTryAgain, FetchOutcome::Unreachable},
      {answer(0, {}, CURLE_COULDNT_CONNECT), Step::Ended, FetchOutcome::Unreachable},
      {answer(302, {{"location", "/b"}}), Step::Redirected, FetchOutcome::Unreachable},
      {answer(302), Step::Ended, FetchOutcome::Refused},
  };
  for (const Case& c : cases) {
    INFO(c.answer.status << " " << c.answer.result);
    Journey one = journey();
    CHECK(one.take(c.answer) == c.step);
    CHECK(one.outcome.kind == c.kind);
    CHECK(one.outcome.body == (c.kind == FetchOutcome::Fetched ? "page" : ""));
  }
}

TEST_CASE("a redirect leads on, with where it came from, and a new attempt begins at the beginning") {
  Journey one = journey();
  CHECK(one.take(answer(301, {{"location", "/b?x"}})) == Step::Redirected);
  CHECK(one.take(answer(301, {{"location", "https://example.com/"}})) == Step::Redirected);
  CHECK(one.url == "https://example.com/");
  CHECK(one.outcome.via == std::vector<std::string>{"https://example.org/a", "https://example.org/b?x"});
  CHECK(one.take(answer(301, {{"location", "/c"}})) == Step::Ended);
  CHECK(one.outcome.detail == "more than 2 redirects");
  one.outcome.attempts = 1;
  one.start(one.url_of_start);
  CHECK(one.url == "https://example.org/a");
  CHECK(one.outcome.via.empty());
  CHECK(one.outcome.attempts == 1);
}

TEST_CASE("validators are sent to the source's own address alone") {
  Journey one = journey();
  CHECK_FALSE(one.is_conditional());
  one.job.request.etag = "\"1\"";
  CHECK(one.is_conditional());
  CHECK(one.take(answer(304)) == Step::Ended);
  CHECK(one.outcome.kind == FetchOutcome::NotModified);
  one.start(one.url_of_start);
  one.take(answer(302, {{"location", "/b"}}));
  CHECK_FALSE(one.is_conditional());
  CHECK(one.take(answer(304)) == Step::Ended);
  CHECK(one.outcome.kind == FetchOutcome::Refused);
}

TEST_CASE("a wait is what the server asks for where it says that it is for a while") {
  const auto now = *tracker::base::from_rfc3339("2024-02-01T12:00:00Z");
  Journey one = journey();
  one.take(answer(503, {{"retry-after", "30"}}));
  CHECK(one.asked_wait(now) == std::chrono::seconds(30));
  one.take(answer(503));
  CHECK_FALSE(one.asked_wait(now));
  one.take(answer(404, {{"retry-after", "30"}}));
  CHECK_FALSE(one.asked_wait(now));
}

TEST_CASE("what came of asking for a robots.txt (RFC 9309, 2.3.1)") {
  struct Case {
    Answer answer;
    RobotsAccess access;
  };
  const Case cases[] = {
      {answer(200), RobotsAccess::Found},
      {answer(204), RobotsAccess::Found},
      {answer(404), RobotsAccess::Unavailable},
      {answer(401), RobotsAccess::Unavailable},
      {answer(451), RobotsAccess::Unavailable},
      {answer(302), RobotsAccess::Unavailable},
      {answer(500), RobotsAccess::Unreachable},
      {answer(503), RobotsAccess::Unreachable},
      {answer(0, {}, CURLE_COULDNT_CONNECT), RobotsAccess::Unreachable},
      {answer(200, {}, CURLE_PARTIAL_FILE), RobotsAccess::Unreachable},
  };
  for (const Case& c : cases) {
    INFO(c.answer.status << " " << c.answer.result);
    Journey one = journey(true);
    one.take(c.answer);
    const auto file = one.robots_file();
    CHECK(file.origin == "https://example.org");
    CHECK(file.access == c.access);
    CHECK(file.body == (c.access == RobotsAccess::Found ? "page" : ""));
    CHECK(file.detail.empty() == (c.access == RobotsAccess::Found));
  }
}
