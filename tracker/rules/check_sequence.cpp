// What must have happened before, as a table: no release without custody, no amnesty without a charge, no
// appeal without a verdict. Where partial dates leave the order open, the finding is a warning and says so.
#include <algorithm>
#include <initializer_list>

#include "tracker/rules/check_part.h"

namespace tracker::rules {
namespace {

using enum model::EventType;
using model::EventType;
using Types = std::initializer_list<EventType>;

/// Whether the earlier event must be of the same case.
enum class Scope { SameCase, AnyCase };

struct Precondition {
  Types of;
  Types before;
  Scope scope;
  Severity severity;
  std::string_view code;
  std::string_view message;  // follows the type and the person
  bool charges_do = false;   // the event may bring its own charges instead
};

constexpr Types kCustody = {Detained,         AdminArrest,      ExtraditionArrest,
                            ArrestedPretrial, HouseArrest,      PsychiatricCommitment,
                            Disappeared,      Convicted,        Sentenced,
                            SentenceAdded,    SentenceReplaced, AppealChanged,
                            CassationChanged, Transferred};
constexpr Types kSentence = {Convicted,        Sentenced,     SentenceAdded,
                             SentenceReplaced, AppealChanged, CassationChanged};
constexpr Types kProsecution = {
    CaseOpened, Charged,     ChargesReclassified, ArrestedPretrial, HouseArrest, TravelRestriction,
    Bail,       SentToCourt, TrialStarted,        Convicted,        Sentenced,   SentenceAdded};
constexpr Types kAccusation = {CaseOpened, Charged, ChargesReclassified, Convicted};
constexpr Types kVerdict = {Convicted, Sentenced, SentenceAdded, Acquitted, CaseClosed, Fined, AdminArrest};
constexpr Types kDeferral = {SentenceDeferred};
constexpr Types kRestriction = {RestrictionImposed, Convicted,     Sentenced,       SentenceAdded,
                                SentenceReplaced,   AppealChanged, CassationChanged};
constexpr Types kDisappearance = {Disappeared};
constexpr Types kDeparture = {LeftCountry};

const Precondition kPreconditions[] = {
    {{Released},
     kCustody,
     Scope::AnyCase,
     Severity::Error,
     "released-before-detained",
     "nothing before it says that the person was held"},
    {{AmnestyRequested, AmnestyRefused, AmnestyGranted},
     kProsecution,
     Scope::SameCase,
     Severity::Error,
     "amnesty-before-charge",
     "there is no charge and no sentence before it"},
    {{ParoleRequested, ParoleRefused, ParoleGranted},
     kSentence,
     Scope::SameCase,
     Severity::Error,
     "parole-before-sentence",
     "there is no sentence before it"},
    {{Convicted, Sentenced},
     kAccusation,
     Scope::SameCase,
     Severity::Warning,
     "sentence-before-charge",
     "there is no charge before it",
     true},
    {{ChargesReclassified, ChargesDropped},
     kProsecution,
     Scope::SameCase,
     Severity::Warning,
     "charge-before-charge",
     "there is no charge before it"},
    {{AppealFiled, AppealUpheld, AppealChanged, EnteredIntoForce, CassationFiled, CassationUpheld,
      CassationChanged, RetrialOrdered},
     kVerdict,
     Scope::SameCase,
     Severity::Error,
     "appeal-before-verdict",
     "there is no verdict before it"},
    {{SentenceDeferred},
     kSentence,
     Scope::SameCase,
     Severity::Error,
     "deferral-without-sentence",
     "there is no sentence before it"},
    {{DeferralEnded},
     kDeferral,
     Scope::SameCase,
     Severity::Error,
     "deferral-end-without-deferral",
     "no sentence was deferred before it"},
    {{SentenceReplaced, SentenceServed, ConvictionExpunged},
     kSentence,
     Scope::SameCase,
     Severity::Error,
     "without-sentence",
     "there is no sentence before it"},
    {{SentenceAdded},
     kSentence,
     Scope::AnyCase,
     Severity::Error,
     "without-sentence",
     "there is no sentence that it could be added to"},
    {{RestrictionEnded},
     kRestriction,
     Scope::AnyCase,
     Severity::Warning,
     "without-restriction",
     "no restriction was imposed before it"},
    {{Found},
     kDisappearance,
     Scope::AnyCase,
     Severity::Warning,
     "found-before-disappeared",
     "nothing before it says that the person had disappeared"},
    {{Returned},
     kDeparture,
     Scope::AnyCase,
     Severity::Warning,
     "returned-before-leaving",
     "nothing before it says that the person had left the country"},
};

bool has(Types types, EventType type) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

/// Events of no case are lenient neighbours: the source may not have said which case it was.
bool is_in_scope(const model::SituatedEvent& a, const model::SituatedEvent& b, Scope scope) {
  return scope == Scope::AnyCase || !a.of_case || !b.of_case || a.of_case == b.of_case;
}

bool may_be_before(const model::Event& a, const model::Event& b) {
  return !a.date || !b.date || !surely_before(*b.date, *a.date);
}

using Events = std::vector<model::SituatedEvent>;

void check_precondition(const Precondition& rule, const Events& events, std::size_t at,
                        const model::Person& person, base::Findings& findings) {
  const auto& happened = events[at];
  const auto& event = *happened.event;
  if (rule.charges_do && !event.charges.empty()) return;
  if (rule.charges_do && happened.of_case && happened.of_case->kind == model::CaseKind::Administrative)
    return;
  const auto satisfies = [&](const model::SituatedEvent& other) {
    return has(rule.before, other.event->type) && is_in_scope(happened, other, rule.scope);
  };
  const auto here = events.begin() + static_cast<std::ptrdiff_t>(at);
  if (std::any_of(events.begin(), here, satisfies)) return;
  const auto unsure = std::find_if(here + 1, events.end(), [&](const model::SituatedEvent& other) {
    return satisfies(other) && may_be_before(*other.event, event);
  });
  Told told{.severity = rule.severity, .code = std::string(rule.code)};
  told.message = std::string(model::code_of(event.type)) + " (" + event.id + ')' +
                 for_whom(happened, person) + ": " + std::string(rule.message);
  if (unsure != events.end()) {
    told.severity = Severity::Warning;
    told.hint = std::string(model::code_of(unsure->event->type)) + " (" + unsure->event->id +
                ") may have come first, but the dates put it after; make them more exact, or use `order`";
  } else {
    told.hint = "tell what came before; an event without a date comes before all others";
  }
  report(findings, {*happened.file, event.at}, std::move(told));
}

}  // namespace

void check_sequences(const model::Record& record, base::Findings& findings) {
  const model::CaseIndex cases(record);
  for (const auto& person : record.people) {
    const auto events = model::events_of(record, cases, person);
    for (std::size_t at = 0; at < events.size(); ++at)
      for (const auto& rule : kPreconditions)
        if (has(rule.of, events[at].event->type)) check_precondition(rule, events, at, person, findings);
  }
}

}  // namespace tracker::rules
