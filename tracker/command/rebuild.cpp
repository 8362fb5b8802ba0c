#include <filesystem>

#include "tracker/archive/lock.h"
#include "tracker/base/error.h"
#include "tracker/command/record.h"
#include "tracker/rules/status.h"

namespace tracker::command {

int rebuild(Context& context) {
  namespace fs = std::filesystem;
  const archive::Lock lock(context.paths.lock);
  const Content content = read_content(context.paths, {}, base::day_of(context.now));
  print_findings(context.err, content.findings);
  if (base::has_errors(content.findings))
    throw base::Error("rebuild: " + count_findings(content.findings) + " in " + context.paths.shown_content() +
                          "; the index that stands there was left alone",
                      "mend what is named above, then run it again");
  const fs::path fresh = context.paths.database.string() + ".new";
  fs::remove(fresh);
  fs::remove(fresh.string() + "-journal");
  {
    const base::Day day =
        content.versions.empty() ? base::day_of(context.now) : base::day_of(content.versions.back().recorded);
    record::Writer writer(fresh);
    sync_index(writer, content, rules::statuses_of(content.record, day), context);
  }
  // The old journal belongs to the old file: were it left, SQLite would play it into the new one.
  fs::remove(context.paths.database.string() + "-journal");
  fs::rename(fresh, context.paths.database);
  context.err << "rebuild: " << content.parsed << " files, " << content.versions.size() << " versions\n";
  return kDone;
}

}  // namespace tracker::command
