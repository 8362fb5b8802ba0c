// The reading archive. See codec.h for the forms.
#include <algorithm>
#include <set>
#include <type_traits>

#include "tracker/base/text.h"
#include "tracker/model/describe.h"
#include "tracker/version/codec.h"
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

class Decoder {
 public:
  explicit Decoder(Form form) : form_(form) {}

  void decode(const Json& json, std::string& value, const Where& where) const {
    value = string_in(json, where);
  }
  void decode(const Json& json, bool& value, const Where& where) const { value = bool_in(json, where); }
  void decode(const Json& json, int& value, const Where& where) const { value = int_in(json, where); }
  void decode(const Json& json, model::Localised& value, const Where& where) const {
    decode(json, value.by_language, where);
  }
  void decode(const Json& json, base::PartialDate& value, const Where& where) const;
  void decode(const Json& json, model::Ref& value, const Where& where) const;
  void decode(const Json& json, model::Expression& value, const Where& where) const;
  void decode(const Json& json, model::Text& value, const Where& where) const;

  template <class E>
  requires std::is_enum_v<E>
  void decode(const Json& json, E& value, const Where& where) const {
    const std::string& code = string_in(json, where);
    const auto found = model::from_code<E>(code);
    if (!found) fail(where, "the code \"" + base::visible(base::shorten(code, 40)) + "\" is unknown");
    value = *found;
  }

  template <class V>
  void decode(const Json& json, std::optional<V>& value, const Where& where) const {
    decode(json, value.emplace(), where);
  }

  template <class V>
  void decode(const Json& json, std::vector<V>& values, const Where& where) const {
    for (const auto& element : list_in(json, where)) {
      V& value = values.emplace_back();
      decode(element, value, Where{{}, &where, values.size()});
    }
  }

  template <class V, class Less>
  void decode(const Json& json, std::map<std::string, V, Less>& values, const Where& where) const {
    Object object(json, where);
    for (const auto& [name, value] : json.items())
      decode(value, values[form_ == Form::Fields ? from_segment(name) : name], Where{name, &where});
  }

  template <class Struct>
  requires std::is_class_v<Struct>
  void decode(const Json& json, Struct& value, const Where& where) const;

  /// A list of structs that have names.
  template <class Element>
  void list(const Json& json, std::vector<Element>& elements, const Where& where) const {
    if (form_ == Form::Document) return decode(json, elements, where);
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

 private:
  static void read_place(const Json& line, const Json& column, model::Position& at, const Where& where) {
    at = {int_in(line, where), int_in(column, where)};
  }

  static std::vector<std::string> order_of(const Json& json, const Where& where);

  Form form_;
};

/// The archive: takes the members of one struct from an object, those that are there.
class Reader {
 public:
  Reader(const Decoder& decoder, Object& object, const Where& where)
      : decoder_(decoder), object_(object), where_(where) {}

  template <class V>
  void key(std::string_view name, V& value) {
    if (const Json* json = object_.find(name)) decoder_.decode(*json, value, Where{name, &where_});
  }
  template <class V>
  void required(std::string_view name, V& value) {
    key(name, value);
  }
  template <class Element>
  void list(std::string_view name, std::vector<Element>& elements) {
    if (const Json* json = object_.find(name)) decoder_.list(*json, elements, Where{name, &where_});
  }
  void texts(std::string_view name, std::map<std::string, model::Text>& texts) { key(name, texts); }

 private:
  const Decoder& decoder_;
  Object& object_;
  const Where& where_;
};

void Decoder::decode(const Json& json, base::PartialDate& value, const Where& where) const {
  std::string why;
  const auto date = base::PartialDate::parse(string_in(json, where), &why);
  if (!date) fail(where, base::visible(why));
  value = *date;
}

void Decoder::decode(const Json& json, model::Ref& value, const Where& where) const {
  if (form_ == Form::Document && json.is_array() && json.size() == 3) {
    value.id = string_in(json[0], where);
    read_place(json[1], json[2], value.at, where);
  } else {
    value.id = string_in(json, where);
  }
}

void Decoder::decode(const Json& json, model::Expression& value, const Where& where) const {
  model::Ref ref;
  decode(json, ref, where);
  value = {std::move(ref.id), ref.at};
}

void Decoder::decode(const Json& json, model::Text& value, const Where& where) const {
  Object object(json, where);
  if (const Json* text = object.find("text")) value.body = string_in(*text, where);
  if (const Json* draft = object.find("draft")) value.draft = bool_in(*draft, where);
  if (form_ == Form::Document)
    if (const Json* file = object.find("@file")) value.file = string_in(*file, where);
  object.finish();
}

template <class Struct>
requires std::is_class_v<Struct>
void Decoder::decode(const Json& json, Struct& value, const Where& where) const {
  Object object(json, where);
  Reader reader(*this, object, where);
  describe(reader, value);
  if (form_ == Form::Document) {
    if constexpr (HasPlace<Struct>) {
      if (const Json* at = object.find("@")) {
        if (!at->is_array() || at->size() != 2) fail(where, "expected [line, column] under \"@\"");
        read_place((*at)[0], (*at)[1], value.at, where);
      }
    }
    if constexpr (HasFile<Struct>) {
      if (const Json* file = object.find("@file")) value.file = string_in(*file, where);
    }
  }
  object.finish();
}

/// The keys of a list that became an object: as "#" says, then those that it does not name in natural order.
/// It may name too many: elements of which every field is withheld are gone.
std::vector<std::string> Decoder::order_of(const Json& json, const Where& where) {
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

template <class Entity>
Entity decode(const Json& json, Form form, const Where& where) {
  Entity entity;
  Decoder(form).decode(json, entity, where);
  return entity;
}

template model::Person decode(const Json&, Form, const Where&);
template model::Case decode(const Json&, Form, const Where&);
template model::Source decode(const Json&, Form, const Where&);
template model::Law decode(const Json&, Form, const Where&);
template model::Place decode(const Json&, Form, const Where&);
template model::Designation decode(const Json&, Form, const Where&);
template model::Ruling decode(const Json&, Form, const Where&);
template model::Fingerprint decode(const Json&, Form, const Where&);
template model::Page decode(const Json&, Form, const Where&);
template model::Measurement decode(const Json&, Form, const Where&);
template model::Words decode(const Json&, Form, const Where&);
template model::Site decode(const Json&, Form, const Where&);

}  // namespace tracker::version
