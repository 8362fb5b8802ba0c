// Laws with one fault each, as a person could write them: every kind is told with file and line, nothing is recorded, and
// so there is nothing that a site could be built on.
#include <algorithm>
#include <set>

#include "tests/support/catch.h"
#include "tests/support/project.h"

using tests::Project;

namespace {

constexpr const char* kAct = R"(id = "xx-act"
kind = "amnesty_act"
title = "Act of Testland"
citation = "Gazette 2"
certainty = "high"
adopted = "2024-01-01"
in_force = "2024-01-02"
code = "xx-cc"

[scope]
window = "2023-10-01/2023-10-31"
requires = ["harbour-day"]
citation = "Gazette 2"
certainty = "high"

[[condition]]
id = "harbour-day"
text = "on the day of the harbour"
missing = "whether on the day of the harbour"
citation = "Gazette 2"
certainty = "high"

[[list]]
article = "12.1"
listed = "listed"
citation = "Gazette 2"
certainty = "high"

[[exclusion]]
id = "false"
text = "false information"
articles = ["14"]
citation = "Gazette 2"
certainty = "high"

[[effect]]
id = "petty"
grades = ["petty"]
outcome = "freed"
citation = "Gazette 2"
certainty = "high"

[[effect]]
id = "grave"
grades = ["grave"]
outcome = "reduced"
fraction = "1/2"
citation = "Gazette 2"
certainty = "high"

[[reading]]
id = "one"
title = "one"
text = "one"
citation = "Gazette 2"
certainty = "low"

[[reading]]
id = "two"
title = "two"
text = "two"
widens = ["false"]
citation = "Gazette 2"
certainty = "low"
)";

constexpr const char* kTerms = R"(id = "xx-terms"
kind = "rules"
title = "Terms of Testland"
citation = "Gazette 3"
certainty = "high"
code = "xx-cc"

[[credit]]
id = "custody"
of = "pretrial_detention"
to = ["imprisonment"]
rate = "2/1"
citation = "Gazette 3"
certainty = "high"

[[limitation]]
id = "all"
grades = ["petty", "grave"]
years = 5
citation = "Gazette 3"
certainty = "high"
)";

constexpr const char* kOffence = R"(
[[offence]]
id = "o1"
date = "2023-10-10"
holds = ["harbour-day"]
sources = [{ id = "report" }]
)";

struct WithLaws : Project {
  WithLaws() {
    write("laws/xx-act.toml", kAct);
    write("laws/xx-terms.toml", kTerms);
    write("cases/harbour.toml", read("cases/harbour.toml") + kOffence);
  }
};

struct Fault {
  const char* file;
  const char* old;
  const char* fresh;
  const char* finding;  // from the line number on, up to and with the code
};

constexpr const char* kCodeFile = "laws/xx-cc.toml";
constexpr const char* kActFile = "laws/xx-act.toml";
constexpr const char* kTermsFile = "laws/xx-terms.toml";
constexpr const char* kCaseFile = "cases/harbour.toml";

