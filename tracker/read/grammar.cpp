#include "tracker/read/grammar.h"

#include <algorithm>
#include <array>

#include "tracker/base/text.h"
#include "tracker/match/names.h"
#include "tracker/read/lexicon.h"

namespace tracker::read {
namespace {

struct ClassKey {
  Class which;
  std::string_view key;
};
constexpr std::array<ClassKey, 44> kKeys = {{
    {Class::Abbreviation, "abbreviation"}, {Class::UnitYear, "unit.year"},       {Class::UnitMonth, "unit.month"},
    {Class::UnitDay, "unit.day"},          {Class::UnitHour, "unit.hour"},       {Class::TermNoun, "term_noun"},
    {Class::ArticleWord, "article"},       {Class::PartWord, "part"},            {Class::PointWord, "point"},
    {Class::CodeWord, "code"},             {Class::ForeignCode, "code.other"}, {Class::Same, "same"},   {Class::And, "and"},
    {Class::To, "to"},                     {Class::Of, "of"},                    {Class::He, "he"},
    {Class::She, "she"},                   {Class::They, "they"},                {Class::The, "the"},
    {Class::RoleSubject, "role.subject"},  {Class::RoleGroup, "role.group"},     {Class::RoleOfficial, "role.official"},
    {Class::RoleBeside, "role.beside"},      {Class::Profession, "role.profession"},      {Class::NotName, "not_name"},         {Class::Organisation, "organisation"},
    {Class::Given, "given"},               {Class::Particle, "particle"},        {Class::Honorific, "honorific"},
    {Class::Place, "place"},               {Class::Half, "half"},
    {Class::Own, "own"},                   {Class::Each, "each"},               {Class::Court, "court"},
    {Class::Later, "later"},               {Class::Former, "former"},           {Class::Others, "others"},
    {Class::Ours, "ours"},               {Class::More, "more"},               {Class::Punishment, "punishment"},
    {Class::UnitAlone, "unit_alone"},      {Class::BeforeUnit, "before_unit"},                {Class::Number, ""},
    {Class::Month, ""},
}};

constexpr std::size_t kLargestPattern = 8 << 20;  // bytes of an RE2 program

std::uint64_t bit(Class which) { return std::uint64_t{1} << static_cast<unsigned>(which); }

class Compiler {
 public:
  Compiler(const model::Lexicon& lexicon, base::Findings& findings) : from_(lexicon), findings_(findings) {}

  std::unique_ptr<Grammar> run() {
    grammar_ = std::make_unique<Grammar>();
    grammar_->language = from_.language;
    for (const auto& [key, words] : from_.words) words_of(key, words);
    for (const auto& [word, value] : from_.numbers) {
      add(word, Class::Number).number = value;
    }
    merge();
    make_macros();
    for (const auto& rule : from_.rules) add_rule(rule);
    for (const auto& date : from_.dates) add_date(date);
    for (const auto& kind : from_.kinds)
      if (auto made = pattern(kind.pattern, kind.at)) grammar_->kinds.push_back({kind.value, std::move(made)});
    for (const auto& guard : from_.guards)
      if (auto made = pattern(guard.pattern, guard.at, guard.value == "left")) grammar_->guards.push_back({guard.value, std::move(made)});
    for (const auto& caution : from_.cautions) add_caution(caution);
    fill_sieves();
    return std::move(grammar_);
  }

 private:
  void fill_sieves() {
    const auto fill = [](Sieve& sieve, const auto& entries) {
      for (const auto& entry : entries) sieve.add(entry.pattern->pattern(), kLargestPattern);
      sieve.compile();
    };
    fill(grammar_->sieves.rules, grammar_->rules);
    fill(grammar_->sieves.dates, grammar_->dates);
    fill(grammar_->sieves.kinds, grammar_->kinds);
    fill(grammar_->sieves.guards, grammar_->guards);
  }

  void say(model::Position at, std::string code, std::string message, std::string hint) {
    findings_.push_back({base::Severity::Error, from_.file, at.line, at.column, std::move(code), std::move(message), std::move(hint)});
  }

  WordInfo& add(std::string_view word, Class which) {
    const bool begins = word.ends_with('*');
    if (begins) word.remove_suffix(1);
    auto& info = begins ? grammar_->beginnings[std::string(word)] : grammar_->whole[std::string(word)];
    if (begins) {
      auto& lengths = grammar_->beginning_lengths;
      const auto at = std::lower_bound(lengths.begin(), lengths.end(), word.size(), std::greater<>());
      if (at == lengths.end() || *at != word.size()) lengths.insert(at, word.size());
    }
    info.classes |= bit(which);
    return info;
  }

  /// A whole word is also what its beginning says.
  void merge() {
    for (auto& [word, info] : grammar_->whole) {
      const auto* begins = grammar_->look_up_beginning(word);
      if (!begins) continue;
      info.classes |= begins->classes;
      if (info.index == 0) info.index = begins->index;
      if (info.currency.empty()) info.currency = begins->currency;
    }
  }

