// Bytes of a snapshot to what they say, by the rules of its source's file. Pure, and yet never called on fetched bytes
// in the program's own process: whoever calls it on those does so in a child without network (tracker/sandbox).
#pragma once

#include <string_view>
#include <vector>

#include "tracker/base/digest.h"
#include "tracker/model/entity.h"
#include "tracker/parse/parsed.h"
#include "tracker/parse/zone.h"

namespace tracker::parse {

struct Input {
  const model::Source& source;
  model::SourceKind kind = model::SourceKind::Page;  // as what it is read
  bool is_followed = false;       // a page that the source led to: `follow.select` names its part
  std::string_view bytes;         // of a document: what pdftotext wrote, pages ended by form feeds
  std::string_view content_type;  // of HTTP; may be empty
  std::string_view url;           // that the bytes came from: relative links start there
  const std::vector<model::Fingerprint>& fingerprints;
  const Zone* zone = nullptr;     // of source.zone
};

/// Never throws for what the bytes are: what cannot be read is an outcome.
Parsed parse(const Input& input);

/// Digest over all that decides what `parse` makes of given bytes: the rules of the source and of the fingerprints, and
/// the edition of the parsers. A reading with another digest is out of date.
base::Digest rules_digest(const model::Source& source, const std::vector<model::Fingerprint>& fingerprints);

/// The bytes begin as a PDF does.
bool is_pdf(std::string_view bytes);
/// Of a PDF: it holds a script (which nobody runs).
bool has_script(std::string_view pdf);

}  // namespace tracker::parse
