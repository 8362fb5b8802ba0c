#include "tracker/rules/walk.h"

#include <algorithm>

#include "tracker/rules/fold.h"

namespace tracker::rules {
namespace {

using model::Certainty;
using model::EventType;
using model::Liberty;

Moment moment_of(const model::Event& event) {
  Moment moment{.days = DayRange::open(),
                .certainty = event.certainty.value_or(Certainty::High),
                .event = &event};
  if (!event.date) {
    moment.certainty = lower(moment.certainty, Certainty::Low);
    return moment;
  }
  moment.days = DayRange::of(*event.date);
  if (event.date->is_approximate() || event.date->is_uncertain())
    moment.certainty = lower(moment.certainty, Certainty::Medium);
  return moment;
}

/// What holds the person in that case and counts towards a sentence to come: custody, house arrest, and prison under a
/// verdict that is not in force.
std::optional<Liberty> held_as(const State& state, const CaseLine& line) {
  const auto in_prison = [](const Term& term) {
    return !term.told.ended && !term.told.in_force && !term.told.added && term.executed &&
           term.liberty == Liberty::Imprisoned;
  };
  if (line.measure && line.measure->executed) {
    const auto liberty = line.measure->liberty;
    if (liberty == Liberty::PretrialDetention || liberty == Liberty::HouseArrest) return liberty;
  }
  if (std::any_of(line.terms.begin(), line.terms.end(), in_prison)) return Liberty::PretrialDetention;
  for (const auto& custody : state.custodies)
    if (custody.liberty == Liberty::Detained && custody.case_id == line.id && !line.id.empty())
      return Liberty::PretrialDetention;
  return std::nullopt;
}

class Walker {
 public:
  explicit Walker(Walk& walk) : walk_(walk) {}

  void after(const State& state, const model::Event& event) {
    const Moment now = moment_of(event);
    if (event.type == EventType::AmnestyGranted) amnesty_ = event.act.id;
    for (const auto& line : state.lines) {
      auto& walked = case_of(line);
      walked.kind = line.kind;
      follow_charges(line, walked, now);
      follow_custody(held_as(state, line), walked, now);
      follow_terms(line, walked, now);
      if (line.stage == model::Stage::Expunged && !walked.lifted) walked.lifted = now;
    }
    walk_.died = state.died.has_value();
  }

 private:
  WalkedCase& case_of(const CaseLine& line) {
    const auto found = std::find_if(walk_.cases.begin(), walk_.cases.end(),
                                    [&](const WalkedCase& walked) { return walked.id == line.id; });
    return found == walk_.cases.end() ? walk_.cases.emplace_back(WalkedCase{.id = line.id}) : *found;
  }

  /// A charge that comes back after it had been replaced is the same charge.
  static WalkedCharge& charge_of(WalkedCase& walked, const std::string& article, const Moment& now) {
    const auto found =
        std::find_if(walked.charges.begin(), walked.charges.end(),
                     [&](const WalkedCharge& charge) { return charge.article == article; });
    if (found != walked.charges.end()) return *found;
    return walked.charges.emplace_back(WalkedCharge{.article = article, .since = now});
  }

  static void follow_charges(const CaseLine& line, WalkedCase& walked, const Moment& now) {
    for (const auto& told : line.charges) {
      auto& charge = charge_of(walked, told.article, now);
      if (told.live) {
        charge.live = true;
        charge.gone.reset();
        if (told.convicted && !charge.convicted) charge.convicted = now;
        if (!told.convicted) charge.convicted.reset();
      } else if (charge.live && !is_live(line, told.article)) {
        charge.live = false;
        charge.gone = now;
        charge.reclassified = !told.replaced_by.empty();
        charge.convicted.reset();
      }
    }
  }

  static bool is_live(const CaseLine& line, const std::string& article) {
    return std::any_of(line.charges.begin(), line.charges.end(), [&](const model::ChargeState& charge) {
      return charge.live && charge.article == article;
    });
  }

  static void follow_custody(std::optional<Liberty> liberty, WalkedCase& walked, const Moment& now) {
    auto* last = walked.held.empty() || walked.held.back().to ? nullptr : &walked.held.back();
    if (last && liberty == last->liberty) return;
    if (last) last->to = now;
    if (liberty) walked.held.push_back({.liberty = *liberty, .from = now});
  }

  void follow_terms(const CaseLine& line, WalkedCase& walked, const Moment& now) const {
    for (std::size_t i = 0; i < line.terms.size(); ++i) {
      const auto& term = line.terms[i];
      const bool is_new = i >= walked.terms.size();
      if (is_new)
        walked.terms.push_back({.sentence = term.told.sentence,
                                .imposed = now,
                                .added = term.told.added,
                                .replaces = now.event->type == EventType::SentenceReplaced});
      auto& seen = walked.terms[i];
      seen.executed = term.executed;
      if (term.told.in_force && !seen.in_force) seen.in_force = now;
      if (term.told.ended && !seen.over) {
        seen.over = now;
        if (line.amnestied) seen.over_by = amnesty_;
      }
      if (term.liberty == Liberty::Deferred && !seen.deferred) {
        seen.deferred = now;
        seen.deferred_until = now.event->until;
      }
      seen.deferral_over = seen.deferred && term.liberty != Liberty::Deferred;
      if (term.liberty == Liberty::Parole && !seen.paroled) seen.paroled = now;
    }
  }

  Walk& walk_;
  std::string amnesty_;  // the act of the last one granted
};

}  // namespace

bool had_prison_before(const Walk& walk, const WalkedCase& than) {
  const auto first = [](const WalkedCase& of_case) {
    return of_case.terms.empty() ? DayRange::open().latest : of_case.terms.front().imposed.days.earliest;
  };
  return std::any_of(walk.cases.begin(), walk.cases.end(), [&](const WalkedCase& other) {
    return &other != &than && first(other) < first(than) &&
           std::any_of(other.terms.begin(), other.terms.end(), [](const WalkedTerm& term) {
             return term.sentence.kind == model::SentenceKind::Imprisonment;
           });
  });
}

Walk walk_of(const model::Record& record, const model::CaseIndex& cases, const model::Person& person,
             base::Day as_of) {
  Walk walk;
  Walker walker(walk);
  Fold fold(cases.of(person));
  for (const auto& happened : model::events_of(record, cases, person)) {
    if (happened.event->date && happened.event->date->earliest() > as_of) continue;
    fold.step(happened);
    walker.after(fold.state(), *happened.event);
  }
  std::erase_if(walk.cases, [](const WalkedCase& walked) {
    return walked.charges.empty() && walked.terms.empty() && walked.held.empty();
  });
  return walk;
}

}  // namespace tracker::rules
