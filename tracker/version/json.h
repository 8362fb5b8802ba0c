// JSON as this folder uses it: canonical text out, strict text in, and objects of which every key must be
// asked for. Private, so that the third-party header stays out of fields.h and version.h.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace tracker::version {

using Json = nlohmann::json;

/// Canonical text (see fields.h). Throws base::DataError for text that is not UTF-8.
std::string canonical(const Json& value);

/// One JSON value and nothing after it. Throws base::DataError that begins with `what` for anything else, and
/// for what canonical JSON cannot say: a key twice in an object, a number that is no integer, nesting deeper
/// than 32.
Json parse_strict(std::string_view text, std::string_view what);

/// The way to a value, as a chain of views that is only written out when something is wrong there.
struct Where {
  std::string_view name;
  const Where* parent = nullptr;
  std::size_t index = 0;  // 1-based; of an element of a list, which has no name

  /// "000003.json: changes[2].salt"
  std::string text() const;
};

[[noreturn]] void fail(const Where& where, const std::string& what);

/// "a string", "an object", … as messages name it.
std::string kind_of(const Json& value);

const std::string& string_in(const Json& value, const Where& where);
bool bool_in(const Json& value, const Where& where);
int int_in(const Json& value, const Where& where);
/// Fails for anything but a list.
const Json& list_in(const Json& value, const Where& where);

/// An object that is read key by key. `finish` fails for a key that nobody asked for.
class Object {
 public:
  Object(const Json& value, const Where& where);

  /// Null where the key is missing. Every name is asked for once.
  const Json* find(std::string_view name);
  /// Fails where the key is missing.
  const Json& at(std::string_view name);
  void finish() const;

 private:
  const Json& value_;
  const Where& where_;
  std::vector<std::string_view> asked_;
  std::size_t found_ = 0;
};

}  // namespace tracker::version
