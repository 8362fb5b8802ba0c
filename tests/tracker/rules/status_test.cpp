#include "tracker/rules/status.h"

#include <algorithm>
#include <random>
#include <set>

#include "tests/support/catch.h"
#include "tests/tracker/rules/story.h"
#include "tracker/base/text.h"
#include "tracker/rules/fold.h"

namespace tests {
namespace {

using namespace tracker;

std::vector<Row> all_rows() {
  std::vector<Row> all;
  for (const auto* rows :
       {&custody_rows(), &sentence_rows(), &stage_rows(), &amnesty_rows(), &briefing_rows()})
    all.insert(all.end(), rows->begin(), rows->end());
  return all;
}

/// Codes of an enum that are not in `reached`.
template <class E>
std::vector<std::string> unreached(const std::set<E>& reached) {
  std::vector<std::string> missing;
  for (const auto& entry : model::codes<E>())
    if (!reached.contains(entry.value)) missing.emplace_back(entry.code);
  return missing;
}

const std::vector<std::string> kNone;

/// Stories at random, from all that the language of stories can say.
class Storyteller {
 public:
  explicit Storyteller(unsigned seed) : random_(seed) {}

  std::string tell(int events) {
    std::string story;
    for (int i = 0; i < events; ++i) story += event() + "; ";
    return story;
  }

 private:
  template <std::size_t N>
  std::string_view any(const std::string_view (&choices)[N]) {
    return choices[random_() % N];
  }

