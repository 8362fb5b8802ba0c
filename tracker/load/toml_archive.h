// Reads a TOML table into a struct, driven by model::describe. It remembers which keys the struct asked for:
// what is left over is a slip, and is said with the nearest key that exists. A value that does not fit is a
// finding and leaves the field as it was; reading goes on, so that one run shows all errors of a file.
#pragma once

#include "tracker/load/report.h"
#include "tracker/model/describe.h"

#include <toml++/toml.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace tracker::load {

/// The document, or nothing where it is no TOML; then that is reported.
std::optional<toml::table> parse_toml(std::string_view text, Report& report);

model::Position position_of(const toml::node& node);
model::Position position_of(const toml::key& key);

/// "a string", "an integer" …: what stands there, for a message.
std::string name_of_type(const toml::node& node);

class TomlArchive {
 public:
  enum class Leftover { Nothing, MayBeTables };

  /// `outer` is the table whose list this one stands in, `list` the name of that list.
  TomlArchive(const toml::table& table, Report& report, const TomlArchive* outer = nullptr,
              std::string_view list = {})
      : table_(table), report_(report), outer_(outer), list_(list) {}

  template <class Value>
  void key(std::string_view name, Value& value) {
    if (const auto* node = ask(name)) read(name, *node, value);
  }

  template <class Value>
  void required(std::string_view name, Value& value) {
    const auto* node = ask(name);
    if (!node) return say_missing(name);
    if (reads_well([&] { read(name, *node, value); })) say_empty(name, *node);
  }

  /// [[name]], one table an element.
  template <class Element>
  void list(std::string_view name, std::vector<Element>& values) {
    const auto* node = ask(name);
    const auto* array = node ? as_list(name, *node) : nullptr;
    if (!array) return;
    for (const auto& element : *array)
      if (const auto* table = as_table(name, element)) read_table(*table, values.emplace_back(), this, name);
  }

  /// Bodies stand below the front matter; no key of the table is theirs.
  void texts(std::string_view, std::map<std::string, model::Text>&) {}

  /// Says every key that nobody asked for, but for tables where they may be.
  void finish(Leftover leftover = Leftover::Nothing);

  template <class Struct>
  void read_table(const toml::table& table, Struct& value, const TomlArchive* outer = nullptr,
                  std::string_view list = {}) {
    if constexpr (requires { value.at; }) value.at = position_of(table);
    TomlArchive inner(table, report_, outer, list);
    describe(inner, value);
    inner.finish();
  }

 private:
  const toml::node* ask(std::string_view name);
  void say_missing(std::string_view name);
  void say_empty(std::string_view name, const toml::node& node);
  void say_empty_element(std::string_view name, const toml::node& node);
  void say_wrong_type(std::string_view name, std::string_view expected, const toml::node& found,
                      std::string hint = {});
  const toml::table* as_table(std::string_view name, const toml::node& node);
  const toml::array* as_list(std::string_view name, const toml::node& node);
  /// The index of the string among `codes`.
  std::optional<std::size_t> read_code(std::string_view name, const toml::node& node,
                                       const std::vector<std::string>& codes);
  /// The string, trimmed and of the shape of its key. With `what` another name for the type in the message.
  std::optional<std::string> read_text(std::string_view name, const toml::node& node,
                                       std::string_view what = "a string");

  void read(std::string_view name, const toml::node& node, std::string& value);
  void read(std::string_view name, const toml::node& node, bool& value);
  void read(std::string_view name, const toml::node& node, int& value);
  void read(std::string_view name, const toml::node& node, model::Localised& value);
  void read(std::string_view name, const toml::node& node, model::Ref& value);
  void read(std::string_view name, const toml::node& node, model::Expression& value);
  void read(std::string_view name, const toml::node& node, model::Citation& value);
  void read(std::string_view name, const toml::node& node, base::PartialDate& value);
  void read(std::string_view name, const toml::node& node, std::map<std::string, model::Localised>& value);

  template <class Value>
  void read(std::string_view name, const toml::node& node, std::optional<Value>& value) {
    Value present{};
    if (reads_well([&] { read(name, node, present); })) value = std::move(present);
  }

  template <class Value>
  void read(std::string_view name, const toml::node& node, std::vector<Value>& values) {
    const auto* array = as_list(name, node);
    if (!array) return;
    for (const auto& element : *array) {
      Value value{};
      const bool is_good = reads_well([&] {
        read(name, element, value);
        say_empty_element(name, element);
      });
      if (is_good) values.push_back(std::move(value));
    }
  }

  template <class Value>
  void read(std::string_view name, const toml::node& node, Value& value) {
    if constexpr (std::is_enum_v<Value>) {
      if (const auto index = read_code(name, node, model::all_codes<Value>()))
        value = model::codes<Value>()[*index].value;
    } else {
      if (const auto* table = as_table(name, node)) read_table(*table, value);
    }
  }

  template <class Read>
  bool reads_well(Read read_one) {
    const auto before = report_.count();
    read_one();
    return report_.count() == before;
  }

  const toml::table& table_;
  Report& report_;
  const TomlArchive* outer_;
  std::string_view list_;
  std::vector<std::string> asked_;
};

}  // namespace tracker::load
