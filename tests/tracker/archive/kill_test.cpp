// The archive under kill -9: whatever the moment, what was acknowledged is there and nothing half is.
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"
#include "tracker/archive/store.h"

#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <new>
#include <random>

using namespace tracker;
using archive::Store;

namespace {

/// A counter that a killed process leaves behind.
class SharedCounter {
 public:
  SharedCounter() {
    void* page =
        mmap(nullptr, sizeof(std::atomic<int>), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    REQUIRE(page != MAP_FAILED);
    counter_ = new (page) std::atomic<int>(0);
  }
  ~SharedCounter() { munmap(counter_, sizeof(std::atomic<int>)); }
  SharedCounter(const SharedCounter&) = delete;
  SharedCounter& operator=(const SharedCounter&) = delete;
  std::atomic<int>& operator*() { return *counter_; }

 private:
  std::atomic<int>* counter_ = nullptr;
};

/// Puts and appends until it is killed; counts what the store has promised to keep.
[[noreturn]] void work(const std::filesystem::path& folder, int seed, std::atomic<int>& kept) {
  try {
    Store store(folder);
    std::mt19937 random(static_cast<unsigned>(seed));
    for (;;) {
      std::string bytes(random() % 30'000, '\0');
      for (char& c : bytes) c = static_cast<char>(random());
      model::Receipt receipt;
      receipt.source = std::to_string(seed);
      receipt.url = "https://example.org/" + std::string(random() % 2'000, 'a');
      receipt.digest = store.put(bytes);
      store.append(receipt);
      ++kept;
    }
  } catch (...) {
    _exit(1);
  }
}

}  // namespace

TEST_CASE("a run that is killed at any moment leaves a whole archive") {
  tests::TempDir dir;
  SharedCounter kept;
  std::mt19937 random(42);
  // At least 60 kills; more where a busy disk lets too little be written for the test to mean much.
  for (int round = 0; round < 60 || (*kept <= 20 && round < 400); ++round) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) work(dir.path(), round, *kept);
    usleep(static_cast<useconds_t>(1'000 + random() % (15'000 + 1'000U * static_cast<unsigned>(round))));
    kill(child, SIGKILL);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));

    const auto receipts = Store(dir.path()).receipts();
    // The last append may have been done without its having been told.
    const int known = static_cast<int>(receipts.size());
    REQUIRE(known >= *kept);
    REQUIRE(known <= *kept + 1);
    *kept = known;
  }
  CHECK(Store(dir.path()).verify().empty());
  CHECK(*kept > 20);
}
