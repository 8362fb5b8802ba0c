#include "tracker/archive/store.h"

#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"
#include "tests/support/thrown.h"
#include "tracker/base/error.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <functional>

using namespace tracker;
using archive::Store;

namespace fs = std::filesystem;

namespace {

model::Receipt receipt(const std::string& source, const std::optional<base::Digest>& digest = std::nullopt) {
  model::Receipt receipt;
  receipt.source = source;
  receipt.url = "https://example.org/";
  receipt.digest = digest;
  return receipt;
}

fs::path object(const tests::TempDir& dir, const base::Digest& digest) {
  return dir / ("objects/" + digest.hex().substr(0, 2) + "/" + digest.hex() + ".zst");
}

std::vector<std::string> codes(const base::Findings& findings) {
  std::vector<std::string> all;
  for (const auto& finding : findings) all.push_back(finding.code);
  return all;
}

/// Runs in a process whose files may not grow past `most` bytes: what a full disk looks like. True where
/// `work` failed with a base::Error.
bool fails_when_full(rlim_t most, const std::function<void()>& work) {
  const pid_t child = fork();
  if (child == 0) {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{most, most};
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0) _exit(3);
    try {
      work();
      _exit(0);
    } catch (const base::Error&) {
      _exit(1);
    } catch (...) {
      _exit(2);
    }
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  return WEXITSTATUS(status) == 1;
}

std::string noise(std::size_t size) {
  std::string bytes;
  for (std::uint32_t state = 7; bytes.size() < size; state = state * 1664525 + 1013904223) {
    bytes += static_cast<char>(state >> 24);
  }
  return bytes;
}

}  // namespace

TEST_CASE("bytes are kept under their digest and come back") {
  tests::TempDir dir;
  Store store(dir.path());
  for (const auto& bytes :
       {std::string(), std::string("<p>page</p>"), std::string("\0\xff", 2), noise(1'000'000)}) {
    const auto digest = store.put(bytes);
    CHECK(digest == base::sha256(bytes));
    CHECK(fs::exists(object(dir, digest)));
    CHECK(store.has(digest));
    CHECK(store.get(digest) == bytes);
    CHECK(Store(dir.path()).get(digest) == bytes);
  }
  CHECK(fs::is_empty(dir / "incoming"));
  CHECK(store.verify().empty());
}

TEST_CASE("bytes that are not there are nothing") {
  tests::TempDir dir;
  const Store store(dir / "new/folder");
  CHECK_FALSE(store.get(base::sha256("x")));
  CHECK_FALSE(store.has(base::sha256("x")));
  CHECK(store.receipts().empty());
  CHECK(store.verify().empty());
}

TEST_CASE("the same bytes again change nothing") {
  tests::TempDir dir;
  Store store(dir.path());
  const auto digest = store.put("bytes");
  const auto old = fs::file_time_type::clock::now() - std::chrono::hours(100);
  fs::last_write_time(object(dir, digest), old);
  CHECK(store.put("bytes") == digest);
  CHECK(fs::last_write_time(object(dir, digest)) == old);
}

TEST_CASE("damaged bytes are never handed out") {
  tests::TempDir dir;
  Store store(dir.path());
  const auto digest = store.put("the bytes of one page");
  const auto other = store.put("the bytes of another");
  const auto file = object(dir, digest);
  const std::string name = "objects/" + digest.hex().substr(0, 2) + "/" + digest.hex() + ".zst";
  SECTION("other bytes under its name") {
    fs::copy_file(object(dir, other), file, fs::copy_options::overwrite_existing);
  }
  SECTION("cut") {
    fs::resize_file(file, fs::file_size(file) - 1);
  }
  SECTION("empty") {
    dir.write(name, "");
  }
  SECTION("no zstd") {
    dir.write(name, "the bytes of one page");
  }
  CHECK_THROWS_AS(store.get(digest), base::DataError);
  const auto findings = store.verify();
  REQUIRE(codes(findings) == std::vector<std::string>{"damaged-object"});
  CHECK(findings[0].file == file.string());
  CHECK(findings[0].severity == base::Severity::Error);
  CHECK(store.get(other) == "the bytes of another");
}

