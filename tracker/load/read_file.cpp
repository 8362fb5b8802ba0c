#include "tracker/load/read_file.h"

#include "tracker/load/report.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace tracker::load {
namespace {

class Descriptor {
 public:
  explicit Descriptor(const std::filesystem::path& file)
      // Not blocking, because opening a pipe would wait for its other end; no link, because links were
      // followed before.
      : number_(open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)) {}
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }

 private:
  int number_;
};

Fault unreadable(int error) {
  return {"unreadable",
          "the file cannot be read: " + std::generic_category().message(error),
          "look at its permissions",
          {}};
}

Fault too_large(std::size_t size, std::size_t largest) {
  return {"too-large",
          "the file has " + std::to_string(size) + " bytes; at most " + std::to_string(largest) + " are read",
          "content is text: split the file, or keep the document among the sources",
          {}};
}

bool is_below(const std::filesystem::path& root, const std::filesystem::path& file) {
  return std::mismatch(root.begin(), root.end(), file.begin(), file.end()).first == root.end();
}

}  // namespace

std::optional<Fault> follow_link(const std::filesystem::path& root, const std::filesystem::path& entry,
                                 std::filesystem::path& target) {
  target = entry;
  std::error_code error;
  if (std::filesystem::symlink_status(entry, error).type() != std::filesystem::file_type::symlink)
    return std::nullopt;
  target = std::filesystem::canonical(entry, error);
  if (error)
    return Fault{"dead-link", "the link leads to no file: " + error.message(), "remove it or mend it", {}};
  if (is_below(root, target)) return std::nullopt;
  return Fault{"link-leaves-content",
               "the link leads out of the content folder, to " + in_quotes(target.string()),
               "put a copy in its place",
               {}};
}

std::optional<Fault> read_bounded(const std::filesystem::path& file, std::size_t largest,
                                  std::string& bytes) {
  const Descriptor descriptor(file);
  if (descriptor.number() < 0) return unreadable(errno);
  struct stat status {};
  if (fstat(descriptor.number(), &status) != 0) return unreadable(errno);
  if (!S_ISREG(status.st_mode))
    return Fault{"no-file", "this is a device, pipe or socket, not a file", "remove it", {}};
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > largest) return too_large(size, largest);
  // The file may grow while it is read: one byte more than allowed is asked for, never more.
  bytes.resize(largest + 1 < size + 4096 ? largest + 1 : size + 4096);
  std::size_t filled = 0;
  while (true) {
    const auto count = read(descriptor.number(), bytes.data() + filled, bytes.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return unreadable(errno);
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
    if (filled > largest) return too_large(filled, largest);
    if (filled == bytes.size()) bytes.resize(std::min(largest + 1, 2 * bytes.size()));
  }
  bytes.resize(filled);
  return std::nullopt;
}

}  // namespace tracker::load
