#include "tracker/fetch/explain.h"

#include "tests/support/catch.h"

using namespace tracker::fetch;
using tracker::model::FetchOutcome;

namespace {

Failure explain(const Answer& answer) {
  Limits limits;
  limits.body_bytes = 1000;
  limits.header_bytes = 100;
  return explain_failure(answer, "https://example.org/a", limits);
}

Answer failed(CURLcode result, std::string error = "words of the library") {
  Answer answer;
  answer.result = result;
  answer.error = std::move(error);
  return answer;
}

}  // namespace

TEST_CASE("each failure is told in plain words") {
  struct Case {
    Answer answer;
    FetchOutcome kind;
    const char* detail;
  };
  const Case cases[] = {
      {failed(CURLE_COULDNT_RESOLVE_HOST), FetchOutcome::Unreachable, "could not resolve host example.org"},
      {failed(CURLE_COULDNT_CONNECT), FetchOutcome::Unreachable, "could not connect to example.org"},
      {failed(CURLE_OPERATION_TIMEDOUT), FetchOutcome::Unreachable, "no connection to example.org in time"},
      {failed(CURLE_PEER_FAILED_VERIFICATION, "SSL certificate problem: certificate has expired"),
       FetchOutcome::Unreachable, "certificate is not valid: certificate has expired"},
      {failed(CURLE_PEER_FAILED_VERIFICATION, "SSL: no alternative certificate subject name matches"),
       FetchOutcome::Unreachable,
       "certificate is not valid: no alternative certificate subject name matches"},
      {failed(CURLE_SSL_CONNECT_ERROR), FetchOutcome::Unreachable,
       "no secure connection to example.org: words of the library"},
      {failed(CURLE_RECV_ERROR), FetchOutcome::Unreachable, "the connection broke: words of the library"},
      {failed(CURLE_HTTP2), FetchOutcome::Unreachable, "words of the library"},
  };
  for (const Case& c : cases) {
    INFO(c.detail);
    const Failure failure = explain(c.answer);
    CHECK(failure.kind == c.kind);
    CHECK(failure.detail == c.detail);
  }
}

TEST_CASE("an address that was not connected to explains a failed connection, but no other failure") {
  Answer answer = failed(CURLE_COULDNT_CONNECT);
  answer.refused_address = "::1 is not connected to: loopback address";
  CHECK(explain(answer).kind == FetchOutcome::Refused);
  CHECK(explain(answer).detail == answer.refused_address);
  answer.result = CURLE_PARTIAL_FILE;
  CHECK(explain(answer).detail == "the answer was cut off");
}

TEST_CASE("what a server says is made safe to print") {
  CHECK(explain_status(503, {{"retry-after", "\x1b[2J\xe2\x80\xae"}}) == "HTTP 503 (out of service), retry after <U+001B>[2J<U+202E>");
  CHECK(plain("\xff") == "(not printable)");
  CHECK(plain("abcdef", 3).size() < 6);
}

TEST_CASE("each limit of our own is told with its measure") {
  struct Case {
    Stop stop;
    FetchOutcome kind;
    const char* detail;
  };
  const Case cases[] = {
      {Stop::BodyTooLarge, FetchOutcome::Refused, "the page is larger than 1000 bytes"},
      {Stop::WireTooLarge, FetchOutcome::Refused, "more than 33554432 bytes were sent for one page"},
      {Stop::RatioTooHigh, FetchOutcome::Refused, "the page unpacks to more than 200 times what was sent"},
      {Stop::HeadersTooLarge, FetchOutcome::Refused, "the headers have more than 100 bytes"},
      {Stop::TooManyHeaders, FetchOutcome::Refused, "there are more than 500 lines of headers"},
      {Stop::UnknownCoding, FetchOutcome::Refused, "the body has a coding that was not asked for"},
      {Stop::DamagedCoding, FetchOutcome::Refused, "the body's compression is damaged"},
      {Stop::TooSlow, FetchOutcome::Unreachable, "the answer came too slowly: less than 9000 bytes in 9 s"},
      {Stop::OutOfTime, FetchOutcome::Unreachable, "no connection to example.org in time"},
      {Stop::Silent, FetchOutcome::Unreachable, "no connection to example.org in time"},
      {Stop::NoRoom, FetchOutcome::Postponed, "the run holds too many bytes at once"},
  };
  for (const Case& c : cases) {
    INFO(c.detail);
    Answer answer = failed(CURLE_WRITE_ERROR);
    answer.stop = c.stop;
    CHECK(explain(answer).kind == c.kind);
    CHECK(explain(answer).detail == c.detail);
  }
}

TEST_CASE("who is silent is said to have been silent for as long as it was waited for") {
  Answer answer = failed(CURLE_OPERATION_TIMEDOUT);
  answer.connected = true;
  answer.stop = Stop::Silent;
  CHECK(explain(answer).detail == "no answer within 9 s");
  answer.stop = Stop::OutOfTime;
  CHECK(explain(answer).detail == "no answer within 60 s");
}
