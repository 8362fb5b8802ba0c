#include "tests/tracker/read/support.h"

using namespace tracker;

TEST_CASE("every rule of the lexicon holds on its own examples") {
  base::Findings findings;
  const auto sources = load::load_lexicons(std::string(TIZIM_SOURCE_DIR) + "/content", "content", findings);
  REQUIRE(sources.size() == 3);
  const auto examples = read::check_examples(sources);
  findings.insert(findings.end(), examples.begin(), examples.end());
  for (const auto& finding : findings) {
    INFO(base::to_string(finding));
    CHECK(false);
  }
}

TEST_CASE("every language has a rule for each of the events that the command may say") {
  for (const auto* language : {"en", "ru", "kk"})
    for (const auto* event : {"detained", "arrested_pretrial", "house_arrest", "travel_restriction", "charged", "charges_reclassified",
                              "trial_started", "convicted", "sentenced", "appeal_upheld", "appeal_changed", "sentence_added",
                              "amnesty_granted", "amnesty_refused", "parole_granted", "parole_refused", "released", "case_closed",
                              "acquitted", "transferred", "died"}) {
      INFO(language << ' ' << event);
      bool found = false;
      for (const auto& rule : read::grammar(language).rules) found = found || model::code_of(rule.event) == event;
      CHECK(found);
    }
}

TEST_CASE("a rule with a broken pattern, an unknown event or an unknown word class is said with its line, and left out") {
  base::Findings findings;
  const auto lexicon = load::parse_lexicon(
      "language = \"en\"\n[words]\nanchro = [\"x\"]\n[[rule]]\nid = \"a\"\nevent = \"sentenced\"\npattern = \"(\"\nmatch = [\"x\"]\n"
      "[[rule]]\nid = \"b\"\nevent = \"sentencd\"\npattern = \"x\"\nmatch = [\"x\"]\n[[rule]]\nid = \"c\"\nevent = \"died\"\npattern = \"%no%\"\nmatch = [\"x\"]\n",
      "content/lexicon/en.toml", findings);
  CHECK(findings.empty());
  const auto grammar = read::compile(lexicon, findings);
  CHECK(grammar->rules.empty());
  REQUIRE(findings.size() == 4);
  CHECK(findings[0].code == "unknown-class");
  CHECK(findings[0].hint == "did you mean \"anchor\"?");
  CHECK(findings[1].code == "bad-pattern");
  CHECK(findings[1].line == 4);
  CHECK(findings[2].hint == "did you mean \"sentenced\"?");
  CHECK(findings[3].code == "unknown-macro");
}

TEST_CASE("an example that fails is an error of the lexicon") {
  const auto check = [](const std::string& rule) {
    base::Findings findings;
    const auto lexicon = load::parse_lexicon("language = \"en\"\n[[rule]]\nid = \"freed\"\nevent = \"released\"\npattern = \"was freed\"\n" + rule, "en.toml", findings);
    const auto found = read::check_examples({lexicon});
    return found.empty() ? std::string() : found.front().message;
  };
  CHECK(check("match = [\"She was freed.\"]").empty());
  CHECK(check("match = [\"She was jailed.\"]").find("does not find") != std::string::npos);
  CHECK(check("match = [\"She was freed.\"]\nnever = [\"He was freed.\"]").find("must not") != std::string::npos);
  CHECK(check("").find("no example") != std::string::npos);
}