  void words_of(const std::string& key, const std::vector<std::string>& words) {
    const auto numbered = [&](std::string_view prefix, Class which) {
      if (!key.starts_with(prefix)) return false;
      for (const auto& word : words) add(word, which).index = std::atoi(key.c_str() + prefix.size());
      return true;
    };
    if (numbered("month.", Class::Month) || numbered("weekday.", Class::Weekday)) return;
    if (key.starts_with("currency.")) {
      for (const auto& word : words) add(word, Class::Currency).currency = key.substr(9);
      return;
    }
    if (key == "surname_ending") {
      grammar_->surname_endings = words;
      return;
    }
    if (key == "anchor") {
      anchors(words);
      return;
    }
    const auto fuse = [&](std::string_view fused, Class unit) {
      if (key != fused) return false;
      for (const auto& word : words) grammar_->fused.emplace_back(word, unit);
      return true;
    };
    if (fuse("fused.year", Class::UnitYear) || fuse("fused.month", Class::UnitMonth) || fuse("fused.day", Class::UnitDay)) return;
    const auto* found = std::find_if(kKeys.begin(), kKeys.end(), [&](const ClassKey& known) { return known.key == key; });
    if (found == kKeys.end() || key.empty()) {
      std::vector<std::string> known;
      for (const auto& entry : kKeys)
        if (!entry.key.empty()) known.emplace_back(entry.key);
      known.insert(known.end(), {"anchor", "surname_ending", "month.1", "weekday.1", "currency.EUR", "fused.year", "fused.month", "fused.day"});
      const auto near = base::closest(key, known);
      return say(from_.at, "unknown-class", "[words] has \"" + key + "\", which is no class of words",
                 near ? "did you mean \"" + *near + "\"?" : "");
    }
    for (const auto& word : words) {
      add(word, found->which);
      if (found->which == Class::Given) grammar_->given.insert(match::key_of(word));
    }
  }

  void anchors(const std::vector<std::string>& words) {
    std::vector<std::string> quoted;
    for (const auto& word : words) quoted.push_back(re2::RE2::QuoteMeta(word));
    re2::RE2::Options options(re2::RE2::Quiet);
    options.set_case_sensitive(false);
    grammar_->anchors = std::make_unique<re2::RE2>(base::join(quoted, "|"), options);
  }

  /// What is made of words: %month%, %weekday%, %number%.
  void make_macros() {
    macros_ = from_.macros;
    std::map<std::string, std::vector<std::string>> lists;
    const auto collect = [&](const auto& map, std::string_view ending) {
      for (const auto& [word, info] : map) {
        const std::string quoted = re2::RE2::QuoteMeta(word) + std::string(ending);
        if (info.is(Class::Month)) lists["month"].push_back(quoted);
        if (info.is(Class::Weekday)) lists["weekday"].push_back(quoted);
        if (info.is(Class::Number)) lists["number"].push_back(quoted);
      }
    };
    collect(grammar_->whole, "");
    collect(grammar_->beginnings, "[^ ]*");
    lists["number"].push_back("[0-9]{1,3}");
    for (auto& [name, words] : lists) {
      std::sort(words.begin(), words.end());
      macros_[name] = "(?P<" + name + ">" + base::join(words, "|") + ")";
    }
    macros_["day"] = "(?P<day>[0-3]?[0-9])";
    macros_["year"] = "(?P<year>(?:19|20)[0-9][0-9])";
  }

  std::optional<std::string> expand(const std::string& text, model::Position at, int depth = 0) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
      const auto end = text[i] == '%' ? text.find('%', i + 1) : std::string::npos;
      if (end == std::string::npos) {
        out += text[i++];
        continue;
      }
      const auto name = text.substr(i + 1, end - i - 1);
      const auto macro = macros_.find(name);
      if (macro == macros_.end() || depth > 4) {
        say(at, "unknown-macro", "the pattern names %" + name + "%, which [macro] does not have", "");
        return std::nullopt;
      }
      const auto inner = expand(macro->second, at, depth + 1);
      if (!inner) return std::nullopt;
      out += "(?:" + *inner + ")";
      i = end + 1;
    }
    return out;
  }

  /// Between blanks: whole words only. "^" stands for the beginning of the sentence.
  std::unique_ptr<re2::RE2> pattern(const std::string& text, model::Position at, bool at_end = false) {
    const auto expanded = expand(text, at);
    if (!expanded) return nullptr;
    std::string whole = *expanded;
    const bool anchored = whole.starts_with('^');
    if (anchored) whole.erase(0, 1);
    whole = std::string(anchored ? "^ " : " ") + "(" + whole + (at_end ? ")$" : ") ");
    re2::RE2::Options options(re2::RE2::Quiet);
    options.set_max_mem(kLargestPattern);
    auto made = std::make_unique<re2::RE2>(whole, options);
    if (made->ok()) return made;
    say(at, "bad-pattern", "\"" + text + "\" is no pattern: " + made->error(), "see https://github.com/google/re2/wiki/Syntax");
    return nullptr;
  }

