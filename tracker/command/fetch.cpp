#include "tracker/command/fetch.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>

#include "tracker/archive/lock.h"
#include "tracker/archive/store.h"
#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/command/content.h"
#include "tracker/fetch/http.h"
#include "tracker/fetch/receipt.h"
#include "tracker/fetch/schedule.h"

namespace tracker::command {
namespace {

using model::FetchOutcome;

/// Says who we are and where to complain, as a polite robot does (RFC 9110, 10.1.5).
std::string user_agent(const model::Site& site) {
  return std::string("Tizim/") + TIZIM_VERSION + " (+" + site.base_url + "; " + site.contact + ")";
}

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

void print_attempt(const model::Receipt& receipt, std::ostream& err) {
  err << "  " << model::code_of(receipt.outcome) << std::string(13 - model::code_of(receipt.outcome).size(), ' ')
      << receipt.source;
  if (receipt.outcome == FetchOutcome::Fetched) err << "  " << receipt.bytes << " bytes";
  if (!receipt.detail.empty()) err << "  " << base::visible(receipt.detail);
  err << '\n';
}

nlohmann::ordered_json receipt_json(const model::Receipt& receipt) {
  return nlohmann::ordered_json::parse(archive::to_line(receipt));
}

}  // namespace

int FetchRun::count(FetchOutcome outcome) const {
  return static_cast<int>(std::count_if(receipts.begin(), receipts.end(),
                                        [&](const auto& receipt) { return receipt.outcome == outcome; }));
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
  const auto past = fetch::past_of(store.receipts());
  const std::string agent = user_agent(content.record.site);
  const auto begun = std::chrono::steady_clock::now();
  fetch::Client client;
  FetchRun run;
  for (const model::Source* source : chosen(content.record, options)) {
    if (!fetch::is_fetched(source->kind)) {
      ++run.not_yet;
      continue;
    }
    const auto elapsed = std::chrono::floor<std::chrono::seconds>(std::chrono::steady_clock::now() - begun);
    const base::Instant started = context.now + elapsed;
    const auto known = past.find(source->id);
    const auto plan = fetch::plan(*source, known == past.end() ? fetch::Past{} : known->second, started, agent,
                                  [&](const base::Digest& digest) { return store.has(digest); });
    if (!plan.due && !options.all && !options.source) {
      ++run.not_due;
      continue;
    }
    if (context.err_is_terminal) context.err << "  …            " << source->id << '\r' << std::flush;
    const auto outcome = client.get(plan.request);
    auto digest = outcome.kind == FetchOutcome::NotModified ? plan.unchanged : std::nullopt;
    if (outcome.kind == FetchOutcome::Fetched) digest = store.put(outcome.body);
    run.receipts.push_back(fetch::receipt_of(*source, plan.request, outcome, started, digest));
    store.append(run.receipts.back());
    print_attempt(run.receipts.back(), context.err);
  }
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
  add(run.not_due, "not due");
  add(run.not_yet, "of a kind that is not followed yet");
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
  const int failed = run.count(FetchOutcome::Refused) + run.count(FetchOutcome::Unreachable);
  return context.strict && failed > 0 ? kWaiting : kDone;
}

}  // namespace tracker::command
