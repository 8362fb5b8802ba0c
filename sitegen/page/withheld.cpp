#include "sitegen/page/withheld.h"

#include <algorithm>

#include "sitegen/page/value_words.h"
#include "sitegen/view/links.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;

const std::vector<const tracker::model::Ruling*>& rulings_on(const Context& context,
                                                             std::string_view subject) {
  static const std::vector<const tracker::model::Ruling*> kNone;
  const auto found = context.view.index.withheld.find(subject);
  return found == context.view.index.withheld.end() ? kNone : found->second;
}

/// "event.e3.place" names a place of an event, "name.ru" the Russian name.
Html kind_of(const Context& context, const std::string& field) {
  if (field.empty()) return context.say("withheld.whole");
  if (!field.starts_with("event.")) return field_label(context, field);
  const auto rest = field.find('.', 6);
  return rest == std::string::npos
             ? context.say("changes.event")
             : all(context.say("changes.event"), ": ", field_label(context, field.substr(rest + 1)));
}

}  // namespace

bool is_withheld(const Context& context, const tracker::model::Person& person, std::string_view field) {
  const auto& rulings = rulings_on(context, "person/" + person.id);
  return std::any_of(rulings.begin(), rulings.end(), [&](const auto* ruling) {
    return ruling->field == field || (ruling->field.starts_with(field) && ruling->field[field.size()] == '.');
  });
}

std::string name_or_gap(const Context& context, const tracker::model::Person& person) {
  if (!person.name.empty()) return context.words.name(person);
  return context.words(is_withheld(context, person, "name") ? "withheld.name" : "person.no_name") + " (" +
         person.id + ")";
}

Html withheld_note(const Context& context, const std::string& subject) {
  std::vector<Html> kinds;
  for (const auto* ruling : rulings_on(context, subject)) {
    Html kind = kind_of(context, ruling->field);
    const bool is_told = std::any_of(kinds.begin(), kinds.end(),
                                     [&](const Html& told) { return told.bytes() == kind.bytes(); });
    if (!is_told) kinds.push_back(std::move(kind));
  }
  if (kinds.empty()) return {};
  Html out = context.say("withheld.note", {}, {{"fields", listed(kinds)}});
  if (const auto* page = tracker::model::find_page(context.record(), "withholding"))
    out += all(" ", context.link(view::page_path(page->id), context.say("withheld.why")));
  return element("p", {css("note")}, out);
}

}  // namespace sitegen::page
