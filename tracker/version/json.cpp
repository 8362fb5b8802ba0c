#include "tracker/version/json.h"

#include <algorithm>
#include <limits>
#include <set>

#include "tracker/base/error.h"
#include "tracker/base/text.h"

namespace tracker::version {
namespace {

constexpr int kDeepest = 32;

/// Sees every token while the parser builds the value, and stops it at what canonical JSON does not have.
class Inspector {
 public:
  explicit Inspector(std::string_view what) : what_(what) {}

  bool see(int depth, Json::parse_event_t event, const Json& parsed) {
    if (depth > kDeepest) stop("is nested too deeply");
    switch (event) {
      case Json::parse_event_t::object_start:
        open_.emplace_back();
        break;
      case Json::parse_event_t::object_end:
        open_.pop_back();
        break;
      case Json::parse_event_t::key:
        if (!open_.back().insert(parsed.get_ref<const std::string&>()).second)
          stop("has the key \"" + base::visible(parsed.get_ref<const std::string&>()) +
               "\" twice in one object");
        break;
      case Json::parse_event_t::value:
        if (parsed.is_number_float()) stop("has a number that is no integer");
        break;
      default:
        break;
    }
    return true;
  }

 private:
  [[noreturn]] void stop(const std::string& why) const {
    throw base::DataError(std::string(what_) + ": " + why);
  }

  std::string_view what_;
  std::vector<std::set<std::string>> open_;
};

[[noreturn]] void refuse(std::string_view text, std::size_t byte, std::string_view what) {
  const auto before = text.substr(0, byte);
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  throw base::DataError(std::string(what) + ": is not JSON from line " + std::to_string(line) + " on");
}

}  // namespace

std::string canonical(const Json& value) {
  try {
    return value.dump();
  } catch (const Json::type_error&) {
    throw base::DataError("a text of the record is not UTF-8");
  }
}

Json parse_strict(std::string_view text, std::string_view what) {
  Inspector inspector(what);
  // The parser takes a zero byte for the end of the text, and anything could stand behind it.
  if (const auto zero = text.find('\0'); zero != std::string_view::npos) refuse(text, zero, what);
  try {
    return Json::parse(text, [&](int depth, Json::parse_event_t event, Json& parsed) {
      return inspector.see(depth, event, parsed);
    });
  } catch (const Json::parse_error& error) {
    refuse(text, error.byte, what);
  }
}

std::string Where::text() const {
  if (!parent) return std::string(name);
  if (name.empty() && index > 0) return parent->text() + '[' + std::to_string(index) + ']';
  return parent->text() + (parent->parent ? "." : ": ") + base::visible(name);
}

void fail(const Where& where, const std::string& what) {
  throw base::DataError(where.text() + ": " + what);
}

std::string kind_of(const Json& value) {
  switch (value.type()) {
    case Json::value_t::null:
      return "null";
    case Json::value_t::object:
      return "an object";
    case Json::value_t::array:
      return "a list";
    case Json::value_t::string:
      return "a string";
    case Json::value_t::boolean:
      return "true or false";
    default:
      return "a number";
  }
}

const std::string& string_in(const Json& value, const Where& where) {
  if (!value.is_string()) fail(where, "expected a string, found " + kind_of(value));
  return value.get_ref<const std::string&>();
}

bool bool_in(const Json& value, const Where& where) {
  if (!value.is_boolean()) fail(where, "expected true or false, found " + kind_of(value));
  return value.get<bool>();
}

int int_in(const Json& value, const Where& where) {
  if (!value.is_number_integer()) fail(where, "expected a number, found " + kind_of(value));
  using Limits = std::numeric_limits<int>;
  const bool fits =
      value.is_number_unsigned()
          ? value.get<std::uint64_t>() <= static_cast<std::uint64_t>(Limits::max())
          : value.get<std::int64_t>() >= Limits::min() && value.get<std::int64_t>() <= Limits::max();
  if (!fits) fail(where, "the number " + value.dump() + " is too large");
  return value.get<int>();
}

const Json& list_in(const Json& value, const Where& where) {
  if (!value.is_array()) fail(where, "expected a list, found " + kind_of(value));
  return value;
}

Object::Object(const Json& value, const Where& where) : value_(value), where_(where) {
  if (!value.is_object()) fail(where, "expected an object, found " + kind_of(value));
}

const Json* Object::find(std::string_view name) {
  asked_.push_back(name);
  const auto found = value_.find(name);
  if (found == value_.end()) return nullptr;
  ++found_;
  return &*found;
}

const Json& Object::at(std::string_view name) {
  const Json* found = find(name);
  if (!found) fail(where_, "has no \"" + std::string(name) + "\"");
  return *found;
}

void Object::finish() const {
  if (found_ == value_.size()) return;
  for (const auto& item : value_.items())
    if (std::find(asked_.begin(), asked_.end(), item.key()) == asked_.end())
      fail(where_, "has the unknown key \"" + base::visible(item.key()) + "\"");
}

}  // namespace tracker::version
