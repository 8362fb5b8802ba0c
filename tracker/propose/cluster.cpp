#include "tracker/propose/cluster.h"

#include <algorithm>

#include "tracker/propose/same.h"

namespace tracker::propose {
namespace {

/// Statements about one person that are looked at; a page that says more of somebody means to keep us busy.
constexpr std::size_t kMostLines = 2000;

/// How closely a statement says when it was: exact days first, so that vague tellings join them and not each other.
int vagueness(const Line& line) {
  const auto& date = line.converted.event.date;
  if (!date) return 4;
  switch (date->precision()) {
    case base::Precision::Day: return 0;
    case base::Precision::Month: return 1;
    case base::Precision::Interval: return 2;
    case base::Precision::Year: return 3;
  }
  return 3;
}

void join(Cluster& cluster, const Line& line) {
  for (const auto& what : line.converted.unknown)
    if (std::find(cluster.unknown.begin(), cluster.unknown.end(), what) == cluster.unknown.end())
      cluster.unknown.push_back(what);
  cluster.background = cluster.background && line.told->said.background;
  cluster.lines.push_back(&line);
  refine(cluster.event, line.converted.event);
}

/// The day that most independent groups give; the earliest of equals. Kept simple: one exact day a group.
void settle_day(Cluster& cluster) {
  std::vector<std::pair<base::PartialDate, std::vector<std::string>>> days;
  for (const auto* line : cluster.lines) {
    const auto& date = line->converted.event.date;
    if (!date || !date->is_exact()) continue;
    auto found = std::find_if(days.begin(), days.end(), [&](const auto& day) { return day.first == *date; });
    if (found == days.end()) found = days.insert(days.end(), {*date, {}});
    auto& groups = found->second;
    if (std::find(groups.begin(), groups.end(), line->told->independence) == groups.end())
      groups.push_back(line->told->independence);
  }
  if (days.size() < 2) return;
  const auto best = std::min_element(days.begin(), days.end(), [](const auto& a, const auto& b) {
    if (a.second.size() != b.second.size()) return a.second.size() > b.second.size();
    return a.first < b.first;
  });
  cluster.event.date = best->first;
}

}  // namespace

std::vector<Cluster> clusters_of(const Subject& subject) {
  std::vector<const Line*> order;
  for (const auto& line : subject.lines) {
    if (order.size() == kMostLines) break;
    order.push_back(&line);
  }
  std::stable_sort(order.begin(), order.end(), [](const Line* a, const Line* b) { return vagueness(*a) < vagueness(*b); });

  std::vector<Cluster> clusters;
  for (const auto* line : order) {
    const auto& event = line->converted.event;
    std::vector<Cluster*> fits, near;
    for (auto& cluster : clusters) {
      if (is_same(cluster.event, event, Undated::FitsAny)) {
        fits.push_back(&cluster);
      } else if (event.date && !differences(event, cluster.event, "elsewhere").empty()) {
        near.push_back(&cluster);
      }
    }
    // A vague telling that fits two events is of neither: better asked about than put to the wrong one. Charges, though,
    // tell the two apart where both are said.
    if (fits.size() > 1)
      std::erase_if(fits, [&](const Cluster* cluster) {
        return cluster->event.charges.empty() || event.charges.empty();
      });
    Cluster* to = fits.empty() ? nullptr : fits.front();
    if (!to && near.size() == 1) {
      to = near.front();
      for (auto& words : differences(event, to->event, "elsewhere")) to->differs.push_back(std::move(words));
    }
    if (!to) {
      to = &clusters.emplace_back();
      to->event = event;
    }
    join(*to, *line);
  }
  for (auto& cluster : clusters) settle_day(cluster);
  std::stable_sort(clusters.begin(), clusters.end(), [](const Cluster& a, const Cluster& b) {
    if (a.event.date.has_value() != b.event.date.has_value()) return a.event.date.has_value();
    if (a.event.date && *a.event.date != *b.event.date) return *a.event.date < *b.event.date;
    return a.event.type < b.event.type;
  });
  return clusters;
}

}  // namespace tracker::propose
