#include "tracker/command/content.h"

#include <map>

#include "tracker/base/error.h"
#include "tracker/load/content.h"
#include "tracker/parse/check.h"
#include "tracker/rules/check.h"

namespace tracker::command {
namespace {

using base::Finding;
using base::Severity;

constexpr std::string_view kVersionKind = "version";

std::string kind_of(const load::ContentFile& file) {
  return file.kind == load::FileKind::Version ? std::string(kVersionKind) : "content";
}

void read_versions(const std::vector<load::ContentFile>& files, Content& content) {
  for (const auto& file : files) {
    if (file.kind != load::FileKind::Version) continue;
    try {
      content.versions.push_back(version::from_json(file.bytes, file.path));
      if (file.path != "versions/" + version::file_name(content.versions.back().number))
        throw base::DataError(file.path + ": holds version " + std::to_string(content.versions.back().number));
    } catch (const base::DataError& error) {
      content.findings.push_back(Finding{.severity = Severity::Error,
                                         .file = file.path,
                                         .code = "broken-version",
                                         .message = error.what(),
                                         .hint = "version files are never edited: put back the one that was published"});
      return;  // what follows a broken link cannot be judged
    }
  }
  for (const auto& fault : version::verify_chain(content.versions))
    content.findings.push_back(Finding{.severity = Severity::Error,
                                       .file = "versions/" + version::file_name(fault.number),
                                       .code = "broken-chain",
                                       .message = fault.what,
                                       .hint = "version files are never edited: put back the one that was published"});
}

/// Findings name files below the content folder; people see them from where they stand.
void show_paths(base::Findings& findings, const std::string& shown) {
  for (auto& finding : findings)
    if (!finding.file.empty()) finding.file = shown + "/" + finding.file;
}

}  // namespace

Content read_content(const Paths& paths, const std::vector<record::IndexedFile>& indexed, base::Day today) {
  Content content;
  std::map<std::string_view, const record::IndexedFile*> known;
  for (const auto& file : indexed) known[file.path] = &file;

  if (!std::filesystem::is_directory(paths.content))
    throw base::Error("there is no content folder \"" + paths.shown_content() + "\"",
                      "name the project folder with --root, or make a new list with `tracker init`");
  load::Scan scan = load::scan(paths.content, "");
  content.findings = std::move(scan.findings);
  std::vector<model::Record> parts;
  for (const auto& file : scan.files) {
    const auto found = known.find(file.path);
    const auto* const earlier = found == known.end() ? nullptr : found->second;
    const bool unchanged = earlier && earlier->digest == file.digest;
    if (earlier) known.erase(found);
    if (file.kind == load::FileKind::Version) {
      if (!unchanged) content.changed.push_back({file.path, kind_of(file), file.digest, ""});
      continue;
    }
    if (unchanged) {
      parts.push_back(version::parse_document(earlier->document));
      continue;
    }
    ++content.parsed;
    parts.push_back(load::parse(file, "", content.findings));
    content.changed.push_back({file.path, kind_of(file), file.digest, version::to_document(parts.back())});
  }
  for (const auto& [path, file] : known) content.removed.emplace_back(path);

  content.record = load::assemble(std::move(parts), content.findings);
  if (!base::has_errors(content.findings)) {
    const auto ruled = rules::check(content.record, today);
    content.findings.insert(content.findings.end(), ruled.begin(), ruled.end());
    const auto read = parse::check_sources(content.record);
    content.findings.insert(content.findings.end(), read.begin(), read.end());
    content.untranslated = rules::missing_translations(content.record);
  }
  read_versions(scan.files, content);
  show_paths(content.findings, paths.shown_content());
  show_paths(content.untranslated, paths.shown_content());
  base::sort_findings(content.findings);
  return content;
}

void print_findings(std::ostream& to, const base::Findings& findings) {
  for (const auto& finding : findings) to << base::to_string(finding) << '\n';
}

std::string count_findings(const base::Findings& findings) {
  int errors = 0, warnings = 0, notes = 0;
  for (const auto& finding : findings)
    ++(finding.severity == Severity::Error ? errors : finding.severity == Severity::Warning ? warnings : notes);
  std::string text;
  const auto add = [&](int count, const std::string& noun) {
    if (count == 0) return;
    if (!text.empty()) text += ", ";
    text += std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
  };
  add(errors, "error");
  add(warnings, "warning");
  add(notes, "note");
  return text.empty() ? "no findings" : text;
}

}  // namespace tracker::command
