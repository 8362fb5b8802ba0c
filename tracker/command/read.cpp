#include <fstream>
#include <iterator>

#include "tracker/archive/lock.h"
#include "tracker/archive/store.h"
#include "tracker/base/error.h"
#include "tracker/command/commands.h"
#include "tracker/command/reading.h"
#include "tracker/propose/json.h"

namespace tracker::command {
namespace {

constexpr std::uintmax_t kLargestFile = 64ULL * 1024 * 1024;

std::string bytes_of(const std::string& name) {
  std::error_code error;
  const auto size = std::filesystem::file_size(name, error);
  if (error) throw base::UsageError("read: \"" + name + "\" cannot be read: " + error.message());
  if (size > kLargestFile) throw base::UsageError("read: \"" + name + "\" is larger than 64 MiB");
  std::ifstream in(name, std::ios::binary);
  if (!in) throw base::UsageError("read: \"" + name + "\" cannot be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Bytes that somebody brought are evidence as well: they are kept, with a receipt that says how they came.
void take_files(const ReadOptions& options, const Content& content, Context& context) {
  if (options.files.empty()) return;
  if (options.sources.size() != 1)
    throw base::UsageError("read: whose words are in the file?", "name the one source with --source");
  const auto* source = model::find_source(content.record, options.sources.front());
  if (!source)
    throw base::UsageError("read: there is no source \"" + options.sources.front() + "\"",
                           "add a file under content/sources first");
  archive::Store store(context.paths.archive);
  const auto receipts = store.receipts();
  for (const auto& name : options.files) {
    const auto bytes = bytes_of(name);
    model::Receipt receipt;
    receipt.source = source->id;
    receipt.url = source->url.empty() ? "file:" + std::filesystem::path(name).filename().string() : source->url;
    receipt.started = context.now;
    receipt.outcome = model::FetchOutcome::Fetched;
    receipt.detail = "taken from a file";
    receipt.digest = store.put(bytes);
    receipt.bytes = static_cast<long long>(bytes.size());
    const bool known = std::any_of(receipts.begin(), receipts.end(), [&](const auto& earlier) {
      return earlier.source == receipt.source && earlier.url == receipt.url && earlier.digest == receipt.digest;
    });
    if (!known) store.append(receipt);
  }
}

}  // namespace

int read(const ReadOptions& options, Context& context) {
  const archive::Lock lock(context.paths.lock);
  const Content content = read_content(context.paths, {}, base::day_of(context.now));
  if (base::has_errors(content.findings)) {
    print_findings(context.err, content.findings);
    throw base::Error("read: " + count_findings(content.findings) + " in " + context.paths.shown_content() +
                          "; nothing was read",
                      "mend what is named above, then run it again");
  }
  for (const auto& id : options.sources)
    if (!model::find_source(content.record, id))
      throw base::UsageError("read: there is no source \"" + id + "\"", "see `tracker sources`");
  take_files(options, content, context);
  record::Writer writer(context.paths.database);
  const auto run = read_archive(writer, content, options.sources, context);
  if (run.lexicon_is_broken)
    throw base::Error("read: the lexicon has errors; nothing was read", "mend what is named above, then run it again");
  if (options.format.json) context.out << propose::to_json(run.proposals) << '\n';
  for (const auto& why : run.failed) context.err << "read: " << why << '\n';
  context.err << "read: " << summary(run) << '\n';
  return context.strict && !run.proposals.empty() ? kWaiting : kDone;
}

}  // namespace tracker::command
