// How long it takes to assess 100,000 people under three acts, each with two or three charges, on one core. The goal is
// under a second. Not a test: run it by hand on a release build, `build/release/tests/bench/bench_assess`.
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <random>

#include "tracker/load/content.h"
#include "tracker/model/article.h"
#include "tracker/rules/assess.h"

using namespace tracker;

namespace {

constexpr int kPeople = 100'000;

rules::ChargeFacts charge(const rules::LawBook& book, const char* number, std::mt19937& random) {
  const auto ref = *model::parse_article_ref("kz-cc-2014:" + std::string(number));
  rules::ChargeFacts made;
  made.article = "kz-cc-2014:" + std::string(number);
  made.number = ref.number();
  made.case_id = "case";
  made.code = book.code("kz-cc-2014");
  made.found = &made.code->articles.at(ref.article);
  const auto day = base::PartialDate::parse("2022-01-03")->earliest() + std::chrono::days(random() % 7);
  made.offence = {day, day};
  made.offence_is_told = true;
  made.parts = rules::candidate_parts(*made.found, ref.part, made.offence);
  made.holds.push_back("january-2022-riots");
  made.age = model::Age::Adult;
  made.charged = {day, day + std::chrono::days(30)};
  if (random() % 2) {
    made.convicted = rules::DayRange{day + std::chrono::days(200), day + std::chrono::days(200)};
    made.sentence = model::Sentence{.kind = model::SentenceKind::Imprisonment, .months = 36};
    made.term_end = rules::DayRange{day + std::chrono::days(900), day + std::chrono::days(930)};
  }
  return made;
}

}  // namespace

int main(int argc, char** argv) {
  const std::filesystem::path content = argc > 1 ? argv[1] : "content";
  const auto loaded = load::load_content(content, "content");
  const rules::LawBook book(loaded.record);
  static const char* const kArticles[] = {"272.2", "272.1", "269.1", "405.2", "274.4", "380.1", "106.2",
                                          "188.3", "202.2", "400",   "451.2", "380"};
  std::mt19937 random(1);
  std::vector<rules::Subject> people;
  for (int i = 0; i < kPeople; ++i) {
    rules::Subject person{.person = "p"};
    const auto charges = 1 + random() % 3;
    for (unsigned c = 0; c < charges; ++c)
      person.charges.push_back(charge(book, kArticles[random() % std::size(kArticles)], random));
    people.push_back(std::move(person));
  }
  std::size_t assessments = 0, covered = 0;
  const auto start = std::chrono::steady_clock::now();
  for (const auto& person : people)
    for (const auto& one : rules::assess(book, person)) {
      ++assessments;
      covered += one.verdict.outcome <= model::Outcome::Reduced ? 1 : 0;
    }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  std::printf("%d people, %zu acts, %zu assessments (%zu covered) in %.3f s\n", kPeople, book.acts().size(), assessments,
              covered, took.count());
  return 0;
}
