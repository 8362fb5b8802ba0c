#include "tracker/version/json.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

#include "tracker/base/error.h"
#include "tracker/base/text.h"

namespace tracker::version {
namespace {

constexpr int kDeepest = 32;

/// Builds the value from the parser's tokens, and stops it at what canonical JSON does not have. (The library's own way to
/// look at tokens, a callback, takes time quadratic in the length of a list.)
class Builder final : public nlohmann::json_sax<Json> {
 public:
  explicit Builder(std::string_view what) : what_(what) {}

  Json take() { return std::move(root_); }
  std::optional<std::size_t> fault() const { return fault_; }

  bool null() override { return put(nullptr); }
  bool boolean(bool value) override { return put(value); }
  bool number_integer(number_integer_t value) override { return put(value); }
  bool number_unsigned(number_unsigned_t value) override { return put(value); }
  bool number_float(number_float_t, const string_t&) override { stop("has a number that is no integer"); }
  bool string(string_t& value) override { return put(std::move(value)); }
  bool binary(binary_t&) override { stop("holds bytes"); }
  bool start_object(std::size_t) override { return open(Json::object()); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& key) override {
    const auto [member, is_new] = open_.back()->get_ref<Json::object_t&>().emplace(std::move(key), nullptr);
    if (!is_new) stop("has the key \"" + base::visible(member->first) + "\" twice in one object");
    member_ = &member->second;
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    fault_ = position;
    return false;
  }

 private:
  /// Where the next value goes; it is there already.
  template <class T>
  Json& next(T&& value) {
    Json* place = &root_;
    if (!open_.empty() && open_.back()->is_array()) {
      open_.back()->push_back(std::forward<T>(value));
      return open_.back()->back();
    }
    if (!open_.empty()) place = member_;
    *place = std::forward<T>(value);
    return *place;
  }
  template <class T>
  bool put(T&& value) {
    next(std::forward<T>(value));
    return true;
  }
  bool open(Json container) {
    open_.push_back(&next(std::move(container)));
    if (open_.size() > static_cast<std::size_t>(kDeepest)) stop("is nested too deeply");
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }
  [[noreturn]] void stop(const std::string& why) const {
    throw base::DataError(std::string(what_) + ": " + why);
  }

  std::string_view what_;
  Json root_;
  std::vector<Json*> open_;  // a container that grows is the last of its parent, so no pointer here moves
  Json* member_ = nullptr;
  std::optional<std::size_t> fault_;
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
  // The parser takes a zero byte for the end of the text, and anything could stand behind it.
  if (const auto zero = text.find('\0'); zero != std::string_view::npos) refuse(text, zero, what);
  Builder builder(what);
  if (!Json::sax_parse(text, &builder)) refuse(text, builder.fault().value_or(0), what);
  return builder.take();
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
