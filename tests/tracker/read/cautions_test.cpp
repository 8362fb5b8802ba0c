// Every [[caution]] has examples of its own in content/lexicon; here is what holds of all of them.
#include <set>

#include "tests/tracker/read/support.h"
#include "tracker/load/lexicon.h"

using namespace tracker;
using Codes = std::vector<std::string>;

TEST_CASE("every language has words for death, torture, minors, health and designation") {
  for (const auto* language : {"en", "ru", "kk"}) {
    std::set<std::string> found;
    for (const auto& caution : read::grammar(language).cautions) found.insert(caution.source.value);
    INFO(language);
    CHECK(found == std::set<std::string>(read::kCautions.begin(), read::kCautions.end()));
  }
}

TEST_CASE("delicate words are found in whatever letters, and in a text of any language") {
  CHECK(read::lexicons().cautions_in("She says that she was TORTURED in custody.") == Codes{"torture"});
  CHECK(read::lexicons().cautions_in("Released. Её пытали, ол ауруханада.") == Codes{"health", "torture"});
  CHECK(read::lexicons().cautions_in("He was led away with his four-year-old daughter.") == Codes{"minor"});
  CHECK(read::lexicons().cautions_in("Crimes of minor gravity; a 61-year-old was released.").empty());
  CHECK(read::lexicons().cautions_in("").empty());
}

TEST_CASE("a caution of something that nobody looks for is an error of the lexicon") {
  base::Findings findings;
  const auto lexicon = load::parse_lexicon("language = \"en\"\n[[caution]]\nvalue = \"deth\"\npattern = \"died\"\n", "en.toml", findings);
  const auto grammar = read::compile(lexicon, findings);
  CHECK(grammar->cautions.empty());
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "unknown-code");
  CHECK(findings[0].hint == "did you mean \"death\"?");
}

TEST_CASE("an example that a caution misses, or marks where it must not, is an error of the lexicon") {
  const auto check = [](const std::string& examples) {
    base::Findings findings;
    const auto found = read::check_examples({load::parse_lexicon("language = \"en\"\n[[caution]]\nvalue = \"death\"\npattern = \"died\"\n" + examples, "en.toml", findings)});
    return found.empty() ? std::string() : found.front().message;
  };
  CHECK(check("match = [\"She died.\"]").empty());
  CHECK(check("match = [\"She dyed wool.\"]").find("does not mark") != std::string::npos);
  CHECK(check("match = [\"She died.\"]\nnever = [\"It died down.\"]").find("must not") != std::string::npos);
  CHECK(check("").find("no example") != std::string::npos);
}
