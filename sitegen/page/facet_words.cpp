#include "sitegen/page/facet_words.h"

#include <algorithm>

#include "sitegen/page/charges.h"
#include "sitegen/view/links.h"

namespace sitegen::page {
namespace {

using view::Facet;

/// The table of words that the codes of the facet stand in; empty for those that name something of the
/// record.
std::string table_of(Facet facet) {
  switch (facet) {
    case Facet::Status:
      return "status";
    case Facet::Stage:
      return "stage";
    case Facet::Sex:
      return "sex";
    case Facet::Group:
      return "tag";
    case Facet::Assessment:
      return "amnesty";
    case Facet::Amnesty:
      return "decision";
    default:
      return {};
  }
}

/// The name of a region, a designation or an article; null where the record has none for the code.
const tracker::model::Localised* record_name(const Context& context, Facet facet, const std::string& code) {
  if (facet == Facet::Region)
    if (const auto* place = tracker::model::find_place(context.record(), code)) return &place->name;
  if (facet == Facet::Designation)
    if (const auto* found = tracker::model::find_designation(context.record(), code)) return &found->name;
  if (facet == Facet::Article)
    if (const auto found = tracker::model::find_article(context.record(), code); found.article)
      return &found.article->title;
  return nullptr;
}

}  // namespace

Html own_word(const Context& context, const std::string& table, const std::string& code) {
  if (code.empty()) return {};
  const std::string word = context.words(table + "." + code);
  return word.starts_with("⟨") ? Html(code) : context.say(table + "." + code);
}

Html facet_name(const Context& context, Facet facet) {
  return context.say("facet." + std::string(view::code_of(facet)));
}

Html facet_link(const Context& context, Facet facet) {
  const std::string target = std::string(view::kNumbers) + "#" + std::string(view::code_of(facet));
  return context.record().people.empty() ? facet_name(context, facet)
                                         : context.link(target, facet_name(context, facet));
}

Html value_name(const Context& context, Facet facet, const std::string& code) {
  if (code.empty()) return context.say("facet_none." + std::string(view::code_of(facet)));
  if (const std::string table = table_of(facet); !table.empty()) return own_word(context, table, code);
  const auto* name = record_name(context, facet, code);
  if (facet == Facet::Article) {
    Html out = html::element("b", {}, article_number(context, code));
    if (name && !name->empty()) out += all(" ", context.proper(*name));
    return out;
  }
  return name ? context.proper(*name) : Html(code);
}

std::string value_text(const Context& context, Facet facet, const std::string& code) {
  if (code.empty()) return context.words("facet_none." + std::string(view::code_of(facet)));
  if (const std::string table = table_of(facet); !table.empty()) {
    const std::string word = context.words(table + "." + code);
    return word.starts_with("⟨") ? code : word;
  }
  const auto* name = record_name(context, facet, code);
  if (facet == Facet::Article) {
    const std::string number = article_number(context, code);
    return name && !name->empty() ? number + " " + context.words.text(*name) : number;
  }
  return name ? context.words.text(*name) : code;
}

std::string value_path(const view::View& view, Facet facet, const std::string& code) {
  // Some people's region is a city, and its page stands among the cities.
  const auto* place = facet == Facet::Region ? tracker::model::find_place(view.record, code) : nullptr;
  return place ? view::place_path(place->kind, place->id) : view::facet_path(facet, code);
}

Html value_link(const Context& context, Facet facet, const std::string& code) {
  return context.link(value_path(context.view, facet, code), value_name(context, facet, code));
}

const view::FacetValue* find_value(const view::View& view, Facet facet, const std::string& code) {
  for (const auto& table : view.index.facets) {
    if (table.facet != facet) continue;
    const auto found = std::find_if(table.values.begin(), table.values.end(),
                                    [&](const view::FacetValue& value) { return value.code == code; });
    return found == table.values.end() ? nullptr : &*found;
  }
  return nullptr;
}

}  // namespace sitegen::page
