#include "sitegen/page/figures.h"

#include <algorithm>

namespace sitegen::page {
namespace {

using html::all;
using html::css;
using html::element;
using tracker::model::Measurement;

Html share(const Context& context, std::string_view heading, const std::optional<int>& thousandths) {
  const Html text = thousandths ? context.say("figures.share", {{"share", static_cast<long long>(*thousandths)}}) : Html("–");
  return cell(context, heading, text);
}

Html name_of(const Context& context, const Measurement& measured) {
  if (measured.texts != "corpus") return context.say("figures.texts_" + measured.texts);
  return measured.language.empty() ? context.say("figures.all_languages") : context.say("tongue." + measured.language);
}

Html row(const Context& context, const Measurement& measured) {
  const auto count = [&](int number) { return Html(context.words.number(number)); };
  return element("tr", {}, element("th", {{"scope", "row"}}, name_of(context, measured)),
                 cell(context, "figures.pages", count(measured.pages)), cell(context, "figures.labels", count(measured.labels)),
                 share(context, "figures.precision", measured.precision), share(context, "figures.recall", measured.recall),
                 share(context, "figures.dates", measured.dates), share(context, "figures.months", measured.months),
                 share(context, "figures.articles", measured.articles),
                 cell(context, "figures.invented", count(measured.invented)));
}

/// Languages, then all of them, then other sets of texts.
int rank(const Measurement& measured) { return measured.texts != "corpus" ? 2 : measured.language.empty() ? 1 : 0; }

}  // namespace

Html reading_figures(const Context& context) {
  auto measurements = context.record().measurements;
  if (measurements.empty()) return {};
  std::stable_sort(measurements.begin(), measurements.end(),
                   [](const auto& a, const auto& b) { return rank(a) < rank(b); });
  Html rows;
  std::optional<tracker::base::PartialDate> newest;
  for (const auto& measured : measurements) {
    rows += row(context, measured);
    if (measured.measured && (!newest || *newest < *measured.measured)) newest = measured.measured;
  }
  Html head = element("th", {{"scope", "col"}}, context.say("figures.texts"));
  for (const char* heading : {"figures.pages", "figures.labels", "figures.precision", "figures.recall", "figures.dates",
                              "figures.months", "figures.articles", "figures.invented"})
    head += column(context, heading);
  Html lead = element("p", {}, context.say("figures.lead"));
  if (newest)
    lead += element("p", {}, context.say("figures.measured", {}, {{"date", context.date(newest, view::DateForm::Within)}}));
  return element("section", {{"aria-labelledby", "figures"}}, element("h2", {{"id", "figures"}}, context.say("figures.title")), lead,
                 element("table", {css("cards")}, element("caption", {}, context.say("figures.caption")),
                         element("thead", {}, element("tr", {}, head)), element("tbody", {}, rows)));
}

}  // namespace sitegen::page