  std::string event() {
    static constexpr std::string_view kDates[] = {
        "?",          "2019",       "2020-05",     "2021-03-04",
        "2022-01",    "2022-01-05", "2022-01-05~", "2022-02/2022-03",
        "2022-02/..", "../2021-12", "2022-07-15",  "2022-11-14",
        "2022-12",    "2023-01-24", "2023-06-01",  "2024"};
    static constexpr std::string_view kCases[] = {"",         "",       " case=c1", " case=c2",
                                                  " case=a1", " in=c1", " in=a2"};
    static constexpr std::string_view kMore[] = {"",
                                                 "",
                                                 " charges=272.1",
                                                 " charges=272.1,405.2 replaces=272.1",
                                                 " days=15",
                                                 " days=-3",
                                                 " days=2147483647",
                                                 " kind=imprisonment months=36",
                                                 " kind=restricted_freedom ban=60",
                                                 " kind=suspended",
                                                 " kind=fine fine=5",
                                                 " kind=arrest",
                                                 " labour=10",
                                                 " act=act effect=freed",
                                                 " act=act effect=reduced",
                                                 " effect=case_closed",
                                                 " act=act effect=conviction_lifted",
                                                 " until=2022-12-01",
                                                 " source=s2",
                                                 " order=-1"};
    const auto types = model::codes<model::EventType>();
    const auto type = types[random_() % types.size()].code;
    return std::string(any(kDates)) + ' ' + std::string(type) + std::string(any(kCases)) +
           std::string(any(kMore));
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("the table of the fold uses every type of event and reaches every code") {
  std::set<model::EventType> types;
  std::set<model::Liberty> liberties;
  std::set<model::Stage> stages;
  std::set<model::Display> displays;
  std::set<model::Life> lives;
  std::set<model::Decision> decisions{model::Decision::None};
  std::set<model::Deprived> deprivations;
  for (const auto& row : all_rows()) {
    const auto record = tell(row.story);
    for (const auto& happened : model::events_of(record, record.people.front()))
      types.insert(happened.event->type);
    const auto told = rules::status_of(record, record.people.front(), day(row.as_of));
    liberties.insert(told.liberty);
    stages.insert(told.stage);
    displays.insert(told.display);
    lives.insert(told.life);
    deprivations.insert(told.deprived);
    for (const auto& state : told.cases) stages.insert(state.stage);
    for (const auto& amnesty : told.amnesties) decisions.insert(amnesty.decision);
  }
  CHECK(unreached(types) == kNone);
  CHECK(unreached(liberties) == kNone);
  CHECK(unreached(stages) == kNone);
  CHECK(unreached(displays) == kNone);
  CHECK(unreached(lives) == kNone);
  CHECK(unreached(decisions) == kNone);
  CHECK(unreached(deprivations) == kNone);
}

TEST_CASE("whatever the events, there is one status, and it holds together") {
  const auto as_of = GENERATE(as<std::string_view>{}, "2021-06-01", "2022-12-01", "2023-02-15");
  for (unsigned seed = 0; seed < 300; ++seed) {
    const auto story = Storyteller(seed).tell(static_cast<int>(seed % 25));
    INFO(seed << ": " << story);
    const auto record = tell(story);
    const auto all = rules::statuses_of(record, day(as_of));
    REQUIRE(all.size() == 1);
    const auto& told = all.front();
    const auto& order = rules::precedence();
    CHECK(std::count(order.begin(), order.end(), told.display) == 1);
    if (told.life == model::Life::Alive || told.life == model::Life::Disappeared)
      CHECK(told.deprived == rules::deprives(told.liberty));
    else
      CHECK(told.deprived == model::Deprived::No);
    CHECK((told.decisive_event.empty() || told.display != model::Display::Unknown ||
           told.life != model::Life::Alive));
    if (told.open_prosecution) CHECK(told.prosecuted);
    if (told.liberty != model::Liberty::Unknown && told.liberty != model::Liberty::Released)
      CHECK(told.display == rules::display_of(told.liberty));
    CHECK_NOTHROW(rules::check(record, day(as_of)));
  }
}

TEST_CASE("what comes after the day changes nothing") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const auto story = Storyteller(seed).tell(15);
    INFO(seed << ": " << story);
    auto record = tell(story);
    const auto before = day("2022-06-01");
    const auto whole = summary(rules::status_of(record, record.people.front(), before));
    const auto is_later = [&](const model::Event& event) {
      return event.date && event.date->earliest() > before;
    };
    std::erase_if(record.people.front().events, is_later);
    for (auto& of_case : record.cases) std::erase_if(of_case.events, is_later);
    CHECK(summary(rules::status_of(record, record.people.front(), before)) == whole);
  }
}

TEST_CASE("a status is confirmed by the latest event and by what its decisive event rests on") {
  const auto confirmed = [](std::string_view story, std::string_view as_of = kToday) {
    const auto told = status(story, as_of).last_confirmed;
    return told ? told->date.edtf() + ' ' + told->source : std::string("never");
  };
  CHECK(confirmed("") == "never");
  CHECK(confirmed("2022-01-12 detained") == "2022-01-12 s1");
  CHECK(confirmed("2022-01-12 detained; 2022-02-01 statement") == "2022-01-12 s1");
  CHECK(confirmed("2022-01-12 arrested_pretrial; 2022-12-01 confirmed source=s3") == "2022-12-01 s3");
  CHECK(confirmed("2022-01-12 arrested_pretrial source=s2; 2022-12-01 confirmed") == "2023-02-10 s2");
  // A document of that month is not surely out before its last day.
  CHECK(confirmed("2022-01-12 arrested_pretrial source=s3", "2023-03-30") == "2022-01-12 s3");
  CHECK(confirmed("2022-01-12 arrested_pretrial source=s3", "2023-03-31") == "2023-03 s3");
  CHECK(confirmed("2022-01-12 detained source=s2; 2022-01-13 released") == "2022-01-13 s1");
}

TEST_CASE("prosecuted is who is a defendant of a criminal case that has begun") {
  CHECK_FALSE(status("2022-01 detained; 2022-01 released").prosecuted);
  CHECK_FALSE(status("2022-01 charged charges=272.1").prosecuted);
  CHECK_FALSE(status("2023-05 charged case=c1").prosecuted);
  CHECK(status("2022-05 charged case=c1").prosecuted);
  CHECK(status("2022-05 charged case=c1").open_prosecution);
  CHECK_FALSE(status("2022-05 charged case=c1; 2022-06 case_closed case=c1").open_prosecution);
  CHECK(status("2022-05 sentenced case=c1 kind=suspended; 2022-06 entered_into_force case=c1")
            .open_prosecution);
  CHECK_FALSE(status("2022-05 sentenced case=c1 kind=suspended; 2022-06 entered_into_force case=c1; "
                     "2022-07 sentence_served case=c1")
                  .open_prosecution);

  auto record = tell("");
  record.cases.push_back({.id = "c1", .defendants = {{"kz-1", {}}}});
  const auto told = rules::status_of(record, record.people.front(), day(kToday));
  CHECK(told.prosecuted);
  CHECK_FALSE(told.open_prosecution);
  CHECK(told.cases.size() == 1);
}

TEST_CASE("an event of some defendants leaves the others alone") {
  auto record = tell("2022-01 arrested_pretrial in=c1");
  add_person(record, "kz-2", "2022-05 house_arrest in=c1 of=kz-2");
  const auto all = rules::statuses_of(record, day(kToday));
  CHECK(summary(all.at(0)) == "pretrial_detention pretrial_detention investigation since 2022-01 by c1/e1");
  CHECK(summary(all.at(1)) == "house_arrest house_arrest investigation since 2022-05 by c1/e1");
}

TEST_CASE("a person's event that names somebody else's case is kept apart") {
  auto record = tell("2022-01 house_arrest case=c1");
  record.cases.front().defendants.clear();
  const auto told = rules::status_of(record, record.people.front(), day(kToday));
  CHECK(told.liberty == model::Liberty::HouseArrest);
}

}  // namespace tests
