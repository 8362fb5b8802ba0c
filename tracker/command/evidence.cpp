#include "tracker/command/evidence.h"

#include <algorithm>
#include <set>

namespace tracker::command {
namespace {

bool is_of(const model::Citation& citation, const model::Receipt& receipt) {
  if (!citation.snapshot.empty()) return receipt.digest && receipt.digest->hex() == citation.snapshot;
  if (!citation.url.empty()) return receipt.url == citation.url || receipt.final_url == citation.url;
  return receipt.source == citation.source.id;
}

bool concerns(const model::Event& event, const model::Case& of, const model::Person& person) {
  const auto& defendants = event.defendants.empty() ? of.defendants : event.defendants;
  return std::any_of(defendants.begin(), defendants.end(), [&](const auto& ref) { return ref.id == person.id; });
}

std::vector<const model::Citation*> citations_of(const model::Record& record, const model::Person& person) {
  std::vector<const model::Citation*> citations;
  const auto add = [&](const model::Event& event) {
    for (const auto& citation : event.sources) citations.push_back(&citation);
  };
  for (const auto& event : person.events) add(event);
  for (const auto& one : record.cases)
    for (const auto& event : one.events)
      if (concerns(event, one, person)) add(event);
  return citations;
}

std::string ending_of(const model::Receipt& receipt) {
  const auto found = receipt.headers.find("content-type");
  const std::string type = found == receipt.headers.end() ? "" : found->second.substr(0, found->second.find(';'));
  if (type == "text/html" || type == "application/xhtml+xml") return ".html";
  if (type == "application/pdf") return ".pdf";
  if (type == "text/plain") return ".txt";
  if (type == "application/json" || type == "application/feed+json") return ".json";
  if (type.find("xml") != std::string::npos) return ".xml";
  return ".bin";
}

}  // namespace

std::vector<model::Receipt> receipts_of_source(const std::vector<model::Receipt>& receipts, const std::string& source) {
  std::vector<model::Receipt> chosen;
  std::copy_if(receipts.begin(), receipts.end(), std::back_inserter(chosen),
               [&](const auto& receipt) { return receipt.source == source; });
  return chosen;
}

std::vector<model::Receipt> receipts_of_person(const std::vector<model::Receipt>& receipts, const model::Record& record,
                                               const model::Person& person) {
  const auto citations = citations_of(record, person);
  std::vector<model::Receipt> chosen;
  std::copy_if(receipts.begin(), receipts.end(), std::back_inserter(chosen), [&](const auto& receipt) {
    return std::any_of(citations.begin(), citations.end(), [&](const auto* citation) { return is_of(*citation, receipt); });
  });
  return chosen;
}

std::string page_name(const model::Receipt& receipt) {
  std::string time = base::to_rfc3339(receipt.started);
  time.erase(std::remove(time.begin(), time.end(), ':'), time.end());
  std::string source;
  for (const char c : receipt.source)
    source += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ? c : '_';
  return time + '-' + source + '-' + (receipt.digest ? receipt.digest->hex().substr(0, 16) : "none") + ending_of(receipt);
}

}  // namespace tracker::command
