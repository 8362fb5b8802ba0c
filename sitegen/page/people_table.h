// People as a table, one row a person: on the list, and on the pages of courts, regions, sources and all the
// rest.
#pragma once

#include <functional>
#include <vector>

#include "sitegen/page/context.h"

namespace sitegen::page {

using People = std::vector<const tracker::model::Person*>;

/// By the language's rules; those without a known name last.
People by_name(const view::Words& words, People people);

/// The row of headings, and the row of a person.
Html people_head(const Context& context);
Html person_row(const Context& context, const tracker::model::Person& person, const html::Attributes& attributes = {});

/// A column behind the others: the key of its heading, and what stands there of a person.
struct MoreColumn {
  const char* heading = nullptr;
  std::function<Html(const tracker::model::Person&)> cell;
};

/// Everybody given, sorted by name; nothing for nobody. `more`: empty heading for no further column.
Html people_table(const Context& context, const People& people, const Html& caption, const MoreColumn& more = {});

/// Cases with their defendants' number, court and region; nothing for none.
Html cases_table(const Context& context, const std::vector<const tracker::model::Case*>& cases,
                 const Html& caption);

}  // namespace sitegen::page
