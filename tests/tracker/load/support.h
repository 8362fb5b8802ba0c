// Reads the text of one file as the loader would, and gives back what it found, printed.
#pragma once

#include "tracker/load/content.h"

#include <string>
#include <string_view>
#include <vector>

namespace tests {

struct Parsed {
  tracker::model::Record part;
  std::vector<std::string> findings;  // as base::to_string prints them
};

inline std::vector<std::string> printed(const tracker::base::Findings& findings) {
  std::vector<std::string> lines;
  for (const auto& finding : findings) lines.push_back(to_string(finding));
  return lines;
}

inline Parsed parse_text(std::string path, tracker::load::FileKind kind, std::string_view bytes) {
  tracker::base::Findings findings;
  tracker::load::ContentFile file{.path = std::move(path), .kind = kind, .bytes = std::string(bytes)};
  Parsed parsed;
  parsed.part = parse(file, "content", findings);
  parsed.findings = printed(findings);
  return parsed;
}

/// The head of a person's file and no life.
inline Parsed parse_person(std::string_view head) {
  return parse_text("people/a.md", tracker::load::FileKind::Person, "+++\n" + std::string(head) + "\n+++\n");
}

/// A person with one event, the table of which has these further lines (from line 6 of the file).
inline Parsed parse_event(std::string_view lines) {
  return parse_person("id = \"kz-0001\"\n[[event]]\nid = \"e1\"\ntype = \"charged\"\n" + std::string(lines));
}

}  // namespace tests
