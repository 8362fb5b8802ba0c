#include "sitegen/output/link_check.h"

#include <xxhash.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "tracker/base/error.h"
#include "tracker/base/text.h"

namespace sitegen::output {
namespace {

using tracker::base::Finding;
using tracker::base::Findings;
using view::OutputFile;

struct Attribute {
  std::string name, value;
  std::size_t at;
};

/// The attributes of our own pages. They are written by sitegen/html, so every value stands in double quotes and no ">"
/// or quote stands in one unescaped; a general parser of HTML would only be slower here.
std::vector<Attribute> attributes_of(const std::string& html) {
  static const std::set<std::string> kWanted = {"href", "src", "id"};
  std::vector<Attribute> found;
  for (std::size_t at = html.find("=\""); at != std::string::npos; at = html.find("=\"", at)) {
    std::size_t start = at;
    while (start > 0 && html[start - 1] != ' ' && html[start - 1] != '\n' && html[start - 1] != '<') --start;
    const std::string name = html.substr(start, at - start);
    const auto end = html.find('"', at + 2);
    if (end == std::string::npos) break;
    if (kWanted.contains(name)) found.push_back({name, html.substr(at + 2, end - at - 2), start});
    at = end + 1;
  }
  return found;
}

bool is_elsewhere(const std::string& link) {
  const auto colon = link.find(':');
  return colon != std::string::npos && link.find_first_of("/?#") > colon;
}

/// A link from the root of the host: only the page for wrong addresses has them.
bool is_from_host(const std::string& page, const std::string& link) {
  return link.starts_with('/') && (page == "404.html" || page.ends_with("/404.html"));
}

/// Where such a link leads: nobody here knows below which path the site will
/// stand, so it leads somewhere if what remains after some of its first folders does.
std::optional<std::string> resolve_from_host(std::string_view link, const std::map<std::string, std::set<std::string>>& known) {
  while (!link.empty()) {
    link.remove_prefix(link.find('/') + 1);
    if (known.contains(std::string(link))) return std::string(link);
    if (link.find('/') == std::string_view::npos) break;
  }
  return std::nullopt;
}

/// The path that a relative link means on a page; nothing where it leaves the site.
std::optional<std::string> resolve(const std::string& page, const std::string& link) {
  if (link.starts_with('/')) return std::nullopt;
  std::vector<std::string> parts;
  for (const auto part : tracker::base::split(page, '/')) parts.emplace_back(part);
  parts.pop_back();
  for (const auto part : tracker::base::split(link, '/')) {
    if (part == "." || part.empty()) continue;
    if (part != "..") {
      parts.emplace_back(part);
    } else if (parts.empty()) {
      return std::nullopt;
    } else {
      parts.pop_back();
    }
  }
  return tracker::base::join(parts, "/");
}

/// The path and the fragment of a link.
std::pair<std::string, std::string> split_link(const std::string& link) {
  const auto hash = link.find('#');
  return {link.substr(0, hash), hash == std::string::npos ? "" : link.substr(hash + 1)};
}

/// No target's number but by a chance of 2^-64.
constexpr std::uint64_t kNowhere = 0;

}  // namespace

Findings check_links(const std::vector<OutputFile>& files) {
  std::map<std::string, std::set<std::string>> ids_of;  // page to its ids; other files have none
  std::map<std::string, std::vector<Attribute>> links_of;
  for (const auto& file : files) {
    auto& ids = ids_of[file.path];
    if (!file.path.ends_with(".html")) continue;
    for (auto& attribute : attributes_of(file.bytes))
      if (attribute.name == "id") {
        ids.insert(attribute.value);
      } else {
        links_of[file.path].push_back(std::move(attribute));
      }
  }
  Findings findings;
  for (const auto& file : files)
    for (const auto& link : links_of[file.path]) {
      if (is_elsewhere(link.value) || link.value.starts_with("//")) continue;
      const auto [target, fragment] = split_link(link.value);
      const auto path = target.empty()                  ? std::optional(file.path)
                        : is_from_host(file.path, target) ? resolve_from_host(target, ids_of)
                                                        : resolve(file.path, target);
      const auto found = path ? ids_of.find(*path) : ids_of.end();
      const bool whole = found != ids_of.end() && (fragment.empty() || found->second.contains(fragment));
      if (whole) continue;
      const int line = 1 + static_cast<int>(std::count(file.bytes.begin(),
                                                       file.bytes.begin() + static_cast<std::ptrdiff_t>(link.at), '\n'));
      findings.push_back(Finding{.severity = tracker::base::Severity::Error,
                                 .file = file.path,
                                 .line = line,
                                 .code = "broken-link",
                                 .message = "\"" + tracker::base::visible(link.value) + "\" leads nowhere"});
    }
  tracker::base::sort_findings(findings);
  return findings;
}

std::uint64_t number_of_target(std::string_view target) { return XXH3_64bits(target.data(), target.size()); }

Links links_of(const std::vector<OutputFile>& files) {
  Links links;
  for (const auto& file : files) {
    links.provides.push_back(number_of_target(file.path));
    if (!file.path.ends_with(".html")) continue;
    for (const auto& attribute : attributes_of(file.bytes)) {
      if (attribute.name == "id") {
        links.provides.push_back(number_of_target(file.path + "#" + attribute.value));
        continue;
      }
      if (is_elsewhere(attribute.value) || attribute.value.starts_with("//")) continue;
      const auto [path, fragment] = split_link(attribute.value);
      if (is_from_host(file.path, path)) continue;  // `sitegen check` looks at these, with the whole site before it
      const auto target = path.empty() ? std::optional(file.path) : resolve(file.path, path);
      links.needs.push_back(!target            ? kNowhere
                            : fragment.empty() ? number_of_target(*target)
                                               : number_of_target(*target + "#" + fragment));
    }
  }
  const auto sort_once = [](std::vector<std::uint64_t>& numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  };
  sort_once(links.provides);
  sort_once(links.needs);
  std::vector<std::uint64_t> outside;
  std::set_difference(links.needs.begin(), links.needs.end(), links.provides.begin(), links.provides.end(),
                      std::back_inserter(outside));
  links.needs = std::move(outside);
  return links;
}

std::vector<OutputFile> read_tree(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  if (!fs::is_directory(folder))
    throw tracker::base::Error("site: there is no folder \"" + folder.string() + "\"", "run `sitegen build` first");
  std::vector<OutputFile> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    if (!in) throw tracker::base::Error("site: cannot read \"" + entry.path().string() + "\"");
    files.push_back({entry.path().lexically_relative(folder).generic_string(), {std::istreambuf_iterator<char>(in), {}}});
  }
  std::sort(files.begin(), files.end(), [](const OutputFile& a, const OutputFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace sitegen::output