TEST_CASE("receipts come back in order") {
  tests::TempDir dir;
  Store store(dir.path());
  for (int i = 0; i < 20; ++i) store.append(receipt("s" + std::to_string(i)));
  Store(dir.path()).append(receipt("last"));
  const auto all = store.receipts();
  REQUIRE(all.size() == 21);
  CHECK(all[7].source == "s7");
  CHECK(all[20].source == "last");
}

TEST_CASE("a last line that a killed run left is passed over, and cut off before the next") {
  tests::TempDir dir;
  Store store(dir.path());
  store.append(receipt("one"));
  const std::string whole = tests::read_file(dir / "receipts.jsonl");
  const auto half = GENERATE(std::string("{"), std::string("{\"source\":\"ha"), std::string(200'000, 'x'));
  dir.write("receipts.jsonl", whole + half);
  CHECK(store.receipts().size() == 1);
  CHECK(store.verify().empty());
  store.append(receipt("two"));
  const auto all = store.receipts();
  REQUIRE(all.size() == 2);
  CHECK(all[1].source == "two");
  CHECK(tests::read_file(dir / "receipts.jsonl").substr(0, whole.size()) == whole);
}

TEST_CASE("a log that holds nothing but a half line begins anew") {
  tests::TempDir dir;
  Store store(dir.path());
  dir.write("receipts.jsonl", "{\"sou");
  CHECK(store.receipts().empty());
  store.append(receipt("one"));
  CHECK(store.receipts().size() == 1);
}

TEST_CASE("a damaged line in the log is named by its number") {
  tests::TempDir dir;
  Store store(dir.path());
  store.append(receipt("one"));
  const std::string line = tests::read_file(dir / "receipts.jsonl");
  const auto damage = GENERATE(std::string("garbage"), std::string(), std::string("\0\0\0", 3));
  dir.write("receipts.jsonl", line + damage + "\n" + line);
  CHECK_THROWS_AS(store.receipts(), base::DataError);
  CHECK(tests::message_of([&] { store.receipts(); }) ==
        (dir / "receipts.jsonl").string() + ":2: not a receipt: no JSON");
  const auto findings = store.verify();
  REQUIRE(codes(findings) == std::vector<std::string>{"damaged-receipt"});
  CHECK(findings[0].line == 2);
}

TEST_CASE("a receipt whose bytes are gone is found") {
  tests::TempDir dir;
  Store store(dir.path());
  const auto digest = store.put("bytes");
  store.append(receipt("one", digest));
  store.append(receipt("two"));
  CHECK(store.verify().empty());
  fs::remove(object(dir, digest));
  const auto findings = store.verify();
  REQUIRE(codes(findings) == std::vector<std::string>{"missing-object"});
  CHECK(findings[0].line == 1);
  CHECK(findings[0].message == "the archive has no bytes " + digest.hex() + " of source one");
}

TEST_CASE("what does not belong into the archive is pointed at") {
  tests::TempDir dir;
  Store store(dir.path());
  const auto digest = store.put("bytes");
  dir.write("objects/notes.txt", "x");
  dir.write("objects/zz/" + digest.hex() + ".zst", "x");
  fs::create_symlink(object(dir, digest),
                     object(dir, base::sha256("elsewhere")).parent_path().string() + ".zst");
  CHECK(codes(store.verify()) == std::vector<std::string>(3, "stray-file"));
}

TEST_CASE("what killed runs left is removed once it is a day old") {
  tests::TempDir dir;
  dir.write("incoming/young", "x");
  dir.write("incoming/old", "x");
  fs::last_write_time(dir / "incoming/old", fs::file_time_type::clock::now() - std::chrono::hours(25));
  const Store store(dir.path());
  CHECK(fs::exists(dir / "incoming/young"));
  CHECK_FALSE(fs::exists(dir / "incoming/old"));
}

TEST_CASE("a full disk is an error, and nothing half is kept") {
  tests::TempDir dir;
  Store store(dir.path());
  const auto kept = store.put("kept before");
  store.append(receipt("one", kept));
  const std::string log = tests::read_file(dir / "receipts.jsonl");
  const std::string large = noise(100'000);

  CHECK(fails_when_full(50'000, [&] { Store(dir.path()).put(large); }));
  CHECK_FALSE(store.has(base::sha256(large)));
  CHECK(fs::is_empty(dir / "incoming"));

  CHECK(fails_when_full(log.size() + 30, [&] { Store(dir.path()).append(receipt("two")); }));
  CHECK(tests::read_file(dir / "receipts.jsonl") == log);

  CHECK(store.verify().empty());
  CHECK(store.get(store.put(large)) == large);
  store.append(receipt("two"));
  CHECK(store.receipts().size() == 2);
}

TEST_CASE("a place where no archive can be is an error with the path") {
  tests::TempDir dir;
  dir.write("file", "x");
  CHECK(tests::message_of([&] { Store store(dir / "file"); }) ==
        "cannot make the folder " + (dir / "file/objects").string() + ": Not a directory");
  Store store(dir.path());
  fs::create_directories(dir / "receipts.jsonl");
  CHECK_THROWS_AS(store.append(receipt("one")), base::Error);
}

TEST_CASE("appends from several processes at once do not mix") {
  tests::TempDir dir;
  std::vector<pid_t> children;
  for (int child = 0; child < 4; ++child) {
    children.push_back(fork());
    if (children.back() == 0) {
      try {
        Store store(dir.path());
        for (int i = 0; i < 25; ++i) store.append(receipt("s", store.put(std::to_string(i))));
        _exit(0);
      } catch (...) {
        _exit(1);
      }
    }
  }
  for (const pid_t child : children) {
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(status == 0);
  }
  const Store store(dir.path());
  CHECK(store.receipts().size() == 100);
  CHECK(store.verify().empty());
}

TEST_CASE("a batch is kept as a whole: objects once each, lines in order") {
  const tests::TempDir dir;
  archive::Store store(dir.path());
  archive::Batch batch;
  batch.objects = {"one", "two", "one"};
  for (const char* bytes : {"one", "two"}) {
    model::Receipt receipt;
    receipt.source = bytes;
    receipt.url = "https://example.org/";
    receipt.outcome = model::FetchOutcome::Fetched;
    receipt.digest = base::sha256(bytes);
    batch.receipts.push_back(receipt);
  }
  model::RobotsCopy copy;
  copy.origin = "https://example.org";
  batch.robots = {copy, copy};
  batch.robots[1].status = 404;
  store.keep(batch);
  store.keep(batch);
  CHECK(store.get(base::sha256("one")) == "one");
  CHECK(store.get(base::sha256("two")) == "two");
  CHECK(store.receipts().size() == 4);
  CHECK(store.receipts()[1].source == "two");
  REQUIRE(store.robots().size() == 1);
  CHECK(store.robots()[0].status == 404);
  CHECK(store.verify().empty());
  CHECK(std::filesystem::is_empty(dir / "incoming"));
}

TEST_CASE("of what hosts asked for the latest is kept, and verify names a line that is none") {
  const tests::TempDir dir;
  archive::Store store(dir.path());
  archive::Batch batch;
  const auto noon = *base::from_rfc3339("2024-02-01T12:00:00Z");
  batch.waits = {{"b.example", noon, "first"}, {"a.example", noon, "only"}, {"b.example", noon + std::chrono::hours(1), "last"}};
  store.keep(batch);
  CHECK(store.waits() == std::vector<archive::HostWait>{batch.waits[1], batch.waits[2]});
  CHECK(store.verify().empty());
  std::ofstream(dir / "waits.jsonl", std::ios::app) << "{}\n";
  CHECK(store.waits().size() == 2);
  REQUIRE(store.verify().size() == 1);
  CHECK(store.verify()[0].line == 4);
}

TEST_CASE("verify looks for certificates and robots files too") {
  const tests::TempDir dir;
  archive::Store store(dir.path());
  archive::Batch batch;
  model::Receipt receipt;
  receipt.source = "news";
  receipt.chain = base::sha256("no such chain");
  batch.receipts = {receipt};
  model::RobotsCopy copy;
  copy.origin = "https://example.org";
  copy.digest = base::sha256("no such file");
  batch.robots = {copy};
  store.keep(batch);
  const auto findings = store.verify();
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].code == "missing-object");
  CHECK(findings[0].message == "the archive has no bytes " + base::sha256("no such chain").hex() + " of source news");
  CHECK(findings[1].message == "the archive has no bytes " + base::sha256("no such file").hex() +
                                   " of the robots.txt of https://example.org");
}
