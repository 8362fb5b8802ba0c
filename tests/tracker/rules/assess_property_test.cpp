// What has to hold of every assessment, tried on seeded random people of a country that does not exist.
#include <algorithm>
#include <random>

#include "tests/support/catch.h"
#include "tests/tracker/rules/lawland.h"
#include "tests/tracker/rules/story.h"

using namespace tracker;
using model::Outcome;

namespace {

constexpr unsigned kSeed = 20220104;
constexpr int kPeople = 2000;

/// How good it is for the person; unknown counts as what it may be at best, so that "never better" is not won by silence.
double goodness(const rules::Verdict& verdict, const rules::Verdict& if_met) {
  const auto& counted = verdict.outcome == Outcome::Unknown ? if_met : verdict;
  switch (counted.outcome) {
    case Outcome::ConvictionLifted:
    case Outcome::CaseClosed:
    case Outcome::Freed:
      return 1;
    case Outcome::Reduced:
      return counted.fraction.value();
    default:
      return 0;
  }
}

class Maker {
 public:
  Maker() : record_(tests::lawland("2020-06 charged case=c1 charges=10.2")), book_(record_) {}

  const rules::LawBook& book() const { return book_; }
  model::Record& record() { return record_; }
  const rules::Act& act() const { return book_.acts().front(); }

  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }

  rules::ChargeFacts charge() {
    static const char* const kArticles[] = {"10.1", "10.2", "10.3", "10.4", "10",  "20.1", "20.2",
                                            "20",   "30",   "40",   "50",   "20.2.7", "20.2.1"};
    return charge_of(kArticles[below(static_cast<int>(std::size(kArticles)))]);
  }

  rules::ChargeFacts charge_of(const std::string& number) {
    rules::ChargeFacts made;
    made.number = number;
    made.article = "law:" + number;
    made.case_id = "c" + std::to_string(below(2));
    made.code = book_.code("law");
    const auto dot = number.find('.');
    const auto second = number.find('.', dot == std::string::npos ? number.size() : dot + 1);
    made.found = &made.code->articles.at(number.substr(0, dot));
    if (second != std::string::npos) made.clause = number.substr(second + 1);
    const auto first = tests::day("2020-04-15") + std::chrono::days(below(60));
    made.offence = {first, first + std::chrono::days(below(3) == 0 ? below(40) : 0)};
    made.offence_is_told = true;
    made.parts = rules::candidate_parts(
        *made.found, dot == std::string::npos ? "" : number.substr(dot + 1, second - dot - 1), made.offence);
    if (below(3) != 0) made.holds.push_back("carnival");
    if (below(3) != 0) made.age = below(4) == 0 ? model::Age::Minor : model::Age::Adult;
    made.charged = {tests::day("2020-07-01"), tests::day("2020-07-31")};
    if (below(2) == 0) {
      const auto when = tests::day("2020-08-01") + std::chrono::days(below(300));
      made.convicted = rules::DayRange{when, when};
      made.sentence = model::Sentence{.kind = below(2) == 0 ? model::SentenceKind::Imprisonment
                                                            : model::SentenceKind::RestrictedFreedom,
                                      .months = 6 + below(100)};
      made.term_end = rules::DayRange{base::add_months(when, *made.sentence->months),
                                      base::add_months(when, *made.sentence->months)};
    }
    return made;
  }

  rules::Subject subject() {
    rules::Subject made{.person = "kz-1"};
    const int charges = 1 + below(4);
    for (int i = 0; i < charges; ++i) made.charges.push_back(charge());
    return made;
  }

 private:
  model::Record record_;
  rules::LawBook book_;
  std::mt19937 random_{kSeed};
};

std::vector<double> all_goodness(const rules::Assessment& one) {
  std::vector<double> values = {goodness(one.verdict, one.if_met)};
  for (const auto& reading : one.readings) values.push_back(goodness(reading.verdict, one.if_met));
  return values;
}

}  // namespace

