#include "tests/bench/slow_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <queue>
#include <stdexcept>

namespace bench {
namespace {

using Clock = std::chrono::steady_clock;

struct Client {
  int host = 0;
  std::string in;
  std::string out;
};

long long microseconds() {
  return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now().time_since_epoch()).count();
}

struct Due {
  Clock::time_point at;
  int socket;
  friend bool operator<(const Due& a, const Due& b) { return a.at > b.at; }
};

int listen_on(int host, int port) {
  const int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  const int yes = 1;
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(0x7f000100U + static_cast<std::uint32_t>(host));
  if (bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 || listen(listener, 64) != 0)
    throw std::runtime_error("cannot listen on 127.0.1." + std::to_string(host));
  return listener;
}

int port_of(int listener) {
  sockaddr_in address{};
  socklen_t size = sizeof address;
  getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
  return ntohs(address.sin_port);
}

std::string page(const std::string& name, std::size_t bytes) {
  const std::string of = " of " + name + "</p>\n";
  std::string text = "<html><title>" + name + "</title>";
  text.reserve(bytes + of.size() + 32);
  for (unsigned i = 1; text.size() < bytes; ++i) {  // not too easy to pack
    text += "<p>";
    text += std::to_string(i * 2654435761U + name.size() * 40503U);
    text += of;
  }
  return text;
}

}  // namespace

SlowServer::SlowServer(int hosts, std::chrono::milliseconds latency, std::size_t page_bytes)
    : hosts_(hosts), latency_(latency), page_bytes_(page_bytes), epoll_(epoll_create1(EPOLL_CLOEXEC)) {
  for (int host = 1; host <= hosts_; ++host) {
    listeners_.push_back(listen_on(host, port_));
    if (port_ == 0) port_ = port_of(listeners_.back());
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = listeners_.back();
    epoll_ctl(epoll_, EPOLL_CTL_ADD, listeners_.back(), &event);
  }
  thread_ = std::thread([this] { run(); });
}

SlowServer::~SlowServer() {
  ends_ = true;
  thread_.join();
  for (const int listener : listeners_) close(listener);
  close(epoll_);
}

Served SlowServer::take() {
  const long long first = first_.exchange(0), last = last_.exchange(0);
  const auto turned = static_cast<double>(turnaround_.exchange(0)), turns = static_cast<double>(turnarounds_.exchange(0));
  return {requests_.exchange(0), bytes_.exchange(0), robots_.exchange(0), unchanged_.exchange(0), most_.exchange(0),
          most_of_a_host_.exchange(0), static_cast<double>(last - first) / 1e6, turns > 0 ? turned / turns / 1e6 : 0};
}

void SlowServer::run() {
  std::map<int, int> host_of_listener;
  for (int i = 0; i < hosts_; ++i) host_of_listener[listeners_[static_cast<std::size_t>(i)]] = i;
  std::map<int, Client> clients;
  std::priority_queue<Due> due;
  std::vector<int> waiting(static_cast<std::size_t>(hosts_), 0);
  std::vector<long long> answered(static_cast<std::size_t>(hosts_), 0);
  int all_waiting = 0;
  const auto answer = [&](const std::string& head, int host) {
    const std::string path = head.substr(4, head.find(' ', 4) - 4);
    const std::string name = path + ", host " + std::to_string(host) + ", edition " + std::to_string(edition_);
    const std::string tag = "\"" + name + "\"";
    ++requests_;
    if (path == "/robots.txt") {
      ++robots_;
      return std::string("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    }
    if (head.find("If-None-Match: " + tag) != std::string::npos) {
      ++unchanged_;
      return "HTTP/1.1 304 Not Modified\r\nETag: " + tag + "\r\n\r\n";
    }
    const std::string body = page(name, page_bytes_);
    return "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: " + tag + "\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
  };
  const auto drop = [&](int socket) {
    clients.erase(socket);
    close(socket);
  };
  while (!ends_) {
    std::chrono::nanoseconds wait = std::chrono::milliseconds(50);
    if (!due.empty()) wait = std::clamp<std::chrono::nanoseconds>(due.top().at - Clock::now(), std::chrono::nanoseconds(0), wait);
    // To the microsecond: what a wait in whole milliseconds is late adds up over the pages of a host.
    const timespec left{0, static_cast<long>(wait.count())};
    epoll_event events[256];
    const int count = epoll_pwait2(epoll_, events, 256, &left, nullptr);
    // The latency counts from here: an answer is made while it passes, and does not make the next ones late.
    const auto asked = Clock::now();
    for (int i = 0; i < count; ++i) {
      const int socket = events[i].data.fd;
      if (const auto listener = host_of_listener.find(socket); listener != host_of_listener.end()) {
        for (int fresh; (fresh = accept4(socket, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0;) {
          clients[fresh].host = listener->second;
          epoll_event event{};
          event.events = EPOLLIN;
          event.data.fd = fresh;
          epoll_ctl(epoll_, EPOLL_CTL_ADD, fresh, &event);
        }
        continue;
      }
      Client& client = clients[socket];
      char piece[8192];
      const ssize_t got = read(socket, piece, sizeof piece);
      if (got <= 0) {
        if (got < 0 && errno == EAGAIN) continue;
        drop(socket);
        continue;
      }
      client.in.append(piece, static_cast<std::size_t>(got));
      const auto end = client.in.find("\r\n\r\n");
      if (end == std::string::npos) continue;
      client.out = answer(client.in.substr(0, end + 2), client.host);
      client.in.erase(0, end + 4);
      if (first_ == 0) {
        first_ = microseconds();
        std::fill(answered.begin(), answered.end(), 0);  // of another run
      }
      if (const long long before = answered[static_cast<std::size_t>(client.host)]; before != 0) {
        turnaround_ += microseconds() - before;
        ++turnarounds_;
      }
      due.push({asked + latency_, socket});
      most_ = std::max<int>(most_, ++all_waiting);
      auto& of_host = waiting[static_cast<std::size_t>(client.host)];
      most_of_a_host_ = std::max<int>(most_of_a_host_, ++of_host);
    }
    while (!due.empty() && due.top().at <= Clock::now()) {
      const int socket = due.top().socket;
      due.pop();
      --all_waiting;
      const auto found = clients.find(socket);
      if (found == clients.end()) continue;
      --waiting[static_cast<std::size_t>(found->second.host)];
      // Pages are smaller than a socket's buffer: one call takes them whole.
      const ssize_t sent = send(socket, found->second.out.data(), found->second.out.size(), MSG_NOSIGNAL);
      if (sent > 0) bytes_ += sent;
      last_ = answered[static_cast<std::size_t>(found->second.host)] = microseconds();
      if (sent != static_cast<ssize_t>(found->second.out.size())) drop(socket);
    }
  }
  for (const auto& [socket, client] : clients) close(socket);
}

}  // namespace bench
