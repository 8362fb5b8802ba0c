// One step of a field's path. A path joins its steps with '.', so a step writes what would be misread as
// three characters, the way URLs do:
//
//   '.' "%2E"    '%' "%25"    '#' "%23"    a step that is only '-' "%2D"    the empty step "-"
//
// So the entry "106.1" of an act's list is list.106%2E1, and the text in the default language is text.- . '#'
// is kept for two steps that are not names: "e1#2" is the second element called e1, and "#" holds the order
// of a list whose elements do not stand in natural order.
#pragma once

#include <string>
#include <string_view>

namespace tracker::version {

inline constexpr std::string_view kOrderSegment = "#";

std::string to_segment(std::string_view name);
/// The name that `to_segment` was given; a "#2" at the end is left out.
std::string from_segment(std::string_view segment);

}  // namespace tracker::version
