// libcurl's transfers, driven by the events of their sockets: what an answer costs does not grow with the number of hosts
// that have not answered yet. A private header of this folder.
#pragma once

#include <curl/curl.h>

#include <chrono>
#include <memory>
#include <optional>

namespace tracker::fetch {

class Multi {
 public:
  /// Keeps at most so many connections for further requests. Throws base::Error where the library cannot be started.
  explicit Multi(long most_connections);
  ~Multi();
  Multi(const Multi&) = delete;
  Multi& operator=(const Multi&) = delete;

  /// The transfer begins before this returns: on a connection that is kept its request has gone out then.
  void add(CURL* handle);
  void remove(CURL* handle);
  /// Sends and receives what a few of the connections have; where that is nothing, waits for it, at most so long. False: nothing
  /// came.
  bool work(std::chrono::milliseconds most);

  struct Done {
    CURL* handle = nullptr;
    CURLcode result = CURLE_OK;
  };
  /// A transfer that has ended by itself and was not told of yet. It is to be removed.
  std::optional<Done> next_done();

 private:
  using Clock = std::chrono::steady_clock;
  struct Callbacks;
  struct Free {
    void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
  };

  int until_timer(std::chrono::milliseconds most) const;
  void act(curl_socket_t socket, int events);

  int epoll_ = -1;
  std::optional<Clock::time_point> timer_;  // when the library wants to be called although nothing came
  std::unique_ptr<CURLM, Free> multi_;
};

}  // namespace tracker::fetch
