#include "tracker/sandbox/read.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <initializer_list>
#include <stdexcept>

#include "tracker/base/error.h"
#include "tracker/parse/parse.h"
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

parse::Parsed failed(const GuardResult& result) {
  parse::Parsed parsed;
  parsed.outcome = outcome_of(result.end);
  parsed.detail = result.detail;
  return parsed;
}

/// What a parser is given: the snapshot's bytes, or what pdftotext made of them.
struct Words {
  SourceKind kind = SourceKind::Page;
  std::string_view bytes, content_type;
};

std::string parsed_of(const parse::Input& input) { return parse::to_json(parse::parse(input)); }

/// `run` has a child do the parsing, within the limits that it is given.
parse::Parsed read_guarded(const Snapshot& snapshot, const GuardLimits& limits,
                           const std::function<GuardResult(const Words&, const GuardLimits&)>& run) {
  const auto begun = std::chrono::steady_clock::now();
  Words words{snapshot.kind, snapshot.bytes, snapshot.content_type};
  const bool is_pdf = parse::is_pdf(snapshot.bytes);
  if (snapshot.kind == SourceKind::Document && !is_pdf) {
    parse::Parsed parsed;
    parsed.outcome = ReadingOutcome::Unreadable;
    parsed.detail = "it is no PDF";
    return parsed;
  }
  GuardLimits left = limits;
  std::string text;
  if (is_pdf) {
    auto result = text_of_pdf(snapshot.bytes, limits);
    if (result.end != GuardEnd::Done) return failed(result);
    text = std::move(result.output);
    words = {SourceKind::Document, text, ""};
    left.wall -= std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
  }
  auto result = run(words, left);
  if (result.end == GuardEnd::TimeLimit) result.detail = past_time(limits);  // of both together
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

/// Texts as one, each with its length before it; and back.
std::string joined(std::initializer_list<std::string_view> parts) {
  std::string all;
  for (const auto part : parts) {
    all += std::to_string(part.size()) + ':';
    all += part;
  }
  return all;
}

template <std::size_t count>
std::array<std::string_view, count> split(std::string_view joined) {
  std::array<std::string_view, count> parts;
  for (auto& part : parts) {
    const auto colon = joined.find(':');
    const auto size = std::stoul(std::string(joined.substr(0, colon)));
    part = joined.substr(colon + 1, size);
    joined.remove_prefix(colon + 1 + size);
  }
  return parts;
}

std::string joined_result(const GuardResult& result) {
  return joined({std::to_string(static_cast<int>(result.end)), result.detail, result.output});
}

GuardResult result_in(std::string_view joined) {
  const auto [end, detail, output] = split<3>(joined);
  return {static_cast<GuardEnd>(std::stoi(std::string(end))), std::string(output), std::string(detail)};
}

/// It ends its children itself; only where it does not is it ended.
GuardLimits of_starter(GuardLimits limits) {
  limits.wall += std::chrono::seconds(1);
  limits.output += 4096;
  return limits;
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
  return read_guarded(snapshot, limits, [&](const Words& words, const GuardLimits& left) {
    return run_guarded([&] { return parsed_of({snapshot.source, words.kind, snapshot.is_followed, words.bytes, words.content_type, snapshot.url,
                                               fingerprints, zone}); },
                       left);
  });
}

SnapshotReader::SnapshotReader(const std::vector<model::Source>& sources, const std::vector<model::Fingerprint>& fingerprints,
                               const Zones& zones, const GuardLimits& limits)
    : sources_(sources), fingerprints_(fingerprints), zones_(zones), limits_(limits),
      child_([this](std::string_view input) { return parse(input); }, limits),
      starter_([this](std::string_view input) { return hand_on(input); }, of_starter(limits), Guards::None) {
  starter_.start();
}

parse::Parsed SnapshotReader::read(const Snapshot& snapshot, std::string_view origin) {
  const auto source = std::find_if(sources_.begin(), sources_.end(), [&](const auto& one) { return one.id == snapshot.source.id; });
  if (source == sources_.end()) throw std::invalid_argument("a snapshot of a source that is not among the sources");
  const auto number = std::to_string(source - sources_.begin());
  return read_guarded(snapshot, limits_, [&](const Words& words, const GuardLimits& left) {
    const std::string kind = std::to_string(static_cast<int>(words.kind)), wall = std::to_string(std::max<long long>(0, left.wall.count()));
    const auto answer = starter_.run(
        joined({origin, wall, joined({number, kind, snapshot.is_followed ? "1" : "", words.content_type, snapshot.url, words.bytes})}));
    return answer.end == GuardEnd::Done ? result_in(answer.output) : answer;
  });
}

std::string SnapshotReader::hand_on(std::string_view input) {
  const auto [origin, wall, task] = split<3>(input);
  if (origin != origin_) child_.end();
  origin_ = origin;
  return joined_result(child_.run(task, std::chrono::milliseconds(std::stoll(std::string(wall)))));
}

/// In the child.
std::string SnapshotReader::parse(std::string_view input) const {
  const auto [number, kind, is_followed, content_type, url, bytes] = split<6>(input);
  const auto& source = sources_.at(std::stoul(std::string(number)));
  const auto zone = zones_.find(source.zone);
  return parsed_of({source, static_cast<SourceKind>(std::stoi(std::string(kind))), !is_followed.empty(), bytes, content_type, url,
                    fingerprints_, zone == zones_.end() || !zone->second ? nullptr : &*zone->second});
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
