#include "tracker/version/json_view.h"

#include <algorithm>
#include <limits>

#include "tracker/base/error.h"
#include "tracker/base/text.h"

namespace tracker::version {
namespace {

constexpr std::size_t kDeepest = 32;

}  // namespace

JsonView JsonReader::read(std::string_view text, std::string_view what) {
  JsonView root;
  const bool has_room = parser_.capacity() >= text.size() && parser_.max_depth() == kDeepest;
  if ((has_room || parser_.allocate(text.size(), kDeepest) == simdjson::SUCCESS) &&
      parser_.parse(text.data(), text.size()).get(root) == simdjson::SUCCESS)
    return root;
  // The other parser knows the line.
  parse_strict(text, what);
  throw base::DataError(std::string(what) + ": is not JSON that can be read");
}

std::string kind_of(const JsonView& value) {
  using simdjson::dom::element_type;
  switch (value.type()) {
    case element_type::NULL_VALUE:
      return "null";
    case element_type::OBJECT:
      return "an object";
    case element_type::ARRAY:
      return "a list";
    case element_type::STRING:
      return "a string";
    case element_type::BOOL:
      return "true or false";
    case element_type::DOUBLE:
      return "a number that is no integer";
    default:
      return "a number";
  }
}

std::string_view string_in(const JsonView& value, const Where& where) {
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) fail(where, "expected a string, found " + kind_of(value));
  return text;
}

bool bool_in(const JsonView& value, const Where& where) {
  bool is = false;
  if (value.get(is) != simdjson::SUCCESS) fail(where, "expected true or false, found " + kind_of(value));
  return is;
}

int int_in(const JsonView& value, const Where& where) {
  using Limits = std::numeric_limits<int>;
  if (!value.is<std::int64_t>() && !value.is<std::uint64_t>()) fail(where, "expected a number, found " + kind_of(value));
  std::int64_t number = 0;
  if (value.get(number) != simdjson::SUCCESS || number < Limits::min() || number > Limits::max())
    fail(where, "the number " + simdjson::to_string(value) + " is too large");
  return static_cast<int>(number);
}

simdjson::dom::array list_in(const JsonView& value, const Where& where) {
  simdjson::dom::array list;
  if (value.get(list) != simdjson::SUCCESS) fail(where, "expected a list, found " + kind_of(value));
  return list;
}

ObjectView::ObjectView(const JsonView& value, const Where& where) : where_(where) {
  simdjson::dom::object object;
  if (value.get(object) != simdjson::SUCCESS) fail(where, "expected an object, found " + kind_of(value));
  members_.reserve(object.size());
  for (const auto member : object) members_.push_back({member.key, member.value});
}

std::optional<JsonView> ObjectView::find(std::string_view name) {
  const auto found = std::find_if(members_.begin(), members_.end(), [&](const Member& member) { return member.key == name; });
  if (found == members_.end()) return std::nullopt;
  found->is_asked = true;
  return found->value;
}

const ObjectView::Members& ObjectView::all() {
  for (auto& member : members_) member.is_asked = true;
  return members_;
}

void ObjectView::finish() const {
  for (const auto& member : members_) {
    if (member.is_asked) continue;
    const auto same = std::count_if(members_.begin(), members_.end(), [&](const Member& other) { return other.key == member.key; });
    fail(where_, same > 1 ? "has the key \"" + base::visible(member.key) + "\" twice in one object"
                          : "has the unknown key \"" + base::visible(member.key) + "\"");
  }
}

}  // namespace tracker::version
