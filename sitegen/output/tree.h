// Puts a site on disk as one step. The new site is put together in a folder beside the output, from what changed and what
// stayed, and the two folders change places: whoever looks, at whatever moment a run is killed, sees the old site or the
// new one.
//
//   public/              the site
//   .public.build/       ours: may be removed at any time, which costs one whole build
//     lock               held by the build that runs
//     stage/             the site before the last; becomes the next
//     <inode>.ledger     what is known of the tree that has this inode
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "sitegen/output/ledger.h"
#include "sitegen/view/part.h"

namespace sitegen::output {

struct Written {
  int files = 0;      // of the site
  int unchanged = 0;  // of these: the very file that stood there before, not written again
  int removed = 0;    // stood there before and are no longer produced
  int made = 0;       // parts that were made; the others were known to be the same
};

/// Parts in the order in which they are best begun.
struct PartLists {
  view::Parts whole;                  // show the whole list, so nearly always have to be made
  std::function<view::Parts()> keyed;  // asked for while those are made, since working out keys takes time, too
};

/// The folder must be missing, empty, or one that this wrote (it holds `kMarker`; a fresh clone's public/, with nothing but
/// its README.md, counts too). Anything else is a base::UsageError: nobody's files are ever removed.
class Site {
 public:
  /// Takes the lock; throws base::Error where another build holds it.
  explicit Site(const std::filesystem::path& folder);
  ~Site();
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;

  /// Whether the site was made from this and nobody has touched a file of it since.
  bool is_of(const view::Key& stamp) const;
  int count_files() const;

  /// Writes the site. Throws base::UsageError for a path that leaves the folder, stands there twice or lies in another, and
  /// base::Error where a link leads nowhere or a file cannot be written; the old site stands then.
  /// Without `reuse` every part is made, whatever is known of it.
  /// With a `zip_name`, data/site.zip is made last: all of it in one file, which unpacks to a folder of that name.
  Written write(const view::Key& stamp, const PartLists& parts, int jobs, const std::string& zip_name = {}, bool reuse = true);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Says that the folder is ours; its text tells a visitor so.
inline constexpr const char* kMarker = ".tizim-site";

}  // namespace sitegen::output
