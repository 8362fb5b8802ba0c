#include "tracker/archive/warc.h"

#include "tracker/archive/store.h"
#include "tracker/base/digest.h"
#include "tracker/base/text.h"

#include <algorithm>

namespace tracker::archive {
namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

/// A name for a record that the same content always gets: an UUID (RFC 9562, version 8) of its digest.
std::string record_id(std::string_view type, std::string_view content) {
  std::string hex = base::sha256(std::string(type) + '\n' + std::string(content)).hex().substr(0, 32);
  hex[12] = '8';
  hex[16] = "89ab"[static_cast<std::size_t>(hex[16]) % 4];
  return "<urn:uuid:" + hex.substr(0, 8) + '-' + hex.substr(8, 4) + '-' + hex.substr(12, 4) + '-' + hex.substr(16, 4) + '-' +
         hex.substr(20) + '>';
}

/// A value of one line: what could end it is taken out.
std::string one_line(std::string_view text) {
  std::string line(text);
  std::replace_if(line.begin(), line.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; }, ' ');
  return line;
}

std::string record(std::string_view type, const std::string& id, base::Instant date, const Fields& fields,
                   std::string_view content_type, std::string_view block) {
  std::string text = "WARC/1.1\r\nWARC-Type: " + std::string(type) + "\r\nWARC-Record-ID: " + id +
                     "\r\nWARC-Date: " + base::to_rfc3339(date) + "\r\n";
  for (const auto& [name, value] : fields)
    if (!value.empty()) text += name + ": " + one_line(value) + "\r\n";
  text += "WARC-Block-Digest: sha256:" + base::sha256(block).hex() + "\r\n";
  text += "Content-Type: " + one_line(content_type) + "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n";
  text += block;
  text += "\r\n\r\n";
  return text;
}

void add(std::string& block, std::string_view name, std::string_view value) {
  if (!value.empty()) block += std::string(name) + ": " + one_line(value) + "\r\n";
}

/// What the receipt says that the exchange does not (application/warc-fields).
std::string metadata_block(const model::Receipt& receipt, std::string_view chain) {
  std::string block;
  add(block, "source", receipt.source);
  add(block, "outcome", model::code_of(receipt.outcome));
  add(block, "detail", receipt.detail);
  add(block, "url", receipt.url);
  if (receipt.final_url != receipt.url) add(block, "final-url", receipt.final_url);
  add(block, "via", receipt.parent);
  for (const auto& hop : receipt.via) add(block, "redirected-by", hop);
  add(block, "fetchTimeMs", std::to_string(receipt.milliseconds));
  if (receipt.attempts > 1) add(block, "attempts", std::to_string(receipt.attempts));
  if (receipt.digest) add(block, "sha256", receipt.digest->hex());
  if (receipt.robots) {
    add(block, "robots-allowed", receipt.robots->allowed ? "true" : "false");
    add(block, "robots-why", receipt.robots->why);
    add(block, "robots-asked", base::to_rfc3339(receipt.robots->asked));
    if (receipt.robots->digest) add(block, "robots-sha256", receipt.robots->digest->hex());
  }
  for (const auto& warning : receipt.warnings) add(block, "warning", warning);
  if (receipt.chain) add(block, "certificates-sha256", receipt.chain->hex());
  add(block, "receipt", to_line(receipt));
  // A field value may go on in lines that begin with white space.
  if (!chain.empty()) {
    block += "certificates:\r\n";
    for (const auto line : base::split(chain, '\n'))
      if (!line.empty()) block += ' ' + one_line(line) + "\r\n";
  }
  return block;
}

bool has_exchange(const model::Receipt& receipt) { return !receipt.response.empty(); }

}  // namespace

std::string decoded_head(std::string_view head, std::size_t body_size) {
  std::string result;
  for (std::size_t start = 0; start < head.size();) {
    const std::size_t end = std::min(head.find('\n', start), head.size());
    const std::string_view line = base::trim(head.substr(start, end - start));
    start = end + 1;
    if (line.empty()) continue;
    std::string name(line.substr(0, line.find(':')));
    for (char& c : name)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (name == "content-length" || name == "content-encoding" || name == "transfer-encoding") continue;
    result += std::string(line) + "\r\n";
  }
  if (result.empty()) result = "HTTP/1.1 200 OK\r\n";
  return result + "Content-Length: " + std::to_string(body_size) + "\r\n\r\n";
}

std::string warc_info(std::string_view software, std::string_view title, base::Instant made) {
  std::string block;
  add(block, "software", software);
  add(block, "format", "WARC File Format 1.1");
  add(block, "conformsTo", "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/");
  add(block, "robots", "obey");
  add(block, "description", title);
  return record("warcinfo", record_id("warcinfo", block + base::to_rfc3339(made)), made, {}, "application/warc-fields", block);
}

std::string warc_resource(std::string_view url, base::Instant date, std::string_view type, std::string_view body) {
  const std::string digest = "sha256:" + base::sha256(body).hex();
  const std::string id = record_id("resource", std::string(url) + base::to_rfc3339(date) + digest);
  return record("resource", id, date, {{"WARC-Target-URI", std::string(url)}, {"WARC-Payload-Digest", digest}},
                type.empty() ? "application/octet-stream" : type, body);
}

std::string warc_exchange(const model::Receipt& receipt, const std::optional<std::string>& body, std::string_view chain) {
  const std::string line = to_line(receipt);
  const std::string url = receipt.final_url.empty() ? receipt.url : receipt.final_url;
  std::string text, refers_to;
  if (body && has_exchange(receipt)) {
    refers_to = record_id("response", line);
    const std::string block = decoded_head(receipt.response, body->size()) + *body;
    text += record("response", refers_to, receipt.started,
                   {{"WARC-Target-URI", url},
                    {"WARC-IP-Address", receipt.address},
                    {"WARC-Payload-Digest", "sha256:" + base::sha256(*body).hex()}},
                   "application/http;msgtype=response", block);
    if (!receipt.request.empty())
      text += record("request", record_id("request", line), receipt.started,
                     {{"WARC-Target-URI", url}, {"WARC-IP-Address", receipt.address}, {"WARC-Concurrent-To", refers_to}},
                     "application/http;msgtype=request", receipt.request);
  } else if (body) {
    const auto type = receipt.headers.find("content-type");
    refers_to = record_id("resource", line);
    text += record("resource", refers_to, receipt.started,
                   {{"WARC-Target-URI", url}, {"WARC-Payload-Digest", "sha256:" + base::sha256(*body).hex()}},
                   type == receipt.headers.end() ? "application/octet-stream" : type->second, *body);
  }
  text += record("metadata", record_id("metadata", line), receipt.started,
                 {{"WARC-Target-URI", url}, {"WARC-Concurrent-To", refers_to}}, "application/warc-fields",
                 metadata_block(receipt, chain));
  return text;
}

}  // namespace tracker::archive
