// Whether somebody a source names is somebody on the list (design §5): a score made of reasons that are told in words.
// A name alone never links two records; near-namesakes are a question to a person; a refusal is remembered.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tracker/base/date.h"
#include "tracker/match/names.h"
#include "tracker/match/places.h"
#include "tracker/model/record.h"

namespace tracker::match {

/// Something that the source says happened to the person it names.
struct Happened {
  model::EventType type = model::EventType::Other;
  std::optional<base::PartialDate> date;
};

/// All that a page says of one person, as far as it helps to tell who that is.
struct Sought {
  std::string name;                   // the fullest form the page gives
  std::string language;
  std::vector<std::string> articles;  // "405.2", "174"
  std::vector<std::string> courts;    // place ids
  std::vector<std::string> places;    // place ids
  std::vector<Happened> events;
  std::string source;                 // id
  std::string snapshot;               // SHA-256, hexadecimal
  std::string url;
  std::vector<std::string> companions;  // names of others on the page
};

struct Reason {
  int points = 0;
  bool of_name = false;  // says something of the name only
  std::string words;     // "surname equal after folding", "same article 405"
};

struct Candidate {
  std::string id;
  int score = 0;       // sum of the points
  int beside_name = 0; // of the reasons that are not of the name
  bool full_name = false;  // surname and given name are equal
  bool refused = false;    // a ruling says that this is not the person
  std::vector<Reason> reasons;
};

enum class Verdict {
  Nobody,  // nobody on the list has such a name
  Linked,  // one person, by name and by something beside it
  Ask,     // by name alone, or several could be meant
};

struct Identity {
  Verdict verdict = Verdict::Nobody;
  std::string id;                     // who it is, where Linked
  std::vector<Candidate> candidates;  // best first; refused ones last
};

/// Points beside the name that a link needs.
inline constexpr int kCorroboration = 2;
/// Points that the best must be ahead of the next.
inline constexpr int kLead = 3;

class Identifier {
 public:
  /// Keeps a reference to the record, which must outlive this. The work of one call does not grow with the list but for
  /// those who share a name.
  explicit Identifier(const model::Record& record);

  Identity identify(const Sought& sought) const;

  const Places& places() const { return places_; }

 private:
  std::vector<std::string> alike(const std::vector<std::string>& words, const std::string& name,
                                 const std::string& language) const;
  Candidate weigh(const model::Person& person, const Sought& sought, const std::vector<std::string>& words) const;
  bool is_alike(const std::string& id, const std::vector<std::string>& words) const;
  bool is_ruled(model::RulingKind kind, const std::string& id, const Sought& sought) const;

  const model::Record& record_;
  Names names_;
  Places places_;
  std::unordered_map<std::string, std::vector<std::vector<std::string>>> spellings_;  // folded, by id
};

/// "surname equal after folding, given name initial, same article 405"
std::string explain(const Candidate& candidate);

/// The name that a refusal is remembered by: a digest of the folded name and of what the page says beside it (articles
/// and places; the page itself where it says neither), so that a namesake with other charges is asked about again and
/// no name is written down.
std::string refusal_key(const Sought& sought);

/// Keys of the words of a name, in order; words of one letter are initials ("m.").
std::vector<std::string> folded_words(std::string_view name);

/// One of the names says no more than the other: every word of it is a word, or an initial of one, of the other.
bool is_part_of(const std::vector<std::string>& shorter, const std::vector<std::string>& longer);

}  // namespace tracker::match
