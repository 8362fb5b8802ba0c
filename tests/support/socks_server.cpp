#include "tests/support/socks_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>
#include <utility>

namespace tests {
namespace {

/// Exactly so many bytes; fewer where the client has gone.
std::string take(int socket, std::size_t count) {
  std::string bytes(count, '\0');
  const ssize_t got = recv(socket, bytes.data(), count, MSG_WAITALL);
  bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return bytes;
}

void say(int socket, const std::string& bytes) { static_cast<void>(send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL)); }

}  // namespace

SocksServer::SocksServer(std::string answer) : answer_(std::move(answer)) {
  listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || listen(listener_, 8) != 0 ||
      getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
    throw std::runtime_error("cannot listen on 127.0.0.1");
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { run(); });
}

SocksServer::~SocksServer() {
  shutdown(listener_, SHUT_RDWR);
  thread_.join();
  close(listener_);
}

std::vector<std::string> SocksServer::asked() const {
  const std::lock_guard lock(mutex_);
  return asked_;
}

void SocksServer::run() {
  for (int socket; (socket = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC)) >= 0;) {
    serve(socket);
    close(socket);
  }
}

void SocksServer::serve(int socket) {
  const std::string greeting = take(socket, 2);
  if (greeting.size() < 2 || greeting[0] != 5) return;
  take(socket, static_cast<unsigned char>(greeting[1]));
  say(socket, std::string("\x05\x00", 2));
  const std::string request = take(socket, 4);
  if (request.size() < 4) return;
  std::string where;
  if (request[3] == 3) {
    where = "name " + take(socket, static_cast<unsigned char>(take(socket, 1)[0]));
  } else {
    const std::string bytes = take(socket, request[3] == 1 ? 4 : 16);
    char text[INET6_ADDRSTRLEN] = {};
    inet_ntop(request[3] == 1 ? AF_INET : AF_INET6, bytes.data(), text, sizeof text);
    where = std::string("address ") + text;
  }
  const std::string port = take(socket, 2);
  where += ':' + std::to_string(static_cast<unsigned char>(port[0]) * 256 + static_cast<unsigned char>(port[1]));
  {
    const std::lock_guard lock(mutex_);
    asked_.push_back(where);
  }
  say(socket, std::string("\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x00", 10));
  std::string head;
  while (head.find("\r\n\r\n") == std::string::npos) {
    const std::string more = take(socket, 1);
    if (more.empty()) return;
    head += more;
  }
  say(socket, answer_);
}

}  // namespace tests
