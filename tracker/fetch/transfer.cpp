#include "tracker/fetch/transfer.h"

#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/fetch/address.h"
#include "tracker/fetch/tls_watch.h"
#include "tracker/fetch/url.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

namespace tracker::fetch {
namespace {

// Of a page that is not wanted so much is still read, because then the connection can be used again.
constexpr long long kDrain = 64 * 1024;
constexpr std::size_t kLongestValidator = 512;
constexpr std::size_t kLongestHead = 64 * 1024;  // of what is kept for the archive
// Bodies under way together; a run of many hosts that all send their largest must not fill the memory.
constexpr long long kMostHeld = 160LL * 1024 * 1024;

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

curl_slist* appended(curl_slist* list, const std::string& line) {
  curl_slist* longer = curl_slist_append(list, line.c_str());
  if (!longer) throw std::bad_alloc();
  return longer;
}

/// What must never be otherwise: where it may go, and that nothing outside the program steers it.
void set_guards(CURL* handle, const Settings& settings) {
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(handle, CURLOPT_PROXY, settings.proxy.c_str());  // "" too, else http_proxy and its like would count
  curl_easy_setopt(handle, CURLOPT_NOPROXY, "");
  curl_easy_setopt(handle, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  // A resumed session shows no certificates.
  curl_easy_setopt(handle, CURLOPT_SSL_SESSIONID_CACHE, 0L);
  if (!settings.ca_file.empty()) {
    curl_easy_setopt(handle, CURLOPT_CAINFO, settings.ca_file.c_str());
    curl_easy_setopt(handle, CURLOPT_CAPATH, nullptr);
  }
  // One request at a time a host gains nothing from HTTP/2, and heads are kept as they went over the wire.
  curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  curl_easy_setopt(handle, CURLOPT_HTTP09_ALLOWED, 0L);
  curl_easy_setopt(handle, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
}

void set_header(Answer& answer, std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return;
  std::string name(line.substr(0, colon));
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  answer.headers.emplace(std::move(name), base::trim(line.substr(colon + 1)));
}

/// An answer before the answer (1xx). What calls itself a head after any other one is a trailer.
bool is_provisional(const Answer& answer) {
  const auto space = answer.response.find(' ');
  return space != std::string::npos && answer.response.compare(space, 2, " 1") == 0;
}

void keep_head(std::string& head, std::string_view bytes) {
  head += bytes.substr(0, kLongestHead - std::min(kLongestHead, head.size()));
}

}  // namespace

struct Transfer::Callbacks {
  static std::size_t header(char* bytes, std::size_t, std::size_t count, void* user) {
    auto& self = *static_cast<Transfer*>(user);
    Answer& answer = self.answer_;
    const auto stop = [&](Stop why) {
      answer.stop = why;
      return std::size_t{0};
    };
    self.header_bytes_ += static_cast<long long>(count);
    answer.all_bytes += static_cast<long long>(count);
    if (self.header_bytes_ > self.order_.limits.header_bytes) return stop(Stop::HeadersTooLarge);
    if (++self.header_count_ > self.order_.limits.headers) return stop(Stop::TooManyHeaders);
    const std::string_view raw(bytes, count);
    const std::string_view line = base::trim(raw);
    if (line.starts_with("HTTP/") && (answer.response.empty() || (answer.headers_complete && is_provisional(answer)))) {
      answer.headers.clear();
      answer.response.clear();
      answer.headers_complete = false;
    }
    if (!answer.headers_complete) keep_head(answer.response, raw);  // what comes after the body says nothing about it
    if (line.empty()) {
      answer.headers_complete = true;
      return self.is_announced_too_large() ? stop(Stop::BodyTooLarge) : count;
    }
    if (!answer.headers_complete && !line.starts_with("HTTP/")) set_header(answer, line);
    return count;
  }

  static std::size_t body(char* bytes, std::size_t, std::size_t count, void* user) {
    auto& self = *static_cast<Transfer*>(user);
    Answer& answer = self.answer_;
    const auto stop = [&](Stop why) {
      if (answer.stop == Stop::None) answer.stop = why;
      return std::size_t{0};
    };
    answer.wire_bytes += static_cast<long long>(count);
    answer.all_bytes += static_cast<long long>(count);
    if (!self.wants_body()) return answer.wire_bytes <= kDrain ? count : stop(Stop::BodyNotNeeded);
    if (answer.wire_bytes > self.order_.limits.wire_bytes) return stop(Stop::WireTooLarge);
    if (!self.decoder_) {
      const auto coding = answer.headers.find("content-encoding");
      self.decoder_ = decoder_for(coding == answer.headers.end() ? std::string_view() : coding->second);
      if (!self.decoder_) return stop(Stop::UnknownCoding);
    }
    const auto take = [&self](std::string_view piece) { return self.take_decoded(piece); };
    return self.decoder_->add({bytes, count}, take) ? count : stop(Stop::DamagedCoding);
  }

  static int debug(CURL*, curl_infotype type, char* bytes, std::size_t count, void* user) {
    auto& self = *static_cast<Transfer*>(user);
    // The library tells the time of a connection only once TLS stands too.
    if (type == CURLINFO_HEADER_OUT || type == CURLINFO_SSL_DATA_OUT) self.answer_.connected = true;
    if (type != CURLINFO_HEADER_OUT) return 0;
    if (std::string_view(bytes, count).starts_with("CONNECT ")) return 0;
    self.answer_.request.clear();
    keep_head(self.answer_.request, {bytes, count});
    return 0;
  }

  /// Why an address must not be connected to. With a proxy the only machine that is connected to is that one, and a
  /// person chose it.
  static std::optional<std::string> refusal_of(Transfer& self, const Address& address, int port) {
    if (self.shared_.settings.proxy.empty())
      if (auto why = refusal(address, self.order_.allow_private_addresses)) return why;
    if (self.shared_.hooks.may_connect) return self.shared_.hooks.may_connect(address, port);
    return std::nullopt;
  }

  static curl_socket_t open(void* user, curlsocktype purpose, curl_sockaddr* to) {
    auto& self = *static_cast<Transfer*>(user);
    const auto address = address_of(*to);
    if (purpose != CURLSOCKTYPE_IPCXN || !address) return CURL_SOCKET_BAD;
    sockaddr_in with_port{};
    std::memcpy(&with_port, &to->addr, sizeof with_port);  // the port stands at the same place in both families
    if (const auto why = refusal_of(self, *address, ntohs(with_port.sin_port))) {
      self.answer_.refused_address = *why;
      return CURL_SOCKET_BAD;
    }
    return socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
  }

  /// Before the request is sent, also on a connection that another request had opened with other permissions.
  static int before_request(void* user, char* address, char*, int port, int) {
    auto& self = *static_cast<Transfer*>(user);
    const auto parsed = parse_address(address ? address : "");
    const auto why = parsed ? refusal_of(self, *parsed, port) : std::optional<std::string>("an unknown address");
    if (!why) return CURL_PREREQFUNC_OK;
    self.answer_.refused_address = *why;
    return CURL_PREREQFUNC_ABORT;
  }

  static CURLcode tls(CURL*, void* context, void* user) {
    return watch_certificates(context, static_cast<Transfer*>(user)->chain_) ? CURLE_OK : CURLE_SSL_CERTPROBLEM;
  }
};

bool is_sendable(const std::string& validator) {
  return !validator.empty() && validator.size() <= kLongestValidator &&
         std::all_of(validator.begin(), validator.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

Transfer::Transfer(Order order, Shared& shared, std::string& chain)
    : order_(std::move(order)), shared_(shared), chain_(chain), started_(std::chrono::steady_clock::now()) {
  static const CURLcode begun = curl_global_init(CURL_GLOBAL_DEFAULT);
  handle_ = begun == CURLE_OK ? curl_easy_init() : nullptr;
  if (!handle_) throw base::Error("cannot start the HTTP library");
  window_ = started_;
  headers_ = appended(headers_, "Accept: text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8");
  headers_ = appended(headers_, "Accept-Encoding: " + std::string(kCodings));
  if (is_sendable(order_.etag)) headers_ = appended(headers_, "If-None-Match: " + order_.etag);
  if (is_sendable(order_.last_modified)) headers_ = appended(headers_, "If-Modified-Since: " + order_.last_modified);
  const auto set = [this](CURLoption option, auto value) { curl_easy_setopt(handle_, option, value); };
  set_guards(handle_, shared_.settings);
  const auto connect = std::min(order_.limits.connect, order_.time_left);
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(connect.count()));
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(order_.time_left.count()));
  set(CURLOPT_URL, order_.url.c_str());
  set(CURLOPT_USERAGENT, shared_.settings.user_agent.c_str());
  set(CURLOPT_HTTPHEADER, headers_);
  set(CURLOPT_HEADERFUNCTION, Callbacks::header);
  set(CURLOPT_HEADERDATA, this);
  set(CURLOPT_WRITEFUNCTION, Callbacks::body);
  set(CURLOPT_WRITEDATA, this);
  set(CURLOPT_OPENSOCKETFUNCTION, Callbacks::open);
  set(CURLOPT_OPENSOCKETDATA, this);
  set(CURLOPT_PREREQFUNCTION, Callbacks::before_request);
  set(CURLOPT_PREREQDATA, this);
  set(CURLOPT_SSL_CTX_FUNCTION, Callbacks::tls);
  set(CURLOPT_SSL_CTX_DATA, this);
  set(CURLOPT_DEBUGFUNCTION, Callbacks::debug);
  set(CURLOPT_DEBUGDATA, this);
  set(CURLOPT_VERBOSE, 1L);  // only for the head of the request
  set(CURLOPT_ERRORBUFFER, error_.data());
  set(CURLOPT_PRIVATE, this);
  if (shared_.hooks.resolve) {
    const auto addresses = shared_.hooks.resolve(bare_host_of(order_.url));
    if (!addresses.empty()) {
      const std::string where = bare_host_of(order_.url) + ':' + std::to_string(port_of(order_.url));
      resolve_ = appended(resolve_, where + ':' + base::join(addresses, ","));
      set(CURLOPT_RESOLVE, resolve_);
    }
  }
}

Transfer::~Transfer() {
  shared_.held_bytes -= static_cast<long long>(answer_.body.size());
  curl_easy_cleanup(handle_);
  curl_slist_free_all(headers_);
  curl_slist_free_all(resolve_);
}

bool Transfer::wants_body() const {
  long status = 0;
  curl_easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &status);
  return status == 200 || (order_.is_robots && status / 100 == 2);
}

bool Transfer::is_announced_too_large() const {
  if (!wants_body() || order_.is_robots || answer_.headers.count("content-encoding")) return false;
  curl_off_t length = -1;
  curl_easy_getinfo(handle_, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
  return length > order_.limits.body_bytes;
}

bool Transfer::take_decoded(std::string_view piece) {
  const Limits& limits = order_.limits;
  const auto room = limits.body_bytes - static_cast<long long>(answer_.body.size());
  const bool is_over = static_cast<long long>(piece.size()) > room;
  if (is_over && order_.is_robots) piece = piece.substr(0, static_cast<std::size_t>(room));
  if (is_over && !order_.is_robots) {
    answer_.stop = Stop::BodyTooLarge;
    return false;
  }
  answer_.body += piece;
  shared_.held_bytes += static_cast<long long>(piece.size());
  const auto decoded = static_cast<long long>(answer_.body.size());
  if (is_over) {
    answer_.stop = Stop::Truncated;
  } else if (decoded > limits.ratio_from && decoded / limits.ratio > answer_.wire_bytes) {
    answer_.stop = Stop::RatioTooHigh;
  } else if (shared_.held_bytes > kMostHeld) {
    answer_.stop = Stop::NoRoom;
  }
  return answer_.stop == Stop::None;
}

bool Transfer::is_over_time(std::chrono::steady_clock::time_point now) {
  if (now - started_ >= order_.time_left) {
    answer_.stop = Stop::OutOfTime;
  } else if (now - window_ >= order_.limits.low_speed_time) {
    const bool is_too_slow = answer_.all_bytes - window_bytes_ < order_.limits.low_speed_bytes;
    if (is_too_slow) answer_.stop = answer_.all_bytes == 0 ? Stop::Silent : Stop::TooSlow;
    window_ = now;
    window_bytes_ = answer_.all_bytes;
  }
  return answer_.stop == Stop::OutOfTime || answer_.stop == Stop::Silent || answer_.stop == Stop::TooSlow;
}

Answer Transfer::finish(CURLcode result) {
  answer_.result = result;
  answer_.error = error_.front() != '\0' ? error_.data() : curl_easy_strerror(result);
  long status = 0;
  char* address = nullptr;
  curl_easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(handle_, CURLINFO_OS_ERRNO, &answer_.system_error);
  curl_easy_getinfo(handle_, CURLINFO_PRIMARY_IP, &address);
  answer_.status = static_cast<int>(status);
  if (address && answer_.connected) answer_.address = address;
  if (result == CURLE_OK && decoder_ && !decoder_->is_whole()) answer_.stop = Stop::DamagedCoding;
  if (answer_.stop != Stop::None && result == CURLE_OK) answer_.result = CURLE_ABORTED_BY_CALLBACK;
  Answer done = std::move(answer_);
  shared_.held_bytes -= static_cast<long long>(done.body.size());
  answer_.body.clear();
  return done;
}

}  // namespace tracker::fetch
