// Evidence for others: a WARC for web archives, a zip for people.
#include <fcntl.h>

#include <cstdio>
#include <map>
#include <set>

#include "tracker/archive/file.h"
#include "tracker/archive/store.h"
#include "tracker/archive/warc.h"
#include "tracker/archive/zip.h"
#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/command/commands.h"
#include "tracker/command/content.h"
#include "tracker/command/evidence.h"

namespace tracker::command {
namespace {

namespace fs = std::filesystem;

struct Chosen {
  std::string what;  // "the source news"
  std::vector<model::Receipt> receipts;
};

Chosen chosen_by(const ExportOptions& options, const archive::Store& store, const Context& context) {
  auto receipts = store.receipts();
  if (options.source) {
    Chosen chosen{"the source " + *options.source, receipts_of_source(receipts, *options.source)};
    if (chosen.receipts.empty())
      throw base::UsageError("export: the archive has nothing of a source \"" + base::visible(*options.source) + "\"",
                             "`tracker sources` shows what is followed");
    return chosen;
  }
  if (!options.person) return {"the whole archive", std::move(receipts)};
  const auto content = read_content(context.paths, {}, base::day_of(context.now));
  const auto* person = model::find_person(content.record, *options.person);
  if (!person)
    throw base::UsageError("export: there is no person \"" + base::visible(*options.person) + "\"", "`tracker list` shows everyone");
  return {"what is cited for the person " + person->id, receipts_of_person(receipts, content.record, *person)};
}

std::string bytes_of(const archive::Store& store, const std::optional<base::Digest>& digest) {
  return digest ? store.get(*digest).value_or(std::string()) : std::string();
}

std::string software() { return std::string("Tizim ") + TIZIM_VERSION; }

/// A NotModified has the digest of bytes that an earlier receipt brought; they are exported with that one.
bool brought_bytes(const model::Receipt& receipt) {
  return receipt.digest && receipt.outcome != model::FetchOutcome::NotModified;
}

int write_warc(const fs::path& target, const Chosen& chosen, const archive::Store& store, base::Instant now) {
  const fs::path beside = target.string() + ".new";
  const auto file = archive::open_file(beside, O_WRONLY | O_CREAT | O_TRUNC);
  try {
    archive::write_all(file, archive::warc_info(software(), "Evidence of " + chosen.what, now), beside);
    std::set<base::Digest> robots;
    for (const auto& receipt : chosen.receipts) {
      if (receipt.robots && receipt.robots->digest && robots.insert(*receipt.robots->digest).second) {
        const std::string origin = receipt.final_url.substr(0, receipt.final_url.find('/', receipt.final_url.find("//") + 2));
        archive::write_all(file, archive::warc_resource(origin + "/robots.txt", receipt.robots->asked, "text/plain",
                                                        bytes_of(store, receipt.robots->digest)),
                           beside);
      }
      std::optional<std::string> body;
      if (brought_bytes(receipt)) body = store.get(*receipt.digest);
      archive::write_all(file, archive::warc_exchange(receipt, body, bytes_of(store, receipt.chain)), beside);
    }
    archive::sync(file, beside);
    if (std::rename(beside.c_str(), target.c_str()) != 0) archive::fail("write", target);
  } catch (...) {
    std::remove(beside.c_str());
    throw;
  }
  return static_cast<int>(chosen.receipts.size());
}

constexpr std::string_view kReadMe =
    "Evidence kept by Tizim: %.\n\n"
    "pages/          what was received, byte for byte, after the coding of the transfer was undone\n"
    "certificates/   certificates that the servers showed, leaf first\n"
    "robots/         the robots.txt files that were in force\n"
    "receipts.jsonl  one line an attempt: address, time, status, heads, SHA-256 of the page\n"
    "SHA256SUMS      check the rest with: sha256sum -c SHA256SUMS\n";

int write_zip(const fs::path& target, const Chosen& chosen, const archive::Store& store) {
  std::map<std::string, archive::ZipEntry> files;
  std::map<std::string, std::string> sums;
  std::string receipts;
  const auto add_object = [&](const std::string& name, const base::Digest& digest) {
    if (!store.has(digest)) return;
    files.emplace(name, [&store, digest] { return store.get(digest).value_or(std::string()); });
    sums.emplace(name, digest.hex());
  };
  const auto add_text = [&](const std::string& name, std::string text) {
    sums.emplace(name, base::sha256(text).hex());
    files.emplace(name, [text = std::move(text)] { return text; });
  };
  for (const auto& receipt : chosen.receipts) {
    receipts += archive::to_line(receipt) + '\n';
    if (brought_bytes(receipt)) add_object("pages/" + page_name(receipt), *receipt.digest);
    if (receipt.chain) add_object("certificates/" + receipt.chain->hex() + ".pem", *receipt.chain);
    if (receipt.robots && receipt.robots->digest) add_object("robots/" + receipt.robots->digest->hex() + ".txt", *receipt.robots->digest);
  }
  std::string read_me(kReadMe);
  read_me.replace(read_me.find('%'), 1, chosen.what);
  add_text("README.txt", std::move(read_me));
  add_text("receipts.jsonl", std::move(receipts));
  std::string list;
  for (const auto& [name, sum] : sums) list += sum + "  " + name + '\n';
  files.emplace("SHA256SUMS", [list] { return list; });
  archive::write_zip(target, files);
  return static_cast<int>(chosen.receipts.size());
}

}  // namespace

int export_evidence(const ExportOptions& options, Context& context) {
  if (options.warc.empty() == options.zip.empty())
    throw base::UsageError("export: say either --warc FILE or --zip FILE", "`tracker export --help` has examples");
  if (options.source && options.person)
    throw base::UsageError("export: a source or a person, not both", "run it twice for two files");
  if (!fs::is_directory(context.paths.archive))
    throw base::Error("export: there is no archive at " + context.paths.archive.string(), "run `tracker fetch` first");
  const archive::Store store(context.paths.archive);
  const Chosen chosen = chosen_by(options, store, context);
  const int count = options.warc.empty() ? write_zip(options.zip, chosen, store)
                                         : write_warc(options.warc, chosen, store, context.now);
  context.err << "export: " << count << (count == 1 ? " receipt" : " receipts") << " of " << chosen.what << " in "
              << (options.warc.empty() ? options.zip : options.warc) << '\n';
  return kDone;
}

}  // namespace tracker::command
