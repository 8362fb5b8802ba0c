#include "sitegen/page/law.h"

#include <map>

#include "sitegen/page/charges.h"
#include "sitegen/page/law_words.h"
#include "sitegen/page/shell.h"
#include "sitegen/view/links.h"
#include "tracker/model/article.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;
using tracker::model::Law;
using tracker::model::LawKind;

/// How many people are or were charged under each article, "kz-cc-2014:272".
std::map<std::string, long long> counts(const Context& context) {
  std::map<std::string, long long> all;
  for (const auto& status : context.view.statuses) {
    std::map<std::string, bool> seen;
    for (const auto& of_case : status.cases)
      for (const auto& charge : of_case.charges)
        if (const auto ref = tracker::model::parse_article_ref(charge.article)) seen[ref->law + ':' + ref->article] = true;
    for (const auto& [article, _] : seen) ++all[article];
  }
  return all;
}

Html heading(const Context& context, const Law& law) {
  return element("h3", {{"id", view::anchor("law", law.id)}}, context.proper(law.title));
}

Html acts(const Context& context) {
  Html items;
  for (const auto& law : context.record().laws) {
    if (law.kind != LawKind::AmnestyAct) continue;
    Html line = law_link(context, law);
    if (law.adopted) line += all(", ", context.date(law.adopted));
    items += element("li", {{"id", view::anchor("law", law.id)}}, line, " ", proof(context, law.citation, law.certainty));
  }
  items += element("li", {}, context.link(view::kOutcomes, context.say("law.same_case")));
  return all(element("h2", {{"id", "acts"}}, context.say("law.acts")), element("ul", {css("plain-list")}, items));
}

Html articles(const Context& context, const Html& rows) {
  Html head;
  for (const char* key : {"law.number", "law.article", "law.charged"}) head += column(context, key);
  return element("table", {css("cards laws")}, element("thead", {}, element("tr", {}, head)), element("tbody", {}, rows));
}

/// The articles that somebody is charged under; the others folded.
Html code(const Context& context, const Law& law, const std::map<std::string, long long>& charged) {
  Html rows, others;
  long long other_count = 0;
  for (const auto& article : law.articles) {
    const auto found = charged.find(law.id + ':' + article.number);
    const long long people = found == charged.end() ? 0 : found->second;
    const Html number = context.link(view::article_path(law.id, article.number),
                                     article_number(context, law.id + ':' + article.number));
    (people > 0 ? rows : others) += element("tr", {}, element("th", {{"scope", "row"}}, number),
                                            cell(context, "law.article", context.proper(article.title)),
                                            cell(context, "law.charged", context.say("law.people", {{"count", people}})));
    other_count += people > 0 ? 0 : 1;
  }
  Html out = all(heading(context, law), law_facts(context, law));
  if (!rows.empty()) out += articles(context, rows);
  if (!others.empty())
    out += element("details", {}, element("summary", {}, context.say("law.nobody_charged", {{"count", other_count}})),
                   articles(context, others));
  return out;
}

Html rules(const Context& context, const Law& law) {
  Html items;
  for (const auto& rule : law.rule_texts)
    items += element("li", {}, context.sentence(rule.text), " ", proof(context, rule.citation, rule.certainty));
  return all(heading(context, law), law_facts(context, law),
             items.empty() ? Html() : element("ul", {css("plain-list")}, items));
}

}  // namespace

Html law_facts(const Context& context, const Law& law) {
  Html out;
  if (!law.number.empty()) out += fact(context, "law.number", law.number);
  if (law.adopted) out += fact(context, "law.adopted", context.date(law.adopted));
  if (law.in_force) out += fact(context, "law.in_force", context.date(law.in_force));
  if (law.edition) out += fact(context, "law.edition", context.date(law.edition));
  Html source = proof(context, law.citation, law.certainty);
  if (const auto url = html::Url::from(law.url); url && !law.url.empty())
    source = all(source, " ", html::link(url, context.say("law.text_of_law")));
  out += fact(context, "law.source", source);
  return element("dl", {css("facts")}, out);
}

view::OutputFile laws_page(const view::View& view, const view::Words& words) {
  const Context context(view, words, std::string(view::kLaws));
  Html main = element("h1", {}, context.say("law.title"));
  main += element("p", {css("lead")}, context.say("law.lead"));
  main += acts(context);
  const auto charged = counts(context);
  Html codes, others;
  for (const auto& law : view.record.laws) {
    if (law.kind == LawKind::CriminalCode || law.kind == LawKind::AdministrativeCode) codes += code(context, law, charged);
    if (law.kind == LawKind::Rules) others += rules(context, law);
  }
  if (!codes.empty()) main += all(element("h2", {{"id", "codes"}}, context.say("law.codes")), codes);
  if (!others.empty()) main += all(element("h2", {{"id", "rules"}}, context.say("law.rules")), others);
  return in_shell(context, {words("law.title"), words("law.lead"), "law-page", main});
}

}  // namespace sitegen::page
