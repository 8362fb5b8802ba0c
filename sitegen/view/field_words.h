// Fields and values of a change as plain text, for feeds and tables: a change knows a path ("event.e3.date") and
// canonical JSON; people read a label and a date, a name or an article.
#pragma once

#include <string>
#include <string_view>

#include "sitegen/view/words.h"
#include "tracker/model/record.h"

namespace sitegen::view {

/// The table of words that a code under this path is looked up in ("status", "event"); empty where the value is no
/// code. `kind` is the entity's ("person", "case"), because the same key means different lists of codes there.
std::string_view word_table(std::string_view kind, std::string_view path);

/// "date", "name (Russian)"; the key itself where no language has a word for it. Of an event's field, give the path
/// within the event.
std::string field_label(const Words& words, std::string_view path);

/// The value in words, at most `kLongestValue` code points; JSON that cannot be read is shown as it stands.
std::string value_text(const Words& words, const tracker::model::Record& record, std::string_view kind,
                       std::string_view path, std::string_view json);
inline constexpr std::size_t kLongestValue = 400;

/// "event.e3.date" as event "e3" and field "date"; an empty event for a field of the entity itself.
struct FieldPath {
  std::string_view event;  // as the path writes it
  std::string_view field;
};
FieldPath split_field(std::string_view path);

}  // namespace sitegen::view
