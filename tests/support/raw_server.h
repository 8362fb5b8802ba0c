// A server on 127.0.0.1 that says exactly what a test tells it to, byte by byte, also where that is no HTTP.
// One connection at a time; each is handed to the script after its request head has come.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

namespace tests {

class RawServer {
 public:
  class Connection {
   public:
    Connection(int socket, std::string head) : socket_(socket), head_(std::move(head)) {}
    /// The request as it came, to the empty line; and what it asks for.
    const std::string& head() const { return head_; }
    std::string path() const;
    /// False once the client has gone.
    bool send(std::string_view bytes) const;
    /// Sends the piece again and again, with a pause between, until the client goes.
    void send_for_ever(std::string_view piece, std::chrono::milliseconds pause = {}) const;
    /// Says nothing until the client goes.
    void wait() const;
    /// Ends it at once, so that the client is told that the connection broke.
    void reset() const;

   private:
    int socket_;
    std::string head_;
  };
  using Script = std::function<void(const Connection&)>;

  explicit RawServer(Script script);
  /// Sends the bytes and closes.
  explicit RawServer(std::string bytes);
  ~RawServer();
  RawServer(const RawServer&) = delete;
  RawServer& operator=(const RawServer&) = delete;

  std::string url(const std::string& path = "/") const;
  int port() const { return port_; }
  /// Connections that were made, whatever was said on them.
  int connections() const { return connections_; }

 private:
  void run();

  Script script_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<int> connections_{0};
  std::atomic<int> current_{-1};
  std::thread thread_;
};

/// A port of 127.0.0.1 where nobody listens.
int closed_port();

}  // namespace tests
