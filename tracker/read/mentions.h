// Everything that a sentence mentions, as one row: who, when, how long, which article.
#pragma once

#include <string>
#include <vector>

#include "tracker/read/articles.h"
#include "tracker/read/dates.h"
#include "tracker/read/people.h"
#include "tracker/read/terms.h"

namespace tracker::read {

/// The letters that patterns see (tracker/model/lexicon.h).
enum class MentionKind : char {
  Person = 'P',
  Official = 'R',   // a named judge, officer, minister …
  Date = 'D',
  Term = 'T',
  Article = 'A',
  Pronoun = 'H',
  Own = 'O',        // "his", before a noun
  Role = 'N',       // "the activist"
  Someone = 'I',    // "an activist"
  Group = 'G',      // "the three activists"
  Other = 'X',      // an unnamed officer, relative, lawyer
};

struct Mention {
  MentionKind kind = MentionKind::Person;
  std::size_t begin = 0, end = 0;      // tokens
  std::vector<std::size_t> people;     // of Person and Official, in the order of the text
  std::size_t index = 0;               // of Date, Term, Article: in the sentence's list
  int count = 0;                       // of Group: how many, 0 where not said
  bool beside = false;                 // Person, Other: a lawyer, a relative
  bool kin = false;                    // Person: beside by what somebody else is to them ("the brother of"), no profession
  bool definite = true;                // Group: "the activists", "all five", not "activists"
  bool others = false;                 // Pronoun: "the others"
  bool many = false;                   // Pronoun: "they"
  char sex = 0;                        // Pronoun: 'm', 'f'
};

struct Shape {
  Sentence sentence;
  std::vector<Mention> mentions;       // by begin, not overlapping
  std::vector<DateMention> dates;
  std::vector<Term> terms;
  std::vector<ArticleMention> articles;
};

/// Finds all of it. Names beside each other ("A, B and C") are one mention.
enum class Depth { Names, All };  // Names: only who is named, for paragraphs that tell of no event
Shape read_mentions(Sentence sentence, std::size_t ordinal, People& people, const Grammar& grammar, Depth depth = Depth::All);

std::vector<Tag> tags_of(const std::vector<Mention>& mentions);

}  // namespace tracker::read
