#include "tracker/sandbox/guard.h"

#include <unistd.h>

#include <exception>
#include <new>

#include "tracker/sandbox/child.h"
#include "tracker/sandbox/parent.h"

namespace tracker::sandbox {
namespace {

void write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor, bytes.data(), bytes.size());
    if (written <= 0) ::_exit(kThrew);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

[[noreturn]] void out_of_memory() { ::_exit(kOutOfMemory); }

[[noreturn]] void child(const std::function<std::string()>& work, const GuardLimits& limits, std::size_t memory, int answer) {
  put_up_limits(limits, memory, answer, 0);
  close_network_and_calls(Calls::Memory);
  std::set_new_handler(&out_of_memory);
  try {
    const std::string result = work();
    write_all(answer, result);
    ::_exit(0);
  } catch (const std::bad_alloc&) {
    ::_exit(kOutOfMemory);
  } catch (const std::length_error&) {
    ::_exit(kOutOfMemory);
  } catch (const std::exception& error) {
    write_all(answer, std::string_view(error.what()).substr(0, 500));
    ::_exit(kThrew);
  } catch (...) {
    ::_exit(kThrew);
  }
}

}  // namespace

GuardResult run_guarded(const std::function<std::string()>& work, const GuardLimits& limits) {
  Pipe answer;
  const std::size_t memory = memory_limit(limits);
  const pid_t pid = fork_child();
  if (pid == 0) child(work, limits, memory, answer.write_end());
  answer.close_write();
  return wait_for(pid, answer.read_end(), -1, limits);
}

}  // namespace tracker::sandbox
