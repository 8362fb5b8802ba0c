// The reading archive. See codec.h for the forms.
#include <algorithm>
#include <set>
#include <type_traits>

#include "tracker/base/text.h"
#include "tracker/model/describe.h"
#include "tracker/version/codec.h"
#include "tracker/version/json_view.h"
#include "tracker/version/segment.h"

namespace tracker::version {
namespace {

template <class T>
concept HasPlace = requires(T& value) {
  value.at.line;
};
template <class T>
concept HasFile = requires(T& value) {
  value.file.size();
};

/// Fields come as a tree that was put together from them, a document as views into its text.
template <class Node>
inline constexpr bool kIsDocument = std::is_same_v<Node, JsonView>;
template <class Node>
using ObjectOf = std::conditional_t<kIsDocument<Node>, ObjectView, Object>;

template <class Node>
class Decoder {
 public:
  void decode(const Node& json, std::string& value, const Where& where) const { value = string_in(json, where); }
  void decode(const Node& json, bool& value, const Where& where) const { value = bool_in(json, where); }
  void decode(const Node& json, int& value, const Where& where) const { value = int_in(json, where); }
  void decode(const Node& json, model::Localised& value, const Where& where) const {
    decode(json, value.by_language, where);
  }
  void decode(const Node& json, base::PartialDate& value, const Where& where) const;
  void decode(const Node& json, model::Ref& value, const Where& where) const;
  void decode(const Node& json, model::Expression& value, const Where& where) const;
  void decode(const Node& json, model::Text& value, const Where& where) const;

  template <class E>
  requires std::is_enum_v<E>
  void decode(const Node& json, E& value, const Where& where) const {
    const std::string_view code = string_in(json, where);
    const auto found = model::from_code<E>(code);
    if (!found) fail(where, "the code \"" + base::visible(base::shorten(code, 40)) + "\" is unknown");
    value = *found;
  }

  template <class V>
  void decode(const Node& json, std::optional<V>& value, const Where& where) const {
    decode(json, value.emplace(), where);
  }

  template <class V>
  void decode(const Node& json, std::vector<V>& values, const Where& where) const {
    const auto& list = list_in(json, where);
    values.reserve(list.size());
    for (const auto& element : list) {
      V& value = values.emplace_back();
      decode(element, value, Where{{}, &where, values.size()});
    }
  }

  template <class V, class Less>
  void decode(const Node& json, std::map<std::string, V, Less>& values, const Where& where) const {
    for_members(json, where, [&](std::string_view name, const Node& member) {
      const auto [place, is_new] = values.try_emplace(kIsDocument<Node> ? std::string(name) : from_segment(name));
      if (!is_new) fail(where, "has the key \"" + base::visible(name) + "\" twice in one object");
      decode(member, place->second, Where{name, &where});
    });
  }

  template <class Struct>
  requires std::is_class_v<Struct>
  void decode(const Node& json, Struct& value, const Where& where) const;

  /// A list of structs that have names.
  template <class Element>
  void list(const Node& json, std::vector<Element>& elements, const Where& where) const {
    if constexpr (kIsDocument<Node>) {
      decode(json, elements, where);
    } else {
      for (const auto& segment : order_of(json, where)) {
        auto& element = elements.emplace_back();
        decode(*json.find(segment), element, Where{segment, &where});
        const auto name = name_of(element);
        if (const std::string expected = from_segment(segment); name.value != expected) {
          if (!name.value.empty()) fail(where, "\"" + base::visible(segment) + "\" has another name inside");
          name.value = expected;
        }
      }
    }
  }

 private:
  template <class Visit>
  static void for_members(const Node& json, const Where& where, Visit visit) {
    ObjectOf<Node> object(json, where);
    if constexpr (kIsDocument<Node>) {
      for (const auto& member : object.all()) visit(member.key, member.value);
    } else {
      for (const auto& [name, member] : json.items()) visit(name, member);
    }
  }

  /// Two numbers of a list, which the caller knows to be that long.
  static model::Position place_in(const simdjson::dom::array& list, std::size_t first, const Where& where) {
    return {int_in(list.at(first).value(), where), int_in(list.at(first + 1).value(), where)};
  }

  static std::vector<std::string> order_of(const Node& json, const Where& where);
};

/// The archive: takes the members of one struct from an object, those that are there.
template <class Node>
class Reader {
 public:
  Reader(const Decoder<Node>& decoder, ObjectOf<Node>& object, const Where& where)
      : decoder_(decoder), object_(object), where_(where) {}

  template <class V>
  void key(std::string_view name, V& value) {
    if (const auto json = object_.find(name)) decoder_.decode(*json, value, Where{name, &where_});
  }
  template <class V>
  void required(std::string_view name, V& value) {
    key(name, value);
  }
  template <class Element>
  void list(std::string_view name, std::vector<Element>& elements) {
    if (const auto json = object_.find(name)) decoder_.list(*json, elements, Where{name, &where_});
  }
  void texts(std::string_view name, std::map<std::string, model::Text>& texts) { key(name, texts); }

