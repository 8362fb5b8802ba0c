// The review in a terminal, in a pseudo-terminal of its own: keys in, screen out, and the terminal as it was afterwards.
#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "tests/support/catch.h"
#include "tests/tracker/command/waiting.h"
#include "tracker/command/cli.h"

using tests::Project;
using tests::Says;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const Says kVerdict{.person = "Proba Probayev", .date = "2024-01-20", .articles = {"12.1"}, .months = 36, .place = "Port",
                    .quote = "Proba Probayev got three years."};

class Window {
 public:
  Window(const Project& project, unsigned short rows, unsigned short columns, const char* editor = "true") {
    winsize size{rows, columns, 0, 0};
    child_ = ::forkpty(&terminal_, nullptr, nullptr, &size);
    REQUIRE(child_ >= 0);
    if (child_ != 0) return;
    ::setenv("EDITOR", editor, 1);
    ::unsetenv("VISUAL");
    ::unsetenv("NO_COLOR");
    const std::string root = project.root().string();
    const std::array<const char*, 6> words = {"tracker", "--root", root.c_str(), "--now", project.now.c_str(), "review"};
    const int code = tracker::command::run(words.size(), words.data(), std::cout, std::cerr);
    std::cout.flush();
    ::_exit(code);
  }
  ~Window() {
    ::close(terminal_);
    if (!ended_) {
      ::kill(child_, SIGKILL);
      ::waitpid(child_, nullptr, 0);
    }
  }
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  void press(std::string_view keys) const { REQUIRE(::write(terminal_, keys.data(), keys.size()) == static_cast<ssize_t>(keys.size())); }
  void signal(int number) const { ::kill(child_, number); }
  void resize(unsigned short rows, unsigned short columns) const {
    const winsize size{rows, columns, 0, 0};
    ::ioctl(terminal_, TIOCSWINSZ, &size);
  }

  /// What was shown since, up to the text; fails after ten seconds without it.
  std::string until(const std::string& text) {
    std::string shown;
    while (!holds(shown, text)) {
      pollfd ready{terminal_, POLLIN, 0};
      INFO(shown);
      REQUIRE(::poll(&ready, 1, 10'000) > 0);
      std::array<char, 4096> buffer{};
      const auto length = ::read(terminal_, buffer.data(), buffer.size());
      REQUIRE(length > 0);
      shown.append(buffer.data(), static_cast<std::size_t>(length));
    }
    return shown;
  }

  /// Everything up to the end, and the exit code.
  std::string finish(int& code) {
    std::string shown;
    std::array<char, 4096> buffer{};
    while (true) {
      const auto length = ::read(terminal_, buffer.data(), buffer.size());
      if (length <= 0) break;  // EIO: the other side is gone
      shown.append(buffer.data(), static_cast<std::size_t>(length));
    }
    int status = 0;
    ::waitpid(child_, &status, 0);
    ended_ = true;
    code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return shown;
  }

 private:
  int terminal_ = -1;
  pid_t child_ = -1;
  bool ended_ = false;
};

const char* const kBack = "\x1b[?25h\x1b[?1049l";

}  // namespace

TEST_CASE("a proposal is shown, accepted, taken back and accepted again, and the terminal is given back") {
  Project project;
  tests::let_wait(project, {kVerdict});
  const auto before = project.read("cases/harbour.toml");
  Window window(project, 30, 100);
  const auto first = window.until("q quit");
  CHECK(holds(first, "\x1b[?1049h"));
  CHECK(holds(first, "Test Person One (xx-0001)"));
  CHECK(holds(first, "\x1b[7mProba Probayev got three years.\x1b[0m"));
  window.press("a");
  window.until("Nothing waits for a decision");
  CHECK(holds(project.read("cases/harbour.toml"), "type = \"sentenced\""));
  window.press("u");
  window.until("taken back");
  CHECK(project.read("cases/harbour.toml") == before);
  window.press("a");
  window.until("Nothing waits for a decision");
  window.press("q");
  int code = -1;
  const auto last = window.finish(code);
  CHECK(code == 0);
  CHECK(holds(last, kBack));
  CHECK(holds(last, "review: 1 waited, 0 wait now"));
}

TEST_CASE("an edited event is written, and an editor that fails changes nothing") {
  Project project;
  tests::let_wait(project, {kVerdict});
  {
    Window window(project, 24, 80, "false");
    window.until("q quit");
    window.press("e");
    window.until("the editor ended with 1; nothing was changed");
  }
  CHECK_FALSE(holds(project.read("cases/harbour.toml"), "sentenced"));
  Window window(project, 24, 80, "sed -i s/imprisonment/suspended/");
  window.until("q quit");
  window.press("e");
  window.until("Nothing waits for a decision");
  CHECK(holds(project.read("cases/harbour.toml"), "kind = \"suspended\""));
}

TEST_CASE("a reason is typed and written down") {
  Project project;
  tests::let_wait(project, {kVerdict});
  Window window(project, 24, 80);
  window.until("q quit");
  window.press("r");
  window.until("Reason: _");
  window.press("Қате\x7f" "е\r");
  window.until("rejected: Қате");
  const auto rulings = tests::read_tree(project.content() / "rulings");
  REQUIRE(rulings.size() == 1);
  CHECK(holds(rulings.begin()->second, "reason = \"Қате\""));
}

TEST_CASE("the window follows its size, down to one line") {
  Project project;
  tests::let_wait(project, {kVerdict});
  Window window(project, 24, 80);
  window.until("q quit");
  for (const unsigned short rows : std::array<unsigned short, 4>{40, 7, 3, 1}) {
    window.resize(rows, rows == 1 ? 5 : 60);
    window.until("\x1b[J");
  }
  window.press("q");
  int code = -1;
  window.finish(code);
  CHECK(code == 0);
}

TEST_CASE("a signal that ends the program gives the terminal back first") {
  for (const int number : {SIGTERM, SIGHUP, SIGINT}) {
    Project project;
    tests::let_wait(project, {kVerdict});
    Window window(project, 24, 80);
    window.until("q quit");
    window.signal(number);
    int code = -1;
    CHECK(holds(window.finish(code), kBack));
    CHECK(code == 0);
  }
}
