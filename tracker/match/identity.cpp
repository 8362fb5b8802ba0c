#include "tracker/match/identity.h"

#include <algorithm>
#include <set>

#include "tracker/base/digest.h"
#include "tracker/base/text.h"
#include "tracker/match/evidence.h"

namespace tracker::match {
namespace {

constexpr std::size_t kMostCandidates = 20;
constexpr int kRuled = 20;  // more than any other reasons together
constexpr std::size_t kLongestName = 400;

bool is_initial(const std::string& word) { return word.size() == 2 && word[1] == '.'; }

bool agrees(const std::string& a, const std::string& b) {
  if (is_initial(a) || is_initial(b)) return a.front() == b.front();
  return a == b;
}

void add(std::vector<Reason>& reasons, int points, std::string words) { reasons.push_back({points, true, std::move(words)}); }

/// What the words of a name say, against one spelling of a person's name (given name first, surname last).
std::vector<Reason> weigh_name(const std::vector<std::string>& said, const std::vector<std::string>& known) {
  std::vector<Reason> reasons;
  if (known.empty()) return reasons;
  std::vector<std::string> left = said;
  const auto take = [&](const std::string& word) {
    const auto found = std::find(left.begin(), left.end(), word);
    if (found == left.end()) return false;
    left.erase(found);
    return true;
  };
  const auto& surname = known.back();
  if (take(surname)) {
    add(reasons, 4, "surname equal after folding");
  } else {
    const auto near = std::find_if(left.begin(), left.end(), [&](const auto& word) { return is_near(word, surname); });
    if (near == left.end() || left.size() == 1) return {};  // by a surname that is only like it, nobody is meant
    left.erase(near);
    add(reasons, 1, "surname nearly equal");
  }
  if (known.size() == 1) return reasons;
  const auto& given = known.front();
  if (take(given)) {
    add(reasons, 3, "given name equal after folding");
  } else if (left.empty()) {
    add(reasons, 0, "given name not said");
  } else if (const auto initial = std::find_if(left.begin(), left.end(), [&](const auto& w) { return agrees(w, given); });
             initial != left.end()) {
    left.erase(initial);
    add(reasons, 1, "given name initial");
  } else {
    add(reasons, -6, "given name differs");
    return reasons;
  }
  for (std::size_t middle = 1; middle + 1 < known.size() && !left.empty(); ++middle) {
    const auto same = std::find_if(left.begin(), left.end(), [&](const auto& w) { return agrees(w, known[middle]); });
    if (same == left.end()) {
      add(reasons, -8, "patronymic differs");
    } else {
      add(reasons, 2, "patronymic equal after folding");
      left.erase(same);
    }
  }
  return reasons;
}

int sum(const std::vector<Reason>& reasons) {
  int points = 0;
  for (const auto& reason : reasons) points += reason.points;
  return points;
}

bool is_before(const Candidate& a, const Candidate& b) {
  if (a.refused != b.refused) return b.refused;
  if (a.score != b.score) return a.score > b.score;
  return base::natural_less(a.id, b.id);
}

}  // namespace

std::vector<std::string> folded_words(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  const auto take = [&](bool dot) {
    if (word.empty()) return;
    auto key = key_of(word);
    const bool initial = base::count_code_points(word) == 1;
    word.clear();
    if (key.empty()) return;
    if (initial || (dot && key.size() <= 2)) key = key.substr(0, 1) + ".";
    words.push_back(std::move(key));
  };
  for (const char c : name.substr(0, kLongestName)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalpha(byte) || c == '\'' || c == '-') {
      word += c;
    } else {
      take(c == '.');
    }
  }
  take(false);
  return words;
}

bool is_part_of(const std::vector<std::string>& shorter, const std::vector<std::string>& longer) {
  if (shorter.empty() || shorter.size() > longer.size()) return false;
  std::vector<std::string> left = longer;
  bool whole_word = false;
  for (const auto& word : shorter) {
    const auto found = std::find_if(left.begin(), left.end(), [&](const auto& other) { return agrees(word, other); });
    if (found == left.end()) return false;
    whole_word = whole_word || !is_initial(word);
    left.erase(found);
  }
  return whole_word;
}

std::string explain(const Candidate& candidate) {
  std::vector<std::string> words;
  for (const auto& reason : candidate.reasons)
    if (std::find(words.begin(), words.end(), reason.words) == words.end()) words.push_back(reason.words);
  return base::join(words, ", ");
}

