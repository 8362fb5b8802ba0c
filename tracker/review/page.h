// All that a person needs to decide about one proposal, in the order in which it is asked: what would change, whose words,
// why this person, what the record says now. Paragraphs of styled text; how wide a window is, is not known here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tracker/base/finding.h"
#include "tracker/model/record.h"
#include "tracker/model/status.h"
#include "tracker/propose/plan.h"
#include "tracker/propose/proposal.h"

namespace tracker::review {

enum class Style { Plain, Strong, Dim, Quote, Warning };

struct Run {
  std::string text;
  Style style = Style::Plain;
  friend bool operator==(const Run&, const Run&) = default;
};

/// One paragraph, with a word in the margin.
struct Passage {
  std::string margin;
  std::vector<Run> runs;
};

struct Page {
  std::vector<Run> title;
  std::vector<Passage> passages;
};

/// What accepting would do, found by trying it on a copy of the record.
struct Outlook {
  std::optional<model::Status> before;  // nothing: not on the list
  std::optional<model::Status> after;
  std::vector<propose::FileEdit> files;
  base::Findings findings;  // that the record does not have without it
  std::string obstacle;     // why it cannot be accepted as it stands; empty: it can
};

/// Text of sources is hostile: control characters and bidirectional marks are made visible.
Page page_of(const model::Record& record, const propose::Proposal& proposal, const Outlook& outlook);

/// "house arrest → imprisoned, 36 months"
std::string change_words(const model::Record& record, const propose::Proposal& proposal, const Outlook& outlook);

/// "Zhanbolat Mamai (kz-0001)", "new: Zhanbolat Mamai", "Zhanbolat Mamai (kz-0001?)"
std::string person_words(const model::Record& record, const propose::Proposal& proposal);

/// "sentenced 2023-04-10"
std::string event_words(const model::Event& event);

/// All of a page as plain text, for `--show`.
std::string plain_text(const Page& page);

}  // namespace tracker::review
