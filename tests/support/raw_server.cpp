#include "tests/support/raw_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace tests {
namespace {

/// A bound socket and its port.
std::pair<int, int> bind_any() {
  const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (listener < 0 || bind(listener, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
      getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    throw std::runtime_error("cannot bind to 127.0.0.1");
  }
  return {listener, ntohs(address.sin_port)};
}

std::string read_head(int socket) {
  std::string head;
  std::array<char, 4096> piece{};
  while (head.find("\r\n\r\n") == std::string::npos) {
    const ssize_t count = recv(socket, piece.data(), piece.size(), 0);
    if (count <= 0) return head;
    head.append(piece.data(), static_cast<std::size_t>(count));
  }
  return head;
}

}  // namespace

bool RawServer::Connection::send(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

void RawServer::Connection::send_for_ever(std::string_view piece, std::chrono::milliseconds pause) const {
  while (send(piece)) std::this_thread::sleep_for(pause);
}

void RawServer::Connection::wait() const {
  std::array<char, 256> piece{};
  while (recv(socket_, piece.data(), piece.size(), 0) > 0) continue;
}

std::string RawServer::Connection::path() const {
  const auto start = head_.find(' ');
  const auto end = head_.find(' ', start + 1);
  return start == std::string::npos || end == std::string::npos ? "" : head_.substr(start + 1, end - start - 1);
}

void RawServer::Connection::reset() const {
  const linger at_once{1, 0};
  setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  shutdown(socket_, SHUT_RD);
}

RawServer::RawServer(Script script) : script_(std::move(script)) {
  std::tie(listener_, port_) = bind_any();
  if (listen(listener_, 8) != 0) throw std::runtime_error("cannot listen on 127.0.0.1");
  thread_ = std::thread([this] { run(); });
}

RawServer::RawServer(std::string bytes)
    : RawServer([bytes = std::move(bytes)](const Connection& to) { to.send(bytes); }) {}

RawServer::~RawServer() {
  shutdown(listener_, SHUT_RDWR);
  if (const int socket = current_; socket >= 0) shutdown(socket, SHUT_RDWR);
  thread_.join();
  close(listener_);
}

void RawServer::run() {
  for (;;) {
    const int socket = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (socket < 0) return;
    ++connections_;
    current_ = socket;
    const Connection connection(socket, read_head(socket));
    script_(connection);
    // A client that still sends must not lose our last bytes to a reset.
    shutdown(socket, SHUT_WR);
    connection.wait();
    current_ = -1;
    close(socket);
  }
}

std::string RawServer::url(const std::string& path) const {
  return "http://127.0.0.1:" + std::to_string(port_) + path;
}

int closed_port() {
  const auto [listener, port] = bind_any();
  close(listener);
  return port;
}

}  // namespace tests
