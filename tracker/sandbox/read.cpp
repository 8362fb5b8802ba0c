#include "tracker/sandbox/read.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <stdexcept>
#include <utility>

#include "tracker/base/error.h"
#include "tracker/parse/parse.h"
#include "tracker/sandbox/packed.h"
#include "tracker/sandbox/parent.h"
#include "tracker/sandbox/pdf.h"

namespace tracker::sandbox {
namespace {

using model::ReadingOutcome;
using model::SourceKind;

ReadingOutcome outcome_of(GuardEnd end) {
  switch (end) {
    case GuardEnd::CpuLimit:
    case GuardEnd::TimeLimit:
    case GuardEnd::MemoryLimit:
    case GuardEnd::OutputLimit: return ReadingOutcome::Limited;
    case GuardEnd::Failed: return ReadingOutcome::Unreadable;
    case GuardEnd::Crashed:
    case GuardEnd::Done: break;
  }
  return ReadingOutcome::Crashed;
}

parse::Parsed failed(const GuardResult& result, const GuardLimits& limits) {
  parse::Parsed parsed;
  parsed.outcome = result.is_starved(limits) ? ReadingOutcome::Postponed : outcome_of(result.end);
  parsed.detail = result.detail;
  if (parsed.outcome == ReadingOutcome::Postponed) parsed.detail += ", and the machine was too busy to work on it";
  return parsed;
}

/// What a parser is given: the snapshot's bytes, or what pdftotext made of them.
struct Words {
  SourceKind kind = SourceKind::Page;
  std::string_view bytes, content_type;
};

std::string parsed_of(const parse::Input& input) { return parse::to_json(parse::parse(input)); }

/// `run` has a child do the parsing, within the limits that it is given. What is Done is what was parsed, as JSON.
GuardResult run_guarded_on(const Snapshot& snapshot, const GuardLimits& limits,
                           const std::function<GuardResult(const Words&, const GuardLimits&)>& run) {
  const auto begun = std::chrono::steady_clock::now();
  Words words{snapshot.kind, snapshot.bytes, snapshot.content_type};
  const bool is_pdf = parse::is_pdf(snapshot.bytes);
  if (snapshot.kind == SourceKind::Document && !is_pdf) return {GuardEnd::Failed, {}, "it is no PDF"};
  GuardLimits left = limits;
  GuardResult text;
  if (is_pdf) {
    text = text_of_pdf(snapshot.bytes, limits);
    if (text.end != GuardEnd::Done) return text;
    words = {SourceKind::Document, text.output, ""};
    left.wall -= std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
  }
  auto result = run(words, left);
  result.worked += text.worked;
  if (result.end == GuardEnd::TimeLimit) result.detail = past_time(limits);  // of both together
  return result;
}

/// The child is trusted as little as the page.
parse::Parsed parsed_in(const GuardResult& result, bool has_script, const GuardLimits& limits) {
  if (result.end != GuardEnd::Done) return failed(result, limits);
  try {
    auto parsed = parse::parsed_from_json(result.output);
    if (has_script) parsed.left_out.emplace_back("the document holds a script, which was not run");
    return parsed;
  } catch (const base::DataError& error) {
    parse::Parsed parsed;
    parsed.outcome = ReadingOutcome::Crashed;
    parsed.detail = error.what();
    return parsed;
  }
}

bool is_pdf_with_script(std::string_view bytes) { return parse::is_pdf(bytes) && parse::has_script(bytes); }

int bounded(std::size_t count) { return static_cast<int>(std::min<std::size_t>(count, 1'000'000'000)); }

/// One digest over the words of all pages, rows and entries, each with its length.
base::Digest text_digest(const parse::Parsed& parsed) {
  base::DigestBuilder builder;
  const auto add = [&](std::string_view text) {
    builder.add(std::to_string(text.size()) + ":");
    builder.add(text);
  };
  for (const auto& page : parsed.pages) add(page);
  for (const auto& row : parsed.rows)
    for (const auto& cell : row.cells) add(cell);
  for (const auto& entry : parsed.entries) {
    add(entry.url);
    add(entry.title);
    add(entry.text);
  }
  return builder.finish();
}

}  // namespace

parse::Parsed read_snapshot(const Snapshot& snapshot, const std::vector<model::Fingerprint>& fingerprints, const parse::Zone* zone,
                            const GuardLimits& limits) {
  const auto result = run_guarded_on(snapshot, limits, [&](const Words& words, const GuardLimits& left) {
    return run_guarded([&] { return parsed_of({snapshot.source, words.kind, snapshot.is_followed, words.bytes, words.content_type, snapshot.url,
                                               fingerprints, zone}); },
                       left);
  });
  return parsed_in(result, is_pdf_with_script(snapshot.bytes), limits);
}

SnapshotReader::SnapshotReader(const std::vector<model::Source>& sources, const std::vector<model::Fingerprint>& fingerprints,
                               const Zones& zones, const GuardLimits& limits)
    : sources_(sources), fingerprints_(fingerprints), zones_(zones), limits_(limits),
      guard_([this](std::string_view input) { return parse(input); }, limits, processors(),
             [this](std::string_view input, GuardedChild& child) { return use(input, child); }) {}

std::string SnapshotReader::input_of(const Snapshot& snapshot) const {
  const auto source = std::find_if(sources_.begin(), sources_.end(), [&](const auto& one) { return one.id == snapshot.source.id; });
  if (source == sources_.end()) throw std::invalid_argument("a snapshot of a source that is not among the sources");
  return joined({std::to_string(source - sources_.begin()), std::to_string(static_cast<int>(snapshot.kind)), snapshot.is_followed ? "1" : "",
                 snapshot.content_type, snapshot.url, snapshot.bytes});
}

Snapshot SnapshotReader::snapshot_in(std::string_view input) const {
  const auto [number, kind, is_followed, content_type, url, bytes] = split<6>(input);
  return {sources_.at(std::stoul(std::string(number))), static_cast<SourceKind>(std::stoi(std::string(kind))), !is_followed.empty(), bytes,
          content_type, url};
}

GuardResult SnapshotReader::use(std::string_view input, GuardedChild& child) const {
  const Snapshot snapshot = snapshot_in(input);
  auto result = run_guarded_on(snapshot, limits_, [&](const Words& words, const GuardLimits& left) {
    Snapshot given = snapshot;
    given.kind = words.kind;
    given.bytes = words.bytes;
    given.content_type = words.content_type;
    return child.run(input_of(given), left.wall);
  });
  if (result.end == GuardEnd::Done) result.output = joined({is_pdf_with_script(snapshot.bytes) ? "1" : "", result.output});
  return result;
}

/// In the child.
std::string SnapshotReader::parse(std::string_view input) const {
  const Snapshot snapshot = snapshot_in(input);
  const auto zone = zones_.find(snapshot.source.zone);
  return parsed_of({snapshot.source, snapshot.kind, snapshot.is_followed, snapshot.bytes, snapshot.content_type, snapshot.url, fingerprints_,
                    zone == zones_.end() || !zone->second ? nullptr : &*zone->second});
}

parse::Parsed SnapshotReader::parsed(GuardResult result) const {
  if (result.end != GuardEnd::Done) return failed(result, limits_);
  const auto [has_script, json] = split<2>(result.output);
  return parsed_in({GuardEnd::Done, std::string(json), {}}, !has_script.empty(), limits_);
}

parse::Parsed SnapshotReader::read(const Snapshot& snapshot, std::string_view origin) {
  return parsed(guard_.run(origin, input_of(snapshot)));
}

std::size_t SnapshotReader::read_all(const std::vector<std::string>& origins, const OriginGuard::Give& give, const Take& take,
                                     const OriginGuard::GoOn& goes_on) {
  return guard_.run_all(origins, give, [&](std::size_t i, GuardResult result) { take(i, parsed(std::move(result))); }, goes_on);
}

model::Reading reading_of(const Snapshot& snapshot, const parse::Parsed& parsed, const base::Digest& bytes_digest,
                          const base::Digest& rules, base::Instant at) {
  model::Reading reading;
  reading.source = snapshot.source.id;
  reading.digest = bytes_digest;
  reading.at = at;
  reading.rules = rules;
  reading.kind = snapshot.kind;
  reading.is_followed = snapshot.is_followed;
  reading.outcome = parsed.outcome;
  reading.detail = parsed.detail;
  reading.encoding = parsed.encoding;
  reading.encoding_rule = parsed.encoding_rule;
  reading.pages = bounded(parsed.pages.size());
  reading.words = bounded(parsed.words());
  reading.rows = bounded(parsed.row_count());
  reading.has_canary = parsed.has_canary;
  reading.says_nothing = parsed.says_nothing;
  reading.fingerprint = parsed.fingerprint;
  if (parsed.outcome == ReadingOutcome::Read) reading.text = text_digest(parsed);
  reading.left_out = parsed.left_out;
  return reading;
}

}  // namespace tracker::sandbox
