#include "tracker/archive/lock.h"

#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"
#include "tracker/base/error.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <optional>

using namespace tracker;
using archive::Lock;

namespace {

/// The message of a lock that is not given, or "" where it is.
std::string refusal(const std::filesystem::path& folder) {
  try {
    Lock lock(folder);
    return {};
  } catch (const base::Error& error) {
    if (std::string(error.what()).find(" is in use by ") != std::string::npos) {
      CHECK(error.hint() == "wait until it has ended, then run this again");
    }
    return error.what();
  }
}

/// A process that holds the lock until it is killed.
class Holder {
 public:
  explicit Holder(const std::filesystem::path& folder) {
    int ready[2];
    REQUIRE(pipe(ready) == 0);
    pid_ = fork();
    if (pid_ == 0) {
      const Lock lock(folder);
      const char done = 'x';
      if (write(ready[1], &done, 1) == 1) pause();
      _exit(1);
    }
    char done = 0;
    REQUIRE(read(ready[0], &done, 1) == 1);
    close(ready[0]);
    close(ready[1]);
  }
  ~Holder() { end(); }
  void end() {
    if (pid_ > 0) {
      kill(pid_, SIGKILL);
      waitpid(pid_, nullptr, 0);
    }
    pid_ = 0;
  }
  pid_t pid() const { return pid_; }

 private:
  pid_t pid_ = 0;
};

}  // namespace

TEST_CASE("the second of two processes is told who holds the lock") {
  tests::TempDir dir;
  Holder holder(dir.path());
  CHECK(refusal(dir.path()) == dir.path().string() + " is in use by process " + std::to_string(holder.pid()));
}

TEST_CASE("the lock of a killed process is free") {
  tests::TempDir dir;
  Holder holder(dir.path());
  holder.end();
  CHECK(refusal(dir.path()) == "");
}

TEST_CASE("a lock is held until its end, and by one even within a process") {
  tests::TempDir dir;
  {
    std::optional<Lock> first(dir.path());
    const Lock moved(std::move(*first));
    first.reset();
    CHECK(refusal(dir.path()) == dir.path().string() + " is in use by process " + std::to_string(getpid()));
  }
  CHECK(refusal(dir.path()) == "");
}

TEST_CASE("a lock file that says nonsense is overwritten, whoever wrote it") {
  tests::TempDir dir;
  dir.write("lock", "\x1b[2Jnonsense that is longer than any number\n");
  const Lock lock(dir.path());
  CHECK(tests::read_file(dir / "lock") == std::to_string(getpid()) + "\n");
}

TEST_CASE("nonsense in the lock file is not repeated") {
  tests::TempDir dir;
  const Lock lock(dir.path());
  const auto text = GENERATE(as<std::string>(), "", "12", "\n", "12x\n", "\x1b[2J\n");
  dir.write("lock", text);
  CHECK(refusal(dir.path()) == dir.path().string() + " is in use by another process");
}

TEST_CASE("a folder that is missing is made, and one that cannot be is an error") {
  tests::TempDir dir;
  CHECK(refusal(dir / "new/folder") == "");
  dir.write("file", "x");
  CHECK(refusal(dir / "file").find("cannot ") == 0);
}
