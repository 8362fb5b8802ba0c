// Many hosts of 127.0.1.0/24 on one port, each answering after a fixed time: what a fetch over the net looks like, without
// the net. One thread, because the machine's cores belong to what is measured.
#pragma once

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

namespace bench {

struct Served {
  long long requests = 0;
  long long bytes = 0;       // sent, heads and bodies
  long long robots = 0;      // requests for robots.txt among them
  long long unchanged = 0;   // answered with 304
  int most_at_once = 0;      // connections with a request that waits for its answer
  int most_of_a_host = 0;    // the same for one host
  double span = 0;           // seconds from the first request to the last answer: the network's part of a run
  double turnaround = 0;     // seconds between an answer of a host and the next request to it, on average
};

class SlowServer {
 public:
  /// Hosts 127.0.1.1 to 127.0.1.`hosts`. `/p/N` is a page of about `page_bytes` with an ETag; no two are alike.
  SlowServer(int hosts, std::chrono::milliseconds latency, std::size_t page_bytes);
  ~SlowServer();
  int port() const { return port_; }
  /// What was served since the last call.
  Served take();
  /// From now on every page is another one.
  void change_pages() { ++edition_; }

 private:
  void run();
  int hosts_;
  std::chrono::milliseconds latency_;
  std::size_t page_bytes_;
  int port_ = 0;
  int epoll_ = -1;
  std::atomic<bool> ends_{false};
  std::atomic<int> edition_{1};
  std::atomic<long long> requests_{0}, bytes_{0}, robots_{0}, unchanged_{0};
  std::atomic<int> most_{0}, most_of_a_host_{0};
  std::atomic<long long> first_{0}, last_{0};  // microseconds
  std::atomic<long long> turnaround_{0}, turnarounds_{0};
  std::vector<int> listeners_;
  std::thread thread_;
};

}  // namespace bench
