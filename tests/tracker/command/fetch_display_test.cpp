#include "tracker/command/fetch_display.h"

#include <sstream>

#include "tests/support/catch.h"
#include "tracker/base/text.h"

using namespace tracker;
using namespace tracker::command;
using fetch::HostState;
using std::chrono::milliseconds;

namespace {

fetch::HostProgress host(const std::string& name, HostState state, milliseconds until = {}) {
  fetch::HostProgress made;
  made.host = name;
  made.state = state;
  made.url = "https://" + name + "/news";
  made.until_next = until;
  made.ended = 3;
  made.waiting = 7;
  made.bytes = 4200;
  return made;
}

fetch::Progress progress() {
  fetch::Progress made;
  made.hosts = {host("done.example", HostState::Done), host("pause.example", HostState::Pausing, milliseconds(1800)),
                host("wait.example", HostState::Waiting, milliseconds(3'900'000)), host("ask.example", HostState::Asking)};
  made.ended = 12;
  made.waiting = 21;
  made.bytes = 1'234'567;
  return made;
}

}  // namespace

TEST_CASE("each host that has work left is a line, those that are asked first") {
  const std::vector<std::string> expected = {
      "  ask.example    3/10      4.2 kB   asking    https://ask.example/news",
      "  wait.example   3/10      4.2 kB   asked to wait 1 h 5 min  https://wait.example/news",
      "  pause.example  3/10      4.2 kB   pause 2 s  https://pause.example/news",
      "  12 ended, 21 to go, 1.2 MB",
  };
  CHECK(progress_lines(progress(), 100, 20) == expected);
}

TEST_CASE("no line is wider than the terminal, and no more lines are taken than there are") {
  for (const int width : {1, 10, 40, 79}) {
    for (const auto& line : progress_lines(progress(), width, 20)) CHECK(base::display_width(line) <= static_cast<std::size_t>(width));
  }
  const auto lines = progress_lines(progress(), 100, 3);
  REQUIRE(lines.size() == 3);
  CHECK(lines[2] == "  12 ended, 21 to go, 1.2 MB, 1 more hosts");
  CHECK(progress_lines(progress(), 100, 0).size() == 2);
}

TEST_CASE("in a narrow terminal and with a long name it is still seen what a host is doing") {
  auto long_name = progress();
  long_name.hosts[3].host = "a-rather-long-name-of-a-host.somewhere.example";
  CHECK(progress_lines(long_name, 44, 20)[0] == "  a-rather-long-name-…  3/10      asking   …");
  CHECK(progress_lines(long_name, 100, 20)[0].find("  a-rather-long-name-of-a-host.so") == 0);
}

TEST_CASE("what an address holds cannot steer the terminal") {
  auto hostile = progress();
  hostile.hosts[3].url = "https://ask.example/\x1b[2J";
  CHECK(progress_lines(hostile, 200, 20)[0].find('\x1b') == std::string::npos);
}

TEST_CASE("times and sizes are told as people tell them") {
  CHECK(in_words(milliseconds(0)) == "0 s");
  CHECK(in_words(milliseconds(1)) == "1 s");
  CHECK(in_words(milliseconds(119'000)) == "119 s");
  CHECK(in_words(milliseconds(120'000)) == "2 min");
  CHECK(in_words(milliseconds(3'600'000)) == "1 h 0 min");
  CHECK(bytes_in_words(0) == "0 B");
  CHECK(bytes_in_words(999) == "999 B");
  CHECK(bytes_in_words(1000) == "1.0 kB");
  CHECK(bytes_in_words(9960) == "10 kB");
  CHECK(bytes_in_words(999'600) == "1.0 MB");
  CHECK(bytes_in_words(5'000'000'000) == "5.0 GB");
}

TEST_CASE("where there is no terminal only whole lines are written") {
  std::ostringstream out;
  FetchDisplay display(out, false, 80, 24);
  display.show(progress());
  display.print("a line");
  display.show(progress());
  display.clear();
  CHECK(out.str() == "a line\n");
}

TEST_CASE("at a terminal the lines of the hosts stay below what is printed, and are gone at the end") {
  std::ostringstream out;
  {
    FetchDisplay display(out, true, 80, 24);
    display.show(progress());
    CHECK(out.str().find("ask.example") != std::string::npos);
    out.str("");
    display.print("a line");
    CHECK(out.str().rfind("\x1b[4A\x1b[Ja line\n", 0) == 0);
    CHECK(out.str().find("ask.example") != std::string::npos);
    out.str("");
  }
  CHECK(out.str() == "\x1b[4A\x1b[J");
}

TEST_CASE("while pages are read a line says how far it is, and what is printed meanwhile stands above it") {
  std::ostringstream out;
  FetchDisplay display(out, true, 80, 24);
  display.show_reading(12, 400);
  CHECK(out.str() == "  reading what came: 12 of 400 pages\x1b[K\n");
  out.str("");
  display.show_reading(13, 400);  // too soon
  CHECK(out.str().empty());
  display.print("a line");
  CHECK(out.str() == "\x1b[1A\x1b[Ja line\n  reading what came: 12 of 400 pages\x1b[K\n");
  out.str("");
  display.clear();
  display.print("another");
  CHECK(out.str() == "\x1b[1A\x1b[Janother\n");
  std::ostringstream log;
  FetchDisplay calm(log, false, 80, 24);
  calm.show_reading(12, 400);
  CHECK(log.str().empty());
}
