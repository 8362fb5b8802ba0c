#include "tracker/propose/court.h"

#include "tests/support/catch.h"
#include "tests/tracker/propose/told.h"
#include "tracker/propose/propose.h"

using namespace tracker;

namespace {

parse::CourtRow row(std::string parties, const char* date, std::string outcome = {}) {
  parse::CourtRow made;
  made.parties = std::move(parties);
  made.court = "Testgrad city court";
  made.articles = {"272.1"};
  made.date = base::PartialDate::parse(date);
  made.outcome = std::move(outcome);
  made.cells = {date, made.parties, made.court};
  return made;
}

propose::Told page() {
  propose::Told made;
  made.source = "daily";
  made.independence = "daily";
  made.language = "ru";
  made.snapshot = std::string(64, 'a');
  return made;
}

base::Day day(const char* text) { return base::PartialDate::parse(text)->earliest(); }

std::vector<propose::Told> told(const std::vector<parse::CourtRow>& rows) {
  const auto record = tests::small_record();
  return propose::told_of_rows(rows, match::Names(record.people), page(), day("2023-04-05"));
}

}  // namespace

TEST_CASE("a court's table tells only of those whom the list knows by name") {
  const auto all = told({row("Examplova Testa; Somebody Else", "2023-04-10"), row("Nobody Known", "2023-04-10")});
  REQUIRE(all.size() == 1);
  CHECK(all[0].said.person == "Examplova Testa");
  CHECK(all[0].said.event == model::EventType::Hearing);
  CHECK(all[0].said.court == "Testgrad city court");
  CHECK(all[0].said.quote == "Examplova Testa; Somebody Else");
  CHECK(all[0].paragraph.substr(all[0].quote.begin, all[0].quote.end - all[0].quote.begin) == all[0].said.quote);
}

TEST_CASE("a hearing is scheduled, held or adjourned") {
  const auto all = told({row("Examplova Testa", "2023-04-10"), row("Examplova Testa", "2023-04-03"),
                         row("Examplova Testa", "2023-04-03", "Отложено"), row("Examplova Testa", "2023-04-10", "кейінге қалдырылды")});
  REQUIRE(all.size() == 4);
  CHECK(all[0].said.role == "hearing scheduled");
  CHECK(all[1].said.role == "hearing held");
  CHECK(all[2].said.role == "hearing adjourned");
  CHECK(all[3].said.role == "hearing adjourned");
}

TEST_CASE("a hearing of a case of the record is proposed for that case, in words") {
  const auto record = tests::small_record();
  const auto proposals = propose::propose(record, told({row("Examplova Testa", "2023-04-10")}));
  REQUIRE(proposals.size() == 1);
  CHECK(proposals[0].person_id == "xx-0001");
  CHECK(proposals[0].event.case_id.id == "c");
  CHECK(proposals[0].event.text.in("en", "en") == "Hearing scheduled.");
}
