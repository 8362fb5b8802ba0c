// Who is named in a text: one entry a person, whatever the spelling or the case ending, and where each is mentioned.
#pragma once

#include <string>
#include <vector>

#include "tracker/match/names.h"
#include "tracker/read/sentence.h"

namespace tracker::read {

/// Whether something can happen to a person here as the subject of a case.
enum class Standing {
  Subject,
  Beside,    // lawyer, relative, reporter: only where the sentence says it of this person outright
  Official,  // judge, prosecutor, officer, minister, victim: never
};

struct Person {
  std::string name;                             // fullest form, the nominative where the text has it
  std::vector<std::vector<std::string>> keys;   // of each word, every key it can have
  std::string id;
  std::vector<std::string> candidates;
  Standing standing = Standing::Subject;
  std::string role;
  char sex = 0;          // 'f', 'm', 0 not known
  bool weak = false;     // only capital letters say that this is a name
  int mentions = 0;
  std::size_t first = 0; // sentence, counted through the text
};

struct PersonMention {
  std::size_t begin = 0, end = 0;  // tokens
  std::size_t person = 0;
  Standing standing = Standing::Subject;
};

class People {
 public:
  People(const Grammar& grammar, const match::Names& names) : grammar_(grammar), names_(names) {}

  /// First pass: registers everybody who is named with two words or more.
  void learn(const Sentence& sentence, std::size_t ordinal);
  /// Second pass: all mentions of a sentence, single surnames too.
  std::vector<PersonMention> mentions(const Sentence& sentence, std::size_t ordinal);

  /// The language has no "the": a noun alone may mean somebody known.
  std::string_view language() const { return grammar_.language; }
  bool is_without_articles() const { return grammar_.language != "en"; }
  const std::vector<Person>& all() const { return people_; }
  void set_entry(std::optional<std::size_t> person) { entry_ = person; }
  void set_official(std::size_t person) { people_[person].standing = Standing::Official; }
  /// Whom the text is about: mentioned most, then first; nobody where nobody can be a subject.
  std::optional<std::size_t> main() const;

 private:
  struct Run {
    std::size_t begin = 0, end = 0;
    std::vector<std::size_t> words;  // tokens that are words of the name
    bool certain = false;            // a given name, a surname's ending, a role, a patronymic
  };
  /// What a word means as a part of a name; found once a text, since a text says the same words again and again.
  struct NameWord {
    std::vector<std::string> keys;  // tracker/match/names.h
    bool given = false;             // one of them is a given name's
  };
  const NameWord& name_word(const std::string& word);
  std::vector<std::vector<std::string>> keys_of(const Sentence& sentence, const Run& run);
  std::vector<Run> runs(const Sentence& sentence);
  std::size_t run_at(const Sentence& sentence, std::size_t begin, Run& run) const;
  bool is_name_word(const Sentence& sentence, std::size_t i, bool first) const;
  bool is_given(const Sentence& sentence, std::size_t i);
  bool is_plausible(const Sentence& sentence, const Run& run) const;
  std::optional<std::size_t> find(const std::vector<std::vector<std::string>>& keys) const;
  std::optional<std::size_t> find_single(const Sentence& sentence, const Run& run);
  std::size_t add(const Sentence& sentence, const Run& run, std::vector<std::vector<std::string>> keys, std::size_t ordinal);
  std::string text_of(const Sentence& sentence, const Run& run) const;

  const Grammar& grammar_;
  const match::Names& names_;
  std::string_view bytes_;
  std::vector<Person> people_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_key_;
  std::unordered_map<std::string, NameWord> name_words_;
  std::optional<std::size_t> entry_;

 public:
  void read_from(std::string_view bytes) { bytes_ = bytes; }
};

/// What the words beside a name say of the person: "Judge", "…, her lawyer".
struct RoleBeside {
  Standing standing = Standing::Subject;
  std::string role;
};
RoleBeside role_beside(const Sentence& sentence, std::size_t begin, std::size_t end);

}  // namespace tracker::read
