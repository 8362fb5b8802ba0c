#include "tracker/load/lexicon.h"

#include <algorithm>

#include "tracker/load/bytes.h"
#include "tracker/load/content.h"
#include "tracker/load/read_file.h"
#include "tracker/load/toml_archive.h"

namespace tracker::model {

template <class Archive>
void describe(Archive& a, LexiconRule& rule) {
  a.required("id", rule.id);
  a.required("event", rule.event);
  a.required("pattern", rule.pattern);
  a.key("not_after", rule.not_after);
  a.key("subject", rule.subject);
  a.key("term", rule.term);
  a.key("articles", rule.articles);
  a.key("date", rule.date);
  a.key("kind", rule.kind);
  a.key("background", rule.background);
  a.key("again", rule.again);
  a.key("nth", rule.nth);
  a.key("match", rule.match);
  a.key("never", rule.never);
}

template <class Archive>
void describe(Archive& a, LexiconDate& date) {
  a.required("pattern", date.pattern);
  a.key("base", date.base);
  a.key("days", date.days);
  a.key("months", date.months);
  a.key("years", date.years);
  a.key("earlier", date.earlier);
  a.key("capital", date.capital);
  a.key("precision", date.precision);
  a.key("match", date.match);
}

template <class Archive>
void describe(Archive& a, LexiconPattern& pattern) {
  a.required("value", pattern.value);
  a.required("pattern", pattern.pattern);
}

template <class Archive>
void describe(Archive& a, LexiconCaution& caution) {
  a.required("value", caution.value);
  a.required("pattern", caution.pattern);
  a.key("match", caution.match);
  a.key("never", caution.never);
}

}  // namespace tracker::model

namespace tracker::load {
namespace {

namespace fs = std::filesystem;

struct Head {
  std::string language;
  std::vector<model::LexiconRule> rules;
  std::vector<model::LexiconDate> dates;
  std::vector<model::LexiconPattern> kinds, guards;
  std::vector<model::LexiconCaution> cautions;
};

template <class Archive>
void describe(Archive& a, Head& head) {
  a.required("language", head.language);
  a.list("rule", head.rules);
  a.list("date", head.dates);
  a.list("kind", head.kinds);
  a.list("guard", head.guards);
  a.list("caution", head.cautions);
}

/// Each value of the table [name], if there is one.
template <class Take>
void each(const toml::table& table, std::string_view name, Report& report, Take take) {
  const auto* node = table.get(name);
  if (!node) return;
  const auto* inner = node->as_table();
  if (!inner) return report.error(position_of(*node), "wrong-type", in_quotes(name) + ": expected a table, found " + name_of_type(*node));
  for (auto&& [key, value] : *inner)
    if (!take(std::string(key.str()), value))
      report.error(position_of(value), "wrong-type", in_quotes(name) + "." + in_quotes(key.str()) + ": not what stands in this table");
}

void read_words(const std::string& prefix, const toml::table& table, model::Lexicon& lexicon, Report& report) {
  for (auto&& [key, node] : table) {
    const std::string name = prefix + std::string(key.str());
    if (const auto* inner = node.as_table()) {
      if (prefix.size() > 60) return report.error(position_of(node), "too-deep", in_quotes(name) + " lies too deep");
      read_words(name + '.', *inner, lexicon, report);
    } else if (const auto* array = node.as_array()) {
      for (const auto& element : *array) {
        if (const auto word = element.value<std::string>(); word && !word->empty()) lexicon.words[name].push_back(*word);
        else report.error(position_of(element), "wrong-type", in_quotes(name) + ": a list of words in quotation marks");
      }
    } else {
      report.error(position_of(node), "wrong-type", in_quotes(name) + ": expected a list of words, found " + name_of_type(node));
    }
  }
}

}  // namespace

model::Lexicon parse_lexicon(std::string_view bytes, const std::string& file, base::Findings& findings) {
  Report report(file);
  model::Lexicon lexicon;
  lexicon.file = file;
  if (const auto table = parse_toml(bytes, report)) {
    Head head;
    TomlArchive archive(*table, report);
    describe(archive, head);
    archive.finish(TomlArchive::Leftover::MayBeTables);
    lexicon.language = std::move(head.language);
    lexicon.rules = std::move(head.rules);
    lexicon.dates = std::move(head.dates);
    lexicon.kinds = std::move(head.kinds);
    lexicon.guards = std::move(head.guards);
    lexicon.cautions = std::move(head.cautions);
    if (const auto* words = table->get("words"); words && words->is_table()) read_words("", *words->as_table(), lexicon, report);
    each(*table, "number", report, [&](std::string word, const toml::node& node) {
      const auto value = node.value<double>();
      if (value) lexicon.numbers[std::move(word)] = *value;
      return value.has_value();
    });
    each(*table, "macro", report, [&](std::string name, const toml::node& node) {
      const auto value = node.value<std::string>();
      if (value) lexicon.macros[std::move(name)] = *value;
      return value.has_value();
    });
  }
  std::move(report).add_to(findings);
  return lexicon;
}

std::vector<model::Lexicon> load_lexicons(const fs::path& content, const std::string& shown, base::Findings& findings) {
  std::vector<model::Lexicon> lexicons;
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(content / "lexicon", error))
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& path : files) {
    const std::string file = shown_path(shown, "lexicon/" + path.filename().string());
    std::string bytes;
    auto fault = read_bounded(path, kLargestFile, bytes);
    if (!fault) fault = fault_of_bytes(bytes);
    if (fault) {
      findings.push_back({base::Severity::Error, file, fault->at.line, fault->at.column, fault->code, fault->message, fault->hint});
      continue;
    }
    lexicons.push_back(parse_lexicon(bytes, file, findings));
  }
  return lexicons;
}

}  // namespace tracker::load
