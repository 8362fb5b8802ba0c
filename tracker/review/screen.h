// A page as the lines of a window: wrapped by the columns that letters take, cut to the rows there are. Pure; the terminal
// only prints what comes out.
#pragma once

#include <string>
#include <vector>

#include "tracker/review/page.h"

namespace tracker::review {

struct Size {
  int rows = 24;
  int columns = 80;
};

using Line = std::vector<Run>;

/// Columns that the line takes.
int width_of(const Line& line);

/// The passages in `columns` columns, with the margin word in a column of its own where there is room.
std::vector<Line> wrap(const std::vector<Passage>& passages, int columns);

struct Frame {
  std::vector<Line> lines;  // as many as the window has rows; none is wider than it
  int scroll = 0;           // the first line of the body that is shown, after it was kept within bounds
  int most_scroll = 0;
};

/// Title, a rule, the body from line `scroll` on, a rule, `message`, `keys`. Small windows lose the rules, then the title.
Frame frame_of(const Line& title, const std::vector<Passage>& body, const std::string& message, const std::string& keys,
               Size size, int scroll);

/// The bytes that show the frame: home, every line with its styles, and nothing left of what stood there.
std::string to_terminal(const Frame& frame, bool colour);

}  // namespace tracker::review
