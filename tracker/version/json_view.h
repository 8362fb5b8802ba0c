// JSON that is only looked at: values are views into one parsed text, which makes reading a document several times faster
// than building a tree of it. Private, like json.h, and with the same messages.
#pragma once

#include <array>
#include <cstddef>
#include <memory_resource>
#include <optional>
#include <string_view>
#include <vector>

#include <simdjson.h>

#include "tracker/version/json.h"

namespace tracker::version {

/// Valid until the JsonReader it comes from reads something else.
using JsonView = simdjson::dom::element;

/// Reads one text after another, in memory that it keeps.
class JsonReader {
 public:
  /// One JSON value and nothing after it, valid until the next is read. Throws base::DataError as `parse_strict` does, but for
  /// what only whoever reads the value can see: `ObjectView::finish` finds a key that stands twice, `int_in` a number that is
  /// no integer.
  JsonView read(std::string_view text, std::string_view what);

 private:
  simdjson::dom::parser parser_;
};

std::string kind_of(const JsonView& value);
std::string_view string_in(const JsonView& value, const Where& where);
bool bool_in(const JsonView& value, const Where& where);
int int_in(const JsonView& value, const Where& where);
simdjson::dom::array list_in(const JsonView& value, const Where& where);

/// As Object.
class ObjectView {
 public:
  ObjectView(const JsonView& value, const Where& where);

  ObjectView(const ObjectView&) = delete;
  ObjectView& operator=(const ObjectView&) = delete;

  struct Member {
    std::string_view key;
    JsonView value;
    bool is_asked = false;
  };
  using Members = std::pmr::vector<Member>;

  std::optional<JsonView> find(std::string_view name);
  /// Every member, each of which counts as asked for.
  const Members& all();
  /// Fails, too, for a key that stands twice.
  void finish() const;

 private:
  static constexpr std::size_t kMostWithoutMemory = 32;  // members; nearly every object has fewer

  const Where& where_;
  alignas(Member) std::array<std::byte, kMostWithoutMemory * sizeof(Member)> space_;
  std::pmr::monotonic_buffer_resource memory_{space_.data(), space_.size()};
  Members members_{&memory_};
};

}  // namespace tracker::version
