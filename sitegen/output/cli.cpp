#include "sitegen/output/cli.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <string>

#include "sitegen/output/build.h"
#include "sitegen/output/link_check.h"
#include "sitegen/output/serve.h"
#include "tracker/base/error.h"
#include "tracker/base/text.h"

namespace sitegen::output {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::string root = ".";
  std::string database;
  std::string out;
  std::string folder;
  int port = 8000;
  BuildOptions build;

  fs::path below_root(const fs::path& usual) const { return root == "." ? usual : fs::path(root) / usual; }
  fs::path database_path() const { return database.empty() ? below_root("var/tracker.db") : fs::path(database); }
  fs::path out_path() const { return out.empty() ? below_root("public") : fs::path(out); }
  fs::path folder_path() const { return folder.empty() ? below_root("public") : fs::path(folder); }
};

int write(const Options& options, std::ostream& err) {
  const Written written = build(options.database_path(), options.out_path(), options.build);
  err << "sitegen: " << written.files << " files in " << options.out_path().string() << " (" << written.unchanged << " unchanged, "
      << written.removed << " removed)\n";
  return 0;
}

int check(const Options& options, std::ostream& out, std::ostream& err) {
  const auto files = read_tree(options.folder_path());
  const auto findings = check_links(files);
  for (const auto& finding : findings) out << tracker::base::to_string(finding) << '\n';
  err << "sitegen: " << files.size() << " files, " << findings.size() << " broken links\n";
  return findings.empty() ? 0 : 1;
}

}  // namespace

int run(int argc, const char* const* argv, std::ostream& out, std::ostream& err) {
  Options options;
  CLI::App app{"Makes the public site from what tracker recorded. Only reads the record."};
  app.name("sitegen");
  app.set_version_flag("--version", std::string("sitegen ") + TIZIM_VERSION);
  app.require_subcommand(1);
  app.fallthrough();  // global options may stand after the command
  app.footer("Examples:\n  sitegen build --out public      write the site\n  sitegen serve                   look at it on "
             "http://127.0.0.1:8000/\n  sitegen check public            look for links that lead nowhere");
  app.add_option("--root", options.root, "The project folder")->capture_default_str();
  app.add_option("--db", options.database, "The database (default: var/tracker.db below the project folder)");
  auto* build_command = app.add_subcommand("build", "Write the site: all of it, or nothing");
  build_command->add_option("--out", options.out, "The folder to write; it must be new, empty, or ours (default: public below the project folder)");
  build_command->add_option("--jobs", options.build.jobs, "Processes that make pages (default: one a core)")->check(CLI::Range(1, 256));
  build_command->add_flag("--full", options.build.full, "Make every page again, also those that are known to be the same");
  build_command->add_option("--archive", options.build.archive, "The archive of captures, for evidence (default: archive beside the database)");
  auto* serve_command = app.add_subcommand("serve", "Preview a built site on 127.0.0.1");
  serve_command->add_option("folder", options.folder, "The built site (default: public below the project folder)");
  serve_command->add_option("--port", options.port, "0 takes a free one")->capture_default_str()->check(CLI::Range(0, 65535));
  auto* check_command = app.add_subcommand("check", "Look for links that lead nowhere in a built site");
  check_command->add_option("folder", options.folder, "The built site (default: public below the project folder)");

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error, out, err) == 0 ? 0 : 2;
  }
  try {
    if (build_command->parsed()) return write(options, err);
    if (check_command->parsed()) return check(options, out, err);
    serve(options.folder_path(), options.port, [&](int port) {
      out << "http://127.0.0.1:" << port << "/" << std::endl;  // flushed: a script may wait for it
    });
    return 0;
  } catch (const tracker::base::Error& error) {
    err << "sitegen: " << tracker::base::visible(error.what()) << '\n';
    if (!error.hint().empty()) err << "  hint: " << tracker::base::visible(error.hint()) << '\n';
    return dynamic_cast<const tracker::base::UsageError*>(&error) ? 2 : 1;
  } catch (const std::exception& error) {
    err << "sitegen: " << tracker::base::visible(error.what()) << '\n';
    return 1;
  }
}

}  // namespace sitegen::output