  void add_rule(const model::LexiconRule& source) {
    Rule rule{.source = source};
    const auto event = model::from_code<model::EventType>(source.event);
    if (!event) {
      const auto near = base::closest(source.event, model::all_codes<model::EventType>());
      return say(source.at, "unknown-code", "rule \"" + source.id + "\": \"" + source.event + "\" is no type of event",
                 near ? "did you mean \"" + *near + "\"?" : "");
    }
    rule.event = *event;
    if (!source.kind.empty()) {
      rule.kind = model::from_code<model::SentenceKind>(source.kind);
      if (!rule.kind) return say(source.at, "unknown-code", "rule \"" + source.id + "\": \"" + source.kind + "\" is no kind of sentence", "");
    }
    if (source.subject == "after") rule.subject = SubjectAt::After;
    else if (source.subject == "either") rule.subject = SubjectAt::Either;
    else if (source.subject == "around") rule.subject = SubjectAt::Around;
    else if (source.subject == "inside") rule.subject = SubjectAt::Inside;
    else if (source.subject == "topic") rule.subject = SubjectAt::Topic;
    else if (source.subject != "before")
      return say(source.at, "unknown-code", "rule \"" + source.id + "\": subject is before, after, either, around, inside or topic", "");
    rule.pattern = pattern(source.pattern, source.at);
    if (!source.not_after.empty() && !(rule.not_after = pattern(source.not_after, source.at, true))) return;
    if (rule.pattern) grammar_->rules.push_back(std::move(rule));
  }

  void add_caution(const model::LexiconCaution& source) {
    if (std::find(kCautions.begin(), kCautions.end(), source.value) == kCautions.end()) {
      const auto near = base::closest(source.value, std::vector<std::string>(kCautions.begin(), kCautions.end()));
      return say(source.at, "unknown-code", "\"" + source.value + "\" is nothing that a caution can be of", near ? "did you mean \"" + *near + "\"?" : "");
    }
    if (auto made = pattern(source.pattern, source.at)) grammar_->cautions.push_back({source, std::move(made)});
  }

  void add_date(const model::LexiconDate& source) {
    DateRule date{.source = source, .pattern = pattern(source.pattern, source.at)};
    if (!date.pattern) return;
    const auto& groups = date.pattern->NamedCapturingGroups();
    const auto group = [&](const char* name) {
      const auto found = groups.find(name);
      return found == groups.end() ? 0 : found->second;
    };
    date.day = group("day");
    date.month = group("month");
    date.year = group("year");
    date.weekday = group("weekday");
    date.number = group("number");
    grammar_->dates.push_back(std::move(date));
  }

  const model::Lexicon& from_;
  base::Findings& findings_;
  std::unique_ptr<Grammar> grammar_;
  std::map<std::string, std::string, std::less<>> macros_;
};

}  // namespace

std::string_view key_of(Class which) {
  for (const auto& entry : kKeys)
    if (entry.which == which) return entry.key;
  return {};
}

const WordInfo* Grammar::look_up(std::string_view word) const {
  if (const auto found = whole.find(word); found != whole.end()) return &found->second;
  return look_up_beginning(word);
}

const WordInfo* Grammar::look_up_beginning(std::string_view word) const {
  for (const std::size_t length : beginning_lengths) {
    if (length > word.size() || (length < word.size() && (static_cast<unsigned char>(word[length]) & 0xC0) == 0x80)) continue;
    if (const auto found = beginnings.find(word.substr(0, length)); found != beginnings.end()) return &found->second;
  }
  return nullptr;
}

bool Grammar::has_surname_ending(std::string_view word) const {
  return std::any_of(surname_endings.begin(), surname_endings.end(),
                     [&](const std::string& ending) { return word.size() > ending.size() + 2 && word.ends_with(ending); });
}

std::unique_ptr<Grammar> compile(const model::Lexicon& lexicon, base::Findings& findings) {
  return Compiler(lexicon, findings).run();
}

Lexicons::Lexicons() = default;
Lexicons::~Lexicons() = default;
Lexicons::Lexicons(Lexicons&&) noexcept = default;
Lexicons& Lexicons::operator=(Lexicons&&) noexcept = default;

Lexicons Lexicons::compile(const std::vector<model::Lexicon>& lexicons, base::Findings& findings) {
  Lexicons all;
  for (const auto& lexicon : lexicons) all.grammars_.push_back(read::compile(lexicon, findings));
  return all;
}

const Grammar* Lexicons::find(std::string_view language) const {
  for (const auto& grammar : grammars_)
    if (grammar->language == language) return grammar.get();
  return nullptr;
}

}  // namespace tracker::read
