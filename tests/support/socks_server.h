// A SOCKS5 proxy of a test (RFC 1928): takes one request after the other, keeps what it was asked to connect to, and
// answers as the host itself would.
#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace tests {

class SocksServer {
 public:
  explicit SocksServer(std::string answer);
  ~SocksServer();
  SocksServer(const SocksServer&) = delete;
  SocksServer& operator=(const SocksServer&) = delete;
  int port() const { return port_; }
  /// "name example.org:80" or "address 192.0.2.1:80", one a connection.
  std::vector<std::string> asked() const;

 private:
  void run();
  void serve(int socket);
  std::string answer_;
  int listener_ = -1;
  int port_ = 0;
  mutable std::mutex mutex_;
  std::vector<std::string> asked_;
  std::thread thread_;
};

}  // namespace tests
