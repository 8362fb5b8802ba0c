#include "tracker/fetch/transfer.h"

#include "tracker/base/text.h"
#include "tracker/fetch/address.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <optional>

namespace tracker::fetch {
namespace {

// Of a page that is not wanted so much is still read, because then the connection can be used again.
constexpr long long kDrain = 64 * 1024;
constexpr std::size_t kLongestValidator = 512;

struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, FreeList>;

/// What the callbacks see of a transfer.
struct Running {
  const Request& request;
  CURL* handle;
  Answer answer;
  long long header_bytes = 0;
  long long body_bytes = 0;
};

void keep_header(Answer& answer, std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return;
  std::string name(line.substr(0, colon));
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  answer.headers.emplace(std::move(name), base::trim(line.substr(colon + 1)));
}

std::size_t on_header(char* bytes, std::size_t, std::size_t count, void* user) {
  auto& running = *static_cast<Running*>(user);
  Answer& answer = running.answer;
  running.header_bytes += static_cast<long long>(count);
  if (running.header_bytes > running.request.limits.header_bytes) {
    answer.stop = Stop::HeadersTooLarge;
    return 0;
  }
  const std::string_view line = base::trim({bytes, count});
  if (line.starts_with("HTTP/")) {  // also after an answer that was only provisional (1xx)
    answer.headers.clear();
    answer.headers_complete = false;
  } else if (line.empty()) {
    answer.headers_complete = true;
  } else if (!answer.headers_complete) {  // what comes after the body says nothing about the page
    keep_header(answer, line);
  }
  return count;
}

std::size_t on_body(char* bytes, std::size_t, std::size_t count, void* user) {
  auto& running = *static_cast<Running*>(user);
  running.body_bytes += static_cast<long long>(count);
  long status = 0;
  curl_easy_getinfo(running.handle, CURLINFO_RESPONSE_CODE, &status);
  if (status != 200) {
    if (running.body_bytes <= kDrain) return count;
    running.answer.stop = Stop::BodyNotNeeded;
    return 0;
  }
  if (running.body_bytes > running.request.limits.body_bytes) {
    running.answer.stop = Stop::BodyTooLarge;
    return 0;
  }
  running.answer.body.append(bytes, count);
  return count;
}

std::optional<Address> address_of(const curl_sockaddr& from) {
  Address address;
  if (from.family == AF_INET) {
    sockaddr_in v4{};
    std::memcpy(&v4, &from.addr, sizeof v4);
    std::memcpy(address.bytes.data(), &v4.sin_addr, 4);
    return address;
  }
  if (from.family == AF_INET6 && from.addrlen >= sizeof(sockaddr_in6)) {
    sockaddr_in6 v6{};
    // libcurl declares the plain header of the address and keeps room for the whole of it.
    std::memcpy(&v6, static_cast<const void*>(&from.addr), sizeof v6);
    std::memcpy(address.bytes.data(), &v6.sin6_addr, 16);
    address.is_v6 = true;
    return address;
  }
  return std::nullopt;
}

curl_socket_t on_socket(void* user, curlsocktype purpose, curl_sockaddr* to) {
  auto& running = *static_cast<Running*>(user);
  const auto address = address_of(*to);
  if (purpose != CURLSOCKTYPE_IPCXN || !address) return CURL_SOCKET_BAD;
  if (const auto why = refusal(*address, running.request.allow_private_addresses)) {
    running.answer.refused_address = *why;
    return CURL_SOCKET_BAD;
  }
  return socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

bool is_sendable(const std::string& validator) {
  return !validator.empty() && validator.size() <= kLongestValidator &&
         std::all_of(validator.begin(), validator.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

void add(List& list, const std::string& line) {
  if (curl_slist* longer = curl_slist_append(list.get(), line.c_str())) {
    static_cast<void>(list.release());  // the first element owns the rest
    list.reset(longer);
  }
}

List request_headers(const Request& request, Conditional conditional) {
  List list;
  add(list, "Accept: text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8");
  if (conditional == Conditional::No) return list;
  if (is_sendable(request.etag)) add(list, "If-None-Match: " + request.etag);
  if (is_sendable(request.last_modified)) add(list, "If-Modified-Since: " + request.last_modified);
  return list;
}

void set_limits(CURL* handle, const Limits& limits, std::chrono::milliseconds time_left) {
  const auto connect = std::min<std::chrono::milliseconds>(limits.connect, time_left);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(connect.count()));
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(time_left.count()));
  curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, limits.low_speed_bytes_per_second);
  curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, 20L);
  curl_easy_setopt(handle, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(limits.body_bytes));
}

/// What must never be otherwise: where it may go, and that nothing outside the program steers it.
void set_guards(CURL* handle) {
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(handle, CURLOPT_PROXY, "");  // else http_proxy and its like would count
  curl_easy_setopt(handle, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  curl_easy_setopt(handle, CURLOPT_HTTP09_ALLOWED, 0L);
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
}

}  // namespace

bool has_validators(const Request& request) {
  return is_sendable(request.etag) || is_sendable(request.last_modified);
}

Answer transfer(CURL* handle, const std::string& url, const Request& request, Conditional conditional,
                std::chrono::milliseconds time_left) {
  Running running{request, handle, {}};
  std::array<char, CURL_ERROR_SIZE> error{};
  const List headers = request_headers(request, conditional);
  curl_easy_reset(handle);
  set_guards(handle);
  set_limits(handle, request.limits, time_left);
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_USERAGENT, request.user_agent.c_str());
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, "");  // every coding that the library can undo
  curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, on_header);
  curl_easy_setopt(handle, CURLOPT_HEADERDATA, &running);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, on_body);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &running);
  curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, on_socket);
  curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, &running);
  curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, error.data());

  Answer& answer = running.answer;
  answer.result = curl_easy_perform(handle);
  answer.error = error.front() != '\0' ? error.data() : curl_easy_strerror(answer.result);
  long status = 0;
  curl_off_t connect_time = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(handle, CURLINFO_OS_ERRNO, &answer.system_error);
  curl_easy_getinfo(handle, CURLINFO_CONNECT_TIME_T, &connect_time);
  answer.status = static_cast<int>(status);
  answer.connected = connect_time > 0 || running.header_bytes > 0;
  curl_easy_reset(handle);  // no pointer to what ends here stays behind
  return std::move(answer);
}

}  // namespace tracker::fetch
