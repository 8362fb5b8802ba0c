// References to laws: the articles of charges and the acts of amnesties.
#include <algorithm>

#include "tracker/base/text.h"
#include "tracker/model/article.h"
#include "tracker/rules/check_part.h"

namespace tracker::rules {
namespace {

using model::LawKind;

/// Parts of the article in the order of the law, each once (an amended part stands there several times).
std::vector<std::string> parts_of(const model::Article& article) {
  std::vector<std::string> parts;
  for (const auto& part : article.parts)
    if (!part.part.empty() && std::find(parts.begin(), parts.end(), part.part) == parts.end())
      parts.push_back(part.part);
  return parts;
}

/// What is wrong with the reference, if anything.
std::optional<Told> wrong_article(const model::Record& record, const std::string& text) {
  const auto ref = model::parse_article_ref(text);
  if (!ref)
    return Told{.code = "bad-article",
                .message = in_quotes(text) + " is no reference to an article",
                .hint = "write law:article.part.clause, as far as they are known"};
  const auto found = model::find_article(record, text);
  if (!found.law)
    return Told{.code = "unknown-reference",
                .message = "there is no law " + in_quotes(ref->law),
                .hint = did_you_mean(ref->law, ids_of(record.laws))};
  if (found.law->kind != LawKind::CriminalCode && found.law->kind != LawKind::AdministrativeCode)
    return Told{.code = "wrong-kind",
                .message = in_quotes(ref->law) + " is a law of kind " +
                           std::string(model::code_of(found.law->kind)) + "; a charge rests on a code"};
  if (!found.article) {
    std::vector<std::string> known;
    for (const auto& article : found.law->articles) known.push_back(article.number);
    return Told{.code = "unknown-article",
                .message = "law " + in_quotes(ref->law) + " has no article " + in_quotes(ref->article),
                .hint = did_you_mean(ref->article, known)};
  }
  const auto parts = parts_of(*found.article);
  if (ref->part.empty() || parts.empty() || found.part) return std::nullopt;
  return Told{
      .code = "unknown-article",
      .message = "article " + ref->article + " of " + in_quotes(ref->law) + " has no part " + in_quotes(ref->part),
      .hint = "parts: " + base::join(parts, ", ")};
}

bool is_of_amnesty(model::EventType type) {
  return type == model::EventType::AmnestyRequested || type == model::EventType::AmnestyRefused ||
         type == model::EventType::AmnestyGranted;
}

void check_act(const model::Record& record, const model::Event& event, const Spot& spot,
               base::Findings& findings) {
  const auto* law = model::find_law(record, event.act.id);
  std::vector<std::string> acts;
  for (const auto& known : record.laws)
    if (known.kind == LawKind::AmnestyAct) acts.push_back(known.id);
  if (!law)
    report(findings, spot,
           {.code = "unknown-reference",
            .message = "there is no law " + in_quotes(event.act.id),
            .hint = did_you_mean(event.act.id, acts)});
  else if (law->kind != LawKind::AmnestyAct)
    report(findings, spot,
           {.code = "wrong-kind",
            .message = in_quotes(law->id) + " is a law of kind " + std::string(model::code_of(law->kind)) +
                       "; needed here: amnesty_act"});
  if (!is_of_amnesty(event.type))
    report(findings, spot,
           {.severity = Severity::Warning,
            .code = "useless-key",
            .message = "`act` says nothing in an event of type " + std::string(model::code_of(event.type))});
}

}  // namespace

void check_articles(const model::Record& record, base::Findings& findings) {
  for_each_event(record, [&](const model::Event& event, const std::string& file, const model::Case*) {
    for (const auto* refs : {&event.charges, &event.replaces})
      for (const auto& ref : *refs)
        if (auto told = wrong_article(record, ref.id)) report(findings, {file, ref.at}, std::move(*told));
    if (!event.act.empty()) check_act(record, event, {file, event.act.at}, findings);
  });
  for (const auto& of_case : record.cases)
    for (const auto& offence : of_case.offences)
      for (const auto& ref : offence.charges)
        if (auto told = wrong_article(record, ref.id)) report(findings, {of_case.file, ref.at}, std::move(*told));
}

}  // namespace tracker::rules
