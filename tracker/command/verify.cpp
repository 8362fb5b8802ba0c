#include <algorithm>
#include <fstream>
#include <iterator>

#include <nlohmann/json.hpp>

#include "tracker/archive/store.h"
#include "tracker/base/error.h"
#include "tracker/command/commands.h"
#include "tracker/command/content.h"
#include "tracker/record/store.h"

namespace tracker::command {
namespace {

namespace fs = std::filesystem;
using base::Finding;
using base::Findings;
using base::Severity;

Finding error(std::string file, std::string code, std::string message, std::string hint = {}) {
  return {.severity = Severity::Error, .file = std::move(file), .code = std::move(code), .message = std::move(message),
          .hint = std::move(hint)};
}

/// The folder that holds NNNNNN.json, in a copy of the project, of content/, or of a published site.
fs::path versions_folder(const fs::path& given) {
  for (const char* below : {"content/versions", "versions", "data/versions", "."})
    if (fs::is_directory(given / below) && fs::exists(given / below / version::file_name(1))) return given / below;
  throw base::UsageError("verify: \"" + given.string() + "\" holds no versions",
                         "name a project folder, its content/, or a copy of the site");
}

Findings verify_versions(const fs::path& folder, int& count) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<version::Version> versions;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    try {
      versions.push_back(version::from_json(bytes, file.filename().string()));
    } catch (const base::DataError& broken) {
      return {error(file.string(), "broken-version", broken.what(), broken.hint())};
    }
    if (file.filename() != version::file_name(versions.back().number))
      return {error(file.string(), "broken-chain", "holds version " + std::to_string(versions.back().number))};
  }
  Findings findings;
  for (const auto& fault : version::verify_chain(versions))
    findings.push_back(error((folder / version::file_name(fault.number)).lexically_normal().string(), "broken-chain", fault.what));
  count = static_cast<int>(versions.size());
  return findings;
}

/// The index must say what content/ and the versions say; it can always be made again. One that cannot be read is a
/// finding like others: what was found in the chain and the archive must not be lost over it.
Findings verify_index(const Context& context) {
  if (!fs::exists(context.paths.database)) return {};
  std::vector<record::IndexedFile> indexed;
  try {
    indexed = record::Reader(context.paths.database).files();
  } catch (const base::DataError& damaged) {
    return {error(context.paths.database.string(), "damaged-index", damaged.what(), damaged.hint())};
  } catch (const base::Error& unreadable) {  // locked, newer, or left empty by a run that was killed at once
    return {{.severity = Severity::Warning,
             .file = context.paths.database.string(),
             .code = "unreadable-index",
             .message = unreadable.what(),
             .hint = unreadable.hint()}};
  }
  const Content content = read_content(context.paths, indexed, base::day_of(context.now));
  if (content.changed.empty() && content.removed.empty()) return {};
  Findings findings;
  for (const auto& path : content.removed)
    if (path.starts_with("versions/"))
      findings.push_back(error((context.paths.content / path).lexically_normal().string(), "lost-version",
                               "the index knows this version, and its file is gone",
                               "versions are never removed: put back the one that was published"));
  findings.push_back({.severity = Severity::Warning,
                      .file = context.paths.database.string(),
                      .code = "stale-index",
                      .message = std::to_string(content.changed.size() + content.removed.size()) +
                                 " files of content/ are not what the index was made from",
                      .hint = "run `tracker record`"});
  return findings;
}

void append(Findings& findings, Findings more) {
  std::move(more.begin(), more.end(), std::back_inserter(findings));
}

}  // namespace

int verify(const std::optional<std::string>& folder, const Format& format, Context& context) {
  Findings findings;
  int versions = 0;
  if (folder) {
    if (folder->find("://") != std::string::npos)
      throw base::UsageError("verify: an address cannot be read yet", "fetch a copy of the site and name its folder");
    findings = verify_versions(versions_folder(*folder), versions);
  } else {
    const auto versions_below = context.paths.content / "versions";
    if (fs::is_directory(versions_below)) findings = verify_versions(versions_below, versions);
    if (fs::is_directory(context.paths.archive)) append(findings, archive::Store(context.paths.archive).verify());
    append(findings, verify_index(context));
  }
  if (format.json) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const auto& finding : findings)
      list.push_back({{"severity", base::to_string(finding.severity)}, {"file", finding.file}, {"code", finding.code},
                      {"message", finding.message}});
    context.out << nlohmann::ordered_json{{"versions", versions}, {"findings", list}}.dump(
                       2, ' ', false, nlohmann::json::error_handler_t::replace)
                << '\n';
  } else {
    print_findings(context.out, findings);
  }
  const bool whole = !base::has_errors(findings);
  context.err << "verify: " << versions << (versions == 1 ? " version" : " versions") << ": "
              << (whole ? "the chain holds" : "NOT as it was published") << '\n';
  return whole ? kDone : kFailed;
}

}  // namespace tracker::command
