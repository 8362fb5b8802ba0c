#include "sitegen/output/build.h"

#include <unistd.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <thread>

#include "sitegen/data/downloads.h"
#include "sitegen/data/evidence.h"
#include "sitegen/feed/dates.h"
#include "sitegen/feed/feeds.h"
#include "sitegen/output/link_check.h"
#include "sitegen/output/site_zip.h"
#include "sitegen/page/pages.h"
#include "sitegen/view/keys.h"
#include "tracker/archive/store.h"
#include "tracker/base/digest.h"
#include "tracker/base/error.h"
#include "tracker/base/ranges.h"
#include "tracker/record/store.h"

namespace sitegen::output {
namespace {

using tracker::record::Reader;

/// The program itself is part of what a site is made of: another build of it may write other bytes.
std::string program() {
  std::error_code error;
  const auto file = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) return TIZIM_VERSION;
  return TIZIM_VERSION + std::string(" ") + std::to_string(std::filesystem::file_size(file, error)) + " " +
         std::to_string(std::filesystem::last_write_time(file, error).time_since_epoch().count());
}

view::Key stamp_of(const Reader& reader, const std::filesystem::path& archive) {
  return view::key_of({program(), reader.content_digest().hex(), reader.history_digest().hex(),
                       std::filesystem::is_directory(archive) ? archive.string() : std::string()});
}

std::filesystem::path archive_of(const std::filesystem::path& database, const BuildOptions& options = {}) {
  return options.archive.empty() ? database.parent_path() / "archive" : options.archive;
}

/// What the archive has of each source and under each digest, as far as receipts tell.
class Fetched {
 public:
  explicit Fetched(const view::View& view) {
    for (const auto& receipt : view.receipts) {
      if (!receipt.digest) continue;
      const auto digest = receipt.digest->hex();
      for (auto* known : {&known_["source " + receipt.source], &known_["digest " + digest]})
        *known = view::Material().add(*known).add(digest).add(receipt.url).add(receipt.final_url).key();
    }
  }

  void add_to(view::Material& material, const std::vector<tracker::model::Event>& events) const {
    for (const auto& event : events)
      for (const auto& citation : event.sources) {
        add(material, "source " + citation.source.id);
        if (!citation.snapshot.empty()) add(material, "digest " + citation.snapshot);
      }
  }

 private:
  void add(view::Material& material, const std::string& what) const {
    const auto found = known_.find(what);
    material.add(found == known_.end() ? view::Key{} : found->second);
  }

  std::map<std::string, view::Key> known_;
};

/// A zip a person. Without an archive the zips say what was cited, and that no capture is here.
void add_evidence(view::Parts& parts, const view::View& view, view::Keys& keys, const std::filesystem::path& archive) {
  if (!view.record.site.offers(tracker::model::Download::Evidence)) return;
  const data::Captures captures = [archive](const std::string& digest) -> std::optional<std::string> {
    const auto name = tracker::base::Digest::from_hex(digest);
    if (!name || !std::filesystem::is_directory(archive)) return std::nullopt;
    return tracker::archive::Store(archive).get(*name);
  };
  const Fetched fetched(view);
  for (const auto& person : view.record.people) {
    view::Material material;
    material.add(keys.of(person)).add(std::filesystem::is_directory(archive) ? archive.string() : std::string());
    fetched.add_to(material, person.events);
    for (const auto* of_case : view.cases().of(person)) fetched.add_to(material, of_case->events);
    parts.push_back({"evidence/" + person.id, material.key(),
                     [&view, &person, captures] { return std::vector{data::evidence(view, person, captures)}; }});
  }
}

/// The folder that data/site.zip unpacks to; empty where the site does without.
std::string zip_name(const view::View& view) {
  const auto& site = view.record.site;
  if (!site.offers(tracker::model::Download::SiteZip)) return {};
  return site.id_prefix.empty() ? "list" : "list-" + site.id_prefix;
}

/// A reader for each process: a connection to SQLite must not be used on the other side of a fork.
class Readers {
 public:
  explicit Readers(std::filesystem::path database) : database_(std::move(database)) {}

  const Reader& here() {
    if (!reader_ || process_ != ::getpid()) {
      if (reader_) static_cast<void>(reader_.release());  // of the parent, who closes it
      reader_ = std::make_unique<Reader>(database_, tracker::record::Look::Needed);
      process_ = ::getpid();
    }
    return *reader_;
  }

