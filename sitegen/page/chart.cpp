#include "sitegen/page/chart.h"

#include <algorithm>
#include <cmath>

namespace sitegen::page {
namespace {

using html::css;
using html::element;

/// The plot is a square of 1000 by 1000 that is stretched to the width of the page and a fixed height.
constexpr int kSide = 1000;
/// Share of the drawing's height, in per cent, that is above the highest value and below the axis.
constexpr double kTop = 6.0;
constexpr double kBottom = 12.0;

std::string per_cent(double value) {
  const auto tenths = static_cast<long long>(std::llround(value * 10));
  return std::to_string(tenths / 10) + (tenths % 10 != 0 ? "." + std::to_string(tenths % 10) : "") + "%";
}

/// 1, 2 or 5 times a power of ten, so that at most five lines cross the chart.
int step_for(int highest) {
  for (int step = 1;; step *= 10)
    for (const int times : {1, 2, 5})
      if (highest / (step * times) <= 4) return step * times;
}

class Scale {
 public:
  Scale(std::size_t points, int highest)
      : points_(std::max<std::size_t>(points, 1)),
        step_(step_for(highest)),
        top_((highest / step_ + 1) * step_) {}
  double x(std::size_t at) const { return static_cast<double>(at) * 100.0 / static_cast<double>(points_); }
  double y(int value) const {
    return kTop + (100.0 - kTop - kBottom) * (1.0 - static_cast<double>(value) / top_);
  }
  int step() const { return step_; }
  int top() const { return top_; }
  std::size_t points() const { return points_; }

 private:
  std::size_t points_;
  int step_;
  int top_;
};

std::string number(double value) {
  return std::to_string(std::llround(value * kSide / 100.0));
}

/// Steps, not slopes: between two states nobody was half released.
std::string path_of(const Series& series, const Scale& scale) {
  std::string path;
  for (std::size_t i = 0; i < series.values.size(); ++i) {
    if (i > 0 && series.values[i] == series.values[i - 1]) continue;
    const std::string y = number(scale.y(series.values[i]));
    path += path.empty() ? "M" + number(scale.x(i)) + " " + y : "H" + number(scale.x(i)) + "V" + y;
  }
  return path + "H" + std::to_string(kSide);
}

Html text(double x, double y, const char* anchor, html::Literal classes, const std::string& content) {
  return element("text", {css(classes), {"x", per_cent(x)}, {"y", per_cent(y)}, {"text-anchor", anchor}},
                 content);
}

Html grid(const Scale& scale) {
  Html out;
  for (int value = 0; value <= scale.top(); value += scale.step()) {
    const std::string y = per_cent(scale.y(value));
    out += element(
        "line", {{"class", value == 0 ? "axis" : "grid"}, {"x1", "0"}, {"x2", "100%"}, {"y1", y}, {"y2", y}});
    if (value > 0) out += text(0, scale.y(value) - 1.2, "start", "scale", std::to_string(value));
  }
  return out;
}

Html ticks(const LineChart& chart, const Scale& scale) {
  Html out;
  for (const auto& tick : chart.ticks) {
    const std::string x = per_cent(scale.x(tick.at));
    out += element("line", {css("axis"),
                            {"x1", x},
                            {"x2", x},
                            {"y1", per_cent(100 - kBottom)},
                            {"y2", per_cent(102 - kBottom)}});
    out += text(scale.x(tick.at), 97.5,
                scale.x(tick.at) < 4    ? "start"
                : scale.x(tick.at) > 94 ? "end"
                                        : "middle",
                "scale", tick.label);
  }
  return out;
}

Html marks(const LineChart& chart, const Scale& scale) {
  Html out;
  int count = 0;
  for (const auto& mark : chart.marks) {
    const std::string x = per_cent(scale.x(mark.at));
    out +=
        element("line", {css("mark"), {"x1", x}, {"x2", x}, {"y1", "5%"}, {"y2", per_cent(100 - kBottom)}});
    out += text(std::clamp(scale.x(mark.at), 1.5, 98.5), 4.5, "middle", "mark", std::to_string(++count));
  }
  return out;
}

Html lines(const LineChart& chart, const Scale& scale) {
  Html paths, ends;
  for (auto series = chart.series.rbegin(); series != chart.series.rend(); ++series) {
    paths += element(
        "path", {css(series->css), {"vector-effect", "non-scaling-stroke"}, {"d", path_of(*series, scale)}});
    if (!series->values.empty())
      ends += text(100, scale.y(series->values.back()) - 1.6, "end", "end",
                   std::to_string(series->values.back()));
  }
  const std::string box = "0 0 " + std::to_string(kSide) + " " + std::to_string(kSide);
  return all(
      element("svg",
              {{"viewBox", box}, {"preserveAspectRatio", "none"}, {"width", "100%"}, {"height", "100%"}},
              paths),
      ends);
}

Html key(const LineChart& chart) {
  Html items;
  for (const auto& series : chart.series)
    items +=
        element("li", {},
                element("svg", {css("sample"), {"aria-hidden", "true"}, {"width", "28"}, {"height", "10"}},
                        element("path", {css(series.css), {"d", "M0 5H28"}})),
                " ", series.name);
  return element("ul", {css("key")}, items);
}

}  // namespace

Html line_chart(const LineChart& chart, const Html& below) {
  int highest = 1;
  std::size_t points = 0;
  for (const auto& series : chart.series) {
    points = std::max(points, series.values.size());
    for (const int value : series.values) highest = std::max(highest, value);
  }
  const Scale scale(points, highest);
  const Html drawing = element("svg",
                               {css("chart"),
                                {"role", "img"},
                                {"aria-labelledby", chart.id + "-title " + chart.id + "-desc"},
                                {"width", "100%"},
                                {"height", "260"}},
                               element("title", {{"id", chart.id + "-title"}}, chart.title),
                               element("desc", {{"id", chart.id + "-desc"}}, chart.description), grid(scale),
                               ticks(chart, scale), lines(chart, scale), marks(chart, scale));
  Html explained;
  for (const auto& mark : chart.marks) explained += element("li", {}, mark.label);
  if (!explained.empty()) explained = element("ol", {css("marks")}, explained);
  return element("figure", {css("over-time")}, element("figcaption", {}, chart.title), key(chart), drawing,
                 explained, below);
}

Html bar(double share) {
  return element(
      "svg", {css("bar"), {"aria-hidden", "true"}, {"width", "100%"}, {"height", "12"}},
      element("rect", {{"width", per_cent(100 * std::clamp(share, 0.0, 1.0))}, {"height", "100%"}}));
}

}  // namespace sitegen::page
