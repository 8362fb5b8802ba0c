#include "sitegen/page/names.h"

#include <algorithm>
#include <set>

#include "sitegen/page/shell.h"
#include "sitegen/view/links.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;
using tracker::model::Person;

struct Form {
  std::string text;
  std::string language;  // empty where it is not known
  const Person* person;
};

/// Each form once a person.
void add_forms(std::vector<Form>& forms, const Context& context, const Person& person) {
  std::set<std::string> seen;
  const auto add = [&](const std::string& text, const std::string& language) {
    if (!text.empty() && seen.insert(text).second) forms.push_back({text, language, &person});
  };
  for (const auto& [language, name] : person.name.by_language)
    add(name, language.empty() ? context.words.default_language() : language);
  for (const auto& form : person.also) add(form, "");
}

/// "Mamai, Zhanbolat": the last word first.
std::string turned(const std::string& text) {
  const auto space = text.rfind(' ');
  return space == std::string::npos ? text : text.substr(space + 1) + ", " + text.substr(0, space);
}

Html line(const Context& context, const Form& form) {
  const std::string text = turned(form.text);
  const Html name = form.language.empty() ? html::bdi(text) : html::bdi(text, form.language);
  const auto& main_name = context.words.text(form.person->name);
  Html out = context.link(view::person_path(form.person->id), name);
  if (form.text != main_name)
    out += all(" ", element("span", {css("count")},
                            html::bdi(main_name, context.words.language_of(form.person->name))));
  return element("li", {}, out);
}

Html nameless(const Context& context) {
  Html items;
  for (const auto& person : context.record().people)
    if (person.name.empty()) items += element("li", {}, context.person(person));
  if (items.empty()) return {};
  return element("section", {{"aria-labelledby", "none"}},
                 element("h2", {{"id", "none"}}, context.say("names.none")),
                 element("ul", {css("columns-list")}, items));
}

}  // namespace

view::OutputFile names_page(const view::View& view, const view::Words& words) {
  const Context context(view, words, std::string(view::kNames), Context::Undated{});
  std::vector<Form> forms;
  for (const auto& person : view.record.people) add_forms(forms, context, person);
  std::vector<std::pair<std::string, const Form*>> sorted;
  for (const auto& form : forms) sorted.emplace_back(turned(form.text), &form);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](const auto& a, const auto& b) { return words.less(a.first, b.first); });
  Html letters, sections;
  int number = 0;
  for (auto from = sorted.begin(); from != sorted.end();) {
    const std::string initial = words.initial(from->first);
    const auto to = std::find_if(from, sorted.end(),
                                 [&](const auto& form) { return words.initial(form.first) != initial; });
    Html items;
    for (auto form = from; form != to; ++form) items += line(context, *form->second);
    const std::string id = "letter-" + std::to_string(++number);
    letters += element("li", {}, html::link(html::Url::local("#" + id), initial));
    sections += element("section", {{"aria-labelledby", id}}, element("h2", {{"id", id}}, initial),
                        element("ul", {css("columns-list")}, items));
    from = to;
  }
  Html main = element("h1", {}, context.say("names.title"));
  main += element("p", {css("lead")}, context.say("names.lead"));
  if (!letters.empty())
    main +=
        element("nav", {css("letters"), {"aria-label", words("names.letters")}}, element("ul", {}, letters));
  main += sections;
  main += nameless(context);
  return in_shell(context, {words("names.title"), words("names.lead"), "names wide", main});
}

}  // namespace sitegen::page
