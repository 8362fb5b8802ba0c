#include <algorithm>

#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/command/commands.h"
#include "tracker/command/state.h"
#include "tracker/command/table.h"
#include "tracker/model/article.h"
#include "tracker/report/person.h"

namespace tracker::command {
namespace {

std::string live_charges(const model::Status& status) {
  std::vector<std::string> numbers;
  for (const auto& of_case : status.cases)
    for (const auto& charge : of_case.charges) {
      const auto ref = model::parse_article_ref(charge.article);
      const std::string number = ref ? ref->number() : charge.article;
      if (charge.live && std::find(numbers.begin(), numbers.end(), number) == numbers.end()) numbers.push_back(number);
    }
  return base::join(numbers, " ");
}

bool is_wanted(const ListOptions& options, const model::Status& status) {
  if (options.status && model::code_of(status.display) != *options.status) return false;
  return !options.deprived || status.deprived == model::Deprived::Yes;
}

void keep_wanted(const ListOptions& options, ShownState& shown) {
  std::vector<model::Person> people;
  std::vector<model::Status> statuses;
  for (std::size_t i = 0; i < shown.record.people.size(); ++i) {
    if (!is_wanted(options, shown.statuses[i])) continue;
    people.push_back(std::move(shown.record.people[i]));
    statuses.push_back(std::move(shown.statuses[i]));
  }
  shown.record.people = std::move(people);
  shown.statuses = std::move(statuses);
}

}  // namespace

int list(const ListOptions& options, Context& context) {
  if (options.status && !model::from_code<model::Display>(*options.status))
    throw base::UsageError("list: there is no status \"" + *options.status + "\"",
                           "one of " + base::join(model::all_codes<model::Display>(), ", "));
  ShownState shown = shown_state(options.as_of, options.as_known, context);
  keep_wanted(options, shown);
  if (options.format.json) {
    const rules::LawBook book(shown.record);
    std::vector<rules::PersonLaw> laws;
    const model::CaseIndex cases(shown.record);
    for (const auto& person : shown.record.people)
      laws.push_back(rules::law_of(shown.record, cases, person, book, shown.as_of));
    context.out << report::list_json(shown.record, shown.statuses, &laws);
    return kDone;
  }
  std::vector<Row> rows;
  int deprived = 0;
  for (std::size_t i = 0; i < shown.record.people.size(); ++i) {
    const auto& person = shown.record.people[i];
    const auto& status = shown.statuses[i];
    const bool held = status.deprived == model::Deprived::Yes;
    deprived += held ? 1 : 0;
    rows.push_back({{person.id, held ? "●" : "", shown_name(shown.record, person),
                     label(shown.record, "status", std::string(model::code_of(status.display))),
                     status.since ? status.since->edtf() : "", live_charges(status),
                     status.last_confirmed ? status.last_confirmed->date.edtf() : ""},
                    held});
  }
  print_table(context.out,
              {{"ID"}, {"●"}, {"NAME", true}, {"STATUS", true}, {"SINCE"}, {"CHARGES", true}, {"CONFIRMED"}}, rows,
              context.width, context.colour);
  context.err << rows.size() << (rows.size() == 1 ? " person, " : " people, ") << deprived
              << " deprived of liberty (●), as of " << base::to_iso(shown.as_of);
  if (shown.version > 0) context.err << ", version " << shown.version;
  context.err << '\n';
  return kDone;
}

}  // namespace tracker::command
