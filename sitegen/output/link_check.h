// Looks for links that lead nowhere: every href and src of every page must name a file of the site, and every fragment an
// id on that page. Works on the tree in memory before it is written and on a folder afterwards.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sitegen/view/view.h"
#include "tracker/base/finding.h"

namespace sitegen::output {

/// One error a broken link, with the page as file. Links to other hosts are not followed; a link that leaves the site
/// with ".." is broken.
tracker::base::Findings check_links(const std::vector<view::OutputFile>& files);

/// A link target as a number: a path of the site, or one with a fragment ("people/a.html#life").
std::uint64_t number_of_target(std::string_view target);

/// What files offer to links and what they link to, as numbers; both sorted, each number once. `needs` leaves out what the
/// files offer themselves. A link that cannot lead anywhere needs a number that nothing has.
struct Links {
  std::vector<std::uint64_t> provides;
  std::vector<std::uint64_t> needs;
};
Links links_of(const std::vector<view::OutputFile>& files);

/// Does the same for one group of files after another. What a link means in a folder is kept as long as the pages are of that
/// folder, since most of them have the same links.
class LinkReader {
 public:
  Links links_of(const std::vector<view::OutputFile>& files);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  struct Known {
    std::uint64_t page = 0;             // the last one that had it
    std::optional<std::uint64_t> need;  // nothing: it leads elsewhere
  };

  std::string folder_;
  std::uint64_t page_ = 0;
  std::unordered_map<std::string, Known, Hash, std::equal_to<>> known_;
};

/// The files of a built site. Throws base::Error where the folder cannot be read.
std::vector<view::OutputFile> read_tree(const std::filesystem::path& folder);

}  // namespace sitegen::output
