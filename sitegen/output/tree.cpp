#include "sitegen/output/tree.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <set>
#include <unordered_set>

#include "sitegen/output/link_check.h"
#include "sitegen/output/processes.h"
#include "sitegen/output/site_zip.h"
#include "sitegen/output/stage.h"
#include "tracker/archive/file.h"
#include "tracker/archive/lock.h"
#include "tracker/base/error.h"

namespace sitegen::output {
namespace {

namespace fs = std::filesystem;
using tracker::base::Error;
using tracker::base::UsageError;
using view::OutputFile;

constexpr const char* kMarkerText = "Written by sitegen. Everything in this folder is replaced by the next build.\n";
constexpr const char* kReadme = "README.md";
constexpr const char* kReadmeText =
    "This folder is written by `sitegen build` alone. Do not edit anything in it: change `content/` and run "
    "`scripts/update`.\n";
constexpr const char* kOwnPart = "the folder itself";

/// Empty where there is no such file.
std::string read(const fs::path& file) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  std::string bytes(error ? 0 : size, '\0');
  std::ifstream in(file, std::ios::binary);
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, in.gcount())));
  return bytes;
}

bool is_ours(const fs::path& folder) {
  if (fs::is_regular_file(fs::symlink_status(folder / kMarker))) return true;
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  return names.empty() || (names.size() == 1 && names[0] == kReadme && read(folder / kReadme) == kReadmeText);
}

/// The folder's whole path, once it may be written.
fs::path checked(const fs::path& given) {
  fs::path folder = fs::absolute(given).lexically_normal();
  if (folder.filename().empty()) folder = folder.parent_path();
  const auto status = fs::symlink_status(folder);
  if (fs::exists(status) && !fs::is_directory(status))
    throw UsageError("site: \"" + given.string() + "\" is not a folder", "name a folder with --out");
  if (fs::exists(status) && !is_ours(folder))
    throw UsageError("site: \"" + given.string() + "\" holds files that sitegen did not write",
                     "name an empty or new folder with --out; nothing was changed");
  return folder;
}

std::uint64_t inode_of(const fs::path& folder) {
  struct stat status {};
  return ::lstat(folder.c_str(), &status) == 0 ? status.st_ino : 0;
}

void sync_file_system(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) fail_to("open", folder, errno);
  const int result = ::syncfs(descriptor);
  const int error = errno;
  ::close(descriptor);
  if (result != 0) fail_to("save", folder, error);
}

/// What stands in a folder that no ledger knows, so that it can be counted as removed.
std::size_t count_unknown(const fs::path& folder, const Known& known) {
  std::size_t count = 0;
  if (known.files().empty() && fs::exists(folder))
    for (const auto& entry : fs::recursive_directory_iterator(folder))
      if (const auto name = entry.path().filename(); !entry.is_directory() && name != kMarker && name != kReadme) ++count;
  return count;
}

void swap_in(const fs::path& stage, const fs::path& folder) {
  if (!fs::exists(folder)) {
    if (::rename(stage.c_str(), folder.c_str()) != 0) fail_to("put the site at", folder, errno);
    return;
  }
  if (::syscall(SYS_renameat2, AT_FDCWD, stage.c_str(), AT_FDCWD, folder.c_str(), RENAME_EXCHANGE) != 0)
    fail_to("put the site at", folder, errno);
}

/// The paths of all files. Throws base::UsageError unless every path is one of ours, stands there once and lies in no other.
std::unordered_set<std::string_view> paths_of(const std::vector<PartMark>& parts) {
  std::size_t count = 0;
  for (const auto& part : parts) count += part.files.size();
  std::unordered_set<std::string_view> paths;
  paths.reserve(count + 2);
  for (const auto& part : parts)
    for (const auto& file : part.files) {
      check_path(file.path);
      if (!paths.insert(file.path).second) throw UsageError("site: \"" + file.path + "\" is produced twice");
    }
  std::unordered_set<std::string_view> folders;
  for (const auto path : paths)
    for (auto slash = path.rfind('/'); slash != std::string_view::npos; slash = path.rfind('/', slash - 1)) {
      const auto folder = path.substr(0, slash);
      if (!folders.insert(folder).second || slash == 0) break;
      if (paths.contains(folder))
        throw UsageError("site: \"" + std::string(folder) + "\" is produced as a file and as a folder");
    }
  return paths;
}

[[noreturn]] void refuse_broken(const PartMark& part, const fs::path& stage) {
  const auto broken = check_links(read_tree(stage));
  throw Error("site: " + std::to_string(broken.size()) + " broken links" +
              (broken.empty() ? std::string(" in " + part.name) : "; the first: " + tracker::base::to_string(broken.front())));
}

