#include "sitegen/page/sections.h"

namespace sitegen::page {

using html::css;
using html::element;

Html section(const Context& context, std::string_view id, std::string_view key, const Html& content) {
  if (content.empty()) return {};
  return element("section", {{"aria-labelledby", id}}, element("h2", {{"id", id}}, context.say(key)),
                 content);
}

Html counted_heading(const Context& context, const Html& words, std::size_t count) {
  return element("h2", {}, words, "\u00a0",
                 element("span", {css("count")}, context.words.number(static_cast<long long>(count))));
}

Html folded(std::string_view id, const Html& heading, bool is_open, const Html& content) {
  html::Attributes attributes{{"id", id}, css("folded")};
  if (is_open) attributes.push_back({"open", ""});
  return element("details", attributes, element("summary", {}, heading), content);
}

}  // namespace sitegen::page
