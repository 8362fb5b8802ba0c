#include "tracker/parse/check.h"

#include <re2/re2.h>

#include <algorithm>

#include "tracker/base/text.h"
#include "tracker/markup/selector.h"

namespace tracker::parse {
namespace {

using base::Severity;
using model::Source;
using model::SourceKind;

class Checker {
 public:
  Checker(const Source& source, base::Findings& findings) : source_(source), findings_(findings) {}

  void run() {
    selector("select", source_.select);
    for (const auto& rule : source_.remove) selector("remove", rule);
    if (source_.follow) {
      selector("links", source_.follow->links);
      selector("next", source_.follow->next);
      selector("follow.select", source_.follow->select);
      pattern(source_.follow->pattern);
      bounds("most_pages", source_.follow->most_pages, 1, 1000);
      bounds("most_links", source_.follow->most_links, 1, 5000);
    }
    bounds("patience", source_.patience, 1, 300);
    check_kind();
    check_columns();
    check_zone();
    if (source_.expect) check_expectation(*source_.expect);
  }

 private:
  void say(model::Position at, const char* code, std::string message, std::string hint, Severity severity = Severity::Error) {
    if (at.line == 0) at = source_.at;
    findings_.push_back({.severity = severity, .file = source_.file, .line = at.line, .column = at.column, .code = code,
                         .message = std::move(message), .hint = std::move(hint)});
  }

  void selector(const std::string& name, const model::Expression& rule) {
    if (rule.empty()) return;
    std::string why;
    if (!markup::Selector::parse(rule.text, why))
      say(rule.at, "bad-selector", name + " is \"" + base::visible(base::shorten(rule.text, 80)) + "\", which is no selector: " + why,
          "write XPath (//div[@id='a']) or CSS (div#a > p)");
  }

  void pattern(const model::Expression& rule) {
    if (rule.empty()) return;
    const re2::RE2 compiled(rule.text, re2::RE2::Quiet);
    if (!compiled.ok())
      say(rule.at, "bad-pattern", "pattern \"" + base::visible(base::shorten(rule.text, 80)) + "\" is no regular expression: " + compiled.error(),
          "write it as RE2 has it (no look-around, no back-references), in single quotation marks");
  }

  void bounds(const std::string& name, const std::optional<int>& value, int least, int most) {
    if (value && (*value < least || *value > most))
      say({}, "bad-limit", name + " is " + std::to_string(*value), "from " + std::to_string(least) + " to " + std::to_string(most));
  }

  bool is_court() const { return source_.kind == SourceKind::CourtSchedule || source_.kind == SourceKind::CourtCases; }

  void check_kind() {
    const bool leads = source_.kind == SourceKind::Listing || source_.kind == SourceKind::Feed || source_.kind == SourceKind::Sitemap;
    if (source_.follow && !leads)
      say(source_.follow->links.at, "unused-key", "follow says which pages a listing, a feed or a sitemap leads to, and this is a " +
              std::string(model::code_of(source_.kind)), "take it out, or change the kind", Severity::Warning);
    if (!source_.columns.empty() && !is_court() && source_.kind != SourceKind::Import)
      say(source_.columns.front().at, "unused-key", "columns are of court tables and of imports, and this is a " +
              std::string(model::code_of(source_.kind)), "take them out, or change the kind", Severity::Warning);
  }

  void check_columns() {
    if (is_court() && source_.columns.empty())
      say({}, "no-columns", "nothing says which column of the court's table is which",
          "add [[column]] tables: field, and header or number");
    for (const auto& column : source_.columns) {
      if (column.header.empty() == !column.number.has_value())
        say(column.at, "bad-column", "a column is found by its header or by its number, and this rule has " +
                std::string(column.header.empty() ? "neither" : "both"), "write one of the two");
      if (column.number && (*column.number < 1 || *column.number > 100))
        say(column.at, "bad-column", "column " + std::to_string(*column.number) + " cannot be", "columns are counted from 1 to 100");
      pattern(column.pattern);
    }
    if (is_court() && !source_.columns.empty() &&
        std::none_of(source_.columns.begin(), source_.columns.end(), [](const auto& c) { return c.field == model::CourtField::CaseNumber; }))
      say(source_.columns.front().at, "bad-column", "no column is the case_number", "without it a line cannot be told from another");
  }

  void check_zone() {
    const auto& zone = source_.zone;
    if (zone.empty()) {
      if (std::any_of(source_.columns.begin(), source_.columns.end(), [](const auto& c) { return c.field == model::CourtField::Time; }))
        say({}, "no-zone", "times of day are read, but nothing says in which zone", "add zone, as \"Asia/Almaty\"", Severity::Warning);
      return;
    }
    const bool is_name = zone.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/") == std::string::npos &&
                         zone.front() != '/' && zone.find("//") == std::string::npos && zone.size() <= 64;
    if (!is_name) say({}, "bad-zone", "zone is \"" + base::visible(zone) + "\"", "write a name of the tz database, as \"Asia/Almaty\"");
  }

  void check_expectation(const model::Expectation& expect) {
    const auto order = [&](const char* name, const std::optional<int>& least, const std::optional<int>& most) {
      if (least && most && *least > *most)
        say({}, "bad-limit", std::string("min_") + name + " is more than max_" + name, "no page can be both");
      for (const auto& one : {least, most})
        if (one && *one < 0) say({}, "bad-limit", std::string("a limit on ") + name + " is below zero", "count from 0");
    };
    order("words", expect.min_words, expect.max_words);
    order("rows", expect.min_rows, expect.max_rows);
    bounds("max_shrink_percent", expect.max_shrink_percent, 0, 100);
    if (!expect.canary.empty() && base::trim(expect.canary).size() < 3)
      say({}, "bad-canary", "the canary \"" + base::visible(expect.canary) + "\" is so short that any page has it", "write a text that only this page has");
  }

  const Source& source_;
  base::Findings& findings_;
};

}  // namespace

base::Findings check_sources(const model::Record& record) {
  base::Findings findings;
  for (const auto& source : record.sources) Checker(source, findings).run();
  for (const auto& sign : record.fingerprints)
    for (const auto& text : sign.all)
      if (base::trim(text).size() < 3)
        findings.push_back({.file = sign.file, .line = sign.at.line, .column = sign.at.column, .code = "bad-fingerprint",
                            .message = "the text \"" + base::visible(text) + "\" of fingerprint \"" + sign.id + "\" is so short that any page has it",
                            .hint = "write a text that only such pages have"});
  return findings;
}

}  // namespace tracker::parse
