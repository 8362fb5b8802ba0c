#include "tracker/command/cli.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>

#include <chrono>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <string_view>

#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/command/commands.h"

namespace tracker::command {
namespace {

struct Globals {
  std::string root = ".";
  std::string content, database, archive, now;
  bool strict = false;
};

using Action = std::function<int(Context&)>;

Paths paths_of(const Globals& globals) {
  namespace fs = std::filesystem;
  const auto either = [](const std::string& given, const fs::path& usual) { return given.empty() ? usual : fs::path(given); };
  Paths paths;
  paths.root = globals.root;
  const fs::path root = paths.root.lexically_normal() == "." ? fs::path() : paths.root;
  paths.content = either(globals.content, root / "content");
  paths.database = either(globals.database, root / "var" / "tracker.db");
  paths.archive = either(globals.archive, root / "var" / "archive");
  paths.lock = paths.database.parent_path().empty() ? fs::path(".") : paths.database.parent_path();
  return paths;
}

base::Instant now_of(const Globals& globals) {
  if (globals.now.empty()) return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  if (const auto instant = base::from_rfc3339(globals.now)) return *instant;
  throw base::UsageError("--now: \"" + globals.now + "\" is not a time", "write it as 2026-11-23T09:00:00Z");
}

Context context_of(const Globals& globals, std::ostream& out, std::ostream& err) {
  Context context{.out = out, .err = err, .paths = paths_of(globals), .now = now_of(globals)};
  context.out_is_terminal = &out == &std::cout && ::isatty(STDOUT_FILENO) != 0;
  const char* const kind = std::getenv("TERM");  // a dumb one cannot take back what stands on it
  context.err_is_terminal =
      &err == &std::cerr && ::isatty(STDERR_FILENO) != 0 && std::string_view(kind ? kind : "dumb") != "dumb";
  winsize size{};
  if (context.out_is_terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    context.width = size.ws_col;
  if (!context.out_is_terminal) context.width = 160;
  if (context.err_is_terminal && ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0) {
    context.err_width = size.ws_col;
    context.err_height = size.ws_row;
  }
  context.colour = context.out_is_terminal && std::getenv("NO_COLOR") == nullptr;
  context.strict = globals.strict;
  return context;
}

void add_json(CLI::App* command, Format& format) { command->add_flag("--json", format.json, "Data as JSON on stdout"); }

/// Options live as long as the parser: each command's are captured by its action.
struct Options {
  Format check_format, verify_format, sources_format;
  ListOptions list;
  ShowOptions show;
  AssessOptions assess;
  ClocksOptions clocks;
  ChangesOptions changes;
  RecordOptions record;
  UpdateOptions update;
  FetchOptions fetch;
  ExportOptions evidence;
  ExtractOptions extract;
  ImportOptions import;
  InitOptions init;
  ReadOptions read;
  MatchOptions match;
  ReviewOptions review;
  std::optional<std::string> verify_folder;
};

void add_law(CLI::App& app, Options& options, Action& action) {
  auto* assess = app.add_subcommand("assess", "What the amnesty acts say for one person, beside what the court decided");
  add_json(assess, options.assess.format);
  assess->add_option("id", options.assess.id, "The person's id, as in kz-0001")->required();
  assess->add_option("--as-of", options.assess.as_of, "What was known to have happened by this day");
  assess->add_option("--as-known", options.assess.as_known, "… as this version knew it");
  assess->footer("An assessment from published charges, not legal advice.\n\nExamples:\n  tracker assess kz-0004\n  tracker assess kz-0004 --json");
  assess->callback([&] { action = [&](Context& context) { return command::assess(options.assess, context); }; });

  auto* clocks = app.add_subcommand("clocks", "When terms, bans, deferrals and the rest end: computed, with the sum");
  add_json(clocks, options.clocks.format);
  clocks->add_option("id", options.clocks.id, "The person's id; everybody where it is left out");
  clocks->add_option("--as-of", options.clocks.as_of, "What was known to have happened by this day");
  clocks->add_option("--as-known", options.clocks.as_known, "… as this version knew it");
  clocks->add_flag("--ics", options.clocks.ics, "An iCalendar file (RFC 5545)")->excludes("--json");
  clocks->footer("Examples:\n  tracker clocks kz-0022\n  tracker clocks --json\n  tracker clocks --ics > dates.ics");
  clocks->callback([&] { action = [&](Context& context) { return command::clocks(options.clocks, context); }; });
}

void add_reading(CLI::App& app, Options& options, Action& action) {
  auto* list = app.add_subcommand("list", "Everyone on the list, with status");
  add_json(list, options.list.format);
  list->add_option("--as-of", options.list.as_of, "The state on this day (EDTF: 2022-11-02, 2022-11, 2022)");
  list->add_option("--as-known", options.list.as_known, "… as this version knew it");
  list->add_option("--status", options.list.status, "Only people with this status");
  list->add_flag("--deprived", options.list.deprived, "Only people deprived of liberty");
  list->footer("Examples:\n  tracker list --deprived\n  tracker list --json --as-of 2023-02-15\n  tracker list --as-of 2022-11-02 --as-known 1");
  list->callback([&] { action = [&](Context& context) { return command::list(options.list, context); }; });

  auto* show = app.add_subcommand("show", "One person: axes, and a timeline with a source at every line");
  add_json(show, options.show.format);
  show->add_option("id", options.show.id, "The person's id, as in kz-0001")->required();
  show->add_option("--as-of", options.show.as_of, "The state on this day");
  show->add_option("--as-known", options.show.as_known, "… as this version knew it");
  show->footer("Example:\n  tracker show kz-0001 --json");
  show->callback([&] { action = [&](Context& context) { return command::show(options.show, context); }; });

  auto* changes = app.add_subcommand("changes", "What changed, version by version");
  add_json(changes, options.changes.format);
  changes->add_option("--since", options.changes.since, "Only versions after this one")->check(CLI::NonNegativeNumber);
  changes->footer("Example:\n  tracker changes --json --since 1");
  changes->callback([&] { action = [&](Context& context) { return command::changes(options.changes, context); }; });

  auto* sources = app.add_subcommand("sources", "The sources that are followed, and when each was last seen");
  add_json(sources, options.sources_format);
  sources->footer("Example:\n  tracker sources --json");
  sources->callback([&] { action = [&](Context& context) { return command::sources(options.sources_format, context); }; });

  auto* extract = app.add_subcommand("extract", "What a text says happened to whom, with its exact words");
  extract->add_option("--file", options.extract.file, "The text, UTF-8")->required();
  extract->add_option("--language", options.extract.language, "en, ru or kk (default: found a paragraph)");
  extract->add_option("--published", options.extract.published, "The day it was published, for dates without a year");
  extract->add_flag("--jsonl", options.extract.jsonl, "One JSON object a line");
  extract->footer("Example:\n  tracker extract --file page.txt --language ru --published 2023-03-06 --jsonl");
  extract->callback([&] { action = [&](Context& context) { return command::extract(options.extract, context); }; });

  auto* verify = app.add_subcommand("verify", "The chain of versions and every archived byte against their hashes");
  add_json(verify, options.verify_format);
  verify->add_option("folder", options.verify_folder, "A copy of the project, of content/ or of the site");
  verify->footer("Examples:\n  tracker verify\n  tracker verify ../copy-of-the-site");
  verify->callback([&] {
    action = [&](Context& context) { return command::verify(options.verify_folder, options.verify_format, context); };
  });

  auto* evidence = app.add_subcommand("export", "Archived pages with their receipts, for a web archive or for a person");
  evidence->add_option("--warc", options.evidence.warc, "Write a WARC 1.1 file (ISO 28500)");
  evidence->add_option("--zip", options.evidence.zip, "Write a zip with pages, receipts, certificates and checksums");
  evidence->add_option("--source", options.evidence.source, "Only what this source gave");
  evidence->add_option("--person", options.evidence.person, "Only what is cited for this person");
  evidence->footer("Examples:\n  tracker export --warc all.warc\n  tracker export --zip kz-0001.zip --person kz-0001");
  evidence->callback([&] { action = [&](Context& context) { return command::export_evidence(options.evidence, context); }; });

  auto* check = app.add_subcommand("check", "Read all of content/ and say what is wrong, with file and line");
  add_json(check, options.check_format);
  check->footer("Examples:\n  tracker check\n  tracker check --strict");
  check->callback([&] { action = [&](Context& context) { return command::check(options.check_format, context); }; });
}

void add_record_options(CLI::App* command, RecordOptions& options) {
  command->add_option("--note", options.note, "Why, in a sentence; published with the version");
  command->add_option("--reason", options.reason, "What the changes are, where no ruling says it (default: new_information)");
}

void add_fetch_options(CLI::App* command, FetchOptions& options) {
  command->add_option("--delay", options.delay, "Seconds between two requests to one host (default: site.toml, else 2)")
      ->check(CLI::Range(0, 3600));
  command->add_option("--attempts", options.attempts, "How often to ask where a server says to come again (default: 3)")
      ->check(CLI::Range(1, 10));
  command->add_option("--proxy", options.proxy, "http://host:port or socks5h://host:port; the environment never counts");
  command->add_option("--ca-file", options.ca_file, "Certificates to believe instead of the system's")->check(CLI::ExistingFile);
}

void add_writing(CLI::App& app, Options& options, Action& action) {
  auto* update = app.add_subcommand("update", "Fetch what is due, record what changed, say what waits for a person");
  update->add_flag("--offline", options.update.offline, "Fetch nothing");
  add_record_options(update, options.update.record);
  add_fetch_options(update, options.update.fetch);
  update->footer("Examples:\n  tracker update\n  tracker update --offline --strict");
  update->callback([&] { action = [&](Context& context) { return command::update(options.update, context); }; });

  auto* fetch = app.add_subcommand("fetch", "Follow the sources that are due; keep bytes and a receipt of every attempt");
  add_json(fetch, options.fetch.format);
  fetch->add_flag("--all", options.fetch.all, "Also sources that are not due yet");
  fetch->add_option("--source", options.fetch.source, "Only this source, due or not");
  add_fetch_options(fetch, options.fetch);
  fetch->footer("Examples:\n  tracker fetch\n  tracker fetch --all\n  tracker fetch --proxy socks5h://127.0.0.1:9050\n"
                "Ctrl-C ends a run cleanly; the next one goes on.");
  fetch->callback([&] { action = [&](Context& context) { return command::fetch(options.fetch, context); }; });

  auto* import = app.add_subcommand("import", "Keep files that you have (pages, PDFs, CSV of notices) in the archive, and read them");
  import->add_option("files", options.import.files, "The files")->required();
  import->add_option("--source", options.import.source, "The source that they are of")->required();
  import->add_option("--url", options.import.url, "The address that they were saved from");
  import->add_option("--published", options.import.published, "When they were published (EDTF: 2026-11-23, 2026-11)");
  import->footer("Examples:\n  tracker import notice.html --source court-notices --url https://example.org/notice --published 2026-11-23\n"
                 "  tracker import hearings.csv --source court-notices");
  import->callback([&] { action = [&](Context& context) { return command::import_files(options.import, context); }; });

  auto* record = app.add_subcommand("record", "Write the next version where something changed, and update the index");
  add_record_options(record, options.record);
  record->footer("Example:\n  tracker record --note \"Outcomes of the spring\" --reason late_discovery");
  record->callback([&] { action = [&](Context& context) { return command::record(options.record, context); }; });

  auto* rebuild = app.add_subcommand("rebuild", "Make the database again from content/ and the archive");
  rebuild->footer("Example:\n  tracker rebuild");
  rebuild->callback([&] { action = [](Context& context) { return command::rebuild(context); }; });

  auto* init = app.add_subcommand("init", "Start a new, empty list that builds at once");
  init->add_option("folder", options.init.folder, "A new folder")->required();
  init->add_option("--title", options.init.title, "Title of the list")->required();
  init->add_option("--prefix", options.init.prefix, "Beginning of person ids: the country's code, say")->required();
  init->add_option("--languages", options.init.languages, "Separated by commas; the first is the default")->capture_default_str();
  init->footer("Example:\n  tracker init ../belarus --title \"Political prisoners of Belarus\" --prefix by --languages en,ru");
  init->callback([&] { action = [&](Context& context) { return command::init(options.init, context); }; });
}

void add_reviewing(CLI::App& app, Options& options, Action& action) {
  auto* read = app.add_subcommand("read", "Read what is new in the archive into statements and proposals");
  add_json(read, options.read.format);
  read->add_option("--source", options.read.sources, "Only this source; may be given again");
  read->add_option("--file", options.read.files, "First take this file into the archive as what the one --source says");
  read->footer("Examples:\n  tracker read\n  tracker read --source some-report --file report.txt");
  read->callback([&] { action = [&](Context& context) { return command::read(options.read, context); }; });

  auto* match = app.add_subcommand("match", "Who on the list a name can mean, and why");
  add_json(match, options.match.format);
  match->add_option("name", options.match.name, "A name in any spelling")->required();
  match->add_option("--language", options.match.language, "Of the name: en, ru, kk");
  match->add_option("--article", options.match.articles, "Said beside the name, as 405.2; may be given again");
  match->add_option("--place", options.match.places, "A place or court said beside the name; may be given again");
  match->footer("Examples:\n  tracker match \"Жанболат Мамай\"\n  tracker match --article 405.2 --place Astana \"M. Zhylanbayev\"");
  match->callback([&] { action = [&](Context& context) { return command::match(options.match, context); }; });

  auto& given = options.review;
  auto* review = app.add_subcommand("review", "Decide what waits: one proposal a screen, or by the options below");
  add_json(review, given.format);
  review->add_flag("--list", given.list, "What waits, a line a proposal");
  review->add_option("--show", given.show, "One proposal: words of the sources, why this person, what would change");
  review->add_option("--accept", given.accept, "Write it into content/; several ids only where none needs care");
  review->add_option("--reject", given.reject, "Remember that it is not to be asked again; needs --reason");
  review->add_option("--not-person", given.not_person, "Remember that it is not about --person, or the one proposed");
  review->add_flag("--patch", given.patch, "What waits as a patch of content/, one hunk a proposal");
  review->add_option("--dropped", given.dropped, "Proposals of this patch that were not merged; --reason rejects them");
  review->add_option("--reason", given.reason, "Why, in a sentence; published with the ruling");
  review->add_option("--person", given.person, "Who it is: an id, or new");
  review->add_option("--case", given.case_id, "The case it belongs to: an id, new, or none");
  review->add_option("--event", given.event, "A file with the event to write in place of the proposed one (- for stdin)");
  review->add_option("--by", given.by, "Who decides; published with rulings (default: maintainer)");
  review->footer("Examples:\n  tracker review\n  tracker review --list --json\n  tracker review --accept 0123456789ab --person kz-0001\n"
                 "  tracker review --reject 0123456789ab --reason \"A namesake\"\n  tracker review --patch > waiting.patch");
  review->callback([&] { action = [&](Context& context) { return command::review(options.review, context); }; });
}

void print_error(const std::exception& error, const std::string& hint, std::ostream& err) {
  err << "tracker: " << base::visible(error.what()) << '\n';
  if (!hint.empty()) err << "  hint: " << base::visible(hint) << '\n';
}

}  // namespace

int run(int argc, const char* const* argv, std::ostream& out, std::ostream& err) {
  Globals globals;
  Options options;
  Action action;
  CLI::App app{"Keeps a list of political prisoners: follows sources, checks and records content/, keeps the history."};
  app.name("tracker");
  app.set_version_flag("--version", std::string("tracker ") + TIZIM_VERSION);
  app.require_subcommand(1);
  app.fallthrough();  // global options may stand after the command
  app.add_option("--root", globals.root, "The project folder")->capture_default_str();
  app.add_option("--content", globals.content, "The content folder (default: content below the project folder)");
  app.add_option("--db", globals.database, "The database (default: var/tracker.db)");
  app.add_option("--archive", globals.archive, "The archive (default: var/archive)");
  app.add_option("--now", globals.now, "Take this for the time, as 2026-11-23T09:00:00Z: for runs that must repeat");
  app.add_flag("--strict", globals.strict, "Exit with 3 when something waits for a person");
  app.footer("Exit codes: 0 done, 1 failed, 2 wrong call, 3 done but something waits for a person (with --strict).\n"
             "`tracker COMMAND --help` has examples.");
  add_reading(app, options, action);
  add_law(app, options, action);
  add_writing(app, options, action);
  add_reviewing(app, options, action);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error, out, err) == 0 ? kDone : kWrongCall;
  }
  try {
    Context context = context_of(globals, out, err);
    const int code = action(context);
    out.flush();
    if (!out) throw base::Error("cannot write the output", "is the disk full, or the reader gone?");
    return code;
  } catch (const base::UsageError& error) {
    print_error(error, error.hint(), err);
    return kWrongCall;
  } catch (const base::Error& error) {
    print_error(error, error.hint(), err);
    return kFailed;
  } catch (const std::exception& error) {
    print_error(error, "", err);
    return kFailed;
  }
}

}  // namespace tracker::command
