#include "tracker/parse/address.h"

#include <curl/curl.h>

#include <memory>

#include "tracker/base/text.h"

namespace tracker::parse {
namespace {

constexpr std::size_t kLongest = 4000;

using Handle = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

std::string part(CURLU* url, CURLUPart which, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url, which, &text, flags) != CURLUE_OK || !text) return {};
  std::string copy = text;
  curl_free(text);
  return copy;
}

Handle handle_of(std::string_view url) {
  Handle handle(curl_url(), &curl_url_cleanup);
  if (!handle || curl_url_set(handle.get(), CURLUPART_URL, std::string(url).c_str(), 0) != CURLUE_OK) handle.reset();
  return handle;
}

}  // namespace

std::optional<std::string> absolute(std::string_view base, std::string_view reference) {
  std::string clean;
  for (const char c : base::trim(reference))
    if (c != '\n' && c != '\r' && c != '\t') clean += c;
  if (clean.size() > kLongest || clean.find('\0') != std::string::npos) return std::nullopt;
  const Handle url = handle_of(base);
  if (!url) return std::nullopt;
  if (!clean.empty() &&
      curl_url_set(url.get(), CURLUPART_URL, clean.c_str(), CURLU_URLENCODE | CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
    return std::nullopt;
  const std::string scheme = part(url.get(), CURLUPART_SCHEME);
  if ((scheme != "http" && scheme != "https") || part(url.get(), CURLUPART_HOST).empty()) return std::nullopt;
  if (!part(url.get(), CURLUPART_USER).empty() || !part(url.get(), CURLUPART_PASSWORD).empty()) return std::nullopt;
  curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
  std::string whole = part(url.get(), CURLUPART_URL, CURLU_NO_DEFAULT_PORT);
  if (whole.empty() || whole.size() > kLongest) return std::nullopt;
  return whole;
}

std::string host_of(std::string_view url) {
  const Handle handle = handle_of(url);
  if (!handle) return {};
  std::string host = part(handle.get(), CURLUPART_HOST);
  for (char& c : host)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  const std::string port = part(handle.get(), CURLUPART_PORT, CURLU_NO_DEFAULT_PORT);
  return port.empty() ? host : host + ":" + port;
}

std::string folder_of(std::string_view url) {
  const auto end = url.find_first_of("?#");
  const auto path = url.substr(0, end);
  const auto slash = path.rfind('/');
  return std::string(slash == std::string_view::npos || slash < 8 ? path : path.substr(0, slash + 1));
}

}  // namespace tracker::parse
