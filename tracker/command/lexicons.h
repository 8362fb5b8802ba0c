// The words of content/lexicon for the commands that read text.
#pragma once

#include "tracker/command/context.h"
#include "tracker/read/lexicon.h"

namespace tracker::command {

/// Throws where the lexicon is missing or has an error: half a lexicon would silently miss what it should find.
read::Lexicons read_lexicons(const Context& context);

}  // namespace tracker::command