 private:
  const Decoder<Node>& decoder_;
  ObjectOf<Node>& object_;
  const Where& where_;
};

template <class Node>
void Decoder<Node>::decode(const Node& json, base::PartialDate& value, const Where& where) const {
  std::string why;
  const auto date = base::PartialDate::parse(string_in(json, where), &why);
  if (!date) fail(where, base::visible(why));
  value = *date;
}

template <class Node>
void Decoder<Node>::decode(const Node& json, model::Ref& value, const Where& where) const {
  if constexpr (kIsDocument<Node>) {
    if (simdjson::dom::array list; json.get(list) == simdjson::SUCCESS && list.size() == 3) {
      value.id = string_in(list.at(0).value(), where);
      value.at = place_in(list, 1, where);
      return;
    }
  }
  value.id = string_in(json, where);
}

template <class Node>
void Decoder<Node>::decode(const Node& json, model::Expression& value, const Where& where) const {
  model::Ref ref;
  decode(json, ref, where);
  value = {std::move(ref.id), ref.at};
}

template <class Node>
void Decoder<Node>::decode(const Node& json, model::Text& value, const Where& where) const {
  ObjectOf<Node> object(json, where);
  if (const auto text = object.find("text")) value.body = string_in(*text, where);
  if (const auto draft = object.find("draft")) value.draft = bool_in(*draft, where);
  if constexpr (kIsDocument<Node>)
    if (const auto file = object.find("@file")) value.file = string_in(*file, where);
  object.finish();
}

template <class Node>
template <class Struct>
requires std::is_class_v<Struct>
void Decoder<Node>::decode(const Node& json, Struct& value, const Where& where) const {
  ObjectOf<Node> object(json, where);
  Reader<Node> reader(*this, object, where);
  describe(reader, value);
  if constexpr (kIsDocument<Node> && HasPlace<Struct>) {
    if (const auto at = object.find("@")) {
      simdjson::dom::array place;
      if (at->get(place) != simdjson::SUCCESS || place.size() != 2) fail(where, "expected [line, column] under \"@\"");
      value.at = place_in(place, 0, where);
    }
  }
  if constexpr (kIsDocument<Node> && HasFile<Struct>)
    if (const auto file = object.find("@file")) value.file = string_in(*file, where);
  object.finish();
}

/// The keys of a list that became an object: as "#" says, then those that it does not name in natural order.
/// It may name too many: elements of which every field is withheld are gone.
template <>
std::vector<std::string> Decoder<Json>::order_of(const Json& json, const Where& where) {
  Object object(json, where);
  std::vector<std::string> order;
  std::set<std::string, std::less<>> named{std::string(kOrderSegment)};
  if (const Json* said = object.find(kOrderSegment))
    for (const auto& key : list_in(*said, where)) {
      const std::string& text = string_in(key, where);
      if (!named.insert(text).second) fail(where, "the order names \"" + base::visible(text) + "\" twice");
      if (json.contains(text)) order.push_back(text);
    }
  std::vector<std::string> rest;
  for (const auto& item : json.items())
    if (!named.contains(item.key())) rest.push_back(item.key());
  std::sort(rest.begin(), rest.end(), base::natural_less);
  order.insert(order.end(), rest.begin(), rest.end());
  return order;
}

}  // namespace

template <class Entity, class Node>
Entity decode(const Node& json, const Where& where) {
  Entity entity;
  Decoder<Node>().decode(json, entity, where);
  return entity;
}

template model::Person decode(const JsonView&, const Where&);
template model::Case decode(const JsonView&, const Where&);
template model::Source decode(const JsonView&, const Where&);
template model::Law decode(const JsonView&, const Where&);
template model::Place decode(const JsonView&, const Where&);
template model::Designation decode(const JsonView&, const Where&);
template model::Ruling decode(const JsonView&, const Where&);
template model::Fingerprint decode(const JsonView&, const Where&);
template model::Page decode(const JsonView&, const Where&);
template model::Measurement decode(const JsonView&, const Where&);
template model::Words decode(const JsonView&, const Where&);
template model::Site decode(const JsonView&, const Where&);
template model::Person decode(const Json&, const Where&);
template model::Case decode(const Json&, const Where&);
template model::Source decode(const Json&, const Where&);
template model::Law decode(const Json&, const Where&);
template model::Place decode(const Json&, const Where&);
template model::Designation decode(const Json&, const Where&);
template model::Ruling decode(const Json&, const Where&);
template model::Site decode(const Json&, const Where&);

}  // namespace tracker::version
