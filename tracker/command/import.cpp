// Files that a person hands in: they are kept as a fetch keeps a page, with a receipt that says where they came from.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "tracker/archive/lock.h"
#include "tracker/archive/store.h"
#include "tracker/base/date.h"
#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/command/commands.h"
#include "tracker/command/content.h"
#include "tracker/parse/parse.h"
#include "tracker/sandbox/read.h"
#include "tracker/sandbox/zone_file.h"

namespace tracker::command {
namespace {

constexpr std::size_t kMostBytes = 64UL * 1024 * 1024;

std::string bytes_of(const std::filesystem::path& file) {
  std::error_code error;
  if (std::filesystem::is_directory(file, error))
    throw base::Error("import: " + file.string() + " is a folder", "name the files");
  const auto size = std::filesystem::file_size(file, error);
  if (error) throw base::Error("import: cannot read " + file.string() + ": " + error.message(), "is the name right?");
  if (size > kMostBytes)
    throw base::Error("import: " + file.string() + " has " + std::to_string(size) + " bytes; at most " + std::to_string(kMostBytes) + " are taken",
                      "hand in the part that matters");
  std::ifstream in(file, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), {});
  if (!in.eof() && in.fail()) throw base::Error("import: cannot read " + file.string() + ": " + std::strerror(errno));
  return bytes;
}

/// By its name, as a server would say it: that decides how an import is read.
std::string content_type_of(const std::filesystem::path& file, std::string_view bytes) {
  std::string extension = file.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(), [](char c) { return static_cast<char>(c | 0x20); });
  if (parse::is_pdf(bytes)) return "application/pdf";
  if (extension == ".csv" || extension == ".tsv") return "text/csv";
  if (extension == ".txt" || extension == ".md") return "text/plain";
  if (extension == ".xml" || extension == ".rss" || extension == ".atom") return "application/xml";
  return "text/html";
}

const model::Source& source_named(const model::Record& record, const std::string& id) {
  if (const auto* source = model::find_source(record, id)) return *source;
  std::vector<std::string> ids;
  for (const auto& source : record.sources) ids.push_back(source.id);
  const auto near = base::closest(id, ids);
  throw base::UsageError("import: there is no source \"" + base::visible(id) + "\"",
                         near ? "did you mean \"" + *near + "\"?" : "add content/sources/" + base::visible(base::shorten(id, 60)) + ".toml with kind = \"import\" first");
}

/// A source that is followed reads what is handed in as it reads what it fetches; of others it is an import.
model::SourceKind kind_of(const model::Source& source, const std::string& content_type) {
  if (content_type == "text/csv" || !source.is_followed()) return model::SourceKind::Import;
  return source.kind;
}

void check_options(const ImportOptions& options) {
  if (options.published && !base::PartialDate::parse(*options.published))
    throw base::UsageError("import: --published: \"" + base::visible(*options.published) + "\" is not a date", "write 2026-11-23, 2026-11 or 2026");
  if (options.url && !options.url->starts_with("https://") && !options.url->starts_with("http://"))
    throw base::UsageError("import: --url: \"" + base::visible(*options.url) + "\" is no address", "write the whole address, https://…");
}

}  // namespace

int import_files(const ImportOptions& options, Context& context) {
  check_options(options);
  const archive::Lock lock(context.paths.lock);
  const Content content = read_content(context.paths, {}, base::day_of(context.now));
  if (base::has_errors(content.findings)) {
    print_findings(context.err, content.findings);
    throw base::Error("import: " + count_findings(content.findings) + " in " + context.paths.shown_content() + "; nothing was imported",
                      "mend what is named above, then run it again");
  }
  const model::Source& source = source_named(content.record, options.source);
  // All files are read before any is kept, so that a name that is wrong leaves nothing half done.
  std::vector<std::pair<std::filesystem::path, std::string>> files;
  for (const auto& name : options.files) files.emplace_back(name, bytes_of(name));
  archive::Store store(context.paths.archive);
  const auto rules = parse::rules_digest(source, content.record.fingerprints);
  const auto zone = sandbox::load_zone(source.zone);
  int unread = 0;
  for (const auto& [path, bytes] : files) {
    const std::string type = content_type_of(path, bytes);
    model::Receipt receipt;
    receipt.source = source.id;
    receipt.url = options.url.value_or("file:" + path.filename().string());
    receipt.final_url = receipt.url;
    receipt.started = context.now;
    receipt.outcome = model::FetchOutcome::Fetched;
    receipt.detail = "handed in as " + base::shorten(path.filename().string(), 200);
    receipt.digest = base::sha256(bytes);
    receipt.bytes = static_cast<long long>(bytes.size());
    receipt.headers["content-type"] = type;
    receipt.published = options.published.value_or("");
    // A page of another address than the source's own is one that it leads to.
    if (source.is_followed() && receipt.url != source.url) receipt.parent = source.url;

    const bool is_followed = !receipt.parent.empty();
    const auto kind = is_followed && type != "text/csv" ? model::SourceKind::Page : kind_of(source, type);
    const sandbox::Snapshot snapshot{source, kind, is_followed, bytes, type, receipt.url};
    const auto parsed = sandbox::read_snapshot(snapshot, content.record.fingerprints, zone ? &*zone : nullptr);
    auto reading = sandbox::reading_of(snapshot, parsed, *receipt.digest, rules, context.now);
    archive::Batch batch;
    batch.objects = {bytes, parse::to_json(parsed)};
    reading.parsed = base::sha256(batch.objects[1]);
    batch.receipts = {receipt};
    batch.readings = {reading};
    store.keep(batch);

    context.err << "  " << base::visible(path.filename().string()) << ": " << receipt.digest->hex() << ", " << reading.words << " words";
    if (reading.rows > 0) context.err << ", " << reading.rows << " rows";
    if (parsed.outcome != model::ReadingOutcome::Read) {
      ++unread;
      context.err << "; " << model::code_of(parsed.outcome) << ": " << base::visible(parsed.detail);
    }
    context.err << '\n';
    for (const auto& what : parsed.left_out) context.err << "    note: " << base::visible(what) << '\n';
    for (const auto& row : parsed.rows)
      for (const auto& fault : row.faults) context.err << "    " << base::visible(path.filename().string()) << ':' << row.row << ": " << base::visible(fault) << '\n';
  }
  context.err << "import: " << files.size() << (files.size() == 1 ? " file" : " files") << " kept for source " << source.id << '\n';
  if (unread > 0) throw base::Error("import: " + std::to_string(unread) + " of them could not be read; their bytes are kept", "look at what is said above");
  context.err << "  hint: `tracker read` finds what they tell, and `tracker review` shows it\n";
  return kDone;
}

}  // namespace tracker::command
