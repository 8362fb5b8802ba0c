// An HTTP server on 127.0.0.1 for tests, on a port of its own. It answers only where an Endpoint lives, and
// counts what it was asked, so that a test can also show that it was not.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/authority.h"

namespace tests {

struct Asked {
  std::string method;
  std::string path;                            // with query
  std::map<std::string, std::string> headers;  // lower-case names
};

struct Reply {
  int status = 200;
  std::string body;
  std::map<std::string, std::string> headers;
  std::string type = "text/html; charset=utf-8";
};

class HttpServer {
 public:
  HttpServer();
  /// Speaks TLS with this certificate; on a port where another was before, if one is given.
  explicit HttpServer(std::unique_ptr<Identity> identity, int port = 0);
  ~HttpServer();

  /// Answers on one path as long as it lives; must not outlive the server.
  class Endpoint {
   public:
    ~Endpoint();
    Endpoint(Endpoint&&) noexcept;
    int hits() const;
    /// The requests so far, in order.
    std::vector<Asked> asked() const;

   private:
    friend class HttpServer;
    struct State;
    Endpoint(HttpServer& server, std::string path, std::shared_ptr<State> state);
    HttpServer* server_;
    std::string path_;
    std::shared_ptr<State> state_;
  };

  using Handler = std::function<Reply(const Asked&)>;
  [[nodiscard]] Endpoint serve(const std::string& path, Handler handler);
  [[nodiscard]] Endpoint serve(const std::string& path, Reply reply);

  int port() const;
  /// "http://127.0.0.1:PORT" and the path.
  std::string url(const std::string& path) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace tests
