#include "sitegen/page/charges.h"

#include <algorithm>

#include "sitegen/view/links.h"
#include "tracker/model/article.h"

namespace sitegen::page {

using tracker::model::code_of;

std::string article_number(const Context& context, std::string_view reference) {
  const auto parsed = tracker::model::parse_article_ref(reference);
  if (!parsed) return std::string(reference);
  if (parsed->part.empty()) return context.words("charge.article", {{"article", parsed->article}});
  if (parsed->clause.empty())
    return context.words("charge.part", {{"article", parsed->article}, {"part", parsed->part}});
  return context.words("charge.clause",
                       {{"article", parsed->article}, {"part", parsed->part}, {"clause", parsed->clause}});
}

Html article_link(const Context& context, std::string_view reference) {
  const auto found = tracker::model::find_article(context.record(), reference);
  const Html number = html::element("b", {}, article_number(context, reference));
  return found.article ? context.link(view::article_path(found.law->id, found.article->number), number) : number;
}

Html article(const Context& context, std::string_view reference) {
  std::string law;
  return article_after(context, reference, law);
}

Html article_after(const Context& context, std::string_view reference, std::string& law) {
  const auto found = tracker::model::find_article(context.record(), reference);
  Html out = article_link(context, reference);
  if (found.article) out += all(" ", context.proper(found.article->title));
  if (found.law && found.law->id != law)
    out += html::element("span", {html::css("law")}, " · ", context.proper(found.law->title));
  law = found.law ? found.law->id : std::string();
  return out;
}

std::vector<std::string> live_charges(const Context& context, const tracker::model::Status& status) {
  std::vector<std::string> numbers;
  for (const auto& of_case : status.cases)
    for (const auto& charge : of_case.charges) {
      if (!charge.live) continue;
      auto number = article_number(context, charge.article);
      if (std::find(numbers.begin(), numbers.end(), number) == numbers.end())
        numbers.push_back(std::move(number));
    }
  return numbers;
}

std::string months(const Context& context, int count) {
  const long long years = count / 12;
  const long long rest = count % 12;
  if (years == 0) return context.words("term.months", {{"months", rest}});
  if (rest == 0) return context.words("term.years", {{"years", years}});
  return context.words("term.years_months", {{"years", years}, {"months", rest}});
}

std::string money(const Context& context, const tracker::model::Money& money) {
  const auto number = [&](int amount) { return context.words.number(amount); };
  if (money.amount && money.up_to)
    return context.words(
        "money.range",
        {{"from", number(*money.amount)}, {"to", number(*money.up_to)}, {"currency", money.currency}});
  if (money.amount)
    return context.words("money.amount", {{"amount", number(*money.amount)}, {"currency", money.currency}});
  if (money.up_to)
    return context.words("money.up_to", {{"amount", number(*money.up_to)}, {"currency", money.currency}});
  return context.words("money.unknown");
}

Html sentence_words(const Context& context, const tracker::model::Sentence& sentence) {
  std::vector<Html> parts;
  if (sentence.kind) parts.push_back(context.say("sentence." + std::string(code_of(*sentence.kind))));
  if (sentence.months) parts.emplace_back(months(context, *sentence.months));
  if (sentence.days)
    parts.emplace_back(context.words("term.days", {{"days", static_cast<long long>(*sentence.days)}}));
  if (sentence.ban_months)
    parts.push_back(context.say("sentence_more.ban", {{"term", months(context, *sentence.ban_months)}}));
  if (!sentence.ban.empty()) parts.push_back(context.sentence(sentence.ban));
  if (sentence.labour_hours)
    parts.push_back(
        context.say("sentence_more.labour", {{"hours", static_cast<long long>(*sentence.labour_hours)}}));
  if (sentence.fine)
    parts.push_back(context.say("sentence_more.fine", {{"amount", money(context, *sentence.fine)}}));
  return listed(parts);
}

}  // namespace sitegen::page
