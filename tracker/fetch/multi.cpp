#include "tracker/fetch/multi.h"

#include <sys/epoll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "tracker/base/error.h"

namespace tracker::fetch {
namespace {

// That are dealt with before the caller has its turn: who has answered is asked for the next page before others are heard.
constexpr int kMostEvents = 2;

}  // namespace

struct Multi::Callbacks {
  /// Which events of a socket the library waits for from now on.
  static int socket(CURL*, curl_socket_t socket, int what, void* user, void*) {
    const auto& self = *static_cast<Multi*>(user);
    if (what == CURL_POLL_REMOVE) {
      ::epoll_ctl(self.epoll_, EPOLL_CTL_DEL, socket, nullptr);
      return 0;
    }
    epoll_event event{};
    event.data.fd = socket;
    if (what == CURL_POLL_IN || what == CURL_POLL_INOUT) event.events |= EPOLLIN;
    if (what == CURL_POLL_OUT || what == CURL_POLL_INOUT) event.events |= EPOLLOUT;
    if (::epoll_ctl(self.epoll_, EPOLL_CTL_ADD, socket, &event) == 0) return 0;
    return errno == EEXIST ? ::epoll_ctl(self.epoll_, EPOLL_CTL_MOD, socket, &event) : -1;
  }

  static int timer(CURLM*, long milliseconds, void* user) {
    auto& self = *static_cast<Multi*>(user);
    self.timer_.reset();
    if (milliseconds >= 0) self.timer_ = Clock::now() + std::chrono::milliseconds(milliseconds);
    return 0;
  }
};

Multi::Multi(long most_connections) {
  static const CURLcode begun = curl_global_init(CURL_GLOBAL_DEFAULT);
  multi_.reset(begun == CURLE_OK ? curl_multi_init() : nullptr);
  epoll_ = ::epoll_create1(EPOLL_CLOEXEC);
  if (!multi_ || epoll_ < 0) {
    if (epoll_ >= 0) ::close(epoll_);
    throw base::Error("cannot start the HTTP library");
  }
  curl_multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS, most_connections);
  curl_multi_setopt(multi_.get(), CURLMOPT_SOCKETFUNCTION, Callbacks::socket);
  curl_multi_setopt(multi_.get(), CURLMOPT_SOCKETDATA, this);
  curl_multi_setopt(multi_.get(), CURLMOPT_TIMERFUNCTION, Callbacks::timer);
  curl_multi_setopt(multi_.get(), CURLMOPT_TIMERDATA, this);
}

Multi::~Multi() {
  multi_.reset();  // which still speaks of its sockets
  ::close(epoll_);
}

void Multi::act(curl_socket_t socket, int events) {
  int running = 0;
  if (curl_multi_socket_action(multi_.get(), socket, events, &running) != CURLM_OK)
    throw base::Error("the HTTP library cannot go on");
}

void Multi::add(CURL* handle) {
  if (curl_multi_add_handle(multi_.get(), handle) != CURLM_OK)
    throw base::Error("cannot hand a request to the HTTP library");
  act(CURL_SOCKET_TIMEOUT, 0);
}

void Multi::remove(CURL* handle) { curl_multi_remove_handle(multi_.get(), handle); }

int Multi::until_timer(std::chrono::milliseconds most) const {
  if (timer_) most = std::min(most, std::chrono::ceil<std::chrono::milliseconds>(*timer_ - Clock::now()));
  return static_cast<int>(std::clamp<long long>(most.count(), 0, 60'000));
}

bool Multi::work(std::chrono::milliseconds most) {
  std::array<epoll_event, kMostEvents> events{};
  const int count = ::epoll_wait(epoll_, events.data(), kMostEvents, until_timer(most));
  for (int i = 0; i < count; ++i) {
    const auto& event = events[static_cast<std::size_t>(i)];
    int what = 0;  // the library looks itself: of a connection that broke it then says how
    if ((event.events & (EPOLLERR | EPOLLHUP)) == 0) {
      if (event.events & EPOLLIN) what |= CURL_CSELECT_IN;
      if (event.events & EPOLLOUT) what |= CURL_CSELECT_OUT;
    }
    act(event.data.fd, what);
  }
  if (timer_ && *timer_ <= Clock::now()) {
    timer_.reset();
    act(CURL_SOCKET_TIMEOUT, 0);
  }
  return count > 0;
}

std::optional<Multi::Done> Multi::next_done() {
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left))
    if (message->msg == CURLMSG_DONE) return Done{message->easy_handle, message->data.result};
  return std::nullopt;
}

}  // namespace tracker::fetch
