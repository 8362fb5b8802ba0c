// Changes to the bytes of a content file that leave every other byte as it is: comments, spaces, order. Each throws
// base::Error, and changes nothing, where the file is written in a way that it does not understand.
#pragma once

#include <string>
#include <string_view>

namespace tracker::edit {

/// The file with an event more, as the last thing of its TOML. `event` is a block that begins with [[event]].
std::string append_event(std::string_view bytes, bool is_markdown, std::string_view event);

/// The same, but before the last event there is: two such changes of one file do not touch each other's lines, which
/// patches need. Where the file has no event, as `append_event`.
std::string insert_event(std::string_view bytes, bool is_markdown, std::string_view event);

/// The file with an element more at the end of a list. `event`: the id of the event whose list it is; empty for a list
/// of the file itself. `comment`: lines that begin with #, written above the list; may be empty.
std::string add_to_list(std::string_view bytes, bool is_markdown, std::string_view event, std::string_view key,
                        std::string_view element, std::string_view comment = {});

/// The file with another value of a key of an event, which must be there.
std::string set_key(std::string_view bytes, bool is_markdown, std::string_view event, std::string_view key,
                    std::string_view value, std::string_view comment = {});

/// The next free event id of the file: one more than the largest number that follows the prefix its events use ("e" in
/// a person's file, "c" in a case's, or what stands there).
std::string next_event_id(std::string_view bytes, bool is_markdown);

}  // namespace tracker::edit
