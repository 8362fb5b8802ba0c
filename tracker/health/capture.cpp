// What one capture has to be to count as seen.
#include "tracker/health/health.h"

namespace tracker::health {
namespace {

using model::ReadingOutcome;

std::string number(int value) { return std::to_string(value); }

/// "12 words, but at least 50 are expected"; empty where the count is within.
std::string beyond(const char* what, int count, const std::optional<int>& least, const std::optional<int>& most) {
  if (least && count < *least) return number(count) + " " + what + ", but at least " + number(*least) + " are expected";
  if (most && count > *most) return number(count) + " " + what + ", but at most " + number(*most) + " are expected";
  return {};
}

std::string shrunk(const char* what, int now, int before, int most_percent) {
  if (before <= 0 || now >= before) return {};
  const long long lost = (static_cast<long long>(before) - now) * 100;
  if (lost <= static_cast<long long>(most_percent) * before) return {};
  const long long percent = (lost + before - 1) / before;
  return number(now) + " " + what + " after " + number(before) + ": it shrank by " + std::to_string(percent) + " %, and at most " +
         number(most_percent) + " % are expected";
}

std::string failed_words(const model::Reading& reading) {
  switch (reading.outcome) {
    case ReadingOutcome::PartMissing: return "the part to read is missing: ";
    case ReadingOutcome::Limited: return "a limit was reached: ";
    case ReadingOutcome::Unreadable: return "it cannot be read: ";
    case ReadingOutcome::Postponed:
    case ReadingOutcome::Crashed:
    case ReadingOutcome::Read: break;
  }
  return "";
}

}  // namespace

std::optional<std::string> fault_of(const model::Source& source, const model::Reading& reading, const model::Reading* earlier) {
  // A page in place of the page explains best why a part or a canary is missing.
  if (!reading.fingerprint.empty())
    return reading.fingerprint == "blocked" ? "it is a page that the source's file names as blocked"
                                            : "it is a page in place of the page: " + reading.fingerprint;
  if (reading.outcome != ReadingOutcome::Read) return failed_words(reading) + reading.detail;
  if (!source.expect) {
    if (reading.words == 0 && reading.rows == 0 && reading.pages > 0 && reading.kind != model::SourceKind::Sitemap)
      return "there is not one word on it";
    return std::nullopt;
  }
  const auto& expect = *source.expect;
  if (!reading.has_canary) return "\"" + expect.canary + "\" does not stand on it, and always should";
  if (auto fault = beyond("words", reading.words, expect.min_words, expect.max_words); !fault.empty()) return fault;
  if (reading.says_nothing && reading.rows == 0) return std::nullopt;
  if (auto fault = beyond("rows", reading.rows, expect.min_rows, expect.max_rows); !fault.empty()) return fault;
  if (!earlier || !expect.max_shrink_percent) return std::nullopt;
  if (auto fault = shrunk("words", reading.words, earlier->words, *expect.max_shrink_percent); !fault.empty()) return fault;
  if (auto fault = shrunk("rows", reading.rows, earlier->rows, *expect.max_shrink_percent); !fault.empty()) return fault;
  return std::nullopt;
}

}  // namespace tracker::health
