// An entity as flat fields, and back. A field is a path and a canonical JSON value:
//
//   name.en            "Zhanbolat Mamai"
//   event.e3.date      "2022-06"
//   event.e3.charges   ["kz-cc-2014:272.1","kz-cc-2014:274.4"]
//   life.ru.text       "…"              beside life.ru.draft
//   name.-             "…"              a text in the default language
//
// Objects and lists whose elements have a name are opened; every other list is one value. Elements are named by
// their id; recognitions by the body (designation.<by>.since, a second one of that body designation.<by>#2.since),
// articles by number, parts of articles by part, entries of an act's list by article. A name is no field of its
// element; an element with nothing but a name is one field with the value {}. A name in a path writes '.' as "%2E",
// '%' as "%25", '#' as "%23", "-" as "%2D" and nothing as "-" (segment.h). Where elements do not stand in natural
// order, `event.#` lists their names. Canonical JSON: UTF-8 without escapes that are not needed, keys sorted by byte,
// no space, integers only (a subset of RFC 8785). What the fields do not say (an absent key, an empty list, a default)
// is not a field.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "tracker/model/record.h"

namespace tracker::version {

/// Path to canonical JSON value, sorted by path.
using Fields = std::map<std::string, std::string, std::less<>>;

/// Entity key ("person/kz-0001", "case/shymkent-january", "site") to its fields: the versioned part of a record.
using State = std::map<std::string, Fields, std::less<>>;

/// Site, people, cases, sources, laws, places, designations and rulings. Pages and words are not versioned. Throws
/// base::DataError where two entities have one id or a text is not UTF-8.
State state_of(const model::Record& record);

/// The record that a state says; positions and file names are empty, pages and words too. Throws base::DataError for a
/// state that no record can have made. Fields whose path begins with "derived." are passed over.
model::Record record_of(const State& state);

/// What one file said, with positions, as one JSON text that `parse_document` reads back. Used by the index, so that
/// unchanged files are not parsed again.
std::string to_document(const model::Record& part);
model::Record parse_document(std::string_view json);

}  // namespace tracker::version
