#include "tests/support/catch.h"
#include "tests/tracker/rules/story.h"

namespace tests {

using namespace tracker;
using Lines = std::vector<std::string>;

namespace {

/// "code severity of event", one a finding.
Lines codes(std::string_view story) {
  Lines lines;
  for (const auto& finding : rules::check(tell(story), day(kToday)))
    lines.push_back(finding.code + ' ' + base::to_string(finding.severity) + " at " +
                    std::to_string(finding.line / 10));
  return lines;
}

}  // namespace

TEST_CASE("a release needs custody before it") {
  CHECK(found("2022-02-01 released; 2022-03-01 detained; 2022-03-02 released") ==
        Lines{"people/kz-1.md:10:1: error: released (e1): nothing before it says that the person was held "
              "[released-before-detained]\n"
              "  hint: tell what came before; an event without a date comes before all others"});
  CHECK(codes("? detained; 2022-02-01 released") == Lines{});
  CHECK(codes("2022-01 charged case=c1 charges=272.1; 2022-02 travel_restriction case=c1; 2022-03 released "
              "case=c1") == Lines{"released-before-detained error at 3"});
}

TEST_CASE("where dates leave the order open it is a warning") {
  CHECK(found("2022-02-01 released; 2022-02 detained; 2022-02-20 released") ==
        Lines{"people/kz-1.md:10:1: warning: released (e1): nothing before it says that the person was held "
              "[released-before-detained]\n"
              "  hint: detained (e2) may have come first, but the dates put it after; make them more exact, "
              "or use "
              "`order`",
              "people/kz-1.md:20:1: note: detained (e2) is taken to come after released (e1), whose date "
              "2022-02-01 "
              "leaves that open [doubtful-order]\n"
              "  hint: if it came before, say so with an interval that begins on 2022-02"});
}

TEST_CASE("impossible orders are errors, odd ones are warnings") {
  struct Case {
    const char* story;
    const char* expected;
  };
  const auto row = GENERATE(values<Case>({
      {"2022-11 amnesty_granted case=c1 act=act effect=reduced", "amnesty-before-charge error at 1"},
      {"2022-11 amnesty_refused act=act", "amnesty-before-charge error at 1"},
      {"2022-01 charged case=c1 charges=272.1; 2022-11 parole_granted case=c1",
       "parole-before-sentence error at 2"},
      {"2022-11 parole_refused", "parole-before-sentence error at 1"},
      {"2022-11 sentenced case=c1 kind=suspended", "sentence-before-charge warning at 1"},
      {"2022-10 convicted case=c1; 2022-11 sentenced case=c1 kind=suspended",
       "sentence-before-charge warning at 1"},
      {"2022-11 charges_dropped case=c1 charges=272.1", "charge-before-charge warning at 1"},
      {"2022-01 charged case=c1 charges=272.1; 2022-02 appeal_filed case=c1",
       "appeal-before-verdict error at 2"},
      {"2022-01 charged case=c1 charges=272.1; 2022-02 appeal_upheld case=c1",
       "appeal-before-verdict error at 2"},
      {"2022-01 charged case=c1 charges=272.1; 2022-02 retrial_ordered case=c1",
       "appeal-before-verdict error at 2"},
      {"2022-01 charged case=c1 charges=272.1; 2022-02 sentence_deferred case=c1",
       "deferral-without-sentence error at 2"},
      {"2022-01 sentenced case=c1 kind=suspended charges=272.1; 2022-02 deferral_ended case=c1",
       "deferral-end-without-deferral error at 2"},
      {"2022-01 charged case=c1 charges=272.1; 2022-02 sentence_served case=c1",
       "without-sentence error at 2"},
      {"2022-01 charged case=c1 charges=272.1; 2022-02 sentence_replaced case=c1 kind=suspended",
       "without-sentence error at 2"},
      {"2022-01 charged case=c1 charges=272.1; 2022-02 sentence_added case=c1 kind=suspended",
       "without-sentence error at 2"},
      {"2022-01 charged case=c1 charges=272.1; 2022-02 conviction_expunged case=c1",
       "without-sentence error at 2"},
      {"2022-01 restriction_ended", "without-restriction warning at 1"},
      {"2022-01 found", "found-before-disappeared warning at 1"},
      {"2022-01 returned", "returned-before-leaving warning at 1"},
  }));
  INFO(row.story);
  CHECK(codes(row.story) == Lines{row.expected});
}

TEST_CASE("a sentence in another case does not stand for one in this") {
  CHECK(codes("2019 sentenced case=c1 kind=suspended charges=272.1; 2022-01 charged case=c2 charges=272.1; "
              "2022-02 appeal_upheld case=c2") == Lines{"appeal-before-verdict error at 3"});
  CHECK(codes("2019 sentenced case=c1 kind=imprisonment charges=272.1; "
              "2022-02 sentence_added case=c2 kind=imprisonment") == Lines{});
}

TEST_CASE("a decision in an administrative case can be appealed and needs no charge") {
  CHECK(codes("2022-01 fined case=a1; 2022-02 appeal_upheld case=a1") == Lines{});
  CHECK(codes("2022-01 sentenced case=a1 kind=fine") == Lines{});
}

TEST_CASE("a finding on a shared event says of whom") {
  auto record = tell("2022-02-01 released in=c1");
  record.cases.front().defendants.push_back({"kz-2", {}});
  add_person(record, "kz-2", "2022-01 detained case=c1; 2022-01-20 confirmed");
  CHECK(
      found(record) ==
      Lines{
          "cases/c1.toml:10:1: error: released (e1) of kz-1: nothing before it says that the person was held "
          "[released-before-detained]\n"
          "  hint: tell what came before; an event without a date comes before all others"});
}

}  // namespace tests
