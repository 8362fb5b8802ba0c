#include "tracker/command/workbench.h"

#include <algorithm>

#include "tracker/archive/lock.h"
#include "tracker/base/error.h"
#include "tracker/command/content.h"
#include "tracker/command/content_files.h"
#include "tracker/load/lexicon.h"
#include "tracker/propose/propose.h"
#include "tracker/read/lexicon.h"
#include "tracker/record/store.h"
#include "tracker/rules/check.h"
#include "tracker/rules/status.h"

namespace tracker::command {
namespace {

namespace fs = std::filesystem;

/// Which kind of file a path below content/ is; only those that decisions write.
load::FileKind kind_of(const std::string& path) {
  if (path.starts_with("people/")) return load::FileKind::Person;
  if (path.starts_with("cases/")) return load::FileKind::Case;
  return load::FileKind::Ruling;
}

bool is_same(const base::Finding& a, const base::Finding& b) {
  return a.file == b.file && a.code == b.code && a.message == b.message;  // its line may have moved
}

/// Ids are never used again, so those of people who are gone from the list count too.
int last_person_of(const Context& context, const std::string& prefix) {
  int last = 0;
  const std::string begin = "person/" + prefix + "-";
  if (!fs::exists(context.paths.database)) return last;
  for (const auto& version : record::Reader(context.paths.database).versions())
    for (const auto& change : version.changes) {
      if (!change.entity.starts_with(begin) || change.entity.size() > begin.size() + 8) continue;
      const auto digits = change.entity.substr(begin.size());
      if (digits.empty() || digits.find_first_not_of("0123456789") != std::string::npos) continue;
      last = std::max(last, std::stoi(digits));
    }
  return last;
}

}  // namespace

std::vector<propose::Told> with_groups(const model::Record& record, std::vector<propose::Told> told) {
  for (auto& one : told) {
    const auto* source = model::find_source(record, one.source);
    one.independence = source && !source->independence.empty() ? source->independence : one.source;
  }
  return told;
}

std::vector<propose::Told> with_cautions(const read::Lexicons& lexicons, std::vector<propose::Told> told) {
  for (auto& one : told) one.delicate = lexicons.cautions_in(one.said.quote);
  return told;
}

Workbench::Workbench(Context& context) : context_(context) {
  read_files();
  rebuild();
  if (base::has_errors(findings_)) {
    print_findings(context.err, findings_);
    throw base::Error("review: " + count_findings(findings_) + " in " + context.paths.shown_content(),
                      "mend what is named above, then run it again");
  }
  if (!fs::exists(context.paths.database))
    throw base::Error("review: nothing was read yet", "run `tracker read`, or `tracker update`");
  base::Findings faults;
  const auto lexicons = read::Lexicons::compile(load::load_lexicons(context.paths.content, context.paths.shown_content(), faults), faults);
  if (base::has_errors(faults)) throw base::Error("review: the lexicon has an error: " + base::to_string(faults.front()), "`tracker check` shows all of them");
  told_ = with_cautions(lexicons, with_groups(record_, record::Reader(context.paths.database).told()));
  last_person_ = last_person_of(context, record_.site.id_prefix);
  proposals_ = propose::propose(record_, told_);
}

void Workbench::read_files() {
  if (!fs::is_directory(context_.paths.content))
    throw base::Error("there is no content folder \"" + context_.paths.shown_content() + "\"",
                      "name the project folder with --root");
  files_.clear();
  findings_.clear();
  auto scan = load::scan(context_.paths.content, "");
  base::Findings parsed = std::move(scan.findings);
  for (auto& file : scan.files) {
    if (file.kind == load::FileKind::Version) continue;
    File entry;
    entry.part = load::parse(file, "", parsed);
    const auto path = file.path;
    entry.file = std::move(file);
    files_.emplace(path, std::move(entry));
  }
  findings_ = std::move(parsed);
}

void Workbench::rebuild() {
  std::vector<model::Record> parts;
  for (const auto& [path, file] : files_) parts.push_back(file.part);
  base::Findings found;
  record_ = load::assemble(std::move(parts), found);
  auto ruled = rules::check(record_, base::day_of(context_.now));
  found.insert(found.end(), ruled.begin(), ruled.end());
  if (!base::has_errors(findings_)) findings_ = std::move(found);
}

const propose::Proposal& Workbench::find(const std::string& id) const {
  const auto found = std::find_if(proposals_.begin(), proposals_.end(), [&](const auto& one) { return one.id == id; });
  if (found == proposals_.end())
    throw base::UsageError("no proposal \"" + id + "\" waits", "`tracker review --list` shows those that do");
  return *found;
}

propose::Ground Workbench::ground() const {
  return {record_,
          [this](const std::string& path) -> std::optional<std::string> {
            const auto found = files_.find(path);
            return found == files_.end() ? std::nullopt : std::optional(found->second.file.bytes);
          },
          last_person_};
}

propose::Plan Workbench::plan(const propose::Proposal& proposal, const propose::Choice& choice) const {
  return propose::plan_acceptance(ground(), proposal, choice);
}

propose::Plan Workbench::plan_rejection(const propose::Proposal& proposal, const std::string& reason,
                                        const propose::Choice& choice) const {
  return propose::plan_rejection(ground(), proposal, reason, choice);
}

propose::Plan Workbench::plan_refusal(const propose::Proposal& proposal, const std::string& person,
                                      const std::string& reason, const propose::Choice& choice) const {
  if (!model::find_person(record_, person))
    throw base::UsageError("there is nobody with the id \"" + person + "\" on the list", "see `tracker list`");
  return propose::plan_identity(ground(), proposal, person, false, reason, choice);
}

Workbench::Trial Workbench::try_out(const propose::Plan& plan) const {
  Trial trial;
  auto& findings = trial.findings;
  std::map<std::string, model::Record> edited;
  for (const auto& edit : plan.files) {
    const load::ContentFile file{edit.path, kind_of(edit.path), edit.after, {}};
    edited[edit.path] = load::parse(file, "", findings);
  }
  std::vector<model::Record> parts;
  for (const auto& [path, file] : files_)
    if (!edited.contains(path)) parts.push_back(file.part);
  for (auto& [path, part] : edited) parts.push_back(std::move(part));
  trial.record = load::assemble(std::move(parts), findings);
  auto ruled = rules::check(trial.record, base::day_of(context_.now));
  findings.insert(findings.end(), ruled.begin(), ruled.end());
  std::erase_if(findings, [&](const base::Finding& finding) {
    return std::any_of(findings_.begin(), findings_.end(), [&](const auto& known) { return is_same(known, finding); });
  });
  for (auto& finding : findings)
    if (!finding.file.empty()) finding.file = context_.paths.shown_content() + "/" + finding.file;
  base::sort_findings(findings);
  return trial;
}

base::Findings Workbench::check(const propose::Plan& plan) const { return try_out(plan).findings; }

review::Outlook Workbench::outlook(const propose::Proposal& proposal, const propose::Choice& choice) const {
  review::Outlook outlook;
  const auto today = base::day_of(context_.now);
  if (const auto* person = model::find_person(record_, proposal.person_id))
    outlook.before = rules::status_of(record_, *person, today);
  try {
    propose::Choice assumed = choice;
    // Where it must be asked who it is, the page shows what would change for the first who could be meant.
    if (assumed.person.empty() && proposal.identity.verdict == match::Verdict::Ask)
      assumed.person = proposal.identity.candidates.front().id;
    const auto tried = plan(proposal, assumed);
    outlook.files = tried.files;
    auto trial = try_out(tried);
    outlook.findings = std::move(trial.findings);
    if (const auto* person = model::find_person(trial.record, tried.person_id))
      outlook.after = rules::status_of(trial.record, *person, today);
    if (base::has_errors(outlook.findings)) outlook.obstacle = "the checks fail; edit it";
  } catch (const base::Error& error) {
    outlook.obstacle = error.what();
  }
  return outlook;
}

void Workbench::set_file(const std::string& path, const std::optional<std::string>& bytes) {
  if (!bytes) {
    files_.erase(path);
    return;
  }
  base::Findings ignored;
  File entry;
  entry.file = {path, kind_of(path), *bytes, base::sha256(*bytes)};
  entry.part = load::parse(entry.file, "", ignored);
  files_[path] = std::move(entry);
}

void Workbench::apply(const propose::Plan& plan) {
  const auto findings = check(plan);
  if (base::has_errors(findings)) {
    std::string text = "the checks fail, and nothing was written:";
    for (const auto& finding : findings)
      if (finding.severity == base::Severity::Error) text += "\n" + base::to_string(finding);
    throw base::Error(text, "edit the event (--event FILE, or the key e), or reject it");
  }
  write_files(plan.files, context_);
  done_.push_back(plan.files);
  pretend(plan);
}

void Workbench::pretend(const propose::Plan& plan) {
  for (const auto& edit : plan.files) set_file(edit.path, edit.after);
  rebuild();
  proposals_ = propose::propose(record_, told_);
}

bool Workbench::undo() {
  if (done_.empty()) return false;
  take_back_files(done_.back(), context_);
  for (const auto& edit : done_.back()) set_file(edit.path, edit.before);
  done_.pop_back();
  rebuild();
  proposals_ = propose::propose(record_, told_);
  return true;
}

void Workbench::save() {
  const archive::Lock lock(context_.paths.lock);
  record::Writer(context_.paths.database).sync_proposals(proposals_);
}

}  // namespace tracker::command
