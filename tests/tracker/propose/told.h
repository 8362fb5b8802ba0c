// A made-up record of two people, and statements about them in a line each.
#pragma once

#include <string>
#include <vector>

#include "tracker/model/record.h"
#include "tracker/propose/propose.h"

namespace tests {

/// xx-0001 Testa Examplova, charged under 272.1 in Testgrad in June 2022 (case c, event c1, source "report"), and xx-0002
/// Aidos Probayuly, detained on 2022-11-14 (event e1). Sources: report, daily, weekly, and mirror, which repeats daily.
tracker::model::Record small_record();

struct Says {
  std::string source = "daily";
  std::string person = "Testa Examplova";
  tracker::model::EventType event = tracker::model::EventType::Sentenced;
  std::string date = {};
  std::vector<std::string> articles = {};
  int months = 0;
  int days = 0;
  std::string place = {};
  std::string quote = {};
  bool background = false;
  std::vector<std::string> delicate = {};
};

tracker::propose::Told told(const Says& says);
std::vector<tracker::propose::Proposal> proposed(const tracker::model::Record& record, const std::vector<Says>& says);

}  // namespace tests
