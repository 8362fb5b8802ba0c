// Objects are written beside, in `incoming`, and renamed; the log is only ever appended to, under a lock of
// its own, so that two processes that forgot archive::Lock still cannot cut each other's lines.
#include "tracker/archive/store.h"

#include "tracker/archive/file.h"
#include "tracker/archive/object.h"
#include "tracker/base/error.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <functional>
#include <map>
#include <set>

namespace tracker::archive {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSuffix = ".zst";
constexpr const char* kReceipts = "receipts.jsonl";
constexpr const char* kRobots = "robots.jsonl";
constexpr const char* kReadings = "readings.jsonl";
constexpr const char* kWaits = "waits.jsonl";

void require_size(std::string_view bytes) {
  if (bytes.size() <= static_cast<std::size_t>(kMostBytes)) return;
  throw base::Error("the archive takes at most " + std::to_string(kMostBytes) + " bytes at once, not " +
                    std::to_string(bytes.size()));
}

fs::path object_path(const fs::path& folder, const base::Digest& digest) {
  const std::string hex = digest.hex();
  return folder / "objects" / hex.substr(0, 2) / (hex + std::string(kSuffix));
}

/// What killed runs left in `incoming`. A day is longer than any write takes, so no living one is disturbed.
void remove_leftovers(const fs::path& incoming) {
  std::error_code ignored;
  const auto old = fs::file_time_type::clock::now() - std::chrono::hours(24);
  std::vector<fs::path> leftovers;
  fs::directory_iterator walk(incoming, ignored);
  for (const auto end = fs::directory_iterator(); !ignored && walk != end; walk.increment(ignored)) {
    std::error_code unknown;
    if (walk->last_write_time(unknown) < old && !unknown) leftovers.push_back(walk->path());
  }
  for (const auto& path : leftovers) fs::remove(path, ignored);
}

/// Length of the part of the log that ends in a newline.
off_t whole_lines(const File& log, const fs::path& path) {
  struct stat state {};
  if (fstat(log.descriptor(), &state) != 0) fail("read", path);
  std::string piece(64 * 1024, '\0');
  off_t end = state.st_size;
  while (end > 0) {
    const off_t start = std::max<off_t>(0, end - static_cast<off_t>(piece.size()));
    const auto size = static_cast<std::size_t>(end - start);
    if (pread(log.descriptor(), piece.data(), size, start) != static_cast<ssize_t>(size)) fail("read", path);
    const std::size_t newline = std::string_view(piece).substr(0, size).rfind('\n');
    if (newline != std::string_view::npos) return start + static_cast<off_t>(newline) + 1;
    end = start;
  }
  return 0;
}

/// Calls `take` with the number and text of every line that has its newline.
void for_each_line(const fs::path& path, const std::function<void(int, std::string_view)>& take) {
  const File log = open_if_there(path, O_RDONLY);
  if (!log.is_open()) return;
  std::string rest;
  int number = 0;
  read_pieces(log, path, [&](std::string_view piece) {
    rest += piece;
    std::size_t start = 0;
    for (std::size_t end; (end = rest.find('\n', start)) != std::string::npos; start = end + 1) {
      take(++number, std::string_view(rest).substr(start, end - start));
    }
    rest.erase(0, start);
  });
}

/// Throws base::DataError where the bytes do not decode or are not those of the name.
base::Digest digest_of_object(const fs::path& path) {
  base::DigestBuilder builder;
  decompress(open_file(path, O_RDONLY), path, kMostBytes,
             [&](std::string_view piece) { builder.add(piece); });
  return builder.finish();
}

[[noreturn]] void wrong_bytes(const fs::path& path) {
  throw base::DataError("the archived bytes in " + path.string() + " are not those that its name says",
                        "bring the file back from a copy of the archive");
}

base::Finding finding(base::Severity severity, const fs::path& path, std::string code, std::string message,
                      std::string hint = {}) {
  return {severity, path.string(), 0, 0, std::move(code), std::move(message), std::move(hint)};
}

/// The digest that an object's path says, or nothing where it is not where an object would be.
std::optional<base::Digest> digest_of_name(const fs::path& folder, const fs::directory_entry& entry) {
  std::error_code unknown;
  const auto digest = base::Digest::from_hex(entry.path().stem().string());
  if (!digest || !fs::is_regular_file(entry.symlink_status(unknown))) return std::nullopt;
  return object_path(folder, *digest) == entry.path() ? digest : std::nullopt;
}

void verify_object(const fs::path& folder, const fs::directory_entry& entry, base::Findings& findings) {
  const fs::path& path = entry.path();
  const auto digest = digest_of_name(folder, entry);
  if (!digest) {
    findings.push_back(finding(base::Severity::Warning, path, "stray-file",
                               "this is no object of the archive", "move it away"));
    return;
  }
  try {
    if (digest_of_object(path) != *digest) wrong_bytes(path);
  } catch (const base::Error& error) {
    findings.push_back(finding(base::Severity::Error, path, "damaged-object", error.what(), error.hint()));
  }
}

void verify_objects(const fs::path& folder, base::Findings& findings) {
  std::error_code error;
  fs::recursive_directory_iterator walk(folder / "objects", error);
  for (const auto end = fs::recursive_directory_iterator(); !error && walk != end; walk.increment(error)) {
    std::error_code unknown;
    if (!fs::is_directory(walk->symlink_status(unknown))) verify_object(folder, *walk, findings);
  }
  if (error) {
    findings.push_back(finding(base::Severity::Error, folder / "objects", "unreadable", error.message()));
  }
}

}  // namespace

