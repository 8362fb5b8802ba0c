#include "tracker/sandbox/read.h"

#include "tracker/base/error.h"
#include "tracker/parse/parse.h"
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

parse::Parsed failed(const GuardResult& result) {
  parse::Parsed parsed;
  parsed.outcome = outcome_of(result.end);
  parsed.detail = result.detail;
  return parsed;
}

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
  const bool is_pdf = parse::is_pdf(snapshot.bytes);
  if (snapshot.kind == SourceKind::Document && !is_pdf) {
    parse::Parsed parsed;
    parsed.outcome = ReadingOutcome::Unreadable;
    parsed.detail = "it is no PDF";
    return parsed;
  }
  std::string text;
  if (is_pdf) {
    auto result = text_of_pdf(snapshot.bytes, limits);
    if (result.end != GuardEnd::Done) return failed(result);
    text = std::move(result.output);
  }
  const auto result = run_guarded(
      [&] {
        const parse::Input input{snapshot.source, is_pdf ? SourceKind::Document : snapshot.kind, snapshot.is_followed,
                                 is_pdf ? std::string_view(text) : snapshot.bytes, is_pdf ? "" : snapshot.content_type,
                                 snapshot.url, fingerprints, zone};
        return parse::to_json(parse::parse(input));
      },
      limits);
  if (result.end != GuardEnd::Done) return failed(result);
  try {
    auto parsed = parse::parsed_from_json(result.output);
    if (is_pdf && parse::has_script(snapshot.bytes)) parsed.left_out.emplace_back("the document holds a script, which was not run");
    return parsed;
  } catch (const base::DataError& error) {
    parse::Parsed parsed;
    parsed.outcome = ReadingOutcome::Crashed;
    parsed.detail = error.what();
    return parsed;
  }
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
