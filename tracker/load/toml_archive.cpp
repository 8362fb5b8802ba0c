#include "tracker/load/toml_archive.h"

#include "tracker/base/text.h"
#include "tracker/load/file_kind.h"
#include "tracker/load/string_shape.h"
#include "tracker/load/toml_depth.h"

#include <algorithm>
#include <cstdio>

namespace tracker::load {
namespace {

model::Position position(const toml::source_region& region) {
  return {static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

/// A near word is what was meant; without one, or where the list is short, all that may stand there.
std::string hint_among(std::string_view found, const std::vector<std::string>& known) {
  static constexpr std::size_t kShortList = 12;
  const auto near = base::closest(found, known);
  const auto all = "allowed here: " + base::join(known, ", ");
  if (!near) return all;
  return "did you mean " + in_quotes(*near) + '?' + (known.size() <= kShortList ? ' ' + all : "");
}

}  // namespace

model::Position position_of(const toml::node& node) {
  return position(node.source());
}
model::Position position_of(const toml::key& key) {
  return position(key.source());
}

std::string name_of_type(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::table:
      return "a table";
    case toml::node_type::array:
      return "a list";
    case toml::node_type::string:
      return "a string";
    case toml::node_type::integer:
      return "an integer";
    case toml::node_type::floating_point:
      return "a number with a fraction";
    case toml::node_type::boolean:
      return "true or false";
    case toml::node_type::date:
      return "a date";
    case toml::node_type::time:
      return "a time of day";
    case toml::node_type::date_time:
      return "a date with a time of day";
    case toml::node_type::none:
      break;
  }
  return "nothing";
}

std::optional<toml::table> parse_toml(std::string_view text, Report& report) {
  if (const auto deep = first_too_deep(text)) {
    report.error(
        position_at(text, *deep), "too-deep", "tables stand in tables too deeply here",
        "no content file needs more than a few levels: look for a bracket or quotation mark left open");
    return std::nullopt;
  }
  try {
    return toml::parse(text);
  } catch (const toml::parse_error& error) {
    static constexpr std::string_view kPrefix = "Error while parsing ";
    static constexpr std::size_t kLongestReason = 200;
    auto reason = error.description();
    if (reason.starts_with(kPrefix)) reason.remove_prefix(kPrefix.size());
    std::string hint;
    if (reason.starts_with("date")) hint = "dates stand in quotation marks: \"2022-06\"";
    report.error(position(error.source()), "toml-syntax",
                 "this is not TOML: " + on_one_line(base::shorten(reason, kLongestReason)), std::move(hint));
    return std::nullopt;
  }
}

void TomlArchive::finish(Leftover leftover) {
  for (auto&& [key, node] : table_) {
    const std::string_view name = key.str();
    if (std::find(asked_.begin(), asked_.end(), name) != asked_.end()) continue;
    if (leftover == Leftover::MayBeTables && node.is_table()) continue;
    std::string hint = hint_among(name, asked_);
    const bool is_of_outer =
        outer_ && std::find(outer_->asked_.begin(), outer_->asked_.end(), name) != outer_->asked_.end();
    if (is_of_outer)
      hint = "move it before the first [[" + std::string(list_) + "]]: it belongs to what holds that list";
    report_.error(position_of(key), "unknown-key", "unknown key " + in_quotes(name), std::move(hint));
  }
}

const toml::node* TomlArchive::ask(std::string_view name) {
  asked_.emplace_back(name);
  return table_.get(name);
}

void TomlArchive::say_missing(std::string_view name) {
  report_.error(position_of(table_), "missing-key", "the key " + in_quotes(name) + " is missing",
                "add " + std::string(name) + " = …");
}

void TomlArchive::say_empty(std::string_view name, const toml::node& node) {
  const auto* array = node.as_array();
  const auto* text = node.as_string();
  if ((array && array->empty()) || (text && base::trim(text->get()).empty()))
    report_.error(position_of(node), "empty-value", in_quotes(name) + " is empty", "it needs a value here");
}

void TomlArchive::say_empty_element(std::string_view name, const toml::node& node) {
  if (const auto* text = node.as_string(); text && base::trim(text->get()).empty())
    report_.error(position_of(node), "empty-value", in_quotes(name) + " holds an empty string",
                  "take it out of the list");
}

void TomlArchive::say_wrong_type(std::string_view name, std::string_view expected, const toml::node& found,
                                 std::string hint) {
  report_.error(position_of(found), "wrong-type",
                in_quotes(name) + ": expected " + std::string(expected) + ", found " + name_of_type(found),
                std::move(hint));
}

const toml::table* TomlArchive::as_table(std::string_view name, const toml::node& node) {
  if (!node.is_table()) say_wrong_type(name, "a table", node);
  return node.as_table();
}

const toml::array* TomlArchive::as_list(std::string_view name, const toml::node& node) {
  if (!node.is_array())
    say_wrong_type(name, "a list", node,
                   node.is_table() ? "write [[" + std::string(name) + "]]" : "put it in square brackets");
  return node.as_array();
}

std::optional<std::size_t> TomlArchive::read_code(std::string_view name, const toml::node& node,
                                                  const std::vector<std::string>& codes) {
  const auto* text = node.as_string();
  if (!text) {
    say_wrong_type(name, "a string", node);
    return std::nullopt;
  }
  const auto found = std::find(codes.begin(), codes.end(), text->get());
  if (found != codes.end()) return static_cast<std::size_t>(found - codes.begin());
  report_.error(position_of(node), "unknown-code",
                in_quotes(name) + " is " + in_quotes(text->get()) + "; there is no such code",
                hint_among(text->get(), codes));
  return std::nullopt;
}

std::optional<std::string> TomlArchive::read_text(std::string_view name, const toml::node& node,
                                                  std::string_view what) {
  const auto* text = node.as_string();
  if (!text) {
    say_wrong_type(name, what, node);
    return std::nullopt;
  }
  const auto trimmed = base::trim(text->get());
  if (auto fault = fault_of_string(name, trimmed)) {
    report_.error(position_of(node), fault->code, fault->message, fault->hint);
    return std::nullopt;
  }
  return std::string(trimmed);
}

void TomlArchive::read(std::string_view name, const toml::node& node, std::string& value) {
  if (auto text = read_text(name, node)) value = std::move(*text);
}

void TomlArchive::read(std::string_view name, const toml::node& node, bool& value) {
  const auto* found = node.as_boolean();
  if (!found) return say_wrong_type(name, "true or false", node);
  value = found->get();
}

void TomlArchive::read(std::string_view name, const toml::node& node, int& value) {
  const auto* found = node.as_integer();
  if (!found) return say_wrong_type(name, "an integer", node);
  const auto range = range_of(name);
  if (found->get() < range.least || found->get() > range.most) {
    report_.error(position_of(node), "out-of-range", in_quotes(name) + " is " + std::to_string(found->get()),
                  "it can be from " + std::to_string(range.least) + " to " + std::to_string(range.most));
    return;
  }
  value = static_cast<int>(found->get());
}

void TomlArchive::read(std::string_view name, const toml::node& node, model::Localised& value) {
  const auto add = [&](std::string language, const toml::node& one, std::string_view what) {
    const auto text = read_text(name, one, what);
    if (text && text->empty()) {
      report_.error(position_of(one), "empty-value", in_quotes(name) + " is empty",
                    "leave it out where nothing is known");
    } else if (text) {
      value.by_language.emplace(std::move(language), *text);
    }
  };
  if (!node.is_table()) return add("", node, "a string or a table of languages");
  for (auto&& [key, one] : *node.as_table()) {
    if (is_language_tag(key.str())) {
      add(std::string(key.str()), one, "a string");
    } else {
      report_.error(position_of(key), "bad-language",
                    in_quotes(key.str()) + " in " + in_quotes(name) + " is no language tag",
                    "write en, ru, kk or kk-Latn");
    }
  }
  if (node.as_table()->empty())
    report_.error(position_of(node), "empty-value", in_quotes(name) + " is empty",
                  "leave it out where nothing is known");
}

void TomlArchive::read(std::string_view name, const toml::node& node, model::Ref& value) {
  value.at = position_of(node);
  // The id of a citation is a reference and stands under "id"; the shape of both is the same.
  if (auto id = read_text(name, node)) value.id = std::move(*id);
}

void TomlArchive::read(std::string_view name, const toml::node& node, model::Expression& value) {
  value.at = position_of(node);
  if (auto text = read_text(name, node)) value.text = std::move(*text);
}

void TomlArchive::read(std::string_view, const toml::node& node, model::Citation& value) {
  if (node.is_table()) return read_table(*node.as_table(), value);
  value.source.at = position_of(node);
  if (auto id = read_text("id", node, "the id of a source or a table")) value.source.id = std::move(*id);
}

void TomlArchive::read(std::string_view name, const toml::node& node, base::PartialDate& value) {
  std::string text;
  if (const auto* local = node.as_date()) {
    // A whole day without quotation marks is a date of TOML's own, and as clear.
    char iso[16];
    std::snprintf(iso, sizeof iso, "%04u-%02u-%02u", unsigned{local->get().year},
                  unsigned{local->get().month}, unsigned{local->get().day});
    text = iso;
  } else if (const auto* string = node.as_string()) {
    text = base::trim(string->get());
  } else {
    return say_wrong_type(name, "a date in quotation marks", node,
                          "like \"2022\", \"2022-06\" or \"2022-06-15\"");
  }
  std::string why;
  if (auto date = base::PartialDate::parse(text, &why)) {
    value = std::move(*date);
  } else {
    report_.error(position_of(node), "bad-date", in_quotes(name) + " is no date: " + on_one_line(why),
                  "write \"2022\", \"2022-06\", \"2022-06-15\", \"2022-06~\" (about) or \"2022-02/2022-03\"");
  }
}

void TomlArchive::read(std::string_view name, const toml::node& node,
                       std::map<std::string, model::Localised>& value) {
  const auto* table = as_table(name, node);
  if (!table) return;
  for (auto&& [key, one] : *table) {
    if (is_id(key.str())) {
      read(name, one, value[std::string(key.str())]);
    } else {
      report_.error(position_of(key), "bad-id", in_quotes(key.str()) + " in " + in_quotes(name) + " is no id",
                    "small Latin letters, digits and hyphens, not a hyphen first, 64 at most");
    }
  }
}

}  // namespace tracker::load
