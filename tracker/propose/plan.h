// What accepting, rejecting and telling apart write into content/, as bytes before and after: nothing is touched here.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tracker/model/record.h"
#include "tracker/propose/proposal.h"

namespace tracker::propose {

struct FileEdit {
  std::string path;                   // below content/
  std::optional<std::string> before;  // nothing: there is no such file
  std::string after;
};

struct Plan {
  std::vector<FileEdit> files;
  std::string person_id;  // whom it is about afterwards
  std::string event;      // "e3", or "case-id/c2"
};

/// The files as they are now.
struct Ground {
  const model::Record& record;
  std::function<std::optional<std::string>(const std::string& path)> read;
  int last_person = 0;  // largest number that any person of any version has had
};

/// What the person who decides says differently from the proposal.
struct Choice {
  std::string person;                 // an id, or "new"; empty: as proposed
  std::string case_id;                // an id, "new" or "none"; empty: as proposed
  std::optional<model::Event> event;  // in place of the proposed one, with its sources
  std::string by;
  base::Day today{};
  bool for_patch = false;             // evidence as a comment above, and places that patches can share
};

/// Throws base::Error, with what to do, where the proposal does not say whom it is about or the file cannot be edited.
Plan plan_acceptance(const Ground& ground, const Proposal& proposal, const Choice& choice);

/// A ruling that the proposal is not to be asked again.
Plan plan_rejection(const Ground& ground, const Proposal& proposal, const std::string& reason, const Choice& choice);

/// A ruling that whom the page names is not (or is) that person of the list.
Plan plan_identity(const Ground& ground, const Proposal& proposal, const std::string& person_id, bool is_same,
                   const std::string& reason, const Choice& choice);

/// "# proposal 1f2e…: Zhanbolat Mamai, sentenced 2023-04-10" and, on further lines, why and whose words.
std::string evidence_comment(const Proposal& proposal);

}  // namespace tracker::propose
