#include "sitegen/feed/gap_notices.h"

#include <algorithm>

#include "sitegen/html/html.h"
#include "sitegen/view/links.h"
#include "tracker/base/instant.h"

namespace sitegen::feed {
namespace {

using tracker::health::Gap;

std::string content_of(const Gap& gap, const std::string& title, const view::Words& words) {
  html::Html paragraphs = html::element("p", {}, title + ".");
  if (!gap.reason.empty()) paragraphs += html::element("p", {}, words("coverage.reason", {{"reason", gap.reason}}));
  paragraphs += html::element("p", {}, words("coverage.notice_text"));
  return paragraphs.bytes();
}

}  // namespace

std::vector<GapNotice> gap_notices(const view::View& view, const view::Words& words) {
  const auto& site = view.record.site;
  const std::string page = site.base_url + view::language_root(words.language(), site.default_language) + std::string(view::kCoverage);
  std::vector<GapNotice> notices;
  for (const auto& health : view.coverage) {
    const auto* source = tracker::model::find_source(view.record, health.source);
    if (!source) continue;
    const auto grace = tracker::health::grace_of(source->rhythm);
    if (!grace) continue;
    for (const auto& gap : health.gaps) {
      const std::string from = words.day(tracker::base::day_of(gap.from));
      const std::string id = "tag:" + site.tag_authority + ":source/" + health.source + "/gap/" + tracker::base::to_rfc3339(gap.from);
      const std::string address = page + "#" + view::anchor("gap", health.source);
      const std::string begun = words("coverage.notice_gap", {{"source", words.text(source->title)}, {"from", from}});
      notices.push_back({id, health.source, begun, content_of(gap, begun, words), address, gap.from + *grace});
      if (!gap.to) continue;
      const std::string ended = words("coverage.notice_back", {{"source", words.text(source->title)}, {"from", from},
                                                               {"to", words.day(tracker::base::day_of(*gap.to))}});
      notices.push_back({id + "/back", health.source, ended, content_of(gap, ended, words), address, *gap.to});
    }
  }
  std::stable_sort(notices.begin(), notices.end(), [](const GapNotice& a, const GapNotice& b) { return a.at > b.at; });
  return notices;
}

}  // namespace sitegen::feed
