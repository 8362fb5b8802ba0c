#include "tracker/fetch/receipt.h"

#include "tracker/base/text.h"

#include <string_view>

namespace tracker::fetch {
namespace {

constexpr std::size_t kLongestHeader = 1000;

// What says which edition of the page this was, what kind of bytes they are, and who sent them when.
constexpr std::string_view kEvidence[] = {"content-language", "content-type", "date",        "etag",
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

model::Receipt receipt_of(const model::Source& source, const Request& request, const Outcome& outcome,
                          base::Instant started, const std::optional<base::Digest>& digest) {
  model::Receipt receipt;
  receipt.source = source.id;
  receipt.url = request.url;
  receipt.final_url = outcome.final_url;
  receipt.started = started;
  receipt.milliseconds = outcome.milliseconds;
  receipt.outcome = outcome.kind;
  receipt.status = outcome.status;
  receipt.detail = outcome.detail;
  receipt.digest = digest;
  receipt.bytes = static_cast<long long>(outcome.body.size());
  for (const std::string_view name : kEvidence) {
    const auto found = outcome.headers.find(std::string(name));
    if (found == outcome.headers.end()) continue;
    receipt.headers.emplace(name, base::shorten(as_utf8(found->second), kLongestHeader));
  }
  return receipt;
}

}  // namespace tracker::fetch
