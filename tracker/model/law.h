// What a law says, as data: codes (articles, how grave they are, who counts as a repeat offender), amnesty acts, and rules
// on terms. Nothing here is about one country: grades, classes and readings are named by the files themselves.
//
// Every row has a citation and a certainty. `not_verified` is for what was recalled or inferred without the text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tracker/base/date.h"
#include "tracker/model/law_codes.h"
#include "tracker/model/text.h"

namespace tracker::model {

/// A class that holds for one clause of a part only, as in "corruption under clause 2".
struct Clause {
  std::string id;  // "2"
  std::vector<std::string> classes;
  std::string citation;
  Certainty certainty = Certainty::NotVerified;
  Position at;
};

struct ArticlePart {
  std::string part;  // "" where the article has no parts
  std::optional<int> max_months;  // heaviest imprisonment; absent with `life`, `infraction` or unknown
  bool life_term = false;
  bool infraction = false;  // no imprisonment: criminal infraction or administrative offence
  std::optional<Fault> fault;              // absent: with intent
  std::vector<std::string> classes;        // ids of classes of the code
  std::optional<Inchoate> form;            // no offence of its own: another article's crime, prepared or attempted
  std::string liable_from;                 // of a form: the lightest grade that is punished at all
  std::vector<std::string> liable_classes; // … or these classes, whatever their grade
  std::optional<base::PartialDate> valid_from;
  std::optional<base::PartialDate> valid_to;
  std::vector<Clause> clauses;  // only those that differ from the part
  std::string citation;
  Certainty certainty = Certainty::NotVerified;
  Position at;
};

struct Article {
  std::string number;
  Localised title;
  std::vector<ArticlePart> parts;
  Position at;
};

/// Membership of an act's list of articles.
struct ListEntry {
  std::string article;  // "106.1" or "107"
  Membership listed = Membership::Unknown;
  std::string citation;
  Certainty certainty = Certainty::NotVerified;
  Position at;
};

/// How grave an offence is, by the heaviest punishment of its part. A code lists its grades from the lightest on.
struct Grade {
  std::string id;
  Localised title;
  bool infraction = false;                // the grade of parts that know no imprisonment
  std::optional<int> intentional_months;  // up to and including; absent: the grade is none for that fault …
  std::optional<int> negligent_months;
  std::vector<Fault> unlimited;  // … unless it is its highest
  std::string citation;
  Certainty certainty = Certainty::NotVerified;
  Position at;
};

/// A family of offences that laws speak of together: extremist, terrorist …
struct OffenceClass {
  std::string id;
  Localised title;
  std::string citation;
  Certainty certainty = Certainty::NotVerified;
  Position at;
};

/// Who is a repeat offender: a crime of `grade` or graver, after `count` earlier convictions for crimes of
/// `earlier_grade` or graver, punished by one of `earlier_punishment` (any, where that is empty).
struct Recidivism {
  std::string id;
  std::string kind;  // exclusions name kinds
  Localised title;
  std::string grade;
  std::string earlier_grade;
  std::vector<SentenceKind> earlier_punishment;
  int count = 1;
  std::string citation;
  Certainty certainty = Certainty::NotVerified;
  Position at;
};

/// What an act reaches: all of it has to hold.
struct Scope {
  std::optional<base::PartialDate> window;  // when the act must have been done; absent: before the act was in force
  std::vector<std::string> requires_facts;  // ids of conditions of the act
  std::string citation;
  Certainty certainty = Certainty::NotVerified;
  Position at;
};

/// A fact that an act asks for and that a record may or may not tell.
struct Condition {
  std::string id;
  Localised text;     // "connected with the mass riots or with putting them down"
  Localised missing;  // what has to be known: "whether a court connected the act with the riots"
  std::string citation;
  Certainty certainty = Certainty::NotVerified;
  Position at;
};

struct Exclusion {
  std::string id;
  Localised text;
  std::vector<std::string> classes;     // of the code
  std::vector<std::string> articles;    // "272.1"
  std::vector<std::string> recidivism;  // kinds of the code
  bool unless_minor = false;
  std::string citation;
  Certainty certainty = Certainty::NotVerified;
  Position at;
};

struct Effect {
  std::string id;
  std::vector<std::string> grades;
  std::vector<Situation> situations;  // empty: all
  Outcome outcome = Outcome::Unknown;
  std::string fraction;  // "3/4", of `reduced`; empty: not known
  std::vector<std::string> requires_facts;
  Localised text;
  std::string citation;
  Certainty certainty = Certainty::NotVerified;
  Position at;
};

/// One way to understand the words of the act. `widens` are the exclusions that this reading applies to whoever did
/// such an offence, and so to all that they did.
struct ActReading {
  std::string id;
  Localised title;
  Localised text;
  std::vector<std::string> widens;
  std::string citation;
  Certainty certainty = Certainty::NotVerified;
  Position at;
};

/// Who has no more than `months` left on the day the act comes into force goes free.
struct Remainder {
  int months = 0;
  std::string citation;
  Certainty certainty = Certainty::NotVerified;
  Position at;
};

/// Who decides and within what time.
struct Procedure {
  std::optional<int> months;
  Localised text;
  std::string citation;
  Certainty certainty = Certainty::NotVerified;
  Position at;
};

/// What a state said of how many people an act would reach or did reach.
struct Claim {
  std::string id;
  ClaimKind kind = ClaimKind::Expected;
  int people = 0;
  Localised text;
  std::string citation;
  Certainty certainty = Certainty::NotVerified;
  Position at;
};

/// What a reader should know of a law and no program computes with.
struct RuleText {
  std::string id;
  Localised text;
  std::string citation;
  Certainty certainty = Certainty::NotVerified;
  Position at;
};

/// The kind of institution a prison term is served in: the first row that fits.
struct Regime {
  std::string id;
  Localised title;
  std::optional<int> max_months;
  std::optional<bool> earlier_imprisoned;
  std::string citation;
  Certainty certainty = Certainty::NotVerified;
  Position at;
};

/// How many days of `of` before the sentence took effect stand for how many of the punishment: `rate` "3/2" is a day and
/// a half for a day.
struct Credit {
  std::string id;
  Liberty of = Liberty::PretrialDetention;
  std::vector<SentenceKind> to;
  std::string regime;  // id; empty: any
  std::string rate;
  std::string citation;
  Certainty certainty = Certainty::NotVerified;
  Position at;
};

/// The share of a term after which parole can be asked for: the first row that fits.
struct ParoleShare {
  std::string id;
  std::vector<std::string> grades;
  std::vector<std::string> classes;  // empty: any
  std::string share;                 // "1/2"
  Localised persons;                 // for whom alone; the engine shows such rows beside the ordinary one
  std::string citation;
  Certainty certainty = Certainty::NotVerified;
  Position at;
};

/// Parole that is closed, or open on a condition only.
struct ParoleBar {
  std::string id;
  std::vector<std::string> classes;
  bool never = false;  // else: on the condition that `text` says
  Localised text;
  std::string citation;
  Certainty certainty = Certainty::NotVerified;
  Position at;
};

/// The shortest time actually served before parole.
struct ParoleFloor {
  int months = 0;
  std::string citation;
  Certainty certainty = Certainty::NotVerified;
  Position at;
};

/// Years by grade: after the act nobody is prosecuted any more (limitation), after the sentence the conviction is gone
/// (expiry).
struct GradeYears {
  std::string id;
  std::vector<std::string> grades;
  std::optional<int> years;           // absent with `classes` of limitation: never runs out
  std::vector<std::string> classes;   // the row is for these alone
  std::vector<SentenceKind> kinds;    // of expiry: the row is for these sentences; empty: any
  std::string citation;
  Certainty certainty = Certainty::NotVerified;
  Position at;
};

/// Supervision for the whole term of these punishments.
struct Probation {
  std::string id;
  std::vector<SentenceKind> of;
  std::string citation;
  Certainty certainty = Certainty::NotVerified;
  Position at;
};

/// Where a ban beside a sentence of `with` begins.
struct BanRule {
  std::string id;
  std::vector<SentenceKind> with;  // empty: any
  BanStart starts = BanStart::Effect;
  std::string citation;
  Certainty certainty = Certainty::NotVerified;
  Position at;
};

/// A sentence on top of another: the longest that can come of it.
struct Cumulation {
  int cap_months = 0;
  std::optional<int> longer_cap_months;  // … with a crime of one of these grades
  std::vector<std::string> longer_for;
  bool in_part = false;  // the unserved part may be added in part only
  std::string citation;
  Certainty certainty = Certainty::NotVerified;
  Position at;
};

struct Law {
  std::string id;
  LawKind kind = LawKind::CriminalCode;
  Localised title;
  std::string number;
  std::optional<base::PartialDate> adopted;
  std::optional<base::PartialDate> in_force;
  std::optional<base::PartialDate> edition;  // of the text that was read
  std::string url;
  Localised summary;
  std::string citation;
  Certainty certainty = Certainty::NotVerified;
  // Of a code.
  std::vector<Grade> grades;
  std::vector<OffenceClass> classes;
  std::vector<Recidivism> recidivism;
  std::vector<Article> articles;
  // Of an act and of rules: the code whose articles, grades and classes they name.
  Ref code;
  // Of an act.
  std::optional<Scope> scope;
  std::vector<Condition> conditions;
  std::vector<ListEntry> list;
  std::optional<int> list_articles;  // how many articles the whole list is said to have
  bool list_is_complete = false;     // what is not on it is not listed; else it is not known
  std::vector<Exclusion> exclusions;
  std::vector<Effect> effects;
  std::vector<ActReading> readings;
  std::optional<Remainder> remainder;
  std::optional<Procedure> procedure;
  std::vector<Claim> claims;
  // Of rules.
  std::vector<Regime> regimes;
  std::vector<Credit> credits;
  std::vector<ParoleShare> parole;
  std::vector<ParoleBar> parole_bars;
  std::optional<ParoleFloor> parole_floor;
  std::vector<GradeYears> limitation;
  std::vector<GradeYears> expiry;
  std::vector<Probation> probation;
  std::vector<BanRule> bans;
  std::optional<Cumulation> cumulation;
  std::vector<RuleText> rule_texts;
  std::string file;
  Position at;
};

}  // namespace tracker::model
