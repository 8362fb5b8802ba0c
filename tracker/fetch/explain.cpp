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

std::string timeout(const Answer& answer, const std::string& host, const Limits& limits) {
  if (answer.error.starts_with("Operation too slow")) return "the answer came too slowly";
  if (!answer.connected) return "no connection to " + host + " in time";
  const std::string what = answer.headers_complete ? "the answer did not end" : "no answer";
  return what + " within " + std::to_string(limits.total.count()) + " s";
}

std::string no_connection(const Answer& answer, const std::string& host) {
  const int reason = static_cast<int>(answer.system_error);
  return "could not connect to " + host + (reason == 0 ? "" : ": " + std::generic_category().message(reason));
}

Failure explain_result(const Answer& answer, const std::string& host, const Limits& limits) {
  switch (answer.result) {
    case CURLE_FILESIZE_EXCEEDED:
      return {FetchOutcome::Refused,
              "the page is larger than " + std::to_string(limits.body_bytes) + " bytes"};
    case CURLE_COULDNT_RESOLVE_HOST:
      return {FetchOutcome::Unreachable, "could not resolve host " + host};
    case CURLE_COULDNT_CONNECT:
      return {FetchOutcome::Unreachable, no_connection(answer, host)};
    case CURLE_OPERATION_TIMEDOUT:
      return {FetchOutcome::Unreachable, timeout(answer, host, limits)};
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
    case CURLE_BAD_CONTENT_ENCODING:
      return {FetchOutcome::Refused, "the body's compression is damaged or unknown"};
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
  Failure failure;
  if (answer.stop == Stop::HeadersTooLarge) {
    failure = {FetchOutcome::Refused,
               "the headers have more than " + std::to_string(limits.header_bytes) + " bytes"};
  } else if (answer.stop == Stop::BodyTooLarge) {
    failure = {FetchOutcome::Refused,
               "the page is larger than " + std::to_string(limits.body_bytes) + " bytes"};
  } else if (answer.result == CURLE_COULDNT_CONNECT && !answer.refused_address.empty()) {
    failure = {FetchOutcome::Refused, answer.refused_address};
  } else {
    failure = explain_result(answer, host_of(url), limits);
  }
  failure.detail = plain(failure.detail);
  return failure;
}

std::string explain_status(const Answer& answer) {
  std::string text = "HTTP " + std::to_string(answer.status);
  if (const auto words = words_of(answer.status); !words.empty()) text += " (" + std::string(words) + ')';
  const auto wait = answer.headers.find("retry-after");
  if (wait != answer.headers.end() && (answer.status == 429 || answer.status == 503)) {
    text += ", retry after " + wait->second;
  }
  return plain(text);
}

}  // namespace tracker::fetch
