#include <map>

#include <nlohmann/json.hpp>

#include "tracker/archive/store.h"
#include "tracker/base/text.h"
#include "tracker/command/commands.h"
#include "tracker/command/table.h"
#include "tracker/record/store.h"

namespace tracker::command {
namespace {

struct Health {
  const model::Receipt* last = nullptr;      // attempt
  const model::Receipt* success = nullptr;   // the page was seen
  const model::Receipt* change = nullptr;    // … and had other bytes than before
};

std::map<std::string, Health> health_of(const std::vector<model::Receipt>& receipts) {
  std::map<std::string, Health> health;
  for (const auto& receipt : receipts) {
    auto& of_source = health[receipt.source];
    of_source.last = &receipt;
    const bool seen = receipt.outcome == model::FetchOutcome::Fetched || receipt.outcome == model::FetchOutcome::NotModified;
    if (!seen) continue;
    if (receipt.outcome == model::FetchOutcome::Fetched &&
        (!of_source.change || of_source.change->digest != receipt.digest))
      of_source.change = &receipt;
    of_source.success = &receipt;
  }
  return health;
}

std::string age(const model::Receipt* receipt, base::Instant now) {
  if (!receipt) return "never";
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(now - receipt->started).count();
  if (minutes < 60) return std::to_string(minutes) + " min";
  if (minutes < 48 * 60) return std::to_string(minutes / 60) + " h";
  return std::to_string(minutes / (24 * 60)) + " d";
}

nlohmann::ordered_json time_of(const model::Receipt* receipt) {
  return receipt ? nlohmann::ordered_json(base::to_rfc3339(receipt->started)) : nlohmann::ordered_json(nullptr);
}

std::string outcome_of(const Health& health) {
  if (!health.last) return "not tried";
  std::string text{model::code_of(health.last->outcome)};
  if (!health.last->detail.empty()) text += ": " + health.last->detail;
  return text;
}

}  // namespace

int sources(const Format& format, Context& context) {
  const record::Reader reader(context.paths.database);
  const auto record = reader.content();
  // The log of the archive, not the index: a fetch is there at once, the index hears of it with the next record.
  const auto receipts = std::filesystem::exists(context.paths.archive) ? archive::Store(context.paths.archive).receipts()
                                                                       : reader.receipts();
  auto health = health_of(receipts);
  const auto& language = record.site.default_language;
  if (format.json) {
    auto list = nlohmann::ordered_json::array();
    for (const auto& source : record.sources) {
      const auto& of_source = health[source.id];
      list.push_back({{"id", source.id},
                      {"title", source.title.in(language, language)},
                      {"publisher", source.publisher},
                      {"kind", std::string(model::code_of(source.kind))},
                      {"url", source.url},
                      {"languages", source.languages},
                      {"rhythm", std::string(model::code_of(source.rhythm))},
                      {"independence", source.independence},
                      {"followed", source.is_followed()},
                      {"last_attempt", time_of(of_source.last)},
                      {"last_success", time_of(of_source.success)},
                      {"last_change", time_of(of_source.change)},
                      {"outcome", of_source.last ? nlohmann::ordered_json(std::string(model::code_of(of_source.last->outcome)))
                                                 : nlohmann::ordered_json(nullptr)},
                      {"detail", of_source.last ? of_source.last->detail : ""}});
    }
    context.out << list.dump(2) << '\n';
    return kDone;
  }
  std::vector<Row> rows;
  int cited = 0;
  for (const auto& source : record.sources) {
    if (!source.is_followed()) {
      ++cited;
      continue;
    }
    const auto& of_source = health[source.id];
    rows.push_back({{source.id, std::string(model::code_of(source.kind)), std::string(model::code_of(source.rhythm)),
                     base::join(source.languages, " "), age(of_source.success, context.now),
                     age(of_source.change, context.now), outcome_of(of_source)},
                    false});
  }
  print_table(context.out, {{"SOURCE"}, {"KIND"}, {"RHYTHM"}, {"LANG"}, {"SEEN"}, {"CHANGED"}, {"LAST ATTEMPT", true}},
              rows, context.width, context.colour);
  context.err << rows.size() << " sources followed, " << cited << " documents cited\n";
  return kDone;
}

}  // namespace tracker::command
