#include "sitegen/data/evidence.h"

#include <nlohmann/json.hpp>

#include <map>

#include "sitegen/data/csv.h"
#include "sitegen/data/zip.h"
#include "sitegen/view/links.h"
#include "tracker/base/digest.h"
#include "tracker/report/person.h"

namespace sitegen::data {
namespace {

using tracker::model::FetchOutcome;
using tracker::model::Receipt;

/// Bytes of captures in one zip; what goes beyond is said to be left out. A person's sources are pages, not films.
constexpr std::size_t kMostBytes = 200u << 20;

const char* ending(const Receipt* receipt) {
  if (!receipt) return ".bin";
  const auto type = receipt->headers.find("content-type");
  const std::string_view text = type == receipt->headers.end() ? std::string_view() : std::string_view(type->second);
  if (text.starts_with("text/html") || text.starts_with("application/xhtml")) return ".html";
  if (text.starts_with("application/pdf")) return ".pdf";
  if (text.find("xml") != std::string_view::npos) return ".xml";
  if (text.find("json") != std::string_view::npos) return ".json";
  return text.starts_with("text/") ? ".txt" : ".bin";
}

std::string receipt_line(const Receipt& receipt) {
  nlohmann::ordered_json object;
  object["source"] = receipt.source;
  object["url"] = receipt.url;
  if (receipt.final_url != receipt.url) object["final_url"] = receipt.final_url;
  object["started"] = tracker::base::to_rfc3339(receipt.started);
  object["status"] = receipt.status;
  object["sha256"] = receipt.digest ? receipt.digest->hex() : "";
  object["bytes"] = receipt.bytes;
  object["headers"] = receipt.headers;
  return object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

class Evidence {
 public:
  Evidence(const view::View& view, const tracker::model::Person& person, const Captures& captures)
      : view_(view), person_(person), captures_(captures) {}

  view::OutputFile make() {
    read_citations();
    add("person.json", tracker::report::person_json(view_.record, person_, view_.status_of(person_)));
    add("citations.csv", citations_);
    std::string receipts;
    for (const auto& [digest, receipt] : receipts_)
      if (receipt) receipts += receipt_line(*receipt);
    add("receipts.jsonl", receipts);
    add("README.txt", readme());
    std::string bytes;
    ZipWriter zip([&](std::string_view part) { bytes.append(part); });
    const std::string folder = person_.id + "/";
    std::string sums;
    for (const auto& [path, content] : files_) {
      zip.add(folder + path, content);
      sums += tracker::base::sha256(content).hex() + "  " + path + '\n';
    }
    zip.add(folder + "SHA256SUMS", sums);
    zip.finish();
    return {view::evidence_path(person_.id), std::move(bytes)};
  }

 private:
  void add(const std::string& path, std::string content) { files_[path] = std::move(content); }

  /// The newest receipt with these bytes, and the newest with bytes for an address.
  const Receipt* receipt_of(const std::string& digest) const {
    for (auto receipt = view_.receipts.rbegin(); receipt != view_.receipts.rend(); ++receipt)
      if (receipt->digest && receipt->digest->hex() == digest) return &*receipt;
    return nullptr;
  }
  const Receipt* receipt_for(const std::string& source, const std::string& url) const {
    for (auto receipt = view_.receipts.rbegin(); receipt != view_.receipts.rend(); ++receipt)
      if (receipt->source == source && (receipt->url == url || receipt->final_url == url) && receipt->digest &&
          receipt->outcome == FetchOutcome::Fetched)
        return &*receipt;
    return nullptr;
  }

  /// Where the capture lies in the zip; empty where there is none.
  std::string capture(const tracker::model::Citation& citation, const std::string& url) {
    const Receipt* receipt =
        citation.snapshot.empty() ? receipt_for(citation.source.id, url) : receipt_of(citation.snapshot);
    const std::string digest = !citation.snapshot.empty() ? citation.snapshot : receipt ? receipt->digest->hex() : "";
    if (digest.empty()) return {};
    const std::string path = "captures/" + digest + ending(receipt);
    if (files_.contains(path)) return path;
    auto bytes = captures_(digest);
    if (!bytes || total_ + bytes->size() > kMostBytes) return {};
    total_ += bytes->size();
    receipts_[digest] = receipt;
    add(path, std::move(*bytes));
    return path;
  }

  void read_citations() {
    citations_ = csv_row({"event", "type", "date", "source", "title", "publisher", "url", "locator", "quote", "snapshot", "capture"});
    for (const auto& situated : tracker::model::events_of(view_.record, person_)) {
      const auto& event = *situated.event;
      for (const auto& citation : event.sources) {
        const auto* source = tracker::model::find_source(view_.record, citation.source.id);
        const std::string url = citation.url.empty() && source ? source->url : citation.url;
        const auto& site = view_.record.site;
        citations_ += csv_row({event.id, std::string(code_of(event.type)), event.date ? event.date->edtf() : "",
                               citation.source.id, source ? source->title.in("en", site.default_language) : "",
                               source ? source->publisher : "", url, citation.locator, citation.quote, citation.snapshot,
                               capture(citation, url)});
      }
    }
  }

  std::string readme() const {
    const auto& site = view_.record.site;
    const auto& version = *view_.shown_in(person_).version;
    std::size_t captures = 0;
    for (const auto& [path, content] : files_) captures += path.starts_with("captures/") ? 1 : 0;
    return "Evidence for " + person_.id + ", " + site.title.in("en", site.default_language) + ", version " +
           std::to_string(version.number) + " of " + tracker::base::to_rfc3339(version.recorded) + "\n" + site.base_url +
           view::person_path(person_.id) +
           "\n\nperson.json     what the list says\ncitations.csv   what each statement rests on; \"capture\" is the file below, "
           "where one was archived\nreceipts.jsonl  when and how each capture was fetched\ncaptures/       " +
           std::to_string(captures) + " captures, each named by its SHA-256\n\nCheck all files with: sha256sum -c SHA256SUMS\n"
           "Captures belong to those who published them; they are kept as evidence.\n";
  }

  const view::View& view_;
  const tracker::model::Person& person_;
  const Captures& captures_;
  std::string citations_;
  std::map<std::string, std::string> files_;
  std::map<std::string, const Receipt*> receipts_;
  std::size_t total_ = 0;
};

}  // namespace

view::OutputFile evidence(const view::View& view, const tracker::model::Person& person, const Captures& captures) {
  return Evidence(view, person, captures).make();
}

}  // namespace sitegen::data
