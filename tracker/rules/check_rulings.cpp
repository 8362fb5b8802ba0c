// Rulings name their subjects as "kind/id". What was merged or withheld may be gone from the record;
// everything else a ruling speaks of must be there.
#include <algorithm>
#include <iterator>

#include "tracker/base/text.h"
#include "tracker/rules/check_part.h"

namespace tracker::rules {
namespace {

using model::Record;
using model::RulingKind;

struct SubjectKind {
  std::string_view name;
  std::vector<std::string> (*ids)(const Record&);
};

constexpr SubjectKind kSubjectKinds[] = {
    {"person", [](const Record& record) { return ids_of(record.people); }},
    {"case", [](const Record& record) { return ids_of(record.cases); }},
    {"source", [](const Record& record) { return ids_of(record.sources); }},
    {"law", [](const Record& record) { return ids_of(record.laws); }},
    {"place", [](const Record& record) { return ids_of(record.places); }},
    {"designation", [](const Record& record) { return ids_of(record.designations); }},
};

enum class Absence { Allowed, Forbidden };

void check_subject(const Record& record, const model::Ruling& ruling, const std::string& subject,
                   Absence absence, base::Findings& findings) {
  const Spot spot{ruling.file, ruling.at};
  const auto slash = subject.find('/');
  const std::string kind = subject.substr(0, slash);
  const auto* row = std::find_if(std::begin(kSubjectKinds), std::end(kSubjectKinds),
                                 [&](const SubjectKind& candidate) { return candidate.name == kind; });
  if (slash == std::string::npos || row == std::end(kSubjectKinds)) {
    std::vector<std::string> names;
    for (const auto& candidate : kSubjectKinds) names.emplace_back(candidate.name);
    return report(findings, spot,
                  {.code = "bad-subject",
                   .message = "ruling " + in_quotes(ruling.id) + " is about " + in_quotes(subject) +
                              ", which is no subject of a ruling",
                   .hint = "write kind/id; kinds: " + base::join(names, ", ")});
  }
  const auto ids = row->ids(record);
  const auto id = subject.substr(slash + 1);
  if (absence == Absence::Allowed || std::find(ids.begin(), ids.end(), id) != ids.end()) return;
  report(findings, spot,
         {.code = "unknown-reference",
          .message = "ruling " + in_quotes(ruling.id) + ": there is no " + kind + ' ' + in_quotes(id),
          .hint = did_you_mean(id, ids)});
}

}  // namespace

/// "proposal/…" and "namesake/…" name what is in no file: a digest stands for it.
bool is_digest_of(const std::string& subject, std::string_view kind) {
  if (!subject.starts_with(kind) || subject.size() == kind.size()) return false;
  return subject.find_first_not_of("0123456789abcdef", kind.size()) == std::string::npos;
}

void check_rulings(const Record& record, base::Findings& findings) {
  for (const auto& ruling : record.rulings) {
    const bool may_be_gone = ruling.kind == RulingKind::Withheld || ruling.kind == RulingKind::Retraction;
    if (ruling.kind != RulingKind::RejectedProposal || !is_digest_of(ruling.subject, "proposal/"))
      check_subject(record, ruling, ruling.subject, may_be_gone ? Absence::Allowed : Absence::Forbidden,
                    findings);
    const bool is_of_identity =
        ruling.kind == RulingKind::SamePerson || ruling.kind == RulingKind::NotSamePerson;
    if (is_of_identity && is_digest_of(ruling.other, "namesake/")) continue;
    if (!ruling.other.empty())
      check_subject(record, ruling, ruling.other,
                    ruling.kind == RulingKind::SamePerson ? Absence::Allowed : Absence::Forbidden, findings);
    else if (is_of_identity)
      report(findings, {ruling.file, ruling.at},
             {.code = "ruling-without-other",
              .message = "ruling " + in_quotes(ruling.id) + " on identity names only one person",
              .hint = "name the second in `other`"});
  }
}

}  // namespace tracker::rules
