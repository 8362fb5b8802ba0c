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
  std::string_view name, value;
  std::size_t at;
};

/// Shows the ids and addresses of one of our own pages. It is written by sitegen/html, so every value stands in double
/// quotes and no ">" or quote stands in one unescaped; a general parser of HTML would only be slower here.
template <class Take>
void each_attribute(std::string_view html, const Take& take) {
  for (std::size_t at = html.find('"'); at != std::string_view::npos; at = html.find('"', at)) {
    const auto end = html.find('"', at + 1);
    if (end == std::string_view::npos) return;
    // Most attributes are others: their last letter says so.
    const char last = at < 2 || html[at - 1] != '=' ? '\0' : html[at - 2];
    const std::string_view name = last == 'f' ? "href" : last == 'd' ? "id" : last == 'c' ? "src" : "";
    const std::size_t length = name.size() + 1;
    if (!name.empty() && at > length && html.substr(at - length, name.size()) == name)
      if (const char before = html[at - length - 1]; before == ' ' || before == '\n')
        take(Attribute{name, html.substr(at + 1, end - at - 1), at - length});
    at = end + 1;
  }
}

bool is_elsewhere(std::string_view link) {
  const auto colon = link.find(':');
  return colon != std::string_view::npos && link.find_first_of("/?#") > colon;
}

/// A link from the root of the host: only the page for wrong addresses has them.
bool is_from_host(std::string_view page, std::string_view link) {
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
std::optional<std::string> resolve(std::string_view page, std::string_view link) {
  if (link.starts_with('/')) return std::nullopt;
  std::string path(page.substr(0, page.rfind('/') + 1));  // empty, or a folder with its slash
  while (!link.empty()) {
    const auto part = link.substr(0, link.find('/'));
    link.remove_prefix(std::min(link.size(), part.size() + 1));
    if (part == "." || part.empty()) continue;
    if (part == "..") {
      if (path.empty()) return std::nullopt;
      path.resize(path.size() < 2 ? 0 : path.rfind('/', path.size() - 2) + 1);
    } else {
      path.append(part).append(1, '/');
    }
  }
  if (!path.empty()) path.pop_back();
  return path;
}

/// The path and the fragment of a link.
std::pair<std::string_view, std::string_view> split_link(std::string_view link) {
  const auto hash = link.find('#');
  return {link.substr(0, hash), hash == std::string_view::npos ? std::string_view() : link.substr(hash + 1)};
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
    each_attribute(file.bytes, [&, &links = links_of[file.path]](const Attribute& attribute) {
      if (attribute.name == "id") {
        ids.emplace(attribute.value);
      } else {
        links.push_back(attribute);
      }
    });
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
      const bool whole = found != ids_of.end() && (fragment.empty() || found->second.contains(std::string(fragment)));
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

namespace {

/// What a link on a page needs; nothing where it leads elsewhere.
std::optional<std::uint64_t> need_of(const std::string& page, std::string_view link) {
  if (is_elsewhere(link) || link.starts_with("//")) return std::nullopt;
  const auto [path, fragment] = split_link(link);
  if (is_from_host(page, path)) return std::nullopt;  // `sitegen check` looks at these, with the whole site before it
  auto target = path.empty() ? std::optional(page) : resolve(page, path);
  if (target && !fragment.empty()) target->append(1, '#').append(fragment);
  return target ? number_of_target(*target) : kNowhere;
}

}  // namespace

Links LinkReader::links_of(const std::vector<OutputFile>& files) {
  static constexpr std::size_t kMostKnown = 100'000;
  Links links;
  for (const auto& file : files) {
    links.provides.push_back(number_of_target(file.path));
    if (!file.path.ends_with(".html")) continue;
    if (const auto folder = file.path.substr(0, file.path.rfind('/') + 1); folder != folder_ || known_.size() > kMostKnown) {
      known_.clear();
      folder_ = folder;
    }
    ++page_;
    each_attribute(file.bytes, [&](const Attribute& attribute) {
      if (attribute.name == "id") {
        links.provides.push_back(number_of_target(file.path + "#" + std::string(attribute.value)));
        return;
      }
      auto known = known_.find(attribute.value);
      if (known == known_.end()) known = known_.try_emplace(std::string(attribute.value)).first;
      auto& link = known->second;
      if (link.page == page_) return;
      // Links within a page, and those of the page for wrong addresses, mean something else on another.
      const bool is_own = attribute.value.empty() || attribute.value.starts_with('#') || attribute.value.starts_with('/');
      if (link.page == 0 || is_own) link.need = need_of(file.path, attribute.value);
      link.page = page_;
      if (link.need) links.needs.push_back(*link.need);
    });
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

Links links_of(const std::vector<OutputFile>& files) { return LinkReader().links_of(files); }

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
