#include "sitegen/output/build.h"

#include <unistd.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <thread>

#include "sitegen/data/downloads.h"
#include "sitegen/feed/dates.h"
#include "sitegen/feed/rss.h"
#include "sitegen/output/link_check.h"
#include "sitegen/page/pages.h"
#include "tracker/base/error.h"
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

view::Key stamp_of(const Reader& reader) {
  return view::key_of({program(), reader.content_digest().hex(), reader.history_digest().hex()});
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

view::View view_of(const std::shared_ptr<Readers>& readers) {
  const Reader& reader = readers->here();
  view::History history = history_in(readers);
  if (!history.versions.empty() && !reader.is_recorded())
    throw tracker::base::Error("the record holds changes that no version has", "run `tracker record`");
  return view::make_view(reader.content(), std::move(history), reader.receipts(), reader.readings());
}

}  // namespace

view::Parts parts_of(const view::View& view, const view::Key& stamp) {
  view::Parts parts = page::parts(view, stamp);
  parts.push_back({"data", stamp, [&view] { return data::downloads(view); }});
  for (const auto& language : view.record.site.languages)
    parts.push_back({language + "/dates", stamp, [&view, language] {
                       return feed::date_calendars(view, view::Words(view.record, language));
                     }});
  for (const auto& language : view.record.site.languages)
    parts.push_back({language + "/feed", stamp, [&view, language] {
                       return std::vector{feed::changes_feed(view, view::Words(view.record, language))};
                     }});
  return parts;
}

Written build(const std::filesystem::path& database, const std::filesystem::path& folder, const BuildOptions& options) {
  const auto readers = std::make_shared<Readers>(database);
  const view::Key stamp = stamp_of(readers->here());
  Site site(folder);
  if (!options.full && site.is_of(stamp)) {
    const int files = site.count_files();
    return {.files = files, .unchanged = files};
  }
  const view::View view = view_of(readers);
  const int jobs = options.jobs > 0 ? options.jobs : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  return site.write(stamp, parts_of(view, stamp), jobs, !options.full);
}

std::vector<view::OutputFile> build_site(const std::filesystem::path& database) {
  const auto readers = std::make_shared<Readers>(database);
  const view::View view = view_of(readers);
  std::vector<view::OutputFile> files;
  for (const auto& part : parts_of(view, stamp_of(readers->here()))) {
    auto made = part.make();
    std::move(made.begin(), made.end(), std::back_inserter(files));
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  const auto broken = check_links(files);
  if (!broken.empty())
    throw tracker::base::Error("site: " + std::to_string(broken.size()) + " broken links; the first: " +
                               tracker::base::to_string(broken.front()));
  return files;
}

}  // namespace sitegen::output