Store::Store(fs::path folder) : folder_(std::move(folder)) {
  make_folders(folder_ / "objects");
  make_folders(folder_ / "incoming");
  remove_leftovers(folder_ / "incoming");
}

base::Digest Store::put(std::string_view bytes) {
  require_size(bytes);
  const base::Digest digest = base::sha256(bytes);
  const fs::path target = object_path(folder_, digest);
  if (has(digest)) {
    // The run that wrote it may have been killed before it synced the name.
    sync_folder(target.parent_path());
  } else {
    make_folders(target.parent_path());
    sync_folder(folder_ / "objects");
    write_durably(folder_ / "incoming", target, compress(bytes));
  }
  return digest;
}

std::optional<std::string> Store::get(const base::Digest& digest) const {
  const fs::path path = object_path(folder_, digest);
  const File file = open_if_there(path, O_RDONLY);
  if (!file.is_open()) return std::nullopt;
  std::string bytes;
  base::DigestBuilder builder;
  decompress(file, path, kMostBytes, [&](std::string_view piece) {
    builder.add(piece);
    bytes += piece;
  });
  if (builder.finish() != digest) wrong_bytes(path);
  return bytes;
}

bool Store::has(const base::Digest& digest) const {
  std::error_code ignored;
  return fs::is_regular_file(object_path(folder_, digest), ignored);
}

/// Appends whole lines and syncs them.
static void append_lines(const fs::path& folder, const char* name, const std::string& lines) {
  if (lines.empty()) return;
  const fs::path path = folder / name;
  const File log = open_file(path, O_RDWR | O_CREAT | O_APPEND);
  if (flock(log.descriptor(), LOCK_EX) != 0) fail("lock", path);
  const off_t end = whole_lines(log, path);
  const auto cut = [&] { return ftruncate(log.descriptor(), end) == 0; };
  if (!cut()) fail("write", path);
  try {
    write_all(log, lines, path);
    sync(log, path);
  } catch (const base::Error&) {
    cut();  // where even this fails, the half line has no newline and is passed over
    throw;
  }
  if (end == 0) sync_folder(folder);  // the file may be new
}

void Store::append(const model::Receipt& receipt) {
  append_lines(folder_, kReceipts, to_line(receipt) + '\n');
}

void Store::keep(const Batch& batch) {
  std::map<fs::path, std::string> fresh;  // of objects that are not there yet
  std::set<fs::path> folders;
  for (const auto& bytes : batch.objects) {
    require_size(bytes);
    const base::Digest digest = base::sha256(bytes);
    const fs::path target = object_path(folder_, digest);
    folders.insert(target.parent_path());
    if (!has(digest)) fresh.emplace(target, compress(bytes));
  }
  for (const auto& folder : folders) make_folders(folder);
  write_durably(folder_ / "incoming", fresh);
  for (const auto& folder : folders) sync_folder(folder);
  if (!folders.empty()) sync_folder(folder_ / "objects");
  std::string receipts, robots, readings, waits;
  for (const auto& receipt : batch.receipts) receipts += to_line(receipt) + '\n';
  for (const auto& copy : batch.robots) robots += to_line(copy) + '\n';
  for (const auto& reading : batch.readings) readings += to_line(reading) + '\n';
  for (const auto& wait : batch.waits) waits += to_line(wait) + '\n';
  append_lines(folder_, kRobots, robots);
  append_lines(folder_, kReceipts, receipts);
  append_lines(folder_, kReadings, readings);
  append_lines(folder_, kWaits, waits);
}

