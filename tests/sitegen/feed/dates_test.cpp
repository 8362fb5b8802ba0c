// The site's calendars: the same history as that of the whole versions, one file a person and one for all.
#include "sitegen/feed/dates.h"

#include <set>

#include "sitegen/view/links.h"
#include "tests/support/catch.h"
#include "tests/support/sample_record.h"
#include "tracker/load/content.h"

using namespace sitegen;

namespace {

tracker::model::Record real() {
  return tracker::load::load_content(TIZIM_SOURCE_DIR "/content", "content").record;
}

tracker::model::Person& person(tracker::model::Record& record, const std::string& id) {
  for (auto& one : record.people)
    if (one.id == id) return one;
  throw std::runtime_error("nobody");
}

/// Every calendar of dates of one language.
std::vector<view::OutputFile> calendars(const view::View& view, const std::string& language) {
  view::Keys keys(view, {}, {});
  std::vector<view::OutputFile> files;
  for (const auto& part : feed::date_parts(view, keys))
    if (part.name.starts_with(language + "/"))
      for (auto& file : part.make()) files.push_back(std::move(file));
  return files;
}

}  // namespace

TEST_CASE("what the versions did to a date is read off their changes as off the whole of them") {
  const auto first = real();
  auto second = first;
  // The appeal is learned to have been a month later; another's charge is dropped.
  for (auto& event : person(second, "kz-0022").events)
    if (event.id == "e5") event.date = tracker::base::PartialDate::parse("2024-02-19");
  auto& events = person(second, "kz-0008").events;
  auto dropped = events.back();
  dropped.id = "e9";
  dropped.type = tracker::model::EventType::CaseClosed;
  dropped.case_id = {"kaskelen-performance-2022", {}};
  dropped.date = tracker::base::PartialDate::parse("2023-12-01");
  events.push_back(dropped);
  const auto versions = tests::versions_of({first, second});
  const auto whole = tracker::report::clock_history(second, versions);
  const auto view = view::make_view(second, versions, {});
  const auto parts = feed::date_history(view);
  REQUIRE(whole.size() == parts.size());
  for (const auto& [id, clocks] : whole) {
    REQUIRE(parts.contains(id));
    CHECK(clocks.size() == parts.at(id).size());
    for (const auto& [clock, dated] : clocks) {
      INFO(id << ' ' << clock);
      const auto& other = parts.at(id).at(clock);
      CHECK(other.sequence == dated.sequence);
      CHECK(other.when == dated.when);
      CHECK(other.cancelled == dated.cancelled);
      CHECK(other.changed == dated.changed);
    }
  }
  CHECK(parts.at("kz-0022").at("end_of_term/astana-banned-organisation-2023").sequence == 1);
  CHECK(parts.at("kz-0008").at("limitation/kaskelen-performance-2022/kz-cc-2014:380").cancelled);

  std::set<std::string> paths;
  for (const auto& file : calendars(view, "ru")) {
    paths.insert(file.path);
    CHECK(file.bytes.starts_with("BEGIN:VCALENDAR\r\n"));
    if (file.path == "ru/feeds/dates/kz-0008.ics") CHECK(file.bytes.find("STATUS:CANCELLED\r\n") != std::string::npos);
  }
  CHECK(paths.contains("ru/feeds/dates.ics"));
  for (const auto& one : view.record.people)
    if (!view.clocks_of(one).empty()) CHECK(paths.contains("ru/" + view::dates_path(one.id)));
}

TEST_CASE("of somebody who is taken off the list the dates are cancelled, and nothing more is told") {
  const auto first = real();
  auto second = first;
  std::erase_if(second.people, [](const auto& one) { return one.id == "kz-0022"; });
  for (auto& of_case : second.cases) {
    std::erase_if(of_case.defendants, [](const auto& one) { return one.id == "kz-0022"; });
    for (auto& event : of_case.events)
      std::erase_if(event.defendants, [](const auto& one) { return one.id == "kz-0022"; });
  }
  std::erase_if(second.cases, [](const auto& of_case) { return of_case.defendants.empty(); });
  const auto versions = tests::versions_of({first, second});
  const auto view = view::make_view(second, versions, {});
  const auto history = feed::date_history(view);
  REQUIRE(history.contains("kz-0022"));
  REQUIRE(history.at("kz-0022").contains("end_of_term/astana-banned-organisation-2023"));
  for (const auto& [id, clock] : history.at("kz-0022")) {
    INFO(id);
    CHECK(clock.cancelled);
    CHECK(clock.sequence == 1);
  }
  bool seen = false;
  for (const auto& file : calendars(view, "en")) {
    if (file.path != "feeds/dates/kz-0022.ics") continue;
    seen = true;
    CHECK(file.bytes.find("STATUS:CANCELLED") != std::string::npos);
    CHECK(file.bytes.find("STATUS:TENTATIVE") == std::string::npos);
    CHECK(file.bytes.find("Zhylanbayev") == std::string::npos);
    CHECK(file.bytes.find("people/kz-0022") == std::string::npos);
  }
  CHECK(seen);
}
