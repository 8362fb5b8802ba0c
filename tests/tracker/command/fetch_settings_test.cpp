#include "tracker/command/fetch_settings.h"

#include "tests/support/catch.h"
#include "tests/support/thrown.h"

using namespace tracker;
using command::fetch_settings;
using std::chrono::seconds;

namespace {

model::Site site() {
  model::Site made;
  made.base_url = "https://list.example.org/";
  made.contact = "mailto:list@example.org";
  return made;
}

}  // namespace

TEST_CASE("without a word the settings are polite ones, and the agent says who asks") {
  const auto settings = fetch_settings(site(), {}, "1.2");
  CHECK(settings.user_agent == "Tizim/1.2 (+https://list.example.org/; mailto:list@example.org)");
  CHECK(settings.delay == seconds(2));
  CHECK(settings.longest_delay == seconds(60));
  CHECK(settings.attempts == 3);
  CHECK(settings.proxy.empty());
  CHECK(settings.ca_file.empty());
  CHECK(settings.budget.requests > 0);
}

TEST_CASE("the site's file changes them, and the command line counts more") {
  auto one = site();
  one.fetch.emplace();
  one.fetch->delay = 5;
  one.fetch->longest_delay = 3;  // not below the delay itself
  one.fetch->attempts = 99;
  one.fetch->requests = 10;
  one.fetch->megabytes = 2;
  one.fetch->minutes = 1;
  one.fetch->proxy = "http://proxy.example:3128";
  auto settings = fetch_settings(one, {}, "1");
  CHECK(settings.delay == seconds(5));
  CHECK(settings.longest_delay == seconds(5));
  CHECK(settings.attempts == 10);
  CHECK(settings.budget.requests == 10);
  CHECK(settings.budget.bytes == 2 * 1024 * 1024);
  CHECK(settings.budget.time == seconds(60));
  CHECK(settings.proxy == "http://proxy.example:3128");
  command::FetchOptions options;
  options.delay = 0;
  options.attempts = 1;
  options.proxy = "";
  options.ca_file = "roots.pem";
  settings = fetch_settings(one, options, "1");
  CHECK(settings.delay == seconds(0));
  CHECK(settings.attempts == 1);
  CHECK(settings.proxy.empty());
  CHECK(settings.ca_file == "roots.pem");
}

TEST_CASE("a proxy that would resolve names here is refused") {
  command::FetchOptions options;
  for (const char* good : {"", "http://127.0.0.1:3128", "socks5h://127.0.0.1:9050"}) {
    options.proxy = good;
    CHECK(fetch_settings(site(), options, "1").proxy == good);
  }
  for (const char* bad : {"socks5://127.0.0.1:9050", "127.0.0.1:3128", "https://proxy.example"}) {
    options.proxy = bad;
    CHECK(tests::message_of([&] { fetch_settings(site(), options, "1"); }).find("cannot be used") != std::string::npos);
  }
}
