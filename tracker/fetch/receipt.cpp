#include "tracker/fetch/receipt.h"

#include "tracker/base/text.h"

#include <algorithm>
#include <string_view>

namespace tracker::fetch {
namespace {

constexpr std::size_t kLongestHeader = 1000;

// What says which edition of the page this was, what kind of bytes they are, and who sent them when.
constexpr std::string_view kEvidence[] = {"content-encoding", "content-language", "content-type", "date",        "etag",
                                          "last-modified",    "location",     "retry-after", "server"};

/// Header bytes are UTF-8 or, by old custom, ISO 8859-1; as the latter any bytes can be kept.
std::string as_utf8(const std::string& value) {
  if (!base::first_invalid_utf8(value)) return value;
  std::string text;
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      text += c;
    } else {
      text += static_cast<char>(0xC0 | (byte >> 6));
      text += static_cast<char>(0x80 | (byte & 0x3F));
    }
  }
  return text;
}

}  // namespace

model::Receipt receipt_of(const Job& job, const Outcome& outcome, const Kept& kept) {
  model::Receipt receipt;
  receipt.source = job.source;
  receipt.url = job.request.url;
  receipt.final_url = outcome.final_url;
  receipt.started = outcome.started;
  receipt.milliseconds = outcome.milliseconds;
  receipt.outcome = outcome.kind;
  receipt.status = outcome.status;
  receipt.detail = outcome.detail;
  receipt.digest = kept.body;
  receipt.bytes = static_cast<long long>(outcome.body.size());
  for (const std::string_view name : kEvidence) {
    const auto found = outcome.headers.find(std::string(name));
    if (found == outcome.headers.end()) continue;
    receipt.headers.emplace(name, base::shorten(as_utf8(found->second), kLongestHeader));
  }
  receipt.parent = job.parent;
  receipt.via = outcome.via;
  receipt.address = outcome.address;
  receipt.wire_bytes = outcome.wire_bytes;
  receipt.attempts = std::max(1, outcome.attempts);
  receipt.robots = outcome.robots;
  if (receipt.robots) receipt.robots->digest = kept.robots;
  receipt.chain = kept.chain;
  receipt.warnings = outcome.warnings;
  receipt.request = as_utf8(outcome.request);
  receipt.response = as_utf8(outcome.response);
  return receipt;
}

}  // namespace tracker::fetch
