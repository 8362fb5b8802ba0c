// What a build knows of a tree that it wrote: every part with its key, the files it made and the links between them.
// Kept beside the site, never in it. A ledger that is lost or damaged only costs a whole build.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sitegen/view/part.h"

namespace sitegen::output {

/// A file of the site, and how to tell that nobody has touched it since.
struct FileMark {
  std::string path;
  view::Key content;
  std::uint64_t size = 0;
  std::uint64_t inode = 0;
  std::int64_t modified = 0;  // nanoseconds since 1970
};

/// A link target as a number: the path, or the path and a fragment (hash_of_target).
using Target = std::uint64_t;

struct PartMark {
  std::string name;
  view::Key key;
  std::vector<FileMark> files;
  std::vector<Target> provides;  // sorted, once each: the files' own paths and their ids
  std::vector<Target> needs;     // sorted, once each: what the files link to, without what the part itself provides
};

struct Ledger {
  view::Key stamp;              // of everything that the site was made from
  std::vector<PartMark> parts;  // sorted by name
};

/// The bytes of a part and of a ledger, for a file or a pipe of this machine.
std::string encode(const PartMark& part);
std::string encode(const Ledger& ledger);
/// Nothing where the bytes are damaged or from another version of the program.
std::optional<Ledger> decode_ledger(std::string_view bytes);
std::optional<PartMark> decode_part(std::string_view bytes);

}  // namespace sitegen::output