const Fault kFaults[] = {
    {kCodeFile, "max_months = 96\n", "", "[no-penalty]"},
    {kCodeFile, "max_months = 96\n", "max_months = 0\n", "[no-penalty]"},
    {kCodeFile, "max_months = 96\n", "max_months = 96\nlife = true\n", "[penalty-twice]"},
    {kCodeFile, "max_months = 96\n", "max_months = 96\nform = \"attempt\"\n", "[penalty-of-form]"},
    {kCodeFile, "citation = \"Testland Gazette 1, article 12\"\n", "", "[no-citation]"},
    {kCodeFile, "citation = \"Testland Gazette 1\"\n", "", "[no-citation]"},
    {kCodeFile, "max_months = 96\n", "max_months = 96\nclasses = [\"sediton\"]\n", "[unknown-class]"},
    {kCodeFile, "max_months = 96\n", "max_months = 96\nvalid_from = \"2022-05\"\nvalid_to = \"2021\"\n",
     "[validity-backwards]"},
    {kCodeFile, "part = \"4\"\nmax_months = 84",
     "part = \"4\"\nmax_months = 60\ncitation = \"x\"\ncertainty = \"high\"\n\n[[article.part]]\npart = \"4\"\nmax_months = 84",
     "[overlapping-validity]"},
    {kCodeFile, "number = \"14\"", "number = \"12\"", "[duplicate-article]"},
    {kCodeFile, "id = \"grave\"", "id = \"petty\"", "[duplicate-id]"},
    {kCodeFile, "unlimited = [\"intentional\"]", "intentional_months = 24", "[grades-not-ascending]"},
    {kCodeFile, "unlimited = [\"intentional\"]", "intentional_months = 90", "[no-grade]"},
    {kCodeFile, "max_months = 96\n", "max_months = 96\nliable_from = \"huge\"\n", "[unknown-grade]"},
    {kCodeFile, "max_months = 96\n", "max_months = \"96\"\n", "[wrong-type]"},
    {kCodeFile, "max_months = 96\n", "max_month = 96\n", "[unknown-key]"},
    {kActFile, "code = \"xx-cc\"\n", "", "[no-code]"},
    {kActFile, "code = \"xx-cc\"\n", "code = \"xx-cd\"\n", "[unknown-reference]"},
    {kActFile, "code = \"xx-cc\"\n", "code = \"xx-terms\"\n", "[wrong-kind]"},
    {kActFile, "in_force = \"2024-01-02\"", "in_force = \"2023-12-31\"", "[in-force-before-adopted]"},
    {kActFile, "window = \"2023-10-01/2023-10-31\"", "window = \"2024-10-01/2024-10-31\"", "[window-after-act]"},
    {kActFile, "window = \"2023-10-01/2023-10-31\"", "window = \"2023-10-31/2023-10-01\"", "[bad-date]"},
    {kActFile, "requires = [\"harbour-day\"]", "requires = [\"harbor-day\"]", "[unknown-condition]"},
    {kActFile, "article = \"12.1\"", "article = \"13.1\"", "[unknown-article]"},
    {kActFile, "article = \"12.1\"", "article = \"12.9\"", "[unknown-article]"},
    {kActFile, "article = \"12.1\"", "article = \"twelve\"", "[bad-article]"},
    {kActFile, "[[exclusion]]",
     "[[list]]\narticle = \"12.1\"\nlisted = \"unknown\"\ncitation = \"x\"\ncertainty = \"low\"\n\n[[exclusion]]",
     "[listed-twice]"},
    {kActFile, "articles = [\"14\"]\n", "", "[excludes-nothing]"},
    {kActFile, "articles = [\"14\"]\n", "recidivism = [\"often\"]\n", "[unknown-recidivism]"},
    {kActFile, "grades = [\"petty\"]", "grades = [\"pretty\"]", "[unknown-grade]"},
    {kActFile, "fraction = \"1/2\"", "fraction = \"a half\"", "[bad-fraction]"},
    {kActFile, "fraction = \"1/2\"", "fraction = \"3/2\"", "[bad-fraction]"},
    {kActFile, "fraction = \"1/2\"\n", "", "[no-fraction]"},
    {kActFile, "outcome = \"freed\"", "outcome = \"outside\"", "[bad-outcome]"},
    {kActFile, "outcome = \"freed\"", "outcome = \"released\"", "[unknown-code]"},
    {kActFile, "outcome = \"freed\"", "outcome = \"reduced\"\nfraction = \"1/4\"", "[graver-is-better]"},
    {kActFile, "widens = [\"false\"]", "widens = [\"true\"]", "[unknown-exclusion]"},
    {kActFile, "[[reading]]\nid = \"one\"\ntitle = \"one\"\ntext = \"one\"\ncitation = \"Gazette 2\"\ncertainty = \"low\"\n",
     "", "[one-reading]"},
    {kTermsFile, "rate = \"2/1\"", "rate = \"2:1\"", "[bad-fraction]"},
    {kTermsFile, "rate = \"2/1\"", "rate = \"2/1\"\nregime = \"soft\"", "[unknown-regime]"},
    {kTermsFile, "years = 5\n", "", "[no-years]"},
    {kTermsFile, "[[limitation]]",
     "[cumulation]\ncap_months = 240\nlonger_cap_months = 300\nlonger_for = [\"huge\"]\ncitation = \"Code, 60\"\n"
     "certainty = \"low\"\n[[limitation]]", "[unknown-grade]"},
    {kTermsFile, "[[limitation]]",
     "[cumulation]\ncap_months = 240\nlonger_cap_months = 300\ncitation = \"Code, 60\"\ncertainty = \"low\"\n"
     "[[limitation]]", "[half-a-cap]"},
    {kTermsFile, "of = \"pretrial_detention\"", "of = \"prison\"", "[unknown-code]"},
    {kCaseFile, "holds = [\"harbour-day\"]", "holds = [\"harbour-night\"]", "[unknown-condition]"},
    {kCaseFile, "holds = [\"harbour-day\"]", "holds = [\"harbour-day\"]\nfails = [\"harbour-day\"]", "[holds-and-fails]"},
    {kCaseFile, "holds = [\"harbour-day\"]", "defendants = [\"xx-0002\"]", "[not-a-defendant]"},
    {kCaseFile, "holds = [\"harbour-day\"]", "charges = [\"xx-cc:99\"]", "[unknown-article]"},
    {kCaseFile, "date = \"2023-10-10\"", "date = \"2033-10-10\"", "[offence-in-the-future]"},
};

/// The line of the file that a finding points at, by its number.
std::string pointed_at(const Project& project, const char* file, int number) {
  std::string text = project.read(file);
  for (int line = 1; line < number; ++line) text.erase(0, text.find('\n') + 1);
  return text.substr(0, text.find('\n'));
}

}  // namespace

TEST_CASE("laws without a fault have no findings") {
  const auto ran = WithLaws().tracker({"check"});
  CHECK(ran.out == "");
  CHECK(ran.code == 0);
}

TEST_CASE("every fault of a law is told with file and line, and nothing is recorded on it") {
  std::set<std::string> kinds;
  for (const auto& fault : kFaults) {
    const WithLaws project;
    project.replace(fault.file, fault.old, fault.fresh);
    INFO(fault.file << ": " << fault.fresh << " " << fault.finding);
    const auto checked = project.tracker({"check"});
    CHECK(checked.code == 1);
    // "content/laws/xx-act.toml:31:1: error: … [code]"
    const auto out = project.shown(checked.out);
    const auto at = out.find(fault.finding);
    REQUIRE(at != std::string::npos);
    const auto begin = out.rfind('\n', at) == std::string::npos ? 0 : out.rfind('\n', at) + 1;
    const auto line = out.substr(begin, at - begin);
    const std::string start = "content/" + std::string(fault.file) + ":";
    REQUIRE(line.starts_with(start));
    const int number = std::atoi(line.c_str() + start.size());
    CHECK(number > 0);
    CHECK(line.find(": error: ") != std::string::npos);
    CHECK_FALSE(pointed_at(project, fault.file, number).empty());
    kinds.insert(fault.finding);

    const auto recorded = project.tracker({"record"});
    CHECK(recorded.code == 1);
    CHECK(recorded.err.find("mend what is named above") != std::string::npos);
    CHECK(project.tracker({"update", "--offline"}).code == 1);
    CHECK_FALSE(std::filesystem::exists(project.content() / "versions"));
  }
  CHECK(kinds.size() >= 20);
}
