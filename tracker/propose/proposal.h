// What reading asks a person to decide: one event of one person, with every source that tells of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tracker/match/identity.h"
#include "tracker/model/record.h"
#include "tracker/propose/told.h"

namespace tracker::propose {

enum class Kind {
  Event,          // the record does not have it
  Source,         // the record has it; these sources tell of it too
  Contradiction,  // the record says something else of what must be the same event
};

/// Why a proposal is never accepted together with others (design §9).
enum class Caution { Death, Torture, Minor, Health, Designation, Identity, Contradiction, Assumption };

struct Proposal {
  std::string id;  // twelve hexadecimal digits; the same for the same person, type, day and term, whoever tells of it
  Kind kind = Kind::Event;

  std::string key;             // folded words of the name: who it is where the list cannot say
  std::string person;          // as the sources write the name
  std::string language;        // of that form
  std::string role;            // why this is a subject
  match::Identity identity;    // who it is; Nobody: a new person is proposed
  std::string person_id;       // identity.id, or empty
  match::Sought sought;        // what was looked for: a refusal remembers it

  model::Event event;          // as it would be written, without id; `case_id` where a case of the record is meant
  bool new_case = false;       // it is a step of a prosecution that the record has no case for
  std::vector<Told> told;      // one a source and quotation, best first
  int independent = 0;         // groups of sources

  std::string known_event;     // of kinds Source and Contradiction: "e3", or "case-id/c2"
  bool closer_date = false;    // of kind Source: its day lies within the time that the record gives, and is written for it
  std::vector<std::string> differs;   // in words, where sources or the record disagree: "36 months, the record says 60"
  std::vector<std::string> unknown;   // what could not be taken over: "article 999 is in no law of content/laws"
  bool assumed_kind = false;   // years that no source calls anything are taken for years in prison; `unknown` says so
  std::vector<Caution> cautions;

  bool may_go_in_bulk() const { return cautions.empty(); }
};

std::string_view code_of(Kind kind);
std::string_view code_of(Caution caution);

}  // namespace tracker::propose
