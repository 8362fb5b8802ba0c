#include "tracker/archive/keeper.h"

#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"
#include "tests/support/thrown.h"
#include "tracker/base/error.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace tracker;
using archive::Keeper;
using archive::Store;

namespace {

archive::Batch batch_of(const std::string& page) {
  archive::Batch batch;
  batch.objects = {page};
  batch.receipts.emplace_back();
  batch.receipts[0].source = "news";
  batch.receipts[0].url = page;
  batch.receipts[0].digest = base::sha256(page);
  return batch;
}

}  // namespace

TEST_CASE("batches are on the disk, in their order, once they have been waited for") {
  const tests::TempDir dir;
  Store store(dir.path());
  Keeper keeper(store);
  for (int i = 0; i < 5; ++i) keeper.keep(batch_of("page " + std::to_string(i)));
  keeper.wait();
  CHECK_FALSE(keeper.is_busy());
  const auto receipts = store.receipts();
  REQUIRE(receipts.size() == 5);
  for (std::size_t i = 0; i < 5; ++i) CHECK(receipts[i].url == "page " + std::to_string(i));
  CHECK(store.get(base::sha256("page 4")) == "page 4");
  CHECK(store.verify().empty());
}

TEST_CASE("what goes away waits first, and leaves no process behind") {
  const tests::TempDir dir;
  Store store(dir.path());
  Keeper(store).keep(batch_of("page"));
  CHECK(store.receipts().size() == 1);
  CHECK(waitpid(-1, nullptr, WNOHANG) == -1);
}

TEST_CASE("on a full disk whoever waits is told the reason and what to do, and nothing is half-written") {
  const tests::TempDir dir;
  Store store(dir.path());
  signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  const rlimit none{0, before.rlim_max};
  setrlimit(RLIMIT_FSIZE, &none);
  Keeper keeper(store);
  keeper.keep(batch_of("page"));
  std::string why;
  try {
    keeper.wait();
  } catch (const base::Error& error) {
    why = error.what();
  }
  setrlimit(RLIMIT_FSIZE, &before);
  CHECK(why.find("cannot write ") == 0);
  CHECK(store.receipts().empty());
  CHECK(store.verify().empty());
  keeper.keep(batch_of("page"));  // it is not broken for ever
  keeper.wait();
  CHECK(store.receipts().size() == 1);
}

TEST_CASE("Ctrl-C asks the run to end, and what it was writing is written") {
  const tests::TempDir dir;
  const pid_t run = fork();
  REQUIRE(run >= 0);
  if (run == 0) {
    setpgid(0, 0);
    signal(SIGINT, SIG_IGN);
    Store store(dir.path());
    Keeper keeper(store);
    for (int i = 0; i < 20; ++i) {
      keeper.keep(batch_of("page " + std::to_string(i)));
      kill(0, SIGINT);  // to all of the group
    }
    keeper.wait();
    _exit(0);
  }
  int status = 0;
  REQUIRE(waitpid(run, &status, 0) == run);
  CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 0));
  CHECK(Store(dir.path()).receipts().size() == 20);
}
