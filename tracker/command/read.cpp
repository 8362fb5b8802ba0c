#include <algorithm>
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

std::string bytes_of(const std::string& name) {
  std::ifstream in(name, std::ios::binary);
  if (!in) throw base::UsageError("read: \"" + name + "\" cannot be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Files that are new to the archive; the same bytes of the same source are evidence once.
std::vector<std::string> new_files(const ReadOptions& options, const Context& context) {
  const auto receipts = archive::Store(context.paths.archive).receipts();
  std::vector<std::string> fresh;
  for (const auto& name : options.files) {
    const auto digest = base::sha256(bytes_of(name));
    const bool known = std::any_of(receipts.begin(), receipts.end(), [&](const auto& receipt) {
      return receipt.source == options.sources.front() && receipt.digest == digest;
    });
    if (!known) fresh.push_back(name);
  }
  return fresh;
}

/// What somebody brought is imported first, as `tracker import` does.
void take_files(const ReadOptions& options, Context& context) {
  if (options.files.empty()) return;
  if (options.sources.size() != 1)
    throw base::UsageError("read: whose words are in the file?", "name the one source with --source");
  ImportOptions import;
  import.source = options.sources.front();
  import.files = new_files(options, context);
  if (!import.files.empty()) import_files(import, context);
}

}  // namespace

int read(const ReadOptions& options, Context& context) {
  take_files(options, context);
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