TEST_CASE("a graver part never gives a better outcome") {
  Maker make;
  // Parts of one article that differ in nothing but the penalty.
  auto& parts = make.record().laws[1].articles[1].parts;
  REQUIRE(parts.size() == 4);
  make.record().laws[0].list[2].listed = model::Membership::Listed;
  const rules::LawBook book(make.record());
  for (int i = 0; i < kPeople; ++i) {
    auto subject = make.subject();
    auto& charge = subject.charges.front();
    charge = make.charge_of("10.1");
    double lighter = 2;
    for (const auto& part : book.code("law")->articles.at("10").parts) {
      charge.code = book.code("law");
      for (auto& other : subject.charges) other.code = charge.code;
      charge.parts = {&part};
      const auto one = rules::assess(book.acts().front(), subject, charge);
      const double now = goodness(one.verdict, one.if_met);
      CHECK(now <= lighter);
      lighter = now;
    }
  }
}

TEST_CASE("widening the window never turns covered into outside") {
  Maker make;
  int covered = 0;
  for (int i = 0; i < kPeople; ++i) {
    const auto subject = make.subject();
    auto wider = make.act();
    wider.window.earliest -= std::chrono::days(make.below(60));
    wider.window.latest += std::chrono::days(make.below(60));
    for (const auto& charge : subject.charges) {
      const auto before = rules::assess(make.act(), subject, charge);
      const auto after = rules::assess(wider, subject, charge);
      if (before.verdict.outcome == Outcome::Outside) continue;
      ++covered;
      CHECK(after.verdict.outcome != Outcome::Outside);
      CHECK(goodness(after.verdict, after.if_met) >= goodness(before.verdict, before.if_met));
    }
  }
  CHECK(covered > 500);
}

TEST_CASE("adding an excluded charge never helps") {
  Maker make;
  int harmed = 0;
  for (int i = 0; i < kPeople; ++i) {
    const auto subject = make.subject();
    auto more = subject;
    more.charges.push_back(make.charge_of("20.1"));
    for (std::size_t k = 0; k < subject.charges.size(); ++k) {
      const auto before = all_goodness(rules::assess(make.act(), subject, subject.charges[k]));
      const auto after = all_goodness(rules::assess(make.act(), more, more.charges[k]));
      REQUIRE(before.size() == after.size());
      for (std::size_t r = 0; r < before.size(); ++r) CHECK(after[r] <= before[r]);
      harmed += before != after;
    }
    const auto own = rules::assess(make.act(), more, more.charges.back());
    CHECK(own.verdict.outcome >= Outcome::Excluded);
  }
  CHECK(harmed > 50);
}

TEST_CASE("the order of charges does not matter") {
  Maker make;
  std::mt19937 random(kSeed);
  for (int i = 0; i < kPeople; ++i) {
    const auto subject = make.subject();
    auto other = subject;
    std::vector<std::size_t> order(subject.charges.size());
    for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
    std::shuffle(order.begin(), order.end(), random);
    for (std::size_t k = 0; k < order.size(); ++k) other.charges[k] = subject.charges[order[k]];
    for (std::size_t k = 0; k < order.size(); ++k) {
      const auto a = rules::assess(make.act(), subject, subject.charges[order[k]]);
      const auto b = rules::assess(make.act(), other, other.charges[k]);
      CHECK(a.verdict == b.verdict);
      CHECK(a.verdict.certainty == b.verdict.certainty);
      REQUIRE(a.readings.size() == b.readings.size());
      for (std::size_t r = 0; r < a.readings.size(); ++r) CHECK(a.readings[r].verdict == b.readings[r].verdict);
    }
  }
}

TEST_CASE("the certainty of a verdict is no higher than that of any step that carries it") {
  Maker make;
  for (int i = 0; i < kPeople; ++i) {
    const auto subject = make.subject();
    for (const auto& charge : subject.charges) {
      const auto one = rules::assess(make.act(), subject, charge);
      if (one.verdict.outcome == Outcome::Unknown) CHECK(one.verdict.certainty == model::Certainty::NotVerified);
      if (one.verdict.outcome > Outcome::Reduced || one.charge->parts.size() != 1) continue;
      for (const auto& step : one.steps)
        if (step.answer == model::Answer::Yes && step.test != model::Test::Person)
          CHECK(one.verdict.certainty >= step.certainty);
    }
  }
}