 private:
  std::filesystem::path database_;
  std::unique_ptr<Reader> reader_;
  pid_t process_ = 0;
};

view::History history_in(const std::shared_ptr<Readers>& readers) {
  const Reader& reader = readers->here();
  view::History history;
  history.versions = reader.heads();
  for (auto& row : reader.entity_changes()) history.entities.emplace_back(row.version, std::move(row.summary));
  history.changes = [readers](int version, const std::string& entity) {
    std::vector<view::ShownChange> changes;
    for (auto& row : readers->here().changes(version, entity))
      changes.push_back({row.operation, row.reason, entity, std::move(row.field), std::move(row.before),
                         std::move(row.after), row.withheld});
    return changes;
  };
  history.file = [readers](int number) { return readers->here().version_file(number); };
  return history;
}

/// Both at once, on different processors.
void at_once(const std::function<void()>& first, const std::function<void()>& second) {
  tracker::base::in_ranges(2, 1, [&](std::size_t begin, std::size_t end) {
    for (auto i = begin; i < end; ++i) i == 0 ? first() : second();
  });
}

view::View view_of(const std::shared_ptr<Readers>& readers, const std::filesystem::path& database) {
  const Reader& reader = readers->here();
  view::History history;
  tracker::record::Content content;
  at_once([&] { content = Reader(database, tracker::record::Look::Needed).content_with_digests(); },
          [&] { history = history_in(readers); });
  if (!history.versions.empty() && !reader.is_recorded())
    throw tracker::base::Error("the record holds changes that no version has", "run `tracker record`");
  auto view = view::make_view(std::move(content.record), std::move(history), reader.receipts(), reader.readings());
  view.digests = {std::move(content.digests), content.others.hex()};
  return view;
}

/// Keeps the view until the next build, or for the system to take away: taking 10,000 people apart takes longer than their
/// pages, and most processes build once and end.
const view::View& keep(view::View view) {
  static auto* const kept = new std::unique_ptr<const view::View>();
  *kept = std::make_unique<const view::View>(std::move(view));
  return **kept;
}

void append(view::Parts& parts, view::Parts more) { std::move(more.begin(), more.end(), std::back_inserter(parts)); }

}  // namespace

PartLists parts_of(const view::View& view, const view::Key& stamp, const std::filesystem::path& archive) {
  const auto program_key = view::key_of({program()});
  const auto keys = std::make_shared<view::Keys>(view, stamp, program_key);
  const auto words = view::shared_words(view.record);
  PartLists lists{page::whole_parts(view, words, stamp), [=, &view] {
                    view::Parts parts = page::keyed_parts(view, words, *keys);
                    append(parts, feed::parts(view, words, stamp, program_key));
                    append(parts, feed::date_parts(view, *keys));
                    add_evidence(parts, view, *keys, archive);
                    return parts;
                  }};
  append(lists.whole, feed::hearing_parts(view, words, stamp));
  append(lists.whole, data::parts(view, *keys));
  return lists;
}

Written build(const std::filesystem::path& database, const std::filesystem::path& folder, const BuildOptions& options) {
  const auto readers = std::make_shared<Readers>(database);
  const auto archive = archive_of(database, options);
  view::Key stamp;
  std::optional<Site> site;
  at_once([&] { stamp = stamp_of(readers->here(), archive); }, [&] { site.emplace(folder); });
  if (!options.full && site->is_of(stamp)) {
    const int files = site->count_files();
    return {.files = files, .unchanged = files};
  }
  const view::View& view = keep(view_of(readers, database));
  view.months();  // here with every processor; else each process that shows a chart works them out alone
  const int jobs = options.jobs > 0 ? options.jobs : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  return site->write(stamp, parts_of(view, stamp, archive), jobs, zip_name(view), !options.full);
}

std::vector<view::OutputFile> build_site(const std::filesystem::path& database) {
  const auto readers = std::make_shared<Readers>(database);
  const view::View view = view_of(readers, database);
  std::vector<view::OutputFile> files;
  const auto lists = parts_of(view, {}, archive_of(database));
  for (const auto& parts : {lists.whole, lists.keyed()})
    for (const auto& part : parts) {
      auto made = part.make();
      std::move(made.begin(), made.end(), std::back_inserter(files));
    }
  if (const auto name = zip_name(view); !name.empty()) {
    std::map<std::string, const std::string*> bytes;
    std::vector<std::string> paths;
    for (const auto& file : files) bytes[paths.emplace_back(file.path)] = &file.bytes;
    auto zip = site_zip(std::move(paths), [&](const std::string& path) { return *bytes.at(path); }, name);
    files.push_back(std::move(zip));
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  const auto broken = check_links(files);
  if (!broken.empty())
    throw tracker::base::Error("site: " + std::to_string(broken.size()) + " broken links; the first: " +
                               tracker::base::to_string(broken.front()));
  return files;
}

}  // namespace sitegen::output
