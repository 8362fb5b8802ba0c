#include "tracker/fetch/explain.h"

#include "tracker/base/text.h"
#include "tracker/fetch/url.h"

#include <system_error>

namespace tracker::fetch {
namespace {

using model::FetchOutcome;

std::string_view words_of(int status) {
  switch (status) {
    case 204:
      return "no content";
    case 206:
      return "a part only";
    case 304:
      return "not modified, which was not asked";
    case 401:
      return "asks for a password";
    case 403:
      return "forbidden";
    case 404:
      return "not found";
    case 410:
      return "gone";
    case 429:
      return "too many requests";
    case 451:
      return "blocked for legal reasons";
    case 500:
      return "error inside the server";
    case 502:
      return "bad gateway";
    case 503:
      return "out of service";
    case 504:
      return "gateway had no answer";
    default:
      return {};
  }
}

/// The library's words without the prefix that says the same as ours.
std::string certificate_problem(const std::string& error) {
  for (const std::string_view prefix : {"SSL certificate problem: ", "SSL: "}) {
    if (error.starts_with(prefix)) return error.substr(prefix.size());
  }
  return error;
}

std::string in_seconds(std::chrono::milliseconds time) {
  return time.count() % 1000 == 0 ? std::to_string(time.count() / 1000) + " s" : std::to_string(time.count()) + " ms";
}

std::string timeout(const Answer& answer, const std::string& host, std::chrono::milliseconds time) {
  if (!answer.connected) return "no connection to " + host + " in time";
  const std::string what = answer.headers_complete ? "the answer did not end" : "no answer";
  return what + " within " + in_seconds(time);
}

std::string no_connection(const Answer& answer, const std::string& host) {
  const int reason = static_cast<int>(answer.system_error);
  return "could not connect to " + host + (reason == 0 ? "" : ": " + std::generic_category().message(reason));
}

/// A limit of our own that was reached.
Failure explain_stop(const Answer& answer, const std::string& host, const Limits& limits) {
  switch (answer.stop) {
    case Stop::BodyTooLarge:
      return {FetchOutcome::Refused, "the page is larger than " + std::to_string(limits.body_bytes) + " bytes"};
    case Stop::WireTooLarge:
      return {FetchOutcome::Refused, "more than " + std::to_string(limits.wire_bytes) + " bytes were sent for one page"};
    case Stop::RatioTooHigh:
      return {FetchOutcome::Refused,
              "the page unpacks to more than " + std::to_string(limits.ratio) + " times what was sent"};
    case Stop::HeadersTooLarge:
      return {FetchOutcome::Refused, "the headers have more than " + std::to_string(limits.header_bytes) + " bytes"};
    case Stop::TooManyHeaders:
      return {FetchOutcome::Refused, "there are more than " + std::to_string(limits.headers) + " lines of headers"};
    case Stop::UnknownCoding:
      return {FetchOutcome::Refused, "the body has a coding that was not asked for"};
    case Stop::DamagedCoding:
      return {FetchOutcome::Refused, "the body's compression is damaged"};
    case Stop::TooSlow:
      return {FetchOutcome::Unreachable, "the answer came too slowly: less than " +
                                             std::to_string(limits.low_speed_bytes) + " bytes in " +
                                             in_seconds(limits.low_speed_time)};
    case Stop::Silent:
      return {FetchOutcome::Unreachable, timeout(answer, host, limits.low_speed_time)};
    case Stop::OutOfTime:
      return {FetchOutcome::Unreachable, timeout(answer, host, limits.total)};
    case Stop::NoRoom:
      return {FetchOutcome::Postponed, "the run holds too many bytes at once"};
    case Stop::None:
    case Stop::BodyNotNeeded:
    case Stop::Truncated:
      break;
  }
  return {FetchOutcome::Unreachable, answer.error};
}

Failure explain_result(const Answer& answer, const std::string& host, const Limits& limits) {
  switch (answer.result) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return {FetchOutcome::Unreachable, "could not resolve host " + host};
    case CURLE_COULDNT_CONNECT:
      return {FetchOutcome::Unreachable, no_connection(answer, host)};
    case CURLE_OPERATION_TIMEDOUT:
      return {FetchOutcome::Unreachable, timeout(answer, host, limits.total)};
    case CURLE_PEER_FAILED_VERIFICATION:
      return {FetchOutcome::Unreachable, "certificate is not valid: " + certificate_problem(answer.error)};
    case CURLE_SSL_CONNECT_ERROR:
      return {FetchOutcome::Unreachable, "no secure connection to " + host + ": " + answer.error};
    case CURLE_GOT_NOTHING:
      return {FetchOutcome::Unreachable, host + " closed the connection without an answer"};
    case CURLE_PARTIAL_FILE:
      return {FetchOutcome::Unreachable, "the answer was cut off"};
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
      return {FetchOutcome::Unreachable, "the connection broke: " + answer.error};
#if LIBCURL_VERSION_NUM >= 0x080600
    case CURLE_TOO_LARGE:
#endif
    case CURLE_OUT_OF_MEMORY:  // so older versions name their own limit on one header line
      return {FetchOutcome::Refused, "a header is too long"};
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
      return {FetchOutcome::Refused, "the answer is not HTTP as it should be: " + answer.error};
    default:
      return {FetchOutcome::Unreachable, answer.error};
  }
}

}  // namespace

std::string plain(const std::string& text, std::size_t longest) {
  const bool is_utf8 = !base::first_invalid_utf8(text);
  return is_utf8 ? base::visible(base::shorten(text, longest)) : "(not printable)";
}

Failure explain_failure(const Answer& answer, const std::string& url, const Limits& limits) {
  const bool is_refused = answer.result == CURLE_COULDNT_CONNECT || answer.result == CURLE_ABORTED_BY_CALLBACK;
  Failure failure;
  if (answer.stop != Stop::None) {
    failure = explain_stop(answer, host_of(url), limits);
  } else if (is_refused && !answer.refused_address.empty()) {
    failure = {FetchOutcome::Refused, answer.refused_address};
  } else {
    failure = explain_result(answer, host_of(url), limits);
  }
  failure.detail = plain(failure.detail);
  return failure;
}

std::string explain_status(int status, const std::map<std::string, std::string>& headers) {
  std::string text = "HTTP " + std::to_string(status);
  if (const auto words = words_of(status); !words.empty()) text += " (" + std::string(words) + ')';
  const auto wait = headers.find("retry-after");
  if (wait != headers.end() && (status == 429 || status == 503)) {
    text += ", retry after " + wait->second;
  }
  return plain(text);
}

}  // namespace tracker::fetch
