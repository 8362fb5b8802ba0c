// Entities as JSON and back, driven by model::describe, so that no key can be forgotten. Two forms:
//
// Document: what a file said, with the places where it said it. A struct's place is "@": [line, column], its
// file "@file"; a reference with a place is ["id", line, column]. Lists are lists.
//
// Fields: what a version records. No places. A list whose elements have a name becomes an object by that name
// (in the steps of segment.h), and the element's name is left out; {} is an element with nothing but a name.
// Keys of maps are written as steps too, so that flattening has only to join keys.
//
// In both, a key whose value is that of an empty struct is left out, but for required codes: "this event is of
// the type other" is said, even though it is where the struct starts.
#pragma once

#include "tracker/model/entity.h"
#include "tracker/version/json.h"

namespace tracker::version {

enum class Form { Document, Fields };

/// Instantiated for every entity of a record.
template <class Entity>
Json encode(const Entity& entity, Form form);

/// From a JsonView the form Document, instantiated for every entity of a record; from a Json the form Fields, for those
/// that a version covers. Throws base::DataError for what `encode` cannot have written, but takes keys that are missing as
/// not said: a withheld field is missing wherever it stands.
template <class Entity, class Node>
Entity decode(const Node& json, const Where& where);

/// Visits the lists that a version covers, with the name that starts their entities' keys.
template <class Record, class Visit>
void each_versioned_list(Record& record, Visit visit) {
  visit("person", record.people);
  visit("case", record.cases);
  visit("source", record.sources);
  visit("law", record.laws);
  visit("place", record.places);
  visit("designation", record.designations);
  visit("ruling", record.rulings);
}

template <class Record, class Visit>
void each_list(Record& record, Visit visit) {
  each_versioned_list(record, visit);
  visit("page", record.pages);
  visit("measurement", record.measurements);
  visit("fingerprint", record.fingerprints);
  visit("words", record.words);
}

/// The member that names an element of a list, and the key it has in files. `Element` may be const.
template <class Name>
struct ElementName {
  std::string_view key;
  Name& value;
};

template <class Element>
auto name_of(Element& e) {
  if constexpr (requires { e.by.id; }) {
    return ElementName<decltype((e.by.id))>{"by", e.by.id};
  } else if constexpr (requires { e.id; }) {
    return ElementName<decltype((e.id))>{"id", e.id};
  } else if constexpr (requires { e.number; }) {
    return ElementName<decltype((e.number))>{"number", e.number};
  } else if constexpr (requires { e.part; }) {
    return ElementName<decltype((e.part))>{"part", e.part};
  } else {
    return ElementName<decltype((e.article))>{"article", e.article};
  }
}

}  // namespace tracker::version
