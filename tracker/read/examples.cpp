#include <algorithm>

#include "tracker/read/events.h"
#include "tracker/read/lexicon.h"

namespace tracker::read {
namespace {

constexpr std::string_view kPublished = "2023-03-06";  // for dates that lean on the day of publication
constexpr std::string_view kArrow = " => ";

class Checker {
 public:
  Checker(const Grammar& grammar, const model::Lexicon& from, base::Findings& findings)
      : grammar_(grammar), from_(from), findings_(findings) {}

  void run() {
    for (const auto& rule : grammar_.rules) {
      if (rule.source.match.empty()) say(rule.source.at, "rule \"" + rule.source.id + "\" has no example that must match");
      for (const auto& example : rule.source.match)
        if (!tells(example, rule, true)) say(rule.source.at, "rule \"" + rule.source.id + "\" does not find its event in its example \"" + example + '"');
      for (const auto& example : rule.source.never)
        if (tells(example, rule, false)) say(rule.source.at, "rule \"" + rule.source.id + "\" finds its event where it must not: \"" + example + '"');
    }
    for (const auto& date : grammar_.dates) {
      if (date.source.match.empty()) say(date.source.at, "the date pattern has no example that must match");
      for (const auto& example : date.source.match) check_date(date, example);
    }
    for (const auto& caution : grammar_.cautions) {
      const auto& source = caution.source;
      if (source.match.empty()) say(source.at, "the caution of " + source.value + " has no example that must match");
      for (const auto& example : source.match)
        if (!is_marked(example, caution)) say(source.at, "the caution of " + source.value + " does not mark its example \"" + example + '"');
      for (const auto& example : source.never)
        if (is_marked(example, caution)) say(source.at, "the caution of " + source.value + " marks what it must not: \"" + example + '"');
    }
  }

 private:
  void say(model::Position at, std::string message) {
    findings_.push_back({base::Severity::Error, from_.file, at.line, at.column, "lexicon-example", std::move(message),
                         "change the pattern or the example"});
  }

  std::vector<Sentence> sentences(const std::string& text) const { return split_sentences(tokenise(text, {0, text.size()}), grammar_); }

  /// The example gives the event of the rule; `by_it`: and the rule's own pattern stands in it.
  bool tells(const std::string& example, const Rule& rule, bool by_it) const {
    const match::Names nobody;
    People people(grammar_, nobody);
    people.read_from(example);
    const auto all = sentences(example);
    for (const auto& sentence : all) people.learn(sentence, 0);
    for (const auto& sentence : all) {
      const Shape shape = read_mentions(sentence, 0, people, grammar_);
      const Plain plain(shape.sentence, tags_of(shape.mentions));
      if (by_it && find_all(plain, *rule.pattern).empty()) continue;
      const auto events = find_events(plain, grammar_);
      if (std::any_of(events.begin(), events.end(), [&](const FoundEvent& event) { return event.rule->event == rule.event; })) return true;
    }
    return false;
  }

  bool is_marked(const std::string& example, const CautionRule& caution) const {
    const auto all = sentences(example);
    return std::any_of(all.begin(), all.end(), [&](const Sentence& sentence) { return re2::RE2::PartialMatch(Plain(sentence, {}).text(), *caution.pattern); });
  }

  void check_date(const DateRule& rule, const std::string& example) {
    const auto arrow = example.find(kArrow);
    if (arrow == std::string::npos) return say(rule.source.at, "an example of a date is written \"text => 2022-06\": \"" + example + '"');
    const auto wanted = example.substr(arrow + kArrow.size());
    const DateContext context{base::PartialDate::parse(kPublished), base::PartialDate::parse("2022-11-14"), std::nullopt};
    std::string found = "nothing";
    for (const auto& sentence : sentences(example.substr(0, arrow)))
      for (const auto& mention : find_dates(sentence, grammar_)) {
        if (mention.rule != &rule) continue;
        if (rule.source.precision == "ignore") found = "ignore";
        else if (const auto date = resolve(mention, context)) found = date->edtf();
      }
    if (found != wanted) say(rule.source.at, "the date pattern reads \"" + example.substr(0, arrow) + "\" as " + found + ", not " + wanted);
  }

  const Grammar& grammar_;
  const model::Lexicon& from_;
  base::Findings& findings_;
};

}  // namespace

base::Findings check_examples(const std::vector<model::Lexicon>& sources) {
  base::Findings findings;
  for (const auto& source : sources) {
    const auto grammar = compile(source, findings);
    Checker(*grammar, source, findings).run();
  }
  return findings;
}

}  // namespace tracker::read
