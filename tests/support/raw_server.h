// A server on 127.0.0.1 that says exactly what a test tells it to, byte by byte, also where that is no HTTP.
// One connection at a time; each is handed to the script after its request head has come.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <thread>

namespace tests {

class RawServer {
 public:
  class Connection {
   public:
    explicit Connection(int socket) : socket_(socket) {}
    /// False once the client has gone.
    bool send(std::string_view bytes) const;
    /// Sends the piece again and again, with a pause between, until the client goes.
    void send_for_ever(std::string_view piece, std::chrono::milliseconds pause = {}) const;
    /// Says nothing until the client goes.
    void wait() const;

   private:
    int socket_;
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
