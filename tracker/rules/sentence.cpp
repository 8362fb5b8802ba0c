// Sentences: how one begins, is deferred, added to, replaced, remitted and ended.
#include <algorithm>

#include "tracker/rules/fold.h"
#include "tracker/rules/status.h"

namespace tracker::rules {
namespace {

using model::EventType;
using model::Liberty;
using model::SentenceKind;

/// What serving a sentence of a kind means for liberty.
Liberty served_as(const model::Sentence& sentence, model::CaseKind of_case) {
  // An administrative arrest or fine is told by events of its own.
  if (of_case == model::CaseKind::Administrative) return Liberty::Unknown;
  if (!sentence.kind)
    return sentence.fine || sentence.labour_hours ? Liberty::NonCustodial : Liberty::Unknown;
  switch (*sentence.kind) {
    case SentenceKind::Imprisonment:
    case SentenceKind::Arrest:
      return Liberty::Imprisoned;
    case SentenceKind::RestrictedFreedom:
      return Liberty::RestrictedFreedom;
    case SentenceKind::Suspended:
      return Liberty::Suspended;
    case SentenceKind::Fine:
    case SentenceKind::CommunityService:
    case SentenceKind::CorrectionalWork:
    case SentenceKind::ActivityBan:
      return Liberty::NonCustodial;
  }
  return Liberty::Unknown;
}

const Term* live_term(const CaseLine& line, const std::function<bool(const Term&)>& which) {
  const auto found = std::find_if(line.terms.begin(), line.terms.end(),
                                  [&](const Term& term) { return !term.told.ended && which(term); });
  return found == line.terms.end() ? nullptr : &*found;
}

void end_bans(State& state, const std::string& case_id) {
  std::erase_if(state.restrictions, [&](const RestrictionLine& line) {
    return line.case_id == case_id && line.restriction.kind == "activity_ban";
  });
}

enum class Manner { Instead, Added };

void impose(State& state, CaseLine& line, const Step& step, Manner manner) {
  const auto& sentence = *step.event.sentence;
  Term term{.told = {.sentence = sentence, .since = step.mark.date, .added = manner == Manner::Added},
            .liberty = served_as(sentence, line.kind),
            .since = step.mark};
  if (manner == Manner::Instead) {
    // The same sentence told again (a conviction and its sentence, say) is one sentence.
    if (live_term(line, [&](const Term& other) { return other.told.sentence == sentence; })) return;
    // A term that is changed in length goes on from where it began.
    if (const auto* other = live_term(line, [&](const Term& old) { return old.liberty == term.liberty; })) {
      term.since = other->since;
      term.told.in_force = other->told.in_force;
    }
    end_terms(line, [](const Term&) { return true; });
    end_bans(state, line.id);
  }
  if (step.event.type == EventType::SentenceReplaced)
    term.told.in_force = line.stage == model::Stage::InForce || line.stage == model::Stage::Cassation;
  term.executed = !(term.liberty == Liberty::Imprisoned && state.is_out_of_reach());
  if (sentence.ban_months)
    state.restrictions.push_back({{"activity_ban", sentence.ban_months, step.mark.date}, line.id});
  if (term.liberty != Liberty::Unknown) {  // it takes the place of whatever held the person until the verdict
    line.measure.reset();
    end_custodies(state, line.id, {Liberty::Detained, Liberty::ExtraditionCustody, Liberty::Psychiatric});
  }
  line.terms.push_back(std::move(term));
}

void serve_as(State& state, const Step& step, std::initializer_list<Liberty> from,
              std::optional<Liberty> to) {
  const auto moves = [&](const Term& term) {
    return !term.told.ended && std::find(from.begin(), from.end(), term.liberty) != from.end();
  };
  const auto any = [&](const CaseLine& line) {
    return std::any_of(line.terms.begin(), line.terms.end(), moves);
  };
  for (CaseLine* line : targets(state, step, any))
    for (auto& term : line->terms) {
      if (!moves(term)) continue;
      term.liberty = to ? *to : served_as(term.told.sentence, line->kind);
      term.since = step.mark;
      term.executed = !(term.liberty == Liberty::Imprisoned && state.is_out_of_reach());
    }
}

void grant_amnesty(State& state, const Step& step) {
  const auto effect = step.event.effect;
  const auto acts_on = [&](const CaseLine& line) {
    return line.has_live_term() || (effect == model::AmnestyEffect::CaseClosed && is_open(line.stage));
  };
  for (CaseLine* line : targets(state, step, acts_on)) {
    line->amnestied = true;
    if (!effect || *effect == model::AmnestyEffect::Reduced) continue;
    if (*effect == model::AmnestyEffect::CaseClosed) {
      close_case(state, *line, model::Display::Amnestied, step.mark);
      set_stage(*line, model::Stage::Closed, step.mark);
      continue;
    }
    end_terms(*line, [](const Term&) { return true; });
    line->measure.reset();
    end_custodies(state, line->id, {Liberty::Detained, Liberty::ExtraditionCustody, Liberty::Psychiatric});
    state.end = End{.display = model::Display::Amnestied, .at = step.mark, .case_id = line->id};
    if (*effect == model::AmnestyEffect::ConvictionLifted)
      set_stage(*line, model::Stage::Expunged, step.mark);
  }
}

/// The verdict is quashed. Nobody is free because of that alone: who was in prison is in pre-trial detention.
void begin_again(State& state, CaseLine& line, const Mark& mark) {
  const auto in_prison = [](const Term& term) {
    return term.executed && term.liberty == Liberty::Imprisoned;
  };
  if (live_term(line, in_prison))
    line.measure = Measure{.liberty = Liberty::PretrialDetention, .since = mark};
  end_terms(line, [](const Term&) { return true; });
  end_bans(state, line.id);
}

void end_sentence(State& state, const Step& step) {
  for (CaseLine* line : targets(state, step, [](const CaseLine& other) { return other.has_live_term(); }))
    if (end_terms(*line, [](const Term&) { return true; }))
      state.end = End{.display = model::Display::Released, .at = step.mark, .case_id = line->id};
}

}  // namespace

void apply_sentence(State& state, const Step& step) {
  auto& own = line_of(state, step.case_id);
  const bool has_sentence = step.event.sentence.has_value();
  switch (step.event.type) {
    case EventType::Convicted:
    case EventType::Sentenced:
      if (has_sentence) impose(state, own, step, Manner::Instead);
      return;
    case EventType::SentenceAdded:
      if (has_sentence) impose(state, own, step, Manner::Added);
      return;
    case EventType::AppealChanged:
    case EventType::CassationChanged:
    case EventType::SentenceReplaced:
      if (has_sentence) {
        const auto lines = targets(state, step, [](const CaseLine& line) { return line.has_live_term(); });
        impose(state, lines.empty() ? own : *lines.front(), step, Manner::Instead);
      }
      return;
    case EventType::SentenceDeferred:
      return serve_as(
          state, step,
          {Liberty::Imprisoned, Liberty::RestrictedFreedom, Liberty::Suspended, Liberty::NonCustodial},
          Liberty::Deferred);
    case EventType::DeferralEnded:
      return serve_as(state, step, {Liberty::Deferred}, std::nullopt);
    case EventType::ParoleGranted:
      return serve_as(state, step, {Liberty::Imprisoned, Liberty::RestrictedFreedom}, Liberty::Parole);
    case EventType::AmnestyGranted:
      return grant_amnesty(state, step);
    case EventType::SentenceServed:
    case EventType::ConvictionExpunged:
      return end_sentence(state, step);
    case EventType::RetrialOrdered:
      return begin_again(state, own, step.mark);
    case EventType::CaseClosed:
      return close_case(state, own, model::Display::CaseClosed, step.mark);
    case EventType::Acquitted:
      end_bans(state, own.id);
      return close_case(state, own, model::Display::Acquitted, step.mark);
    default:
      return;
  }
}

}  // namespace tracker::rules
