#include "tracker/propose/rejected.h"

#include <algorithm>

#include "tracker/base/digest.h"
#include "tracker/propose/propose.h"

namespace tracker::propose {
namespace {

std::string name_digest(const std::string& key) { return base::sha256("name\n" + key).hex().substr(0, 16); }

std::string term_of(const model::Event& event) {
  if (event.days) return std::to_string(*event.days) + "d";
  if (event.sentence && event.sentence->months) return std::to_string(*event.sentence->months) + "m";
  if (event.sentence && event.sentence->days) return std::to_string(*event.sentence->days) + "d";
  return "";
}

bool meets(const std::optional<base::PartialDate>& a, const std::optional<base::PartialDate>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return !base::surely_before(*a, *b) && !base::surely_before(*b, *a);
}

}  // namespace

std::string rejection_field(const Proposal& proposal) {
  const auto& event = proposal.event;
  const auto term = term_of(event);
  return std::string(model::code_of(event.type)) + "@" + (event.date ? event.date->edtf() : "") +
         (term.empty() ? "" : " " + term) + " of " + name_digest(proposal.key);
}

Rejected::Rejected(const model::Record& record) {
  static constexpr std::string_view kSubject = "proposal/";
  for (const auto& ruling : record.rulings) {
    if (ruling.kind != model::RulingKind::RejectedProposal) continue;
    if (ruling.subject.starts_with(kSubject)) ids_.push_back(ruling.subject.substr(kSubject.size()));
    const auto of = ruling.field.rfind(" of ");
    const auto at = ruling.field.find('@');
    if (of == std::string::npos || at == std::string::npos || at > of) continue;
    const auto what = ruling.field.substr(at + 1, of - at - 1);
    const auto space = what.find(' ');
    by_name_.emplace(ruling.field.substr(of + 4),
                     Entry{ruling.field.substr(0, at), base::PartialDate::parse(what.substr(0, space)),
                           space == std::string::npos ? "" : what.substr(space + 1)});
  }
  std::sort(ids_.begin(), ids_.end());
}

bool Rejected::has(const Proposal& proposal) const {
  if (std::binary_search(ids_.begin(), ids_.end(), proposal.id)) return true;
  const auto [first, last] = by_name_.equal_range(name_digest(proposal.key));
  const auto type = model::code_of(proposal.event.type);
  const auto term = term_of(proposal.event);
  return std::any_of(first, last, [&](const auto& named) {
    const Entry& entry = named.second;
    return entry.type == type && (entry.term.empty() || term.empty() || entry.term == term) &&
           meets(entry.date, proposal.event.date);
  });
}

}  // namespace tracker::propose