std::vector<model::Reading> Store::readings() const {
  std::vector<model::Reading> all;
  for_each_line(folder_ / kReadings, [&](int, std::string_view line) {
    try {
      all.push_back(reading_from_line(line));
    } catch (const base::DataError&) {  // it can be read again; `verify` names the line
    }
  });
  return all;
}

std::vector<model::RobotsCopy> Store::robots() const {
  std::map<std::string, model::RobotsCopy> latest;
  for_each_line(folder_ / kRobots, [&](int, std::string_view line) {
    try {
      model::RobotsCopy copy = robots_from_line(line);
      latest[copy.origin] = std::move(copy);
    } catch (const base::DataError&) {  // it can be asked for again; `verify` names the line
    }
  });
  std::vector<model::RobotsCopy> all;
  for (auto& [origin, copy] : latest) all.push_back(std::move(copy));
  return all;
}

std::vector<HostWait> Store::waits() const {
  std::map<std::string, HostWait> latest;
  for_each_line(folder_ / kWaits, [&](int, std::string_view line) {
    try {
      HostWait wait = wait_from_line(line);
      latest[wait.host] = std::move(wait);
    } catch (const base::DataError&) {  // the host will say it again; `verify` names the line
    }
  });
  std::vector<HostWait> all;
  for (auto& [host, wait] : latest) all.push_back(std::move(wait));
  return all;
}

std::vector<model::Receipt> Store::receipts() const {
  std::vector<model::Receipt> all;
  const fs::path path = folder_ / kReceipts;
  for_each_line(path, [&](int number, std::string_view line) {
    try {
      all.push_back(from_line(line));
    } catch (const base::DataError& error) {
      throw base::DataError(path.string() + ':' + std::to_string(number) + ": " + error.what(), error.hint());
    }
  });
  return all;
}

/// What is wrong with the lines of a log, by what `check` says of each: the object it speaks of that is not there.
static void verify_log(const fs::path& path, const std::function<std::string(std::string_view)>& check,
                       base::Findings& findings) {
  for_each_line(path, [&](int number, std::string_view line) {
    base::Finding found = finding(base::Severity::Error, path, "damaged-receipt", {});
    found.line = number;
    try {
      const std::string missing = check(line);
      if (missing.empty()) return;
      found.code = "missing-object";
      found.message = "the archive has no bytes " + missing;
      found.hint = "bring the file back from a copy of the archive";
    } catch (const base::DataError& error) {
      found.message = error.what();
      found.hint = error.hint();
    }
    findings.push_back(std::move(found));
  });
}

base::Findings Store::verify() const {
  base::Findings findings;
  verify_objects(folder_, findings);
  verify_log(folder_ / kReceipts, [this](std::string_view line) -> std::string {
    const model::Receipt receipt = from_line(line);
    for (const auto& digest : {receipt.digest, receipt.chain, receipt.robots ? receipt.robots->digest : std::nullopt})
      if (digest && !has(*digest)) return digest->hex() + " of source " + receipt.source;
    return {};
  }, findings);
  verify_log(folder_ / kRobots, [this](std::string_view line) -> std::string {
    const model::RobotsCopy copy = robots_from_line(line);
    return copy.digest && !has(*copy.digest) ? copy.digest->hex() + " of the robots.txt of " + copy.origin : std::string();
  }, findings);
  verify_log(folder_ / kReadings, [this](std::string_view line) -> std::string {
    const model::Reading reading = reading_from_line(line);
    return reading.parsed && !has(*reading.parsed) ? reading.parsed->hex() + ", read of source " + reading.source : std::string();
  }, findings);
  verify_log(folder_ / kWaits, [](std::string_view line) -> std::string {
    wait_from_line(line);
    return {};
  }, findings);
  base::sort_findings(findings);
  return findings;
}

}  // namespace tracker::archive
