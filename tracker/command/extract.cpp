#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/command/commands.h"
#include "tracker/command/content.h"
#include "tracker/command/lexicons.h"
#include "tracker/load/content.h"
#include "tracker/read/read_text.h"

namespace tracker::command {
namespace {

constexpr std::uintmax_t kLargestInput = 64u << 20;  // bytes

std::string read_input(const std::string& file) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  if (!error && size > kLargestInput) throw base::Error("extract: " + file + " is larger than 64 MiB", "take it apart");
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in.is_open() || in.bad()) throw base::Error("extract: cannot read " + file, "is the name right, and may you read it?");
  return bytes;
}

nlohmann::ordered_json json_of(const read::Statement& statement) {
  nlohmann::ordered_json json;
  json["person"] = statement.person;
  json["person_id"] = statement.person_id.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(statement.person_id);
  if (!statement.candidates.empty()) json["candidates"] = statement.candidates;
  json["event"] = std::string(model::code_of(statement.event));
  json["date"] = statement.date ? nlohmann::ordered_json(statement.date->edtf()) : nlohmann::ordered_json();
  json["articles"] = statement.articles;
  json["months"] = nullptr;
  if (statement.sentence) {
    const auto& sentence = *statement.sentence;
    if (sentence.months) json["months"] = *sentence.months;
    if (sentence.days) json["days"] = *sentence.days;
    if (sentence.kind) json["kind"] = std::string(model::code_of(*sentence.kind));
    if (sentence.ban_months) json["ban_months"] = *sentence.ban_months;
    if (sentence.labour_hours) json["labour_hours"] = *sentence.labour_hours;
    if (sentence.fine && sentence.fine->amount) {
      json["fine"] = {{"amount", *sentence.fine->amount}, {"currency", sentence.fine->currency}};
    }
  }
  json["court"] = statement.court;
  json["place"] = statement.place;
  json["role"] = statement.role;
  json["background"] = statement.background;
  json["quote"] = statement.quote;
  json["begin"] = statement.at.begin;
  json["end"] = statement.at.end;
  json["confidence"] = statement.confidence;
  json["rule"] = statement.rule;
  return json;
}

void print(const read::Statement& statement, std::ostream& out) {
  out << base::visible(statement.person) << ": " << model::code_of(statement.event);
  if (statement.date) out << ", " << statement.date->edtf();
  if (statement.sentence && statement.sentence->months) out << ", " << *statement.sentence->months << " months";
  if (statement.sentence && statement.sentence->days) out << ", " << *statement.sentence->days << " days";
  if (!statement.articles.empty()) out << ", articles " << base::join(statement.articles, " ");
  out << "\n  “" << base::visible(statement.quote) << "”\n";
}

}  // namespace

int extract(const ExtractOptions& options, Context& context) {
  read::Text text{.bytes = read_input(options.file), .language = options.language, .pieces = {}};
  std::optional<base::PartialDate> published;
  if (options.published) {
    std::string why;
    published = base::PartialDate::parse(*options.published, &why);
    if (!published) throw base::UsageError("--published: \"" + *options.published + "\" is no date: " + why, "write it as 2023-03-06, 2023-03 or 2023");
  }
  const auto lexicons = read_lexicons(context);
  if (!text.language.empty() && !lexicons.find(text.language))
    throw base::UsageError("--language: there is no lexicon for \"" + text.language + '"', "content/lexicon/ has one file a language");
  std::error_code ignored;
  match::Names names;
  if (std::filesystem::exists(context.paths.content / "site.toml", ignored))
    names = match::Names(load::load_content(context.paths.content, context.paths.shown_content()).record.people);
  for (const auto& statement : read::read_text(text, {lexicons, names, published})) {
    if (options.jsonl) context.out << json_of(statement).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    else print(statement, context.out);
  }
  return kDone;
}

}  // namespace tracker::command
