// The main texts of web pages, taken out of them in child processes that can do nothing else.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tracker/base/date.h"
#include "tracker/read/read_text.h"
#include "tracker/sandbox/origin_guard.h"

namespace tracker::command {

struct HtmlPage {
  std::string bytes;
  std::string content_type;
  std::string language;  // as the source says it; may be empty
};

struct HtmlText {
  read::Text text;
  std::optional<base::PartialDate> published;  // as the page itself says, for search engines
};

/// What came of a page.
struct HtmlOutcome {
  std::optional<HtmlText> text;
  std::string why;           // where there is no text: the page is beyond the limits or broke the parser
  bool is_put_off = false;   // the machine was too busy for it: it is to be read again
};

/// Several pages are read at a time, and pages of one origin share a child; see sandbox::OriginGuard.
class HtmlReader {
 public:
  HtmlReader();

  using Give = std::function<std::optional<HtmlPage>(std::size_t i)>;
  using Take = std::function<void(std::size_t i, HtmlOutcome outcome)>;
  /// One page for each of the origins, those of one origin together; what comes of them is handed out in this order.
  void read_all(const std::vector<std::string>& origins, const Give& give, const Take& take);

 private:
  sandbox::OriginGuard guard_;
};

}  // namespace tracker::command
