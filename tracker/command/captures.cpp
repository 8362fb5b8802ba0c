#include "tracker/command/captures.h"

#include <map>

#include "tracker/base/error.h"
#include "tracker/health/health.h"
#include "tracker/parse/parsed.h"

namespace tracker::command {
namespace {

std::set<std::string> items_of(const parse::Parsed& parsed) {
  std::set<std::string> items;
  for (const auto& row : parsed.rows)
    if (!row.case_number.empty()) items.insert(row.case_number);
  if (parsed.rows.empty())
    for (const auto& entry : parsed.entries) items.insert(entry.id);
  return items;
}

}  // namespace

bool may_remove(const model::Source& source) {
  using enum model::SourceKind;
  // A listing of several pages pushes its entries from the first to the next ones.
  const bool has_pages = source.follow && !source.follow->next.empty();
  return (source.kind == Listing && !has_pages) || source.kind == Sitemap || source.kind == CourtCases;
}

std::vector<health::Capture> captures_of(const model::Source& source, const std::vector<model::Receipt>& receipts,
                                         const std::vector<model::Reading>& readings, const archive::Store& store, std::size_t most) {
  std::vector<const model::Receipt*> own;
  for (const auto& receipt : receipts)
    if (receipt.source == source.id && receipt.parent.empty() && receipt.digest &&
        (receipt.outcome == model::FetchOutcome::Fetched || receipt.outcome == model::FetchOutcome::NotModified))
      own.push_back(&receipt);
  if (own.size() > most) own.erase(own.begin(), own.end() - static_cast<std::ptrdiff_t>(most));

  std::map<base::Digest, const model::Reading*> newest;
  for (const auto& reading : readings)
    if (reading.source == source.id && !reading.is_followed) newest[reading.digest] = &reading;
  std::map<base::Digest, std::set<std::string>> items;  // by what was parsed: most captures of a page are the same
  std::vector<health::Capture> captures;
  for (const auto* receipt : own) {
    health::Capture capture{receipt->started, {}, false};
    const auto reading = newest.find(*receipt->digest);
    if (reading != newest.end() && reading->second->parsed && !health::fault_of(source, *reading->second, nullptr)) {
      const auto [found, is_new] = items.try_emplace(*reading->second->parsed);
      try {
        const auto json = is_new ? store.get(*reading->second->parsed) : std::nullopt;
        if (json) found->second = items_of(parse::parsed_from_json(*json));
        capture.items = found->second;
        capture.is_good = !is_new || json.has_value();
      } catch (const base::DataError&) {  // `verify` names the damage
      }
    }
    captures.push_back(std::move(capture));
  }
  return captures;
}

}  // namespace tracker::command
