#include "sitegen/page/over_time.h"

#include <algorithm>

#include "sitegen/page/chart.h"
#include "sitegen/view/links.h"
#include "sitegen/view/over_time.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;
using tracker::base::PartialDate;
using view::Month;

Html month_name(const Context& context, const std::string& code) {
  return context.date(PartialDate::parse(code));
}

Html numbers(const Context& context, const Month& month, const Html& name) {
  return element("tr", {}, element("th", {{"scope", "row"}}, name),
                 element("td", {css("n")}, context.words.number(month.deprived)),
                 element("td", {css("n")}, context.words.number(month.deprived - month.unconfirmed)),
                 element("td", {css("n")}, context.words.number(month.prosecuted)));
}

/// Every month, or the last month of every year.
Html table(const Context& context, const std::vector<Month>& months, Behind behind) {
  Html rows;
  for (std::size_t i = months.size(); i-- > 0;) {
    const bool ends_year =
        i + 1 == months.size() || months[i].code.substr(0, 4) != months[i + 1].code.substr(0, 4);
    if (behind == Behind::Months || ends_year)
      rows += numbers(context, months[i], month_name(context, months[i].code));
  }
  Html head = column(context, "over_time.month");
  for (const char* key : {"over_time.deprived", "over_time.confirmed", "over_time.prosecuted"})
    head += element("th", {{"scope", "col"}, {"class", "n"}}, context.say(key));
  const Html csv = html::link(context.to_root(view::kOverTimeCsv), context.say("over_time.csv"));
  return all(element("details", {}, element("summary", {}, context.say("over_time.table")),
                     element("table", {}, element("caption", {}, context.say("over_time.caption")),
                             element("thead", {}, element("tr", {}, head)), element("tbody", {}, rows))),
             element("p", {css("after")}, csv));
}

/// Januaries, at most six, the last ones of evenly spaced years.
std::vector<Tick> years(const std::vector<Month>& months) {
  std::vector<Tick> all;
  for (std::size_t i = 0; i < months.size(); ++i)
    if (months[i].code.ends_with("-01")) all.push_back({i, months[i].code.substr(0, 4)});
  const std::size_t every = (all.size() + 5) / 6;
  std::vector<Tick> kept;
  for (std::size_t i = 0; i < all.size(); ++i)
    if ((all.size() - 1 - i) % std::max<std::size_t>(every, 1) == 0) kept.push_back(all[i]);
  return kept;
}

std::vector<Tick> scope_marks(const Context& context, const std::vector<Month>& months) {
  std::vector<Tick> marks;
  for (const auto& code : view::scope_changes(context.record())) {
    const auto month =
        std::find_if(months.begin(), months.end(), [&](const Month& one) { return one.code == code; });
    const auto date = PartialDate::parse(code);
    if (month == months.end() || !date) continue;
    marks.push_back({static_cast<std::size_t>(month - months.begin()),
                     context.words.date(*date) + ": " + context.words("scope." + code)});
  }
  return marks;
}

}  // namespace

Html over_time_chart(const Context& context, Behind behind) {
  const auto& months = context.view.months();
  if (months.empty()) return {};
  Series deprived{context.words("over_time.deprived"), "line deprived", {}};
  Series confirmed{context.words("over_time.confirmed"), "line confirmed", {}};
  Series prosecuted{context.words("over_time.prosecuted"), "line prosecuted", {}};
  const Month* peak = &months.front();
  for (const auto& month : months) {
    deprived.values.push_back(month.deprived);
    confirmed.values.push_back(month.deprived - month.unconfirmed);
    prosecuted.values.push_back(month.prosecuted);
    if (month.deprived > peak->deprived) peak = &month;
  }
  const auto in_words = [&](const Month& month) {
    return context.words.date(*PartialDate::parse(month.code), view::DateForm::Within);
  };
  LineChart chart;
  chart.id = "over-time";
  chart.title = context.words("over_time.title");
  chart.description = context.words(
      "over_time.description",
      {{"from", in_words(months.front())},
       {"to", in_words(months.back())},
       {"peak", static_cast<long long>(peak->deprived)},
       {"when", in_words(*peak)},
       {"now", static_cast<long long>(months.back().deprived)},
       {"confirmed", static_cast<long long>(months.back().deprived - months.back().unconfirmed)},
       {"prosecuted", static_cast<long long>(months.back().prosecuted)}});
  chart.series = {deprived, confirmed, prosecuted};
  chart.ticks = years(months);
  chart.marks = scope_marks(context, months);
  return line_chart(chart, table(context, months, behind));
}

}  // namespace sitegen::page
