#include "tracker/command/fetch_settings.h"

#include <algorithm>

#include "tracker/base/error.h"
#include "tracker/base/text.h"

namespace tracker::command {
namespace {

/// Says who we are and where to complain, as a polite robot does (RFC 9110, 10.1.5).
std::string user_agent(const model::Site& site, const std::string& version) {
  return "Tizim/" + version + " (+" + site.base_url + "; " + site.contact + ")";
}

std::string checked_proxy(const std::string& proxy) {
  if (proxy.empty() || proxy.starts_with("http://") || proxy.starts_with("socks5h://")) return proxy;
  throw base::UsageError("fetch: the proxy \"" + base::visible(proxy) + "\" cannot be used",
                         "write it as http://host:port, or as socks5h://host:port where it resolves names, as Tor does");
}

}  // namespace

fetch::Settings fetch_settings(const model::Site& site, const FetchOptions& options, const std::string& version) {
  using std::chrono::seconds;
  const model::FetchSettings given = site.fetch.value_or(model::FetchSettings{});
  fetch::Settings settings;
  settings.user_agent = user_agent(site, version);
  const auto either = [](const std::optional<int>& first, const std::optional<int>& second) { return first ? first : second; };
  if (const auto delay = either(options.delay, given.delay)) settings.delay = seconds(std::max(0, *delay));
  if (given.longest_delay) settings.longest_delay = seconds(std::max(0, *given.longest_delay));
  settings.longest_delay = std::max(settings.longest_delay, settings.delay);
  if (const auto attempts = either(options.attempts, given.attempts)) settings.attempts = std::clamp(*attempts, 1, 10);
  if (given.backoff) settings.backoff = seconds(std::max(0, *given.backoff));
  if (given.requests) settings.budget.requests = *given.requests;
  if (given.megabytes) settings.budget.bytes = *given.megabytes * 1024LL * 1024;
  if (given.minutes) settings.budget.time = std::chrono::minutes(*given.minutes);
  settings.proxy = checked_proxy(options.proxy ? *options.proxy : given.proxy);
  settings.ca_file = options.ca_file;
  return settings;
}

}  // namespace tracker::command