/// Throws base::Error where a page links to something that no part provides, with the first such link. The first `kept`
/// parts come from the site that stood there, whose `old` parts had no such link: they can have one only where what they
/// need went. `kept` is 0 where nothing is known of the old site.
void check_targets(const Ledger& ledger, std::size_t kept, const std::vector<PartMark>& old, const fs::path& stage) {
  const auto made = ledger.parts.begin() + static_cast<std::ptrdiff_t>(kept);
  std::unordered_set<Target> wanted;
  for (auto part = made; part != ledger.parts.end(); ++part) wanted.insert(part->needs.begin(), part->needs.end());
  if (kept > 0) {
    std::unordered_set<std::string_view> names;
    for (auto part = ledger.parts.begin(); part != made; ++part) names.insert(part->name);
    std::unordered_set<Target> gone;
    for (const auto& part : old)
      if (!names.contains(part.name)) gone.insert(part.provides.begin(), part.provides.end());
    for (auto part = made; part != ledger.parts.end(); ++part)
      for (const auto target : part->provides) gone.erase(target);
    for (auto part = ledger.parts.begin(); part != made && !gone.empty(); ++part)
      for (const auto target : part->needs)
        if (gone.contains(target)) wanted.insert(target);
  }
  for (const auto& part : ledger.parts)
    for (const auto target : part.provides) wanted.erase(target);
  if (wanted.empty()) return;
  for (const auto& part : ledger.parts)
    for (const auto target : part.needs)
      if (wanted.contains(target)) refuse_broken(part, stage);
}

}  // namespace

struct Site::Impl {
  explicit Impl(const fs::path& given)
      : folder(checked(given)), build(folder.parent_path() / ("." + folder.filename().string() + ".build")) {
    tracker::archive::make_folders(build);
    lock = std::make_unique<tracker::archive::Lock>(build);
    live = load(folder);
  }

  fs::path stage() const { return build / "stage"; }
  fs::path ledger_of(const fs::path& tree) const { return build / (std::to_string(inode_of(tree)) + ".ledger"); }

  Ledger load(const fs::path& tree) const {
    if (!fs::is_directory(fs::symlink_status(tree))) return {};
    return decode_ledger(read(ledger_of(tree))).value_or(Ledger{});
  }

  /// The stage with what is known of it; from here on nothing is, until `save`.
  Ledger open_stage() const {
    Ledger known = load(stage());
    std::error_code ignored;
    if (known.parts.empty()) {
      fs::remove_all(stage());
      fs::create_directory(stage());
    }
    fs::remove(ledger_of(stage()), ignored);
    return known;
  }

  /// Ledgers of trees that are gone.
  void clear(const std::set<fs::path>& wanted) const {
    for (const auto& entry : fs::directory_iterator(build))
      if (entry.path().extension() == ".ledger" && !wanted.contains(entry.path())) fs::remove(entry.path());
  }

  OutputFile zip(const std::vector<const FileMark*>& files, const std::string& name) const {
    std::vector<std::string> paths;
    for (const auto* file : files) paths.push_back(file->path);
    const auto read_staged = [&](const std::string& path) { return read(stage() / path); };
    return site_zip(std::move(paths), read_staged, name);
  }

  fs::path folder;
  fs::path build;
  std::unique_ptr<tracker::archive::Lock> lock;
  Ledger live;
};

Site::Site(const fs::path& folder) : impl_(new Impl(folder)) {}
Site::~Site() = default;

int Site::count_files() const {
  std::size_t count = 0;
  for (const auto& part : impl_->live.parts)
    if (part.name != kOwnPart) count += part.files.size();
  return static_cast<int>(count);
}

bool Site::is_of(const view::Key& stamp) const {
  if (impl_->live.parts.empty() || impl_->live.stamp != stamp) return false;
  const Known known(impl_->folder, impl_->live);
  for (const auto& part : impl_->live.parts)
    for (const auto& file : part.files)
      if (!known.intact(file.path)) return false;
  return true;
}

namespace {

/// One write of a site: what is as it was is kept, the rest is made. The numbers of parts and files grow with both.
class Assembly {
 public:
  /// `reuse`: whether anything may be kept.
  Assembly(const Ledger& site, const Known& live, const Known& own, bool reuse)
      : live_(live), stage_(live, own), reuse_(reuse) {
    for (const auto& part : site.parts) known_.emplace(part.name, &part);
  }

  Stage& stage() { return stage_; }
  std::vector<PartMark>& parts() { return parts_; }
  const Written& written() const { return written_; }

  const PartMark* known(std::string_view name) const {
    const auto found = known_.find(name);
    return found == known_.end() ? nullptr : found->second;
  }

  /// Keeps what is the same; gives what has to be made.
  std::vector<const view::Part*> keep(const view::Parts& parts) {
    std::vector<const view::Part*> to_make;
    for (const auto& part : parts) {
      const auto* old = reuse_ ? known(part.name) : nullptr;
      if (!old || old->key != part.key || !keep(*old)) to_make.push_back(&part);
    }
    return to_make;
  }

