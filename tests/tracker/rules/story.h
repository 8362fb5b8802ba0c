// Records for tests, told in a line: "2022-01-12 detained; 2022-01-14 arrested_pretrial case=c1; 2022-02
// released".
//
// Each part is a date ("?" for none), a type, and `key=value` pairs; events are e1, e2 … in the order
// written. Cases are made as they are named: "c…" criminal, "a…" administrative. `in=c1` puts the event into
// the case file. Articles are those of a law called "law", the amnesty act is called "act", and every event
// rests on source "s1".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tracker/base/instant.h"
#include "tracker/model/record.h"
#include "tracker/model/status.h"
#include "tracker/rules/check.h"

namespace tests {

/// 2023-02-15, the day for which most tests ask.
inline constexpr std::string_view kToday = "2023-02-15";

tracker::base::Day day(std::string_view iso);
tracker::base::PartialDate date(std::string_view edtf);

/// A record without findings, with one person "kz-1" to whom all of the story happened.
tracker::model::Record tell(std::string_view story);
/// Adds a further person with a story; cases that are already there are shared.
void add_person(tracker::model::Record& record, std::string_view id, std::string_view story);

/// "imprisoned imprisoned in_force since 2022-07-15 by e2" and what else is not ordinary, in a fixed order.
std::string summary(const tracker::model::Status& status);
tracker::model::Status status(std::string_view story, std::string_view as_of = kToday);

/// One row of the table of the fold.
struct Row {
  const char* name;
  const char* story;
  const char* expected;  // as `summary` has it
  std::string_view as_of = kToday;
};
using Rows = std::vector<Row>;
/// Each test file of the fold gives its rows; status_test.cpp checks that together they reach every code.
const Rows& custody_rows();
const Rows& sentence_rows();
const Rows& stage_rows();
const Rows& amnesty_rows();
const Rows& briefing_rows();
void check_rows(const Rows& rows);

/// Findings as text, one a line, without the part before the severity.
std::vector<std::string> found(const tracker::model::Record& record, std::string_view today = kToday);
std::vector<std::string> found(std::string_view story);

}  // namespace tests
