#include "sitegen/output/processes.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <new>
#include <optional>

#include "tracker/base/error.h"

namespace sitegen::output {
namespace {

using tracker::base::Error;
using tracker::base::UsageError;

/// One message: which piece of work, how it went, and its result or its complaint.
struct Head {
  std::uint64_t index = 0;
  std::uint64_t size = 0;
  std::uint64_t hint = 0;  // bytes at the end of a complaint that are its hint
  enum Kind : std::uint64_t { Result, Failed, WrongCall } kind = Result;
};

/// The pieces of work that nobody has begun, counted by all processes together. Some begin at the front, some at the back:
/// neighbours are alike, and what a process has worked out for one serves the next.
class Counter {
 public:
  explicit Counter(std::size_t count) {
    void* memory = ::mmap(nullptr, sizeof(Left), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw Error(std::string("site: cannot share memory: ") + std::strerror(errno));
    left_ = new (memory) Left(static_cast<std::uint64_t>(count));
  }
  ~Counter() { ::munmap(left_, sizeof *left_); }
  Counter(const Counter&) = delete;
  Counter& operator=(const Counter&) = delete;

  std::optional<std::size_t> take(bool from_back) {
    auto left = left_->load();
    for (;;) {
      const std::uint64_t front = left >> 32, back = left & 0xffffffff;
      if (front >= back) return std::nullopt;
      const std::uint64_t next = from_back ? front << 32 | (back - 1) : (front + 1) << 32 | back;
      if (left_->compare_exchange_weak(left, next)) return from_back ? back - 1 : front;
    }
  }

 private:
  using Left = std::atomic<std::uint64_t>;  // the first piece in the upper half, the one after the last in the lower
  static_assert(Left::is_always_lock_free);
  Left* left_ = nullptr;
};

bool write_whole(int pipe, const char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t written = ::write(pipe, bytes, size);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes += written;
    size -= static_cast<std::size_t>(written);
  }
  return true;
}

bool send(int pipe, Head head, const std::string& bytes) {
  head.size = bytes.size();
  return write_whole(pipe, reinterpret_cast<const char*>(&head), sizeof head) && write_whole(pipe, bytes.data(), bytes.size());
}

[[noreturn]] void work_until_done(int pipe, Counter& counter, bool from_back,
                                  const std::function<std::string(std::size_t)>& work) {
  ::signal(SIGPIPE, SIG_IGN);
  for (auto index = counter.take(from_back); index; index = counter.take(from_back)) {
    Head head{.index = *index};
    std::string bytes;
    try {
      bytes = work(*index);
    } catch (const Error& error) {
      head.kind = dynamic_cast<const UsageError*>(&error) ? Head::WrongCall : Head::Failed;
      head.hint = error.hint().size();
      bytes = error.what() + error.hint();
    } catch (const std::exception& error) {
      head.kind = Head::Failed;
      bytes = error.what();
    }
    if (!send(pipe, head, bytes) || head.kind != Head::Result) break;
  }
  // Not exit(): what the parent has open and buffered is the parent's to close and write.
  ::_exit(0);
}

class Worker {
 public:
  Worker(Counter& counter, bool from_back, const std::function<std::string(std::size_t)>& work) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw Error(std::string("site: cannot make a pipe: ") + std::strerror(errno));
    // A worker goes on while the other side has something else to do. Where the system allows no more, it waits sooner.
    static_cast<void>(::fcntl(ends[0], F_SETPIPE_SZ, 1 << 20));
    process_ = ::fork();
    if (process_ == 0) {
      ::close(ends[0]);
      work_until_done(ends[1], counter, from_back, work);
    }
    ::close(ends[1]);
    pipe_ = ends[0];
    if (process_ < 0) {
      ::close(pipe_);
      throw Error(std::string("site: cannot start a process: ") + std::strerror(errno));
    }
  }
  ~Worker() {
    if (pipe_ >= 0) ::close(pipe_);
    if (process_ > 0) {
      ::kill(process_, SIGKILL);
      ::waitpid(process_, nullptr, 0);
    }
  }
  Worker(Worker&& other) noexcept : process_(std::exchange(other.process_, -1)), pipe_(std::exchange(other.pipe_, -1)), buffer_(std::move(other.buffer_)) {}
  Worker& operator=(Worker&&) = delete;

  int pipe() const { return pipe_; }
  bool is_open() const { return pipe_ >= 0; }

  /// Takes what has come; false at the end.
  bool receive(const std::function<void(const Head&, std::string)>& take) {
    std::array<char, 1 << 16> piece;
    const ssize_t got = ::read(pipe_, piece.data(), piece.size());
    if (got < 0 && errno == EINTR) return true;
    if (got <= 0) {
      ::close(std::exchange(pipe_, -1));
      return false;
    }
    buffer_.append(piece.data(), static_cast<std::size_t>(got));
    std::size_t at = 0;
    while (buffer_.size() - at >= sizeof(Head)) {
      Head head;
      std::memcpy(&head, buffer_.data() + at, sizeof head);
      if (buffer_.size() - at - sizeof head < head.size) break;
      take(head, buffer_.substr(at + sizeof head, head.size));
      at += sizeof head + head.size;
    }
    buffer_.erase(0, at);
    return true;
  }

 private:
  pid_t process_ = -1;
  int pipe_ = -1;
  std::string buffer_;
};

[[noreturn]] void throw_again(const Head& head, const std::string& bytes) {
  const std::string what = bytes.substr(0, bytes.size() - head.hint), hint = bytes.substr(bytes.size() - head.hint);
  if (head.kind == Head::WrongCall) throw UsageError(what, hint);
  throw Error(what, hint);
}

}  // namespace

struct Crew::Impl {
  std::size_t count = 0;
  std::function<std::string(std::size_t)> work;
  Counter counter;
  std::vector<Worker> workers;  // after what they use
};

Crew::Crew(std::size_t count, int jobs, std::function<std::string(std::size_t)> work)
    : impl_(new Impl{count, std::move(work), Counter(count), {}}) {
  if (jobs <= 1 || count < 2) return;
  for (int i = 0; i < jobs; ++i) impl_->workers.emplace_back(impl_->counter, i % 2 == 1, impl_->work);
}
Crew::~Crew() = default;

std::vector<std::string> Crew::results() {
  std::vector<std::string> results(impl_->count);
  if (impl_->workers.empty()) {
    for (std::size_t i = 0; i < results.size(); ++i) results[i] = impl_->work(i);
    return results;
  }
  std::size_t missing = results.size();
  for (;;) {
    std::vector<pollfd> polled;
    std::vector<Worker*> open;
    for (auto& worker : impl_->workers)
      if (worker.is_open()) {
        polled.push_back({worker.pipe(), POLLIN, 0});
        open.push_back(&worker);
      }
    if (open.empty()) break;
    if (::poll(polled.data(), polled.size(), -1) < 0 && errno != EINTR)
      throw Error(std::string("site: cannot wait for a process: ") + std::strerror(errno));
    for (std::size_t i = 0; i < open.size(); ++i)
      if (polled[i].revents != 0)
        open[i]->receive([&](const Head& head, std::string bytes) {
          if (head.kind != Head::Result) throw_again(head, bytes);
          results.at(head.index) = std::move(bytes);
          --missing;
        });
  }
  if (missing > 0)
    throw Error("site: a process that made pages died",
                "it may have run out of memory: try `sitegen build --jobs 1`; the site that stood there is untouched");
  return results;
}

}  // namespace sitegen::output
