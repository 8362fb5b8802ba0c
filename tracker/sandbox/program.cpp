// Programs of others, run as children.
#include <sys/mman.h>
#include <unistd.h>

#include <array>

#include "tracker/sandbox/child.h"
#include "tracker/sandbox/parent.h"

namespace tracker::sandbox {

GuardResult run_program(const std::vector<std::string>& arguments, std::string_view input, const GuardLimits& limits) {
  const int file = ::memfd_create("document", MFD_CLOEXEC);
  if (file < 0) fail_to("make a file in memory");
  for (std::size_t at = 0; at < input.size();) {
    const auto written = ::write(file, input.data() + at, input.size() - at);
    if (written <= 0) {
      ::close(file);
      fail_to("fill a file in memory");
    }
    at += static_cast<std::size_t>(written);
  }
  ::lseek(file, 0, SEEK_SET);
  Pipe answer, errors;
  std::vector<char*> argv;
  for (const auto& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  std::array<char*, 4> environment{const_cast<char*>("PATH=/usr/bin:/bin"), const_cast<char*>("LC_ALL=C.UTF-8"),
                                   const_cast<char*>("HOME=/nonexistent"), nullptr};
  const std::size_t memory = limits.memory + 64UL * 1024 * 1024;  // its own code and libraries
  const pid_t pid = fork_child();
  if (pid == 0) {
    ::dup2(file, 0);
    ::dup2(answer.write_end(), 1);
    ::dup2(errors.write_end(), 2);
    put_up_limits(limits, 0, 2, 3);
    close_network_and_calls(Calls::Program);
    limit_memory(memory);  // of the program: what stands here until then may need more, as with a sanitizer
    ::execvpe(argv[0], argv.data(), environment.data());
    ::_exit(kNoProgram);
  }
  ::close(file);
  answer.close_write();
  errors.close_write();
  return wait_for(pid, answer.read_end(), errors.read_end(), limits);
}

}  // namespace tracker::sandbox
