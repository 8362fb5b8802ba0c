#include "tests/support/catch.h"
#include "tests/tracker/rules/story.h"

namespace tests {

using namespace tracker;
using Lines = std::vector<std::string>;

TEST_CASE("nothing but courts goes on after death") {
  CHECK(found("2022-01-05 detained; 2022-01-12 died; 2022-01-20 released") ==
        Lines{"people/kz-1.md:30:1: error: released (e3) comes after the death of the person [after-death]\n"
              "  hint: correct the date of one of them"});
  CHECK(found("2022-01-12 died; 2022-02-12 died") ==
        Lines{"people/kz-1.md:20:1: error: died (e2) comes after the death of the person [after-death]\n"
              "  hint: correct the date of one of them"});
  CHECK(found("2022-01-12 died; 2022-02-12 charged case=c1 charges=272.1; 2022-03 convicted case=c1; "
              "2022-04 acquitted case=c1; 2022-04 statement") == Lines{});
  // The month of death may be the month of the release.
  CHECK(found("2022-01-05 detained; 2022-01 died; 2022-01-20 hunger_strike") == Lines{});
}

TEST_CASE("an event of all defendants that one did not live to see") {
  auto record = tell("2022-01-12 died; 2022-01 charged in=c1 charges=272.1; 2022-02 house_arrest in=c1");
  CHECK(found(record) == Lines{"cases/c1.toml:30:1: error: house_arrest (e3) of kz-1 comes after the death "
                               "of the person [after-death]\n"
                               "  hint: name the `defendants` that the event concerns"});
}

TEST_CASE("there is no verdict in a case that ended") {
  CHECK(found("2022-01 charged case=c1 charges=272.1; 2022-02 case_closed case=c1; "
              "2022-03 sentenced case=c1 kind=suspended") ==
        Lines{"people/kz-1.md:30:1: error: sentenced (e3) comes after the case ended as closed "
              "[verdict-in-closed-case]\n"
              "  hint: tell how it was taken up again: case_opened, sent_to_court or retrial_ordered"});
  CHECK(found("2022-01 charged case=c1 charges=272.1; 2022-02 case_closed case=c1; 2022-02-10 sent_to_court "
              "case=c1; "
              "2022-03 sentenced case=c1 kind=suspended charges=272.1") == Lines{});
}

TEST_CASE("a measure that already stands is no new measure") {
  CHECK(found("2022-01 arrested_pretrial case=c1; 2022-03 arrested_pretrial case=c1") ==
        Lines{"people/kz-1.md:20:1: warning: arrested_pretrial (e2) comes while that measure already stands "
              "in the "
              "case [same-measure]\n  hint: a measure that is prolonged is told as confirmed"});
}

TEST_CASE("two custodies at once are pointed at, but for a remand out of prison") {
  CHECK(found("2022-01 arrested_pretrial case=c1; 2022-03 house_arrest case=c2") ==
        Lines{"people/kz-1.md:20:1: warning: house_arrest (e2) comes while pretrial_detention stands by case "
              "\"c1\" "
              "[two-custodies]\n  hint: tell how that ended, or name the same case in both"});
  CHECK(found("2019 sentenced case=c1 kind=imprisonment charges=272.1; 2022-03 house_arrest case=c2") ==
        Lines{"people/kz-1.md:20:1: warning: house_arrest (e2) comes while imprisoned stands by case \"c1\" "
              "[two-custodies]\n  hint: tell how that ended, or name the same case in both"});
  CHECK(found("2019 sentenced case=c1 kind=imprisonment charges=272.1; 2022-03 arrested_pretrial case=c2") ==
        Lines{});
  CHECK(
      found("2022-01 arrested_pretrial case=c1; 2022-03-05 detained; 2022-03-05 released case=c1") ==
      Lines{
          "people/kz-1.md:20:1: warning: detained (e2) comes while pretrial_detention stands by case \"c1\" "
          "[two-custodies]\n  hint: tell how that ended, or name the same case in both"});
}

TEST_CASE("nobody is held and abroad, or held and wanted") {
  CHECK(found("2021 left_country; 2022-03 house_arrest case=c1") ==
        Lines{"people/kz-1.md:20:1: warning: house_arrest (e2) comes while the person is abroad "
              "[held-while-abroad]\n"
              "  hint: tell the return first; for an arrest ordered in absence say wanted"});
  CHECK(found("2021 left_country; 2022-03 extradition_arrest; 2022-04 released") == Lines{});
  CHECK(found("2022-01 arrested_pretrial case=c1; 2022-03 wanted case=c1") ==
        Lines{"people/kz-1.md:20:1: warning: wanted (e2) comes while the person is held: pretrial_detention "
              "[wanted-while-held]\n  hint: tell how that ended"});
  CHECK(found("2022-01 wanted case=c1; 2022-03 arrested_pretrial case=c1") == Lines{});
}

TEST_CASE("a conviction is of something") {
  CHECK(found("2022-01 case_opened case=c1; 2022-03 convicted case=c1") ==
        Lines{"people/kz-1.md:20:1: warning: convicted (e2) does not say of what, and no charge is known "
              "[convicted-without-charges]\n  hint: name the articles in `charges`"});
  CHECK(found("2022-01 case_opened case=c1; 2022-03 convicted case=c1 charges=272.1") == Lines{});
}

TEST_CASE("events of one day whose order decides are pointed at until somebody says it") {
  CHECK(found("2022-01-10 arrested_pretrial case=c1; 2022-03-15 house_arrest case=c1; 2022-03-15 released "
              "case=c1") ==
        Lines{"people/kz-1.md:30:1: note: released (e3) and house_arrest (e2) are of one day; the record "
              "takes the "
              "first of these to be the later [same-day-order]\n  hint: say which came first with `order`"});
  CHECK(found("2022-01-10 arrested_pretrial case=c1; 2022-03-15 house_arrest case=c1 order=2; "
              "2022-03-15 released case=c1 order=1") == Lines{});
}

TEST_CASE("a month comes before its days, which is said where it decides") {
  CHECK(
      found("2022-10-06 detained; 2022-10 fined") ==
      Lines{
          "people/kz-1.md:10:1: warning: detained (e1) is the last word on the person's liberty, and police "
          "detention lasts days [detention-without-end]\n"
          "  hint: tell what followed: released, fined, admin_arrest, arrested_pretrial …",
          "people/kz-1.md:10:1: note: detained (e1) is taken to come after fined (e2), whose date 2022-10 "
          "leaves "
          "that open [doubtful-order]\n"
          "  hint: if it came before, say so with an interval that begins on 2022-10-06"});
  CHECK(found("2022-10-06 detained; 2022-10-06/2022-10-31 fined") == Lines{});
  CHECK(found("2022-10-06 detained; 2022-10-06/2023-02 fined; 2023-01-05 detained; 2023-01-05 released") ==
        Lines{});
}

TEST_CASE("a detention of which nobody wrote the end is pointed at after three days") {
  CHECK(found("2023-02-12 detained") == Lines{});
  CHECK(found("2023-02-11 detained").size() == 1);
}

}  // namespace tests
