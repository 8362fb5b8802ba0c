// The preview, in a child process as a person runs it: it answers on 127.0.0.1 and ends when it is told to.
#include "sitegen/output/serve.h"

#include <arpa/inet.h>
#include <httplib.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sitegen/output/tree.h"
#include "tests/sitegen/output/write_tree.h"
#include "tests/support/catch.h"
#include "tests/support/project.h"
#include "tests/support/thrown.h"
#include "tracker/base/error.h"

namespace fs = std::filesystem;

namespace {

/// `serve` in a child process; told to stop at the end.
class Preview {
 public:
  explicit Preview(const fs::path& folder) {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    child_ = fork();
    REQUIRE(child_ >= 0);
    if (child_ == 0) {
      try {
        sitegen::output::serve(folder, 0, [&](int port) {
          if (write(ends[1], &port, sizeof port) != sizeof port) _exit(3);
        });
      } catch (...) {
        _exit(1);
      }
      _exit(0);
    }
    close(ends[1]);
    REQUIRE(read(ends[0], &port_, sizeof port_) == sizeof port_);
    close(ends[0]);
  }
  ~Preview() {
    if (child_ > 0) stop(SIGKILL);
  }

  int port() const { return port_; }
  int stop(int signal) {
    kill(child_, signal);
    int status = 0;
    waitpid(child_, &status, 0);
    child_ = -1;
    return status;
  }

 private:
  pid_t child_ = -1;
  int port_ = 0;
};

}  // namespace

TEST_CASE("a built site is answered for on 127.0.0.1, and what is not there with its own 404 page") {
  const tests::TempDir dir;
  tests::write_tree({{"index.html", "<p>Home</p>"},
                               {"people/a.html", "<p>A</p>"},
                               {"404.html", "<p>Nothing here</p>"},
                               {"feeds/changes.xml", "<rss/>"},
                               {"data/people.csv", "id\r\n"}},
                              dir / "public");
  dir.write("secret.txt", "secret");
  Preview preview(dir / "public");
  httplib::Client client("127.0.0.1", preview.port());
  const auto home = client.Get("/");
  REQUIRE(home);
  CHECK(home->status == 200);
  CHECK(home->body == "<p>Home</p>");
  CHECK(home->get_header_value("Content-Type") == "text/html; charset=utf-8");
  CHECK(home->get_header_value("Referrer-Policy") == "no-referrer");
  CHECK(client.Get("/people/a.html")->body == "<p>A</p>");
  CHECK(client.Get("/feeds/changes.xml")->get_header_value("Content-Type") ==
        "application/rss+xml; charset=utf-8");
  CHECK(client.Get("/data/people.csv")->get_header_value("Content-Type") == "text/csv; charset=utf-8");
  for (const char* path :
       {"/none.html", "/../secret.txt", "/%2e%2e/secret.txt", "/people/../../secret.txt"}) {
    const auto missing = client.Get(path);
    INFO(path);
    REQUIRE(missing);
    CHECK(missing->status == 404);
    CHECK(missing->body.find("secret") == std::string::npos);
  }
  CHECK(client.Get("/none.html")->body == "<p>Nothing here</p>");
}

TEST_CASE("the preview ends with exit code 0 when it is told to, even at once") {
  const tests::TempDir dir;
  tests::write_tree({{"index.html", "x"}}, dir / "public");
  for (const int signal : {SIGTERM, SIGINT, SIGTERM, SIGTERM, SIGINT}) {
    Preview preview(dir / "public");
    alarm(20);  // a preview that does not end must not hold up the tests for ever
    const int status = preview.stop(signal);
    alarm(0);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
  }
}

TEST_CASE("a folder that is no site and a port that is taken are told before anything is served") {
  const tests::TempDir dir;
  dir.write("public/index.html", "not ours");
  CHECK_THROWS_AS(sitegen::output::serve(dir / "public", 0, [](int) {}), tracker::base::Error);
  tests::write_tree({{"index.html", "x"}}, dir / "site");
  const int taken = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  REQUIRE(bind(taken, reinterpret_cast<sockaddr*>(&address), size) == 0);
  REQUIRE(listen(taken, 1) == 0);
  REQUIRE(getsockname(taken, reinterpret_cast<sockaddr*>(&address), &size) == 0);
  const int port = ntohs(address.sin_port);
  CHECK(tests::message_of([&] { sitegen::output::serve(dir / "site", port, [](int) {}); }) ==
        "serve: cannot listen on 127.0.0.1 port " + std::to_string(port));
  close(taken);
}
