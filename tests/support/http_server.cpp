#include "tests/support/http_server.h"

#include <httplib.h>

#include <algorithm>
#include <cctype>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <utility>

namespace tests {
namespace {

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

}  // namespace

struct HttpServer::Endpoint::State {
  Handler handler;
  mutable std::mutex mutex;
  std::vector<Asked> asked;
};

struct HttpServer::Impl {
  std::unique_ptr<Identity> identity;
  std::unique_ptr<httplib::Server> server;
  int port = 0;
  std::thread thread;
  std::mutex mutex;
  std::map<std::string, std::shared_ptr<Endpoint::State>> endpoints;

  std::shared_ptr<Endpoint::State> find(const std::string& path) {
    const std::lock_guard lock(mutex);
    const auto found = endpoints.find(path);
    return found == endpoints.end() ? nullptr : found->second;
  }

  void answer(const httplib::Request& request, httplib::Response& response) {
    const auto endpoint = find(request.path);
    if (!endpoint) {
      response.status = 404;
      return;
    }
    Asked asked{request.method, request.target, {}};
    for (const auto& [name, value] : request.headers) asked.headers.emplace(lower(name), value);
    {
      const std::lock_guard lock(endpoint->mutex);
      endpoint->asked.push_back(asked);
    }
    const Reply reply = endpoint->handler(asked);
    response.status = reply.status;
    for (const auto& [name, value] : reply.headers) response.set_header(name, value);
    response.set_content(reply.body, reply.type);
  }
};

HttpServer::HttpServer() : HttpServer(std::unique_ptr<Identity>()) {}

HttpServer::HttpServer(std::unique_ptr<Identity> identity, int port) : impl_(std::make_unique<Impl>()) {
  if (identity) {
    impl_->identity = std::move(identity);
    impl_->server = std::make_unique<httplib::SSLServer>(impl_->identity->certificate, impl_->identity->key);
  } else {
    impl_->server = std::make_unique<httplib::Server>();
  }
  impl_->server->set_keep_alive_timeout(1);
  impl_->server->Get(".*",
                     [impl = impl_.get()](const httplib::Request& request, httplib::Response& response) {
                       impl->answer(request, response);
                     });
  if (port == 0) {
    impl_->port = impl_->server->bind_to_any_port("127.0.0.1");
  } else if (impl_->server->bind_to_port("127.0.0.1", port)) {
    impl_->port = port;
  }
  if (impl_->port <= 0) throw std::runtime_error("cannot listen on 127.0.0.1");
  impl_->thread = std::thread([impl = impl_.get()] { impl->server->listen_after_bind(); });
  while (!impl_->server->is_running()) std::this_thread::yield();
}

HttpServer::~HttpServer() {
  impl_->server->stop();
  impl_->thread.join();
}

HttpServer::Endpoint HttpServer::serve(const std::string& path, Handler handler) {
  auto state = std::make_shared<Endpoint::State>();
  state->handler = std::move(handler);
  const std::lock_guard lock(impl_->mutex);
  impl_->endpoints[path] = state;
  return {*this, path, std::move(state)};
}

HttpServer::Endpoint HttpServer::serve(const std::string& path, Reply reply) {
  return serve(path, [reply = std::move(reply)](const Asked&) { return reply; });
}

int HttpServer::port() const {
  return impl_->port;
}

std::string HttpServer::url(const std::string& path) const {
  return (impl_->identity ? "https" : "http") + ("://127.0.0.1:" + std::to_string(impl_->port)) + path;
}

HttpServer::Endpoint::Endpoint(HttpServer& server, std::string path, std::shared_ptr<State> state)
    : server_(&server), path_(std::move(path)), state_(std::move(state)) {}

HttpServer::Endpoint::Endpoint(Endpoint&& other) noexcept
    : server_(std::exchange(other.server_, nullptr)),
      path_(std::move(other.path_)),
      state_(std::move(other.state_)) {}

HttpServer::Endpoint::~Endpoint() {
  if (!server_) return;
  const std::lock_guard lock(server_->impl_->mutex);
  const auto found = server_->impl_->endpoints.find(path_);
  if (found != server_->impl_->endpoints.end() && found->second == state_) {
    server_->impl_->endpoints.erase(found);
  }
}

int HttpServer::Endpoint::hits() const {
  return static_cast<int>(asked().size());
}

std::vector<Asked> HttpServer::Endpoint::asked() const {
  const std::lock_guard lock(state_->mutex);
  return state_->asked;
}

}  // namespace tests
