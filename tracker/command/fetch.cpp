#include "tracker/command/fetch.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>

#include "tracker/archive/lock.h"
#include "tracker/archive/store.h"
#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/command/content.h"
#include "tracker/command/fetch_display.h"
#include "tracker/command/fetch_owner.h"
#include "tracker/command/fetch_settings.h"
#include "tracker/command/follow.h"
#include "tracker/command/stop_signal.h"
#include "tracker/fetch/schedule.h"
#include "tracker/fetch/session.h"

namespace tracker::command {
namespace {

using model::FetchOutcome;

std::vector<const model::Source*> chosen(const model::Record& record, const FetchOptions& options) {
  std::vector<const model::Source*> sources;
  for (const auto& source : record.sources)
    if (options.source ? source.id == *options.source : source.is_followed()) sources.push_back(&source);
  if (!options.source || (!sources.empty() && sources.front()->is_followed())) return sources;
  std::vector<std::string> ids;
  for (const auto& source : record.sources)
    if (source.is_followed()) ids.push_back(source.id);
  const auto near = base::closest(*options.source, ids);
  throw base::UsageError("fetch: there is no followed source \"" + base::visible(*options.source) + "\"",
                         near ? "did you mean \"" + *near + "\"?" : "`tracker sources` shows all of them");
}

nlohmann::ordered_json receipt_json(const model::Receipt& receipt) {
  return nlohmann::ordered_json::parse(archive::to_line(receipt));
}

/// What is due goes into the session, the rest is counted.
void plan_run(const model::Record& record, const FetchOptions& options, const std::vector<model::Receipt>& before,
              const archive::Store& store, FetchOwner& owner, fetch::Session& session, FetchRun& run, base::Instant now, bool is_by_proxy) {
  const auto past = fetch::past_of(before);
  for (const model::Source* source : chosen(record, options)) {
    const auto known = past.find(source->id);
    auto plan = fetch::plan(*source, known == past.end() ? fetch::Past{} : known->second, now,
                            [&](const base::Digest& digest) { return store.has(digest); }, is_by_proxy);
    if (plan.due || options.all || options.source) {
      session.add({std::move(plan.request), source->id, {}, plan.unchanged});
      continue;
    }
    ++run.not_due;
    if (known == past.end() || !known->second.last_fetched) continue;
    for (auto& job : owner.left_of(*source, *known->second.last_fetched)) session.add(std::move(job));
  }
}

}  // namespace

int FetchRun::count(FetchOutcome outcome) const {
  return static_cast<int>(std::count_if(receipts.begin(), receipts.end(),
                                        [&](const auto& receipt) { return receipt.outcome == outcome; }));
}

int FetchRun::unseen() const {
  return static_cast<int>(receipts.size()) - count(FetchOutcome::Fetched) - count(FetchOutcome::NotModified);
}

FetchRun fetch_sources(const FetchOptions& options, Context& context) {
  const archive::Lock lock(context.paths.lock);
  const Content content = read_content(context.paths, {}, base::day_of(context.now));
  if (base::has_errors(content.findings)) {
    print_findings(context.err, content.findings);
    throw base::Error("fetch: " + count_findings(content.findings) + " in " + context.paths.shown_content() +
                          "; nothing was fetched",
                      "mend what is named above, then run it again");
  }
  archive::Store store(context.paths.archive);
  const auto before = store.receipts();
  const auto settings = fetch_settings(content.record.site, options, TIZIM_VERSION);
  const StopSignal stop;
  FetchDisplay display(context.err, context.err_is_terminal, context.err_width, context.err_height);
  Follower follower(store, content.record, [&display](const std::string& line) { display.print(line); });
  const bool is_by_proxy = !settings.proxy.empty();
  FetchOwner owner(store, content.record, before, follower, display, stop, context.now, is_by_proxy);
  const auto clock = fetch::system_clock(context.now);
  FetchRun run;
  {
    fetch::Session session(settings, owner, *clock);
    plan_run(content.record, options, before, store, owner, session, run, context.now, is_by_proxy);
    const auto totals = session.run();
    run.stopped = totals.stopped;
    run.left = totals.left;
  }
  display.clear();
  owner.finish();
  const auto unread = follower.finish([&](std::size_t read, std::size_t all) {
    display.show_reading(read, all);
    return !stop.has_come();
  });
  display.clear();
  run.unread = static_cast<int>(unread);
  run.stopped |= unread > 0;
  run.receipts = std::move(owner.receipts);
  return run;
}

std::string summary(const FetchRun& run) {
  std::vector<std::string> parts;
  const auto add = [&](int count, const std::string& what) {
    if (count > 0) parts.push_back(std::to_string(count) + " " + what);
  };
  add(run.count(FetchOutcome::Fetched), "fetched");
  add(run.count(FetchOutcome::NotModified), "not modified");
  add(run.count(FetchOutcome::Refused), "refused");
  add(run.count(FetchOutcome::Unreachable), "unreachable");
  add(run.count(FetchOutcome::Disallowed), "disallowed by robots.txt");
  add(run.count(FetchOutcome::Postponed), "postponed");
  add(run.count(FetchOutcome::Quarantined), "in quarantine");
  add(run.not_due, "not due");
  add(run.left, "not asked");
  add(run.unread, "not read");
  return parts.empty() ? "no sources to follow" : base::join(parts, ", ");
}

int fetch(const FetchOptions& options, Context& context) {
  const FetchRun run = fetch_sources(options, context);
  if (options.format.json) {
    auto list = nlohmann::ordered_json::array();
    for (const auto& receipt : run.receipts) list.push_back(receipt_json(receipt));
    context.out << list.dump(2) << '\n';
  }
  context.err << "fetch: " << summary(run) << '\n';
  if (run.stopped) {
    context.err << "fetch: stopped; what was fetched is kept, and the next run goes on from here\n";
    return kFailed;
  }
  return context.strict && run.unseen() > 0 ? kWaiting : kDone;
}

}  // namespace tracker::command
