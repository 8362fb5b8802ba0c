#include "tracker/review/patch.h"

#include <algorithm>

#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/edit/diff.h"

namespace tracker::review {

PatchOf patch_of(const std::vector<propose::Proposal>& proposals, const PatchGround& ground) {
  PatchOf patch;
  for (const auto& proposal : proposals) try {
      const auto plan = ground.plan(proposal);
      const auto fault = ground.take(plan);
      if (!fault.empty()) {
        patch.left_out.push_back(proposal.id + ": " + fault);
        continue;
      }
      for (const auto& edit : plan.files)
        patch.text += edit::diff_section("content/" + edit.path, edit.before, edit.after);
    } catch (const base::Error& error) {
      patch.left_out.push_back(proposal.id + ": " + error.what());
    }
  return patch;
}

std::vector<std::string> proposals_in(std::string_view patch) {
  static constexpr std::string_view kMark = "+# proposal ";
  std::vector<std::string> ids;
  for (const auto line : base::split(patch, '\n')) {
    if (!line.starts_with(kMark)) continue;
    const auto id = line.substr(kMark.size(), line.find(':') == std::string_view::npos ? 0 : line.find(':') - kMark.size());
    if (id.size() == 12 && id.find_first_not_of("0123456789abcdef") == std::string_view::npos &&
        std::find(ids.begin(), ids.end(), id) == ids.end())
      ids.emplace_back(id);
  }
  return ids;
}

}  // namespace tracker::review
