#include "tracker/command/record.h"

#include <sodium.h>

#include <array>

#include "tracker/archive/file.h"
#include "tracker/archive/lock.h"
#include "tracker/archive/store.h"
#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/rules/status.h"
#include "tracker/rules/totals.h"

namespace tracker::command {
namespace {

std::string random_salt() {
  std::array<char, 16> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return base::to_hex({bytes.data(), bytes.size()});
}

version::State state_after(const std::vector<version::Version>& versions) {
  version::State state;
  for (const auto& version : versions) version::apply(state, version);
  return state;
}

model::Reason reason_from(const std::optional<std::string>& code) {
  if (!code) return model::Reason::NewInformation;
  if (const auto reason = model::from_code<model::Reason>(*code)) return *reason;
  throw base::UsageError("record: there is no reason \"" + *code + "\"",
                         "one of " + base::join(model::all_codes<model::Reason>(), ", "));
}

/// A note is published with the version, so it is held to what a line of a content file is held to.
void require_publishable(const std::string& note) {
  if (base::first_invalid_utf8(note) || !base::is_plain(note))
    throw base::UsageError("record: the note holds control characters, bidirectional marks or bytes that are no UTF-8",
                           "write the reason as plain text");
}

/// What a killed run left beside the versions: "000002.json.1234.0". Nobody reads it, and only the holder of the lock writes
/// there.
void remove_leftovers(const std::filesystem::path& folder) {
  if (!std::filesystem::is_directory(folder)) return;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().filename().string().find(".json.") == version::file_name(1).find(".json"))
      std::filesystem::remove(entry.path());
}

/// A version that was recorded is never made again with other contents: somebody may have cited it.
void require_no_lost_version(const Content& content, const Paths& paths) {
  for (const auto& path : content.removed)
    if (path.starts_with("versions/"))
      throw base::Error("record: " + paths.shown_content() + "/" + path + " was recorded and is gone",
                        "put it back, with `git checkout` say; if it was never published, delete " +
                            paths.database.generic_string());
}

/// A digest over the files as the index knows them is not enough: the file that holds the new version is new too.
record::IndexedFile indexed_version(const version::Version& version, const std::string& bytes) {
  return {"versions/" + version::file_name(version.number), "version", base::sha256(bytes), ""};
}

}  // namespace

ReadRun sync_index(record::Writer& writer, const Content& content, const std::vector<model::Status>& statuses,
                   Context& context) {
  const archive::Store store(context.paths.archive);
  const auto receipts = store.receipts();
  const auto readings = store.readings();
  record::Sync sync;
  sync.changed = content.changed;
  sync.removed = content.removed;
  sync.record = &content.record;
  sync.statuses = &statuses;
  sync.as_of = content.versions.empty() ? base::Day{} : base::day_of(content.versions.back().recorded);
  sync.versions = &content.versions;
  sync.receipts = &receipts;
  sync.readings = &readings;
  writer.sync(sync);
  return read_archive(writer, content, {}, context);
}

Recorded record_content(const RecordOptions& options, Context& context) {
  const model::Reason reason = reason_from(options.reason);
  require_publishable(options.note);
  const archive::Lock lock(context.paths.lock);
  remove_leftovers(context.paths.content / "versions");
  record::Writer writer(context.paths.database);
  const base::Day today = base::day_of(context.now);

  Recorded recorded;
  recorded.content = read_content(context.paths, writer.files(), today);
  Content& content = recorded.content;
  print_findings(context.err, content.findings);
  if (base::has_errors(content.findings))
    throw base::Error("record: " + count_findings(content.findings) + " in " + context.paths.shown_content() +
                          "; nothing was recorded",
                      "mend what is named above, then run it again");

  require_no_lost_version(content, context.paths);

  recorded.statuses = rules::statuses_of(content.record, today);
  const version::State before = state_after(content.versions);
  version::State after = version::state_of(content.record);
  version::add_derived(after, content.record, recorded.statuses);
  const auto newest = content.versions.empty() ? std::nullopt : std::optional(content.versions.back());
  if (newest && context.now < newest->recorded)
    throw base::Error("record: the clock says " + base::to_rfc3339(context.now) + ", and version " +
                          std::to_string(newest->number) + " was recorded at " + base::to_rfc3339(newest->recorded),
                      "set this machine's clock");
  recorded.version = version::make_version(newest, before, after, version::totals_after(content.versions),
                                           rules::totals_of(content.record, recorded.statuses, today),
                                           {context.now, options.note, reason}, random_salt);
  if (recorded.version) {
    const std::string bytes = version::to_json(*recorded.version);
    const auto folder = context.paths.content / "versions";
    archive::make_folders(folder);
    archive::write_durably(folder, folder / version::file_name(recorded.version->number), bytes);
    content.changed.push_back(indexed_version(*recorded.version, bytes));
    content.versions.push_back(*recorded.version);
  } else if (newest) {
    // The index says the statuses of the day of the newest version, so that it is the same whenever it is made.
    recorded.statuses = rules::statuses_of(content.record, base::day_of(newest->recorded));
  }
  recorded.reading = sync_index(writer, content, recorded.statuses, context);
  return recorded;
}

int record(const RecordOptions& options, Context& context) {
  const Recorded recorded = record_content(options, context);
  if (!recorded.version) {
    context.err << "record: nothing changed\n";
    return kDone;
  }
  const auto& version = *recorded.version;
  context.err << "record: version " << version.number << ", " << version.changes.size() << " changes\n";
  return kDone;
}

}  // namespace tracker::command
