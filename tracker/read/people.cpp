#include "tracker/read/people.h"

#include <algorithm>

#include "tracker/read/nominative.h"

namespace tracker::read {
namespace {

constexpr std::size_t kMostWords = 4;    // of a name
constexpr std::size_t kMostPeople = 4000;  // of one text; more is no text

std::size_t letters_of(std::string_view word) {
  return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool is_initial(const Token& token) { return token.kind == TokenKind::Word && token.capital && letters_of(token.plain) == 1; }

bool overlap(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  for (const auto& x : a)
    for (const auto& y : b)
      if (x == y || ((x.size() == 1 || y.size() == 1) && !x.empty() && !y.empty() && x.front() == y.front())) return true;
  return false;
}

/// Every word of the shorter name is another word of the longer.
bool same_name(const std::vector<std::vector<std::string>>& a, const std::vector<std::vector<std::string>>& b) {
  const auto& fewer = a.size() <= b.size() ? a : b;
  const auto& more = a.size() <= b.size() ? b : a;
  std::vector<bool> used(more.size());
  for (const auto& word : fewer) {
    std::size_t i = 0;
    while (i < more.size() && (used[i] || !overlap(word, more[i]))) ++i;
    if (i == more.size()) return false;
    used[i] = true;
  }
  return true;
}

char sex_of(const std::vector<std::vector<std::string>>& keys, std::string_view language) {
  for (const auto& word : keys) {
    const std::string& key = word.front();
    const auto ends = [&](std::string_view ending) { return key.size() > ending.size() + 1 && key.ends_with(ending); };
    // An ending "-ova" may be a man's genitive in Russian.
    if (ends("skaia") || ends("kizi") || (language != "ru" && (ends("ova") || ends("eva") || ends("ina")))) return 'f';
    if (ends("ov") || ends("ev") || ends("ski") || ends("uli") || ends("oglu")) return 'm';
  }
  return 0;
}

/// … in any case of Kazakh; the list of the lexicon has those of Russian.
bool ends_like_a_surname(const std::string& word, const Grammar& grammar) {
  return grammar.has_surname_ending(word) || (grammar.language == "kk" && grammar.has_surname_ending(nominative_of(word, grammar)));
}

bool is_patronymic(std::string_view word) {
  for (const std::string_view ending : {"вич", "вича", "вичу", "вичем", "виче", "вна", "вны", "вне", "вну", "вной", "улы", "кызы", "ұлы", "қызы", "оглы", "ұлын", "қызын"})
    if (word.size() > ending.size() && word.ends_with(ending)) return true;
  return false;
}

/// "Полицейлер Асан Үсеновты": several of them are no title of one person.
bool is_kazakh_plural(std::string_view word) {
  for (const std::string_view ending : {"лар", "лер", "дар", "дер", "тар", "тер"})
    if (word.size() > ending.size() + 6 && word.ends_with(ending)) return true;
  return false;
}

/// "Бостандыкский суд", "Медеуского районного суда": the name of a court begins here.
bool begins_a_court(const Sentence& s, std::size_t end) {
  for (std::size_t i = end; i < end + 3 && i < s.tokens.size(); ++i) {
    if (s.is(i, Class::Court)) return true;
    if (s.tokens[i].kind != TokenKind::Word || s.tokens[i].capital) return false;
  }
  return false;
}

bool is_role(const Sentence& s, std::size_t i) {
  return s.is(i, Class::RoleSubject) || s.is(i, Class::RoleBeside) || s.is(i, Class::RoleOfficial) || s.is(i, Class::RoleGroup);
}

}  // namespace

RoleBeside role_beside(const Sentence& s, std::size_t begin, std::size_t end) {
  const auto role_at = [&](std::size_t i, RoleBeside& found) {
    const bool former = i > 0 && s.is(i - 1, Class::Former);
    // "Our colleague Anna Petrenko": who speaks of a colleague so tells of the colleague's own case.
    const bool ours = (s.is(i, Class::Ours) || (i > 0 && s.is(i - 1, Class::Ours))) && s.is(i, Class::RoleBeside);
    if (former || ours) found.standing = Standing::Subject;
    else if (s.is(i, Class::RoleOfficial)) found.standing = Standing::Official;
    else if (s.is(i, Class::RoleBeside)) found.standing = Standing::Beside;
    else if (!s.is(i, Class::RoleSubject)) return false;
    found.role = s.tokens[i].plain;
    return true;
  };
  RoleBeside found;
  std::size_t before = begin;
  if (before > 0 && (s.is_sign(before - 1, ".") || s.is(before - 1, Class::Honorific))) --before;
  if (before > 0 && !is_kazakh_plural(s.tokens[before - 1].plain) && role_at(before - 1, found)) return found;
  // "Minister of Defence Ivan Petrenko", "представитель прокуратуры Иван Петренко"
  const auto goes_on = [&](std::size_t i) {
    if (s.is(i, Class::Of)) return true;
    const bool known = s.is(i, Class::NotName) || s.is(i, Class::Organisation);
    const bool is_small_word = static_cast<unsigned char>(s.tokens[i].plain.front()) < 0x80 || s.is(i, Class::To) || s.is(i, Class::And);
    return known && (s.tokens[i].capital || !is_small_word);
  };
  std::size_t title = before;
  while (title > 0 && before - title < 5 && !s.is(title - 1, Class::RoleOfficial) && goes_on(title - 1)) --title;
  const bool official = title < before && title > 0 && s.is(title - 1, Class::RoleOfficial);
  if (official && role_at(title - 1, found)) return found;
  const bool apposition = before > 1 && (s.is_sign(before - 1, ",") || s.is_sign(before - 1, "—") || s.is_sign(before - 1, ":"));
  if (apposition && role_at(before - 2, found) && found.standing != Standing::Subject) return found;
  found = {};
  // "A, a lawyer, was detained" tells of A's profession; "A, his lawyer" of somebody else's case.
  const bool of_oneself = s.is_sign(end, ",") && end + 2 < s.tokens.size() && (s.tokens[end + 1].plain == "a" || s.tokens[end + 1].plain == "an") && s.is(end + 2, Class::Profession);
  if (of_oneself) return {Standing::Subject, s.tokens[end + 2].plain};
  if (s.is_sign(end, ",") || s.is_sign(end, "(") || s.is_sign(end, "—"))
    for (std::size_t i = end + 1; i < std::min(end + 6, s.tokens.size()); ++i) {
      if (s.tokens[i].kind == TokenKind::Sign || s.is(i, Class::And)) break;
      if (s.tokens[i].capital && i > end + 1 && !is_role(s, i)) continue;
      if (role_at(i, found)) return found;
    }
  return {};
}

bool People::is_name_word(const Sentence& s, std::size_t i, bool first) const {
  const auto& token = s.tokens[i];
  if (token.kind != TokenKind::Word || !token.capital) return false;
  if (is_initial(token)) return s.is_sign(i + 1, ".") || (!first && i > 0);
  if (token.shouted && (first ? letters_of(token.plain) < 7 : letters_of(token.plain) < 5)) return false;
  if (token.plain.find_first_of("0123456789") != std::string::npos) return false;
  const auto* info = s.info[i];
  // "Акименков" begins like "аким", but only a name is capitalised here.
  const bool looks_like = i > 0 && is_without_articles() && grammar_.whole.find(token.plain) == grammar_.whole.end() &&
                          ends_like_a_surname(token.plain, grammar_);
  if (looks_like) return true;
  if (!info || info->is(Class::Given)) return true;
  return (info->classes & ~(std::uint64_t{1} << static_cast<unsigned>(Class::Particle))) == 0;
}

std::size_t People::run_at(const Sentence& s, std::size_t begin, Run& run) const {
  run.begin = begin;
  std::size_t i = begin;
  while (i < s.tokens.size()) {
    if (is_name_word(s, i, run.words.empty())) {
      run.words.push_back(i);
      const bool initial = is_initial(s.tokens[i]);
      run.end = ++i;
      if (initial && s.is_sign(i, ".")) ++i;
    } else if (!run.words.empty() && s.is(i, Class::Particle)) {
      run.certain = true;
      run.end = ++i;
    } else {
      break;
    }
  }
  return std::max(i, begin + 1);
}

/// A given name of the lexicon, in any case and spelling.
bool People::is_given(const Sentence& s, std::size_t i) { return s.is(i, Class::Given) || name_word(s.tokens[i].plain).given; }

const People::NameWord& People::name_word(const std::string& word) {
  const auto [known, is_new] = name_words_.try_emplace(word);
  auto& found = known->second;
  if (is_new) {
    found.keys = match::keys_of(word, grammar_.language);
    if (found.keys.empty()) found.keys.push_back(word);  // of a script that has no keys, as Greek: the word is its own
    found.given = std::any_of(found.keys.begin(), found.keys.end(), [&](const std::string& key) { return grammar_.given.contains(key); });
  }
  return found;
}

std::vector<std::vector<std::string>> People::keys_of(const Sentence& s, const Run& run) {
  std::vector<std::vector<std::string>> keys;
  for (const auto word : run.words) keys.push_back(name_word(s.tokens[word].plain).keys);
  return keys;
}

std::vector<People::Run> People::runs(const Sentence& s) {
  std::vector<Run> found;
  for (std::size_t i = 0; i < s.tokens.size();) {
    if (!s.tokens[i].capital || s.tokens[i].kind != TokenKind::Word) {
      ++i;
      continue;
    }
    Run run;
    i = run_at(s, i, run);
    while (!run.words.empty() && is_initial(s.tokens[run.words.back()]) && run.words.size() > 2) run.words.pop_back();
    if (run.words.empty() || run.words.size() > kMostWords) continue;
    if (run.words.size() == 1 && is_initial(s.tokens[run.words[0]])) continue;
    // "Арестована Анна Петренко": the word that begins the sentence is capitalised whatever it is.
    const bool begins_with_a_verb = run.begin == 0 && run.words.size() > 2 && !is_given(s, run.words[0]) && is_given(s, run.words[1]);
    // … "Жалобу Заремы Вымысловой отклонили", where nobody knows the given name.
    const bool begins_with_a_noun = run.begin == 0 && run.words.size() == 3 && grammar_.language != "en" && !is_given(s, run.words[0]) &&
                                    !is_patronymic(s.tokens[run.words[1]].plain) && !is_patronymic(s.tokens[run.words[2]].plain) &&
                                    !ends_like_a_surname(s.tokens[run.words[1]].plain, grammar_) && ends_like_a_surname(s.tokens[run.words[2]].plain, grammar_);
    if (begins_with_a_verb || begins_with_a_noun) {
      run.words.erase(run.words.begin());
      run.begin = run.words.front();
    }
    for (const auto word : run.words)
      run.certain = run.certain || is_initial(s.tokens[word]) || is_given(s, word) || ends_like_a_surname(s.tokens[word].plain, grammar_);
    if (!run.certain) {
      const auto beside = role_beside(s, run.begin, run.end);
      run.certain = beside.standing != Standing::Subject || !beside.role.empty() || (run.begin > 0 && s.is(run.begin - 1, Class::Honorific));
    }
    found.push_back(std::move(run));
  }
  return found;
}

std::string People::text_of(const Sentence& s, const Run& run) const {
  const auto whole = bytes_.substr(s.tokens[run.begin].at.begin, s.tokens[run.end - 1].at.end - s.tokens[run.begin].at.begin);
  if (whole.find_first_of("\n\r*[]_") == std::string_view::npos) return std::string(whole);
  std::string text;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    if (s.tokens[i].kind == TokenKind::Sign && s.tokens[i].plain != ".") continue;
    if (!text.empty() && s.tokens[i].plain != ".") text += ' ';
    text += bytes_.substr(s.tokens[i].at.begin, s.tokens[i].at.end - s.tokens[i].at.begin);
  }
  return text;
}

/// Two words with capital letters and no other sign of a name: a title, an organisation or a person.
bool People::is_plausible(const Sentence& s, const Run& run) const {
  if (run.certain) return true;
  if (run.words.size() > 3) return false;
  const bool quoted = run.begin > 0 && s.is_sign(run.begin - 1, "\"") && s.is_sign(run.end, "\"");
  const bool beside = s.is(run.end, Class::Organisation) || (run.begin > 0 && s.is(run.begin - 1, Class::Organisation)) ||
                      (run.begin > 0 && s.tokens[run.begin - 1].capital && s.is(run.begin - 1, Class::NotName) && run.begin > 1);
  return !quoted && !beside;
}

std::optional<std::size_t> People::find(const std::vector<std::vector<std::string>>& keys) const {
  for (const auto& word : keys)
    for (const auto& key : word)
      if (const auto found = by_key_.find(key); found != by_key_.end())
        for (const auto person : found->second)
          if (same_name(keys, people_[person].keys)) return person;
  return std::nullopt;
}

std::size_t People::add(const Sentence& s, const Run& run, std::vector<std::vector<std::string>> keys, std::size_t ordinal) {
  Person person;
  person.name = nominative_of(text_of(s, run), grammar_);
  person.candidates = names_.find(person.name, grammar_.language);
  if (person.candidates.size() == 1) person.id = person.candidates.front();
  person.sex = sex_of(keys, grammar_.language);
  person.weak = !run.certain && person.candidates.empty();
  person.first = ordinal;
  person.keys = std::move(keys);
  for (const auto& word : person.keys)
    for (const auto& key : word)
      if (key.size() > 1) by_key_[key].push_back(people_.size());
  people_.push_back(std::move(person));
  return people_.size() - 1;
}

void People::learn(const Sentence& s, std::size_t ordinal) {
  for (auto& run : runs(s)) {
    if (run.words.size() < 2 || people_.size() >= kMostPeople) continue;
    auto keys = keys_of(s, run);
    const bool known = !is_plausible(s, run) && names_.find(text_of(s, run), grammar_.language).empty();
    if (known) continue;
    auto person = find(keys);
    if (!person) person = add(s, run, keys, ordinal);
    auto& entry = people_[*person];
    // The nominative is the form that is a stem of the others: the shortest of as many words.
    const auto name = nominative_of(text_of(s, run), grammar_);
    if (keys.size() == entry.keys.size() && name.size() < entry.name.size() && keys.front().front().size() > 1) entry.name = name;
    if (run.certain) entry.weak = false;
    const auto beside = role_beside(s, run.begin, run.end);
    if (beside.standing == Standing::Official) entry.standing = Standing::Official;
    else if (beside.standing == Standing::Beside && entry.standing == Standing::Subject && entry.mentions == 0) entry.standing = Standing::Beside;
    if (entry.role.empty()) entry.role = beside.role;
    ++entry.mentions;
  }
}

/// A single word: somebody of this text, of the entry first, then the one mentioned last; else of the list.
std::optional<std::size_t> People::find_single(const Sentence& s, const Run& run) {
  const std::vector<std::vector<std::string>> keys{name_word(s.tokens[run.words[0]].plain).keys};
  if (entry_ && same_name(keys, people_[*entry_].keys)) return entry_;
  std::optional<std::size_t> best;
  for (const auto& key : keys[0])
    if (const auto found = by_key_.find(key); found != by_key_.end())
      for (const auto person : found->second)
        if (!best || people_[person].mentions > people_[*best].mentions) best = person;
  return best;
}

std::vector<PersonMention> People::mentions(const Sentence& s, std::size_t ordinal) {
  std::vector<PersonMention> found;
  for (auto& run : runs(s)) {
    std::optional<std::size_t> person;
    auto keys = keys_of(s, run);
    if (run.words.size() > 1) {
      person = find(keys);
      // "Earlier Mamai": only the last word is a name.
      if (person && people_[*person].weak && people_[*person].mentions == 1 && run.begin == 0) {
        Run last{run.words.back(), run.end, {run.words.back()}};
        if (const auto other = find_single(s, last); other && *other != *person && !people_[*other].weak) {
          person = other;
          run.begin = last.begin;
        }
      }
    } else {
      if (grammar_.language != "en" && begins_a_court(s, run.end)) continue;
      person = find_single(s, run);
      const bool named_by_role = run.certain && ends_like_a_surname(s.tokens[run.words[0]].plain, grammar_) &&
                                 (run.begin > 0 && (is_role(s, run.begin - 1) || s.is(run.begin - 1, Class::Honorific)));
      const bool listed = !s.is(run.words[0], Class::Given) && names_.find(s.tokens[run.words[0]].plain, grammar_.language).size() == 1;
      if (!person && (named_by_role || listed || ends_like_a_surname(s.tokens[run.words[0]].plain, grammar_)) && people_.size() < kMostPeople) {
        person = add(s, run, keys, ordinal);
        people_[*person].weak = !named_by_role && !listed;
        people_[*person].mentions = 1;
      }
    }
    if (!person) continue;
    const auto beside = role_beside(s, run.begin, run.end);
    PersonMention mention{run.begin, run.end, *person, people_[*person].standing};
    if (beside.standing != Standing::Subject && mention.standing != Standing::Official) mention.standing = beside.standing;
    if (run.words.size() == 1 && beside.standing == Standing::Official) mention.standing = Standing::Official;
    found.push_back(mention);
  }
  return found;
}

std::optional<std::size_t> People::main() const {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < people_.size(); ++i) {
    if (people_[i].standing != Standing::Subject) continue;
    if (!best || people_[i].mentions > people_[*best].mentions) best = i;
  }
  return best;
}

}  // namespace tracker::read
