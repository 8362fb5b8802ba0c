#include "sitegen/page/cite.h"

#include "sitegen/page/sections.h"
#include "sitegen/view/links.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;

/// The line in the words of one language. Its address is that language's page, and the version it names has a
/// page too.
Html line(const Context& context, const view::Words& words, const std::string& title) {
  const auto& site = context.record().site;
  const std::string root = view::language_root(words.language(), site.default_language);
  const std::string text =
      words("cite.line", {{"title", title},
                          {"site", words.text(site.title)},
                          {"version", static_cast<long long>(context.version().number)},
                          {"date", words.day(context.as_of())},
                          {"address", site.base_url + root + context.path}});
  return element("div", {}, element("dt", {}, context.language_name(words.language())),
                 element("dd", {html::lang(words.language())}, text));
}

}  // namespace

Html how_to_cite(const Context& context, const std::function<std::string(const view::Words&)>& title) {
  Html lines;
  for (const auto& language : context.record().site.languages) {
    const auto& words = context.words.in(language);
    lines += line(context, words, title(words));
  }
  const auto& shown = context.version();
  const Html version =
      context.link(view::version_path(shown.number),
                   context.say("ui.version", {{"number", static_cast<long long>(shown.number)}}));
  return section(
      context, "cite", "cite.title",
      all(element("dl", {css("facts cite")}, lines), element("p", {css("quiet")}, context.say("cite.note")),
          element("p", {css("quiet")}, version, ": ", element("code", {}, shown.hash.hex()))));
}

Html how_to_report(const Context& context, const std::string& subject) {
  std::string contact = context.record().site.contact;
  if (contact.starts_with("mailto:") && contact.find('?') == std::string::npos && !subject.empty())
    contact += "?subject=" + subject + "%20v" + std::to_string(context.version().number);
  return section(context, "report", "report.title",
                 element("p", {}, context.say("report.text"), " ",
                         html::link(html::Url::from(contact), context.say("report.contact")), "."));
}

}  // namespace sitegen::page
