#include "tracker/fetch/url.h"

#include "tracker/fetch/address.h"
#include "tracker/fetch/idn.h"

#include <curl/curl.h>

#include <algorithm>
#include <memory>

namespace tracker::fetch {
namespace {

// Longer than any server takes; keeps hostile redirects out of receipts.
constexpr std::size_t kMostCharacters = 4096;

struct Free {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Handle = std::unique_ptr<CURLU, Free>;

std::string part(const Handle& url, CURLUPart which, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url.get(), which, &text, flags) != CURLUE_OK) return {};
  std::string copy(text);
  curl_free(text);
  return copy;
}

/// Sets the address, or resolves against the one already there; says why where that is not allowed.
bool set(const Handle& url, std::string_view text, std::string& why) {
  if (text.size() > kMostCharacters) {
    why = "the address has more than " + std::to_string(kMostCharacters) + " characters";
    return false;
  }
  const unsigned flags = CURLU_DISALLOW_USER | CURLU_URLENCODE;
  switch (const CURLUcode code = curl_url_set(url.get(), CURLUPART_URL, std::string(text).c_str(), flags)) {
    case CURLUE_OK:
      return true;
    case CURLUE_UNSUPPORTED_SCHEME:
      why = "only http and https are followed";
      return false;
    case CURLUE_USER_NOT_ALLOWED:
      why = "the address has a user name in it";
      return false;
    case CURLUE_NO_HOST:
      why = "the address has no host";
      return false;
    default:
      why = std::string("not an address: ") + curl_url_strerror(code);
      return false;
  }
}

std::optional<std::string> finish(const Handle& url, std::string& why) {
  const std::string scheme = part(url, CURLUPART_SCHEME);
  std::string host = part(url, CURLUPART_HOST);
  if (scheme != "http" && scheme != "https") {
    why = "only http and https are followed";
    return std::nullopt;
  }
  if (host.empty()) {
    why = "the address has no host";
    return std::nullopt;
  }
  if (std::any_of(host.begin(), host.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
    const auto ascii = host_to_ascii(host);
    if (!ascii || curl_url_set(url.get(), CURLUPART_HOST, ascii->c_str(), 0) != CURLUE_OK) {
      why = "the host is no name that can be written in letters of ASCII";
      return std::nullopt;
    }
  }
  curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
  return part(url, CURLUPART_URL);
}

}  // namespace

std::optional<std::string> checked_url(std::string_view url, std::string& why) {
  const Handle handle(curl_url());
  if (!set(handle, url, why)) return std::nullopt;
  return finish(handle, why);
}

std::optional<std::string> redirect_target(const std::string& base, std::string_view location,
                                           std::string& why) {
  const Handle handle(curl_url());
  if (!set(handle, base, why)) return std::nullopt;
  const bool was_secure = part(handle, CURLUPART_SCHEME) == "https";
  if (!set(handle, location, why)) return std::nullopt;
  if (was_secure && part(handle, CURLUPART_SCHEME) == "http") {
    why = "it leads from https to http";
    return std::nullopt;
  }
  return finish(handle, why);
}

std::string origin_of(const std::string& url) {
  const Handle handle(curl_url());
  std::string ignored;
  return set(handle, url, ignored) ? part(handle, CURLUPART_SCHEME) + "://" + host_of(url) : std::string();
}

std::string bare_host_of(const std::string& url) {
  const Handle handle(curl_url());
  std::string ignored;
  return set(handle, url, ignored) ? part(handle, CURLUPART_HOST) : std::string();
}

int port_of(const std::string& url) {
  const Handle handle(curl_url());
  std::string ignored;
  return set(handle, url, ignored) ? std::stoi('0' + part(handle, CURLUPART_PORT, CURLU_DEFAULT_PORT)) : 0;
}

std::string path_of(const std::string& url) {
  const Handle handle(curl_url());
  std::string ignored;
  if (!set(handle, url, ignored)) return {};
  const std::string query = part(handle, CURLUPART_QUERY);
  return part(handle, CURLUPART_PATH) + (query.empty() ? "" : '?' + query);
}

std::optional<std::string> host_refusal(const std::string& url, bool allow_private) {
  std::string host = bare_host_of(url);
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  if (const auto address = parse_address(host)) return refusal(*address, allow_private);
  if (!host.empty() && host.back() == '.') host.pop_back();
  for (char& c : host)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  const bool is_local = host == "localhost" || host.ends_with(".localhost") || host.ends_with(".local") ||
                        host.ends_with(".internal") || host.ends_with(".home.arpa");
  if (is_local && !allow_private) return host + " is not connected to: a name of this machine or its network";
  return std::nullopt;
}

std::string host_of(const std::string& url) {
  const Handle handle(curl_url());
  std::string ignored;
  if (!set(handle, url, ignored)) return {};
  const std::string port = part(handle, CURLUPART_PORT, CURLU_NO_DEFAULT_PORT);
  return part(handle, CURLUPART_HOST) + (port.empty() ? "" : ':' + port);
}

}  // namespace tracker::fetch
