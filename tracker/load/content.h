// The files of `content/`. `scan` reads bytes and knows which file is what; `parse` is a function of bytes. Neither
// ever throws for what stands in a file: that is what findings are for.
#pragma once

#include "tracker/base/digest.h"
#include "tracker/base/finding.h"
#include "tracker/model/record.h"

#include <filesystem>
#include <string>
#include <vector>

namespace tracker::load {

enum class FileKind {
  Site, Person, PersonText, Case, Source, Law, Place, Designation, Words, Measurements, Fingerprints, Ruling, Page, PageText, Version,
};

struct ContentFile {
  std::string path;  // below the content folder, with '/'
  FileKind kind = FileKind::Site;
  std::string bytes;
  base::Digest digest;
};

struct Scan {
  std::vector<ContentFile> files;  // sorted by path
  base::Findings findings;         // unreadable, too large, symlink out of the tree, unknown folder …
};

/// Largest content file, in bytes.
inline constexpr std::size_t kLargestFile = 4 * 1024 * 1024;
/// Longest single text (a life, a page), in bytes: cmark-gfm is only ever given bounded input.
inline constexpr std::size_t kLongestText = 64 * 1024;
/// Longest name or other one-line string, in code points.
inline constexpr std::size_t kLongestLine = 500;

/// Throws base::Error only where the folder itself cannot be read. Finding paths are `shown`/path.
Scan scan(const std::filesystem::path& content, const std::string& shown);

/// What one file says, as a record with only that in it. A text in a further language (people/a.ru.md, pages/about.ru.md)
/// gives a person or page with nothing but its id and that text. Version files are not parsed here.
model::Record parse(const ContentFile& file, const std::string& shown, base::Findings& findings);

/// All parts as one record, sorted; findings for an id that two files claim and for a text whose person is missing.
model::Record assemble(std::vector<model::Record> parts, base::Findings& findings);

/// scan, parse and assemble in one.
struct Loaded {
  model::Record record;
  base::Findings findings;  // sorted
};
Loaded load_content(const std::filesystem::path& content, const std::string& shown);

}  // namespace tracker::load
