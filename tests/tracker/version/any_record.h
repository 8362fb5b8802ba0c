// Records of made-up data in every key that exists, and all that a record says as text. Both are archives of
// their own, so that a key that the encoder forgets cannot be forgotten here as well.
#pragma once

#include <random>
#include <sstream>
#include <string>
#include <type_traits>

#include "tracker/model/describe.h"
#include "tracker/model/record.h"

namespace tests {

using namespace tracker;

class Filler {
 public:
  Filler(unsigned seed, bool with_places) : random_(seed), with_places_(with_places) {}

  model::Record record() {
    model::Record record;
    fill(record.site);
    entities(record.people, "kz-");
    entities(record.cases, "case.");
    entities(record.sources, "source#");
    entities(record.laws, "law-");
    entities(record.places, "place%");
    entities(record.designations, "body ");
    entities(record.rulings, "ruling/");
    entities(record.pages, "page");
    entities(record.measurements, "figure");
    entities(record.fingerprints, "sign");
    entities(record.words, "xx");
    sort_record(record);
    return record;
  }

  template <class V>
  void key(std::string_view, V& value) {
    if (below(3) > 0) fill(value);
  }
  template <class V>
  void required(std::string_view, V& value) {
    fill(value);
  }
  template <class V>
  void list(std::string_view, std::vector<V>& value) {
    fill(value);
  }
  void texts(std::string_view, std::map<std::string, model::Text>& value) { fill(value); }

 private:
  unsigned below(unsigned limit) { return static_cast<unsigned>(random_()) % limit; }

  template <class Entity>
  void entities(std::vector<Entity>& list, const std::string& prefix) {
    const auto count = below(4);
    for (unsigned i = 0; i < count; ++i) {
      fill(list.emplace_back());
      if constexpr (requires(Entity & e) { e.id; })
        list.back().id = prefix + std::to_string(i * 7);
      else
        list.back().language = prefix + std::to_string(i * 7);
    }
  }

  void fill(std::string& value) {
    static const std::string kTexts[] = {"",
                                         "-",
                                         "e1",
                                         "e2",
                                         "e10",
                                         "106.1",
                                         "269-1",
                                         "a#2",
                                         "#",
                                         "50%",
                                         "%2E",
                                         "en",
                                         "id",
                                         "@",
                                         "line\nbreak",
                                         "\"quoted\" \\ back",
                                         "Проба Пробаев",
                                         "event.e1",
                                         "derived.status",
                                         "\x01\x7f",
                                         "тізім ✓ 𝒳"};
    value = kTexts[below(std::size(kTexts))];
  }
  void fill(bool& value) { value = below(2) == 1; }
  void fill(int& value) { value = static_cast<int>(below(9)) - 2; }
  void fill(model::Localised& value) { fill(value.by_language); }
  void fill(model::Ref& value) {
    fill(value.id);
    place(value.at);
  }
  void fill(model::Expression& value) {
    fill(value.text);
    place(value.at);
  }
  void fill(base::PartialDate& value) {
    static const char* const kDates[] = {"2022",     "2022-06",         "2022-06-15",
                                         "2022-06~", "2022-02/2022-03", "2022-02/.."};
    value = *base::PartialDate::parse(kDates[below(std::size(kDates))]);
  }
  void fill(model::Text& value) {
    fill(value.body);
    fill(value.draft);
    if (with_places_) fill(value.file);
  }
  template <class E>
  requires std::is_enum_v<E>
  void fill(E& value) {
    const auto codes = model::codes<E>();
    value = codes[below(static_cast<unsigned>(codes.size()))].value;
  }
  template <class V>
  void fill(std::optional<V>& value) {
    if (below(2) == 1) fill(value.emplace());
  }
  template <class V>
  void fill(std::vector<V>& value) {
    const auto count = below(4);
    for (unsigned i = 0; i < count; ++i) fill(value.emplace_back());
  }
  template <class V, class Less>
  void fill(std::map<std::string, V, Less>& value) {
    const auto count = below(3);
    for (unsigned i = 0; i < count; ++i) {
      std::string name;
      fill(name);
      fill(value[name]);
    }
  }
  template <class Struct>
  requires std::is_class_v<Struct>
  void fill(Struct& value) {
    describe(*this, value);
    if constexpr (requires { value.at.line; }) place(value.at);
    if constexpr (requires { value.file.size(); }) {
      if (with_places_) fill(value.file);
    }
  }
  void place(model::Position& at) {
    if (with_places_) at = {static_cast<int>(below(3)), static_cast<int>(below(3))};
  }

  std::mt19937 random_;
  bool with_places_;
};

class Printer {
 public:
  std::string print(const model::Record& record) {
    show(record.site);
    show(record.people);
    show(record.cases);
    show(record.sources);
    show(record.laws);
    show(record.places);
    show(record.designations);
    show(record.rulings);
    show(record.pages);
    show(record.measurements);
    show(record.fingerprints);
    show(record.words);
    return out_.str();
  }

  template <class V>
  void key(std::string_view name, const V& value) {
    out_ << name << '=';
    show(value);
    out_ << '\n';
  }
  template <class V>
  void required(std::string_view name, const V& value) {
    key(name, value);
  }
  template <class V>
  void list(std::string_view name, const V& value) {
    key(name, value);
  }
  template <class V>
  void texts(std::string_view name, const V& value) {
    key(name, value);
  }

 private:
  void show(const std::string& value) { out_ << value.size() << ':' << value; }
  void show(bool value) { out_ << value; }
  void show(int value) { out_ << value; }
  void show(const model::Position& at) { out_ << '@' << at.line << ',' << at.column; }
  void show(const model::Localised& value) { show(value.by_language); }
  void show(const base::PartialDate& value) { show(value.edtf()); }
  void show(const model::Ref& value) {
    show(value.id);
    show(value.at);
  }
  void show(const model::Expression& value) {
    show(value.text);
    show(value.at);
  }
  void show(const model::Text& value) {
    show(value.body);
    show(value.draft);
    show(value.file);
  }
  template <class E>
  requires std::is_enum_v<E>
  void show(E value) { out_ << model::code_of(value); }
  template <class V>
  void show(const std::optional<V>& value) {
    if (value)
      show(*value);
    else
      out_ << "nothing";
  }
  template <class V>
  void show(const std::vector<V>& values) {
    out_ << '[' << values.size() << ' ';
    for (const auto& value : values) show(value);
  }
  template <class V, class Less>
  void show(const std::map<std::string, V, Less>& values) {
    out_ << '{' << values.size() << ' ';
    for (const auto& [name, value] : values) {
      show(name);
      show(value);
    }
  }
  template <class Struct>
  requires std::is_class_v<Struct>
  void show(const Struct& value) {
    describe(*this, const_cast<Struct&>(value));
    if constexpr (requires { value.at.line; }) show(value.at);
    if constexpr (requires { value.file.size(); }) show(value.file);
  }

  std::ostringstream out_;
};

inline std::string print(const model::Record& record) {
  return Printer().print(record);
}

/// What versions keep of a record.
inline model::Record without_pages(model::Record record) {
  record.pages.clear();
  record.measurements.clear();
  record.fingerprints.clear();
  record.words.clear();
  record.site.fetch.reset();
  record.site.downloads.reset();
  return record;
}

}  // namespace tests
