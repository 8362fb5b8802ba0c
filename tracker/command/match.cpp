#include "tracker/match/identity.h"
#include "tracker/command/commands.h"
#include "tracker/command/content.h"
#include "tracker/command/state.h"
#include "tracker/command/table.h"
#include "tracker/propose/json.h"

namespace tracker::command {

int match(const MatchOptions& options, Context& context) {
  const Content content = read_content(context.paths, {}, base::day_of(context.now));
  const match::Identifier identifier(content.record);
  match::Sought sought;
  sought.name = options.name;
  sought.language = options.language;
  sought.articles = options.articles;
  for (const auto& place : options.places) {
    if (const auto* court = identifier.places().find(place, options.language, true)) sought.courts.push_back(court->id);
    if (const auto* found = identifier.places().find(place, options.language)) sought.places.push_back(found->id);
  }
  const auto identity = identifier.identify(sought);
  if (options.format.json) {
    context.out << propose::to_json(identity.candidates) << '\n';
  } else if (!identity.candidates.empty()) {
    std::vector<Row> rows;
    for (const auto& candidate : identity.candidates)
      rows.push_back({{candidate.id, shown_name(content.record, *model::find_person(content.record, candidate.id)),
                       std::to_string(candidate.score), explain(candidate)},
                      candidate.id == identity.id});
    print_table(context.out, {{"ID"}, {"NAME"}, {"SCORE"}, {"WHY", true}}, rows, context.width, context.colour);
  }
  switch (identity.verdict) {
    case match::Verdict::Nobody: context.err << "match: nobody on the list has such a name\n"; break;
    case match::Verdict::Linked: context.err << "match: " << identity.id << ", by name and by what is said beside it\n"; break;
    case match::Verdict::Ask:
      context.err << "match: a person has to say who it is: a name alone never links two records\n";
      break;
  }
  return kDone;
}

}  // namespace tracker::command
