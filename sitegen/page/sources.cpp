#include "sitegen/page/sources.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sitegen/page/sections.h"
#include "sitegen/page/shell.h"
#include "sitegen/view/links.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;
using tracker::model::code_of;
using tracker::model::Receipt;
using tracker::model::Source;

/// How often events and recognitions cite each source.
std::map<std::string, long long> count_citations(const tracker::model::Record& record) {
  std::map<std::string, long long> counts;
  const auto count = [&](const std::vector<tracker::model::Event>& events) {
    for (const auto& event : events)
      for (const auto& citation : event.sources) ++counts[citation.source.id];
  };
  for (const auto& person : record.people) {
    count(person.events);
    for (const auto& recognition : person.designations)
      for (const auto& citation : recognition.sources) ++counts[citation.source.id];
  }
  for (const auto& of_case : record.cases) count(of_case.events);
  return counts;
}

/// The last attempt to fetch each source and the last that brought or confirmed its bytes.
struct Seen {
  const Receipt* attempt = nullptr;
  const Receipt* success = nullptr;
};

std::map<std::string, Seen> last_seen(const std::vector<Receipt>& receipts) {
  std::map<std::string, Seen> seen;
  for (const auto& receipt : receipts) {
    auto& last = seen[receipt.source];
    if (!last.attempt || last.attempt->started <= receipt.started) last.attempt = &receipt;
    const bool is_success = receipt.outcome == tracker::model::FetchOutcome::Fetched ||
                            receipt.outcome == tracker::model::FetchOutcome::NotModified;
    if (is_success && (!last.success || last.success->started <= receipt.started)) last.success = &receipt;
  }
  return seen;
}

/// "a · b · c".
Html dotted(const std::vector<Html>& parts) {
  Html out;
  for (const auto& part : parts)
    if (!part.empty()) out += all(out.empty() ? "" : " · ", part);
  return out;
}

Html languages(const Context& context, const Source& source) {
  std::vector<Html> names;
  for (const auto& language : source.languages) names.emplace_back(context.language_name(language));
  return listed(names);
}

Html attempt(const Context& context, const Seen& seen) {
  if (!seen.attempt) return context.say("sources.never_tried");
  return all(context.day(tracker::base::day_of(seen.attempt->started)), ", ",
             context.say("outcome." + std::string(code_of(seen.attempt->outcome))));
}

/// "bureau.kz": enough to know whose page a link leads to; the page of the source has the whole address.
std::string_view host_of(std::string_view address) {
  const auto scheme = address.find("://");
  if (scheme != std::string_view::npos) address.remove_prefix(scheme + 3);
  if (address.starts_with("www.")) address.remove_prefix(4);
  return address.substr(0, address.find('/'));
}

/// "Last seen: 3 March 2026".
Html labelled(const Context& context, const char* key, const Html& content) {
  return all(element("span", {css("label")}, context.say(key), ":"), "\u00a0", content);
}

/// Everything that is known of a source in two lines: who says it, and how far it is looked at. What it says stands on its
/// own page.
Html source_item(const Context& context, const Source& source, long long cited, const Seen& seen) {
  std::vector<Html> facts = {source.publisher};
  if (source.published) facts.push_back(context.date(source.published));
  facts.push_back(languages(context, source));
  if (source.is_followed()) {
    facts.push_back(context.say("source_kind." + std::string(code_of(source.kind))));
    facts.push_back(context.say("rhythm." + std::string(code_of(source.rhythm))));
    facts.push_back(labelled(context, "sources.success",
                             seen.success ? context.day(tracker::base::day_of(seen.success->started))
                                          : context.say("sources.never")));
    facts.push_back(labelled(context, "sources.attempt", attempt(context, seen)));
  }
  facts.push_back(labelled(context, "sources.cited", context.say("sources.times", {{"count", cited}})));
  if (!source.licence.empty()) facts.push_back(labelled(context, "sources.licence", source.licence));
  if (const auto url = html::Url::from(source.url)) facts.push_back(html::link(url, host_of(source.url)));
  Html out = element("h3", {}, context.source(source.id));
  out += element("p", {}, dotted(facts));
  if (!source.note.empty()) out += element("p", {}, context.sentence(source.note));
  return element("section", {{"id", view::anchor("source", source.id)}, {"class", "source"}}, out);
}

Html recognised(const Context& context, const std::string& designation) {
  std::vector<std::string> ids;
  for (const auto& person : context.record().people)
    for (const auto& recognition : person.designations)
      if (recognition.by.id == designation && (ids.empty() || ids.back() != person.id))
        ids.push_back(person.id);
  return context.people(ids);
}

Html designation_item(const Context& context, const tracker::model::Designation& designation) {
  Html body;
  if (!designation.note.empty()) body += element("p", {}, context.sentence(designation.note));
  Html criteria;
  for (const auto& [key, text] : designation.criteria) criteria += element("li", {}, context.sentence(text));
  if (!criteria.empty())
    body += all(element("p", {}, context.say("sources.criteria")), element("ul", {}, criteria));
  Html facts = fact(context, "sources.body", designation.body);
  facts += fact(context, "sources.recognised", recognised(context, designation.id));
  const auto url = html::Url::from(designation.url);
  if (url) facts += fact(context, "sources.address", html::link(url, designation.url));
  return element("section", {{"id", view::anchor("designation", designation.id)}, {"class", "source"}},
                 element("h3", {}, context.designation(designation.id)), body,
                 element("dl", {css("facts")}, facts));
}

}  // namespace

view::OutputFile sources_page(const view::View& view, const view::Words& words) {
  const Context context(view, words, std::string(view::kSources));
  const auto counts = count_citations(view.record);
  const auto seen = last_seen(view.receipts);
  Html followed, cited;
  std::size_t count_followed = 0;
  for (const auto& source : view.record.sources) {
    const auto count = counts.find(source.id);
    const auto last = seen.find(source.id);
    const Html item = source_item(context, source, count == counts.end() ? 0 : count->second,
                                  last == seen.end() ? Seen{} : last->second);
    (source.is_followed() ? followed : cited) += item;
    count_followed += source.is_followed() ? 1 : 0;
  }
  Html main = element("h1", {}, context.say("sources.title"));
  main += element("p", {css("lead")}, context.say("sources.lead"));
  if (!cited.empty())
    main += folded("documents", counted_heading(context, context.say("sources.documents"), view.record.sources.size() - count_followed), true, cited);
  if (!followed.empty())
    main += folded("followed", counted_heading(context, context.say("sources.followed"), count_followed), cited.empty(),
                   all(element("p", {}, context.link(view::kCoverage, context.say("coverage.see"))), followed));
  if (!view.record.designations.empty()) {
    Html items = element("p", {}, context.say("sources.designations_lead"));
    for (const auto& designation : view.record.designations) items += designation_item(context, designation);
    main += folded("designations", counted_heading(context, context.say("sources.designations"), view.record.designations.size()), false, items);
  }
  return in_shell(context, {words("sources.title"), words("sources.lead"), "sources", main});
}

}  // namespace sitegen::page
