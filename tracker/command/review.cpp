#include "tracker/command/review.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/command/content.h"
#include "tracker/command/table.h"
#include "tracker/edit/toml_text.h"
#include "tracker/propose/json.h"
#include "tracker/review/page.h"
#include "tracker/review/patch.h"

namespace tracker::command {
namespace {

constexpr std::size_t kLargestInput = 64 * 1024 * 1024;

std::string read_input(const std::string& name) {
  std::ifstream file;
  if (name != "-") file.open(name, std::ios::binary);
  std::istream& in = name == "-" ? std::cin : file;
  std::string bytes;
  char buffer[65536];
  while (in.read(buffer, sizeof buffer) || in.gcount() > 0) {
    bytes.append(buffer, static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > kLargestInput) throw base::UsageError("review: \"" + name + "\" is too large");
  }
  if (name != "-" && !file.is_open()) throw base::UsageError("review: \"" + name + "\" cannot be read");
  return bytes;
}

int list(const ReviewOptions& options, const Workbench& bench, Context& context) {
  const auto& proposals = bench.proposals();
  if (options.format.json) {
    context.out << propose::to_json(proposals) << '\n';
  } else if (!proposals.empty()) {
    std::vector<Row> rows;
    for (const auto& proposal : proposals) {
      std::vector<std::string> careful;
      for (const auto caution : proposal.cautions) careful.emplace_back(propose::code_of(caution));
      rows.push_back({{proposal.id, review::person_words(bench.record(), proposal), review::event_words(proposal.event),
                       std::string(propose::code_of(proposal.kind)), std::to_string(proposal.independent),
                       base::join(careful, " ")},
                      false});
    }
    print_table(context.out, {{"ID"}, {"WHO", true}, {"WHAT", true}, {"KIND"}, {"SOURCES"}, {"CAREFUL"}}, rows,
                context.width, context.colour);
  }
  context.err << "review: " << proposals.size() << (proposals.size() == 1 ? " proposal waits\n" : " proposals wait\n");
  return context.strict && !proposals.empty() ? kWaiting : kDone;
}

int show(const ReviewOptions& options, const Workbench& bench, Context& context) {
  const auto& proposal = bench.find(*options.show);
  if (options.format.json) {
    context.out << propose::to_json(proposal) << '\n';
    return kDone;
  }
  context.out << review::plain_text(
      review::page_of(bench.record(), proposal, bench.outlook(proposal, choice_of(options, context))));
  return kDone;
}

void require_bulk(const ReviewOptions& options, const Workbench& bench) {
  if (options.accept.size() < 2) return;
  for (const auto& id : options.accept) {
    const auto& proposal = bench.find(id);
    if (proposal.may_go_in_bulk()) continue;
    throw base::UsageError("review: " + id + " (" + std::string(propose::code_of(proposal.cautions.front())) +
                               ") is not accepted together with others; nothing was written",
                           "look at it with `tracker review --show " + id + "`, and accept it alone");
  }
  if (options.event || !options.person.empty() || !options.case_id.empty())
    throw base::UsageError("review: --event, --person and --case speak of one proposal", "accept them one by one");
}

int accept(const ReviewOptions& options, Workbench& bench, Context& context) {
  require_bulk(options, bench);
  auto choice = choice_of(options, context);
  if (options.event) {
    choice.event = parse_event(read_input(*options.event));
    if (choice.case_id.empty()) choice.case_id = choice.event->case_id.id;
  }
  int accepted = 0;
  for (const auto& id : options.accept) {
    const auto plan = bench.plan(bench.find(id), choice);
    const auto findings = bench.check(plan);
    bench.apply(plan);
    print_findings(context.err, findings);
    context.err << "review: accepted " << id << ": " << plan.person_id << ' ' << plan.event;
    for (const auto& edit : plan.files) context.err << (&edit == &plan.files.front() ? " in " : ", ") << context.paths.shown_content() << '/' << edit.path;
    context.err << '\n';
    ++accepted;
  }
  bench.save();
  return kDone;
}

int reject(const ReviewOptions& options, Workbench& bench, Context& context) {
  if (base::trim(options.reason).empty())
    throw base::UsageError("review: a rejection needs a reason", "add --reason \"…\"; it is published with the ruling");
  for (const auto& id : options.reject) bench.find(id);
  for (const auto& id : options.reject) {
    bench.apply(bench.plan_rejection(bench.find(id), options.reason, choice_of(options, context)));
    context.err << "review: rejected " << id << '\n';
  }
  bench.save();
  return kDone;
}

int refuse(const ReviewOptions& options, Workbench& bench, Context& context) {
  const auto& proposal = bench.find(*options.not_person);
  std::string person = options.person;
  if (person.empty() && !proposal.identity.candidates.empty()) person = proposal.identity.candidates.front().id;
  if (person.empty()) throw base::UsageError("review: nobody of the list is proposed there", "reject it, or accept it as new");
  const auto reason = options.reason.empty() ? std::string("told apart in review") : options.reason;
  bench.apply(bench.plan_refusal(proposal, person, reason, choice_of(options, context)));
  bench.save();
  context.err << "review: what " << *options.not_person << " tells is not of " << person << '\n';
  return kDone;
}

int patch(const ReviewOptions& options, Workbench& bench, Context& context) {
  auto choice = choice_of(options, context);
  choice.for_patch = true;
  // Every section builds on those before it; the proposals are those of the start.
  const auto proposals = bench.proposals();
  review::PatchGround ground;
  ground.plan = [&](const propose::Proposal& given) {
    // Whoever an earlier section puts on the list, or whose case it opens, is known to the later ones.
    return bench.plan(bench.find(given.id), choice);
  };
  ground.take = [&](const propose::Plan& plan) -> std::string {
    for (const auto& finding : bench.check(plan))
      if (finding.severity == base::Severity::Error) return finding.message;
    bench.pretend(plan);
    return "";
  };
  const auto patch = review::patch_of(proposals, ground);
  context.out << patch.text;
  for (const auto& left : patch.left_out) context.err << "review: left out of the patch: " << base::visible(left) << '\n';
  context.err << "review: " << proposals.size() - patch.left_out.size() << " of " << proposals.size()
              << " proposals are in the patch\n";
  return context.strict && !proposals.empty() ? kWaiting : kDone;
}

int dropped(const ReviewOptions& options, Workbench& bench, Context& context) {
  const auto ids = review::proposals_in(read_input(*options.dropped));
  std::vector<std::string> waiting;
  for (const auto& proposal : bench.proposals())
    if (std::find(ids.begin(), ids.end(), proposal.id) != ids.end()) waiting.push_back(proposal.id);
  for (const auto& id : waiting) {
    const auto& proposal = bench.find(id);
    context.out << id << "  " << review::person_words(bench.record(), proposal) << ", "
                << review::event_words(proposal.event) << '\n';
  }
  if (!options.reason.empty()) {
    auto rejected = options;
    rejected.reject = waiting;
    return reject(rejected, bench, context);
  }
  context.err << "review: " << waiting.size() << " of the " << ids.size() << " proposals of the patch were not merged\n";
  if (!waiting.empty()) context.err << "  hint: add --reason \"…\" to reject them for good\n";
  return context.strict && !waiting.empty() ? kWaiting : kDone;
}

}  // namespace

propose::Choice choice_of(const ReviewOptions& options, const Context& context) {
  for (const auto* text : {&options.by, &options.reason})
    if (base::first_invalid_utf8(*text) || !base::is_plain(*text))
      throw base::UsageError("review: --by and --reason hold plain text only");
  propose::Choice choice;
  choice.person = options.person;
  choice.case_id = options.case_id;
  choice.by = options.by.empty() ? "maintainer" : options.by;
  choice.today = base::day_of(context.now);
  return choice;
}

model::Event parse_event(const std::string& text) {
  // The event gets its id where it is written; here any will do. It stands before the line that is the text's first.
  static constexpr std::string_view kHeader = "[[event]]";
  std::string whole = text;
  bool has_id = false;
  for (const auto line : base::split(text, '\n')) has_id = has_id || base::trim(line).starts_with("id");
  const auto header = whole.find(kHeader);
  if (!has_id && header != std::string::npos) whole.insert(header + kHeader.size(), "\nid = \"new\"");
  const int header_line = static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(header, text.size())), '\n')) + 1;
  const load::ContentFile file{"event.md", load::FileKind::Person, "+++\nid = \"x-1\"\n" + whole + "\n+++\n", {}};
  base::Findings findings;
  auto part = load::parse(file, "", findings);
  for (const auto& finding : findings) {
    if (finding.severity != base::Severity::Error) continue;
    int line = std::max(finding.line - 2, 0);
    if (!has_id && line > header_line) --line;
    throw base::UsageError("review: the event, line " + std::to_string(line) + ": " + finding.message, finding.hint);
  }
  if (part.people.size() != 1 || part.people.front().events.size() != 1)
    throw base::UsageError("review: the file holds no [[event]], or several", "leave one event in it");
  auto event = part.people.front().events.front();
  if (event.sources.empty()) throw base::UsageError("review: the event has no source");
  return event;
}

std::string event_to_edit(const propose::Proposal& proposal) {
  auto event = proposal.event;
  event.id = "new";
  std::string text = "# Change what should be changed; lines that begin with # are left out. An empty file changes nothing.\n" +
                     propose::evidence_comment(proposal);
  if (event.case_id.empty() && proposal.new_case)
    text += "# No case of the record fits: a new one is opened. Name one with case = \"…\" to put it there.\n";
  return text + edit::event_toml(event);
}

int review(const ReviewOptions& options, Context& context) {
  Workbench bench(context);
  if (options.list) return list(options, bench, context);
  if (options.show) return show(options, bench, context);
  if (!options.accept.empty()) return accept(options, bench, context);
  if (!options.reject.empty()) return reject(options, bench, context);
  if (options.not_person) return refuse(options, bench, context);
  if (options.patch) return patch(options, bench, context);
  if (options.dropped) return dropped(options, bench, context);
  return review_in_terminal(options, bench, context);
}

}  // namespace tracker::command
