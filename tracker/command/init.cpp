// A new list must build at once: it gets a site.toml, two pages, the words of the interface and the words that the reader
// knows, which are compiled in.
#include <algorithm>

#include "tracker/archive/file.h"
#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/command/commands.h"

#include "i18n.h"
#include "lexicon_files.h"

namespace tracker::command {
namespace {

namespace fs = std::filesystem;

std::string toml_string(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + '"';
}

std::vector<std::string> chosen_languages(const std::string& text) {
  std::vector<std::string> known, chosen;
  for (const auto& [name, bytes] : i18n::kFiles) {
    const std::string language(name.substr(0, name.find('.')));
    if (std::find(known.begin(), known.end(), language) == known.end()) known.push_back(language);
  }
  for (const auto part : base::split(text, ',')) {
    const std::string language(base::trim(part));
    if (std::find(known.begin(), known.end(), language) == known.end())
      throw base::UsageError("init: there are no words for the language \"" + base::visible(language) + "\"",
                             "one or more of " + base::join(known, ",") + "; others are added in content/i18n/");
    if (std::find(chosen.begin(), chosen.end(), language) == chosen.end()) chosen.push_back(language);
  }
  return chosen;
}

std::string site_file(const InitOptions& options, const std::vector<std::string>& languages) {
  std::vector<std::string> quoted;
  for (const auto& language : languages) quoted.push_back(toml_string(language));
  return "# Who publishes this list, and where. Change every value that says \"example\".\n"
         "title = { " + languages.front() + " = " + toml_string(options.title) + " }\n"
         "languages = [" + base::join(quoted, ", ") + "]\n"
         "default_language = " + quoted.front() + "\n"
         "publisher = \"Example publisher\"\n"
         "contact = \"mailto:corrections@example.org\"\n"
         "base_url = \"https://example.org/\"\n"
         "# RFC 4151: names feed entries for ever. Never change it once something was published.\n"
         "tag_authority = \"example.org,2026\"\n"
         "time_zone = \"UTC\"\n"
         "licence = \"CC BY 4.0\"\n"
         "id_prefix = " + toml_string(options.prefix) + "\n";
}

std::string page_file(const std::string& id, const std::string& title, const std::string& language, int order,
                      const std::string& text) {
  return "+++\nid = " + toml_string(id) + "\norder = " + std::to_string(order) + "\ntitle = { " + language + " = " +
         toml_string(title) + " }\n+++\n" + text + "\n";
}

void write(const fs::path& file, const std::string& bytes) {
  archive::make_folders(file.parent_path());
  archive::write_durably(file.parent_path(), file, bytes);
}

constexpr std::size_t kLongestTitle = 200;

/// One line that a basic string of TOML can hold.
bool is_title(const std::string& text) {
  return !text.empty() && !base::first_invalid_utf8(text) && base::is_plain(text) &&
         text.find_first_of("\t\n") == std::string::npos && base::count_code_points(text) <= kLongestTitle;
}

bool is_prefix(const std::string& text) {
  return !text.empty() && text.size() <= 8 && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
}

}  // namespace

int init(const InitOptions& options, Context& context) {
  const fs::path folder = options.folder;
  if (!is_prefix(options.prefix))
    throw base::UsageError("init: \"" + base::visible(options.prefix) + "\" cannot begin an id",
                           "one to eight letters a to z, as in kz-0001");
  if (!is_title(options.title))
    throw base::UsageError("init: the title is empty, longer than " + std::to_string(kLongestTitle) +
                               " characters, or holds control characters",
                           "write one line of plain text");
  const auto languages = chosen_languages(options.languages);
  if (fs::exists(folder) && (!fs::is_directory(folder) || !fs::is_empty(folder)))
    throw base::UsageError("init: \"" + folder.string() + "\" is there already and is not empty",
                           "name a new folder; nothing was changed");

  const fs::path content = folder / "content";
  for (const auto& [name, bytes] : i18n::kFiles)
    if (std::find(languages.begin(), languages.end(), std::string(name.substr(0, name.find('.')))) != languages.end())
      write(content / "i18n" / name, std::string(bytes));
  for (const auto& [name, bytes] : lexicon::kFiles) write(content / "lexicon" / name, std::string(bytes));
  for (const char* empty : {"people", "cases", "sources", "laws", "places", "designations", "rulings"})
    archive::make_folders(content / empty);
  write(content / "pages" / "about.md",
        page_file("about", "About", languages.front(), 1, "Say here what this list is, who keeps it, and whom it counts."));
  write(content / "pages" / "method.md",
        page_file("method", "Method", languages.front(), 2, "Say here how a line comes to be, and what you do not do."));
  write(folder / ".gitignore", "/var/\n/public/*\n");
  write(content / "site.toml", site_file(options, languages));  // last: with it the list is one
  context.err << "init: a new list stands in " << folder.string() << "\n  next: change content/site.toml, then\n    tracker --root "
              << folder.string() << " update --offline\n    sitegen --root " << folder.string() << " build --out "
              << (folder / "public").string() << '\n';
  return kDone;
}

}  // namespace tracker::command
