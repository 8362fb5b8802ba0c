// What waits as a patch of content/: one section and one hunk a proposal, with its evidence as a comment, so that a pull
// request is the review. A hunk that is merged is accepted; one that was dropped is a rejection to confirm.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tracker/propose/plan.h"

namespace tracker::review {

struct PatchOf {
  std::string text;
  std::vector<std::string> left_out;  // "1f2e…: why", for what cannot be written without a decision
};

/// `plan` tries one proposal on the files as the sections before it leave them; it throws base::Error where the proposal
/// needs a decision first. `check` says what is wrong with the record after these edits; empty: nothing.
struct PatchGround {
  std::function<propose::Plan(const propose::Proposal&)> plan;
  std::function<std::string(const propose::Plan&)> take;  // keeps the edits; or says why they cannot be kept
};
PatchOf patch_of(const std::vector<propose::Proposal>& proposals, const PatchGround& ground);

/// Ids of the proposals that a patch holds, in order.
std::vector<std::string> proposals_in(std::string_view patch);

}  // namespace tracker::review
