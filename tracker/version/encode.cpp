// The writing archive. See codec.h for the forms.
#include <algorithm>
#include <type_traits>

#include "tracker/base/text.h"
#include "tracker/model/describe.h"
#include "tracker/version/codec.h"
#include "tracker/version/segment.h"

namespace tracker::version {
namespace {

template <class T>
concept HasPlace = requires(const T& value) {
  value.at.line;
};
template <class T>
concept HasFile = requires(const T& value) {
  value.file.size();
};

class Encoder {
 public:
  explicit Encoder(Form form) : form_(form) {}

  Json encode(const std::string& value) const { return value; }
  Json encode(bool value) const { return value; }
  Json encode(int value) const { return value; }
  Json encode(const base::PartialDate& value) const { return value.edtf(); }
  Json encode(const model::Localised& value) const { return encode(value.by_language); }
  Json encode(const model::Ref& value) const {
    if (form_ == Form::Fields || !is_known(value.at)) return value.id;
    return Json::array({value.id, value.at.line, value.at.column});
  }
  Json encode(const model::Expression& value) const {
    if (form_ == Form::Fields || !is_known(value.at)) return value.text;
    return Json::array({value.text, value.at.line, value.at.column});
  }
  Json encode(const model::Text& value) const {
    Json json = {{"text", value.body}};
    if (value.draft) json["draft"] = true;
    add_file(value, json);
    return json;
  }

  template <class E>
  requires std::is_enum_v<E> Json encode(E value)
  const { return std::string(model::code_of(value)); }

  template <class V>
  Json encode(const std::optional<V>& value) const {
    return value ? encode(*value) : Json();
  }

  template <class V>
  Json encode(const std::vector<V>& values) const {
    Json json = Json::array();
    for (const auto& value : values) json.push_back(encode(value));
    return json;
  }

  template <class V, class Less>
  Json encode(const std::map<std::string, V, Less>& values) const {
    Json json = Json::object();
    for (const auto& [name, value] : values)
      json[form_ == Form::Fields ? to_segment(name) : name] = encode(value);
    return json;
  }

  template <class Struct>
  requires std::is_class_v<Struct> Json encode(const Struct& value)
  const {
    static const Json kEmpty[] = {Encoder(Form::Document).members(Struct{}, nullptr),
                                  Encoder(Form::Fields).members(Struct{}, nullptr)};
    Json json = members(value, &kEmpty[form_ == Form::Fields]);
    if constexpr (HasPlace<Struct>) {
      if (form_ == Form::Document && is_known(value.at)) json["@"] = {value.at.line, value.at.column};
    }
    add_file(value, json);
    return json;
  }

  /// A list of structs that have names.
  template <class Element>
  Json list(const std::vector<Element>& elements) const {
    if (form_ == Form::Document) return encode(elements);
    Json json = Json::object();
    std::vector<std::string> order;
    std::map<std::string, int> seen;
    for (const auto& element : elements) {
      const auto name = name_of(element);
      std::string segment = to_segment(name.value);
      if (const int count = ++seen[segment]; count > 1) segment += '#' + std::to_string(count);
      Json members = encode(element);
      members.erase(std::string(name.key));
      json[segment] = std::move(members);
      order.push_back(std::move(segment));
    }
    if (!std::is_sorted(order.begin(), order.end(), base::natural_less))
      json[std::string(kOrderSegment)] = order;
    return json;
  }

 private:
  static bool is_known(const model::Position& at) { return at.line != 0 || at.column != 0; }

  template <class Struct>
  void add_file(const Struct& value, Json& json) const {
    if constexpr (HasFile<Struct>) {
      if (form_ == Form::Document && !value.file.empty()) json["@file"] = value.file;
    }
  }

  template <class Struct>
  Json members(const Struct& value, const Json* empty) const;

  Form form_;
};

/// The archive: puts the members of one struct that are not those of an empty one (of all, where `empty` is
/// null).
class Writer {
 public:
  Writer(const Encoder& encoder, const Json* empty, Json& out)
      : encoder_(encoder), empty_(empty), out_(out) {}

  template <class V>
  void key(std::string_view name, const V& value) {
    put(name, encoder_.encode(value), false);
  }
  template <class V>
  void required(std::string_view name, const V& value) {
    put(name, encoder_.encode(value), std::is_enum_v<V>);
  }
  template <class Element>
  void list(std::string_view name, const std::vector<Element>& elements) {
    put(name, encoder_.list(elements), false);
  }
  void texts(std::string_view name, const std::map<std::string, model::Text>& texts) {
    put(name, encoder_.encode(texts), false);
  }

 private:
  void put(std::string_view name, Json value, bool always) {
    if (always || !empty_ || value != *empty_->find(name)) out_[std::string(name)] = std::move(value);
  }

  const Encoder& encoder_;
  const Json* empty_;
  Json& out_;
};

template <class Struct>
Json Encoder::members(const Struct& value, const Json* empty) const {
  Json json = Json::object();
  Writer writer(*this, empty, json);
  // `describe` serves readers too, so it takes a mutable struct; this archive only looks.
  describe(writer, const_cast<Struct&>(value));
  return json;
}

}  // namespace

template <class Entity>
Json encode(const Entity& entity, Form form) {
  return Encoder(form).encode(entity);
}

template Json encode(const model::Person&, Form);
template Json encode(const model::Case&, Form);
template Json encode(const model::Source&, Form);
template Json encode(const model::Law&, Form);
template Json encode(const model::Place&, Form);
template Json encode(const model::Designation&, Form);
template Json encode(const model::Ruling&, Form);
template Json encode(const model::Fingerprint&, Form);
template Json encode(const model::Page&, Form);
template Json encode(const model::Measurement&, Form);
template Json encode(const model::Words&, Form);
template Json encode(const model::Site&, Form);

}  // namespace tracker::version
