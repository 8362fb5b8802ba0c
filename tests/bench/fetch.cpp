// How long a fetch of many pages takes, beside other programs and beside what latency and politeness allow at best:
//
//   ninja -C build/release bench_fetch && build/release/tests/bench/bench_fetch [--polite]
//
// The network's part is measured where the pages are served, from the first request to the last answer; the whole run of
// ours also reads the list before and the pages after. Ours asks every host for its robots.txt where it does not know it:
// that answer is part of what politeness allows at best. The others do not ask, so beside them stands the run that knows
// it already, in which every page has changed.
//
// 2,000 pages on 100 hosts of this machine that answer after 100 ms each. Without --polite nobody pauses between two
// requests to a host; with it everybody pauses for a second.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "tests/bench/slow_server.h"
#include "tests/support/temp_dir.h"

namespace {

constexpr int kHosts = 100;
constexpr int kPagesOfHost = 20;
constexpr std::chrono::milliseconds kLatency{100};
constexpr std::size_t kPageBytes = 12'000;
constexpr double kPause = 1.0;

struct Run {
  double seconds = 0;
  long peak_kilobytes = 0;
  int code = -1;
};

Run run(const std::string& command) {
  const auto begun = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) {
    execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
    _exit(127);
  }
  int status = 0;
  rusage used{};
  wait4(child, &status, 0, &used);
  Run ran;
  ran.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
  ran.peak_kilobytes = used.ru_maxrss;
  ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return ran;
}

/// Runs it and prints what it took and what the server saw of it.
void measure(const std::string& name, const std::string& command, bench::SlowServer& server, double limit) {
  server.take();
  const Run ran = run(command);
  const bench::Served served = server.take();
  std::printf("%-34s network %6.2f s = %5.2f × limit (%.1f ms from an answer to the next request)   whole run %6.2f s   peak %3ld MB   %lld requests (%lld robots, %lld unchanged)   "
              "%6.2f MB sent   %d at once, %d of a host%s\n",
              name.c_str(), served.span, served.span / limit, served.turnaround * 1e3, ran.seconds, ran.peak_kilobytes / 1024, served.requests, served.robots,
              served.unchanged, static_cast<double>(served.bytes) / 1e6, served.most_at_once, served.most_of_a_host,
              ran.code == 0 ? "" : ("   exit " + std::to_string(ran.code)).c_str());
  std::fflush(stdout);
}

bool has(const std::string& program) { return run("command -v " + program + " >/dev/null 2>&1").code == 0; }

std::string url(const bench::SlowServer& server, int host, int page) {
  return "http://127.0.1." + std::to_string(host) + ":" + std::to_string(server.port()) + "/p/" + std::to_string(page);
}

/// A list with a source for every page.
void write_project(const tests::TempDir& dir, const bench::SlowServer& server) {
  dir.write("content/site.toml",
            "title = { en = \"Bench\" }\nlanguages = [\"en\"]\ndefault_language = \"en\"\npublisher = \"Bench\"\n"
            "contact = \"mailto:bench@example.org\"\nbase_url = \"https://bench.example.org/\"\ntag_authority = \"example.org,2024\"\n"
            "time_zone = \"UTC\"\nlicence = \"CC BY 4.0\"\nid_prefix = \"xx\"\n");
  for (int host = 1; host <= kHosts; ++host)
    for (int page = 0; page < kPagesOfHost; ++page) {
      const std::string id = "s-" + std::to_string(page + 100) + "-" + std::to_string(host);
      dir.write("content/sources/" + id + ".toml", "id = \"" + id + "\"\ntitle = { en = \"A page\" }\npublisher = \"Bench\"\nkind = \"page\"\nurl = \"" +
                                                       url(server, host, page) + "\"\nlanguages = [\"en\"]\nrhythm = \"daily\"\nallow_private_addresses = true\n");
    }
}

}  // namespace

int main(int argc, char** argv) {
  const bool polite = argc > 1 && std::string(argv[1]) == "--polite";
  bench::SlowServer server(kHosts, kLatency, kPageBytes);
  const tests::TempDir dir;
  write_project(dir, server);
  const double latency = std::chrono::duration<double>(kLatency).count();
  const double limit = kPagesOfHost * latency + (polite ? (kPagesOfHost - 1) * kPause : 0);
  std::printf("%d pages on %d hosts, %d ms each, %s: at best %.2f s\n", kHosts * kPagesOfHost, kHosts,
              static_cast<int>(kLatency.count()), polite ? "a second between two requests to a host" : "no pause", limit);

  const std::string tracker = std::string(TRACKER_PROGRAM) + " --root " + dir.path().string() + " fetch --all --delay " +
                              (polite ? "1" : "0") + " 2>" + (dir / "log").string();
  measure("tracker fetch, for the first time", tracker, server, limit + latency);
  measure("tracker fetch, nothing changed", tracker, server, limit);
  server.change_pages();
  measure("tracker fetch, all changed", tracker, server, limit);

  // Others take addresses in the order that they are given: one of each host, then the next of each.
  std::string list, config;
  for (int page = 0; page < kPagesOfHost; ++page)
    for (int host = 1; host <= kHosts; ++host) {
      list += url(server, host, page) + '\n';
      config += "url = \"" + url(server, host, page) + "\"\noutput = \"/dev/null\"\n";
    }
  dir.write("list", list);
  dir.write("curl", config);
  if (!polite && has("curl"))
    measure("curl --parallel", "curl -s --noproxy '*' --parallel --parallel-max 100 -K " + (dir / "curl").string() + " 2>/dev/null", server, limit);
  if (polite && has("curl")) {
    // It has no pauses in parallel: one process a host, a request a second.
    std::string commands;
    for (int host = 1; host <= kHosts; ++host) {
      std::string of_host;
      for (int page = 0; page < kPagesOfHost; ++page) of_host += "url = \"" + url(server, host, page) + "\"\noutput = \"/dev/null\"\n";
      dir.write("curl-" + std::to_string(host), of_host);
      commands += "curl -s --noproxy '*' --rate 60/m -K " + (dir / ("curl-" + std::to_string(host))).string() + " & ";
    }
    measure("curl --rate, 100 processes", commands + "wait", server, limit);
  }
  if (has("wget2"))
    measure("wget2", "wget2 -q --no-proxy --no-robots --max-threads=100 " + std::string(polite ? "--wait=1 " : "") +
                         "-O /dev/null -i " + (dir / "list").string(),
            server, limit);
  return 0;
}