  /// False, and nothing is done, where a file of the part is not what the build wrote.
  bool keep(const PartMark& old) {
    std::vector<bool> is_there;
    for (const auto& file : old.files)
      if (!is_there.emplace_back(stage_.has(file)) && !live_.has(file)) return false;
    PartMark mark = old;
    for (std::size_t i = 0; i < mark.files.size(); ++i) {
      auto placed = Placed::Left;
      if (!is_there[i]) mark.files[i] = stage_.link(old.files[i], placed);
      count(placed, mark.files[i]);
    }
    parts_.push_back(std::move(mark));
    return true;
  }

  /// Makes a part and puts its files into the stage, in whatever process; gives the mark.
  PartMark make(const view::Part& part) {
    const auto files = part.make();
    for (const auto& file : files) {
      check_path(file.path);
      if (file.path == kMarker || file.path == kReadme) throw UsageError("site: \"" + file.path + "\" is produced twice");
    }
    PartMark mark{part.name, part.key, {}, {}, {}};
    for (const auto& file : files) {
      Placed placed{};
      mark.files.push_back(stage_.place(file, placed));
    }
    auto links = link_reader_.links_of(files);
    mark.provides = std::move(links.provides);
    mark.needs = std::move(links.needs);
    return mark;
  }

  /// Takes up what `make` gave.
  void add(PartMark mark) {
    for (const auto& file : mark.files) count(Placed::Left, file);
    parts_.push_back(std::move(mark));
    ++written_.made;
  }
  void add(const std::vector<std::string>& encoded) {
    for (const auto& bytes : encoded) {
      auto mark = decode_part(bytes);
      if (!mark) throw Error("site: a process that made pages answered with something else");
      add(std::move(*mark));
    }
  }

  void count(Placed placed, const FileMark& mark) {
    // A file that was only left in the stage may still be new to the site.
    const auto* there = live_.find(mark.path);
    written_.unchanged += placed != Placed::Written && there && there->inode == mark.inode ? 1 : 0;
  }

 private:
  const Known& live_;
  Stage stage_;
  bool reuse_;
  LinkReader link_reader_;  // of this process
  std::unordered_map<std::string_view, const PartMark*> known_;
  std::vector<PartMark> parts_;
  Written written_;
};

}  // namespace

Written Site::write(const view::Key& stamp, const PartLists& lists, int jobs, const std::string& zip_name, bool reuse) {
  Impl& at = *impl_;
  const Ledger before = at.open_stage();
  const Known live(at.folder, at.live), own(at.stage(), before);
  Assembly assembly(at.live, live, own, reuse);
  const auto make_all = [&](const std::vector<const view::Part*>& parts) {
    return [&assembly, parts](std::size_t index) { return encode(assembly.make(*parts[index])); };
  };
  const auto whole = assembly.keep(lists.whole);
  Crew crew(whole.size(), jobs, make_all(whole));
  const view::Parts keyed = lists.keyed ? lists.keyed() : view::Parts();
  const auto to_make = assembly.keep(keyed);
  const std::size_t kept = assembly.parts().size();
  Crew others(to_make.size(), jobs, make_all(to_make));
  assembly.add(crew.results());
  assembly.add(others.results());
  if (!zip_name.empty()) {
    std::vector<const FileMark*> files;
    for (const auto& part : assembly.parts())
      for (const auto& file : part.files) files.push_back(&file);
    PartMark zip{kZipPart, zip_key(files), {}, {}, {}};
    const auto* old = assembly.known(kZipPart);
    if (!old || old->key != zip.key || !assembly.keep(*old)) {
      Placed placed{};
      zip.files = {assembly.stage().place(at.zip(files, zip_name), placed)};
      assembly.count(placed, zip.files[0]);
      zip.provides = links_of({{zip.files[0].path, {}}}).provides;
      assembly.parts().push_back(std::move(zip));
    }
  }
  Ledger ledger{stamp, std::move(assembly.parts())};
  Stage& stage = assembly.stage();
  Written written = assembly.written();

  auto paths = paths_of(ledger.parts);
  written.files = static_cast<int>(paths.size());
  paths.insert({kMarker, kReadme});
  written.removed = static_cast<int>(count_unknown(at.folder, live));
  for (const auto& [path, mark] : live.files()) written.removed += paths.contains(path) ? 0 : 1;
  stage.remove_all_but(paths);
  check_targets(ledger, kept, at.live.parts, at.stage());

  PartMark own_files{kOwnPart, {}, {}, {}, {}};
  for (const auto& [path, text] : {std::pair(kMarker, kMarkerText), std::pair(kReadme, kReadmeText)}) {
    Placed placed{};
    own_files.files.push_back(stage.place({path, text}, placed));
  }
  ledger.parts.push_back(std::move(own_files));
  std::sort(ledger.parts.begin(), ledger.parts.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  sync_file_system(at.stage());
  const auto file = at.ledger_of(at.stage());
  tracker::archive::write_durably(at.build, file, encode(ledger));
  const auto old_file = at.ledger_of(at.folder);
  swap_in(at.stage(), at.folder);
  at.clear({file, old_file});
  at.live = std::move(ledger);
  return written;
}

}  // namespace sitegen::output