std::string refusal_key(const Sought& sought) {
  auto words = folded_words(sought.name);
  std::sort(words.begin(), words.end());
  std::set<std::string> beside(sought.places.begin(), sought.places.end());
  for (const auto& article : sought.articles) beside.insert(article.substr(0, article.find('.')));
  beside.insert(sought.courts.begin(), sought.courts.end());
  if (beside.empty()) beside.insert(sought.snapshot.empty() ? sought.url : sought.snapshot);
  std::string text = "namesake\n" + base::join(words, " ");
  for (const auto& part : beside) text += "\n" + part;
  return base::sha256(text).hex().substr(0, 16);
}

Identifier::Identifier(const model::Record& record) : record_(record), names_(record.people), places_(record) {
  for (const auto& person : record.people) {
    auto& spellings = spellings_[person.id];
    for (const auto& [language, name] : person.name.by_language) spellings.push_back(folded_words(name));
    for (const auto& name : person.also) spellings.push_back(folded_words(name));
  }
}

/// One of the words is the surname of the person, or like it.
bool Identifier::is_alike(const std::string& id, const std::vector<std::string>& words) const {
  const auto found = spellings_.find(id);
  if (found == spellings_.end()) return false;
  return std::any_of(found->second.begin(), found->second.end(), [&](const auto& known) {
    return !known.empty() &&
           std::any_of(words.begin(), words.end(), [&](const auto& word) { return is_near(word, known.back()); });
  });
}

std::vector<std::string> Identifier::alike(const std::vector<std::string>& words, const std::string& name,
                                           const std::string& language) const {
  auto ids = names_.find(name, language);
  // Near-namesakes: the same given name, and a surname that a slip of the hand apart. They only ever make a question.
  for (const auto& word : words)
    if (!is_initial(word))
      for (auto& id : names_.with(word))
        if (is_alike(id, words)) ids.push_back(std::move(id));  // a given name is many people's
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

bool Identifier::is_ruled(model::RulingKind kind, const std::string& id, const Sought& sought) const {
  const auto key = "namesake/" + refusal_key(sought);
  return std::any_of(record_.rulings.begin(), record_.rulings.end(), [&](const model::Ruling& ruling) {
    return ruling.kind == kind && ruling.subject == "person/" + id && ruling.other == key;
  });
}

Candidate Identifier::weigh(const model::Person& person, const Sought& sought,
                            const std::vector<std::string>& words) const {
  Candidate candidate;
  candidate.id = person.id;
  int best = 0;
  const auto consider = [&](const std::vector<std::string>& spelling) {
    auto reasons = weigh_name(words, spelling);
    if (reasons.empty() || (!candidate.reasons.empty() && sum(reasons) <= best)) return;
    best = sum(reasons);
    candidate.reasons = std::move(reasons);
  };
  if (const auto known = spellings_.find(person.id); known != spellings_.end())
    for (const auto& spelling : known->second) consider(spelling);
  if (best <= 0) return candidate;  // another surname, or another given name
  candidate.full_name = best >= 7;
  for (auto& reason : weigh_context(record_, places_, person, sought)) {
    candidate.beside_name += reason.points;
    candidate.reasons.push_back(std::move(reason));
  }
  if (is_ruled(model::RulingKind::SamePerson, person.id, sought)) {
    candidate.reasons.push_back({kRuled, false, "a ruling says that this is the person"});
    candidate.beside_name += kRuled;
    candidate.full_name = true;
  }
  candidate.score = best + candidate.beside_name;
  candidate.refused = is_ruled(model::RulingKind::NotSamePerson, person.id, sought);
  if (candidate.refused) candidate.reasons.push_back({0, false, "a ruling says that this is not the person"});
  return candidate;
}

Identity Identifier::identify(const Sought& sought) const {
  Identity identity;
  const auto words = folded_words(sought.name);
  if (words.empty()) return identity;
  for (const auto& id : alike(words, sought.name, sought.language)) {
    const auto* person = model::find_person(record_, id);
    if (!person) continue;
    auto candidate = weigh(*person, sought, words);
    if (candidate.score > 0) identity.candidates.push_back(std::move(candidate));
  }
  std::sort(identity.candidates.begin(), identity.candidates.end(), is_before);
  if (identity.candidates.size() > kMostCandidates) identity.candidates.resize(kMostCandidates);
  if (identity.candidates.empty() || identity.candidates.front().refused) return identity;

  const auto& first = identity.candidates.front();
  const bool leads = identity.candidates.size() == 1 || identity.candidates[1].refused ||
                     first.score - identity.candidates[1].score >= kLead;
  const bool linked = leads && first.full_name && first.beside_name >= kCorroboration;
  identity.verdict = linked ? Verdict::Linked : Verdict::Ask;
  if (linked) identity.id = first.id;
  return identity;
}

}  // namespace tracker::match
