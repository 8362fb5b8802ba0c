// The table at which proposals are decided: content/ as it stands, what waits, and decisions written into files. What the
// terminal, the scripts and the patch share.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tracker/command/context.h"
#include "tracker/load/content.h"
#include "tracker/propose/plan.h"
#include "tracker/read/lexicon.h"
#include "tracker/review/page.h"

namespace tracker::command {

class Workbench {
 public:
  /// Reads content/ and the statements of the index. Throws base::Error where content/ has errors, or nothing was read yet.
  explicit Workbench(Context& context);

  const model::Record& record() const { return record_; }
  const std::vector<propose::Proposal>& proposals() const { return proposals_; }
  /// Throws base::UsageError for an id that does not wait.
  const propose::Proposal& find(const std::string& id) const;

  /// What accepting would do, found without touching a file. `choice` may lack what has to be decided.
  review::Outlook outlook(const propose::Proposal& proposal, const propose::Choice& choice) const;

  propose::Plan plan(const propose::Proposal& proposal, const propose::Choice& choice) const;
  propose::Plan plan_rejection(const propose::Proposal& proposal, const std::string& reason,
                               const propose::Choice& choice) const;
  propose::Plan plan_refusal(const propose::Proposal& proposal, const std::string& person, const std::string& reason,
                             const propose::Choice& choice) const;

  /// What is wrong with content/ once the files are changed so, and was not before. Errors keep a plan from being applied.
  base::Findings check(const propose::Plan& plan) const;

  /// Checks, then writes every file whole, under the lock of the project; then proposes anew. Where a check fails, a file
  /// is no longer what it was, or cannot be written, nothing is changed: throws base::Error that says so, with the
  /// findings in it.
  void apply(const propose::Plan& plan);
  /// Takes back what was applied last; false where there is nothing, base::Error where a file was changed since.
  bool undo();

  /// Only in memory: for patches, which build on each other.
  void pretend(const propose::Plan& plan);

  /// Keeps the proposals as they now stand in the index.
  void save();

 private:
  struct File {
    load::ContentFile file;
    model::Record part;
  };
  void read_files();
  void rebuild();
  propose::Ground ground() const;
  /// The record as the plan would leave it, and what is wrong with it that was not before.
  struct Trial {
    model::Record record;
    base::Findings findings;
  };
  Trial try_out(const propose::Plan& plan) const;
  void set_file(const std::string& path, const std::optional<std::string>& bytes);

  Context& context_;
  std::map<std::string, File> files_;
  model::Record record_;
  base::Findings findings_;
  std::vector<propose::Told> told_;
  std::vector<propose::Proposal> proposals_;
  std::vector<std::vector<propose::FileEdit>> done_;
  int last_person_ = 0;
};

/// The statements with the independence group of their source.
std::vector<propose::Told> with_groups(const model::Record& record, std::vector<propose::Told> told);
/// … and with what in their words is delicate.
std::vector<propose::Told> with_cautions(const read::Lexicons& lexicons, std::vector<propose::Told> told);

}  // namespace tracker::command
