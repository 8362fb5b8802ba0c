#include "tracker/command/reading.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "tracker/archive/store.h"
#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/command/snapshot.h"
#include "tracker/command/workbench.h"
#include "tracker/load/lexicon.h"
#include "tracker/propose/propose.h"
#include "tracker/read/read_text.h"

namespace tracker::command {
namespace {

/// Goes up when the reader reads otherwise than it did: everything is read again then.
constexpr std::string_view kEdition = "1";

/// All that decides what is read out of given bytes, but for what the source's file says.
std::string reader_of(const Content& content, const std::vector<model::Lexicon>& lexicons, const Context& context) {
  base::DigestBuilder digest;
  digest.add(kEdition);
  for (const auto& lexicon : lexicons) {
    const auto name = std::filesystem::path(lexicon.file).filename();
    std::ifstream in(context.paths.content / "lexicon" / name, std::ios::binary);
    digest.add(name.string() + '\n' + base::sha256(std::string{std::istreambuf_iterator<char>(in), {}}).hex() + '\n');
  }
  for (const auto& person : content.record.people) {
    digest.add(person.id + '\n');
    for (const auto& [language, name] : person.name.by_language) digest.add(name + '\n');
    for (const auto& name : person.also) digest.add(name + '\n');
  }
  return digest.finish().hex();
}

/// With what the source's file says, and what parsing the page gave: that may forbid to read it, and is what is read of a
/// PDF or a table.
std::string reader_of_page(const std::string& reader, const PageAt& page) {
  const auto& source = *page.source;
  std::string parsed;
  if (page.reading) {
    parsed = std::string(model::code_of(page.reading->outcome)) + ' ' + page.reading->fingerprint + ' ';
    if (page.reading->parsed) parsed += page.reading->parsed->hex();
  }
  return base::sha256(reader + '\n' + base::join(source.languages, " ") + '\n' +
                      (source.published ? source.published->edtf() : "") + '\n' + source.select.text + '\n' + parsed)
      .hex();
}

propose::Told told_of(const SnapshotText& page, const PageAt& at, read::Statement statement) {
  propose::Told told;
  const auto& bytes = page.text.bytes;
  const auto begin = std::min(statement.paragraph.begin, bytes.size());
  const auto end = std::min(std::max(statement.paragraph.end, begin), bytes.size());
  told.paragraph = bytes.substr(begin, end - begin);
  if (statement.at.begin >= begin && statement.at.end <= end)
    told.quote = {statement.at.begin - begin, statement.at.end - begin};
  told.source = at.source->id;
  told.url = page.url;
  told.snapshot = at.digest.hex();
  told.language = page.text.language;
  told.published = page.published;
  told.said = std::move(statement);
  return told;
}

std::vector<propose::Told> told_of(const SnapshotText& page, const PageAt& at, const read::Lexicons& words, const match::Names& names) {
  std::vector<propose::Told> told;
  for (auto& statement : read::read_text(page.text, {words, names, page.published})) told.push_back(told_of(page, at, std::move(statement)));
  told.insert(told.end(), page.rows.begin(), page.rows.end());
  return told;
}

}  // namespace

ReadRun read_archive(record::Writer& writer, const Content& content, const std::vector<std::string>& sources,
                     Context& context) {
  base::Findings findings;
  const auto lexicons = load::load_lexicons(context.paths.content, context.paths.shown_content(), findings);
  const auto words = read::Lexicons::compile(lexicons, findings);
  print_findings(context.err, findings);
  ReadRun run;
  run.lexicon_is_broken = base::has_errors(findings);
  const match::Names names(content.record.people);
  const auto reader = reader_of(content, lexicons, context);
  const archive::Store store(context.paths.archive);

  std::map<std::tuple<std::string, std::string, std::string>, record::PageKey> known;
  for (auto& key : writer.pages()) known.emplace(std::tuple(key.source, key.snapshot, key.url), key);
  const auto pages = pages_of(content.record, store);
  std::vector<const PageAt*> to_read;
  std::vector<record::ReadPage> fresh;
  for (const auto& at : pages) {
    ++run.pages;
    const record::PageKey key{at.source->id, at.digest.hex(), at.url, reader_of_page(reader, at)};
    const auto found = known.find(std::tuple(key.source, key.snapshot, key.url));
    const bool is_read = found != known.end() && found->second.reader == key.reader;
    const bool is_asked = sources.empty() || std::find(sources.begin(), sources.end(), at.source->id) != sources.end();
    if (found != known.end()) known.erase(found);
    if (is_read || !is_asked || run.lexicon_is_broken) continue;
    to_read.push_back(&at);
    fresh.push_back({key, {}});
  }

  std::vector<PageText> outcomes(to_read.size());  // without their texts
  read_texts(to_read, store, names, [&](std::size_t i, PageText read) {
    if (context.err_is_terminal) context.err << "  …            " << to_read[i]->source->id << '\r' << std::flush;
    if (read.text) fresh[i].told = told_of(*read.text, *to_read[i], words, names);
    outcomes[i] = {std::nullopt, std::move(read.why), read.is_put_off};
  });
  record::PageSync sync;
  for (std::size_t i = 0; i < fresh.size(); ++i) {
    const auto& [text, why, is_put_off] = outcomes[i];
    if (!why.empty()) run.failed.push_back(fresh[i].key.source + ", " + fresh[i].key.snapshot.substr(0, 12) + ": " + why);
    if (is_put_off) continue;
    ++run.fresh;
    sync.fresh.push_back(std::move(fresh[i]));
  }
  for (auto& [where, key] : known) sync.gone.push_back(std::move(key));

  // Everything that is told, as it will stand in the index.
  writer.sync_pages(sync);
  const auto told = with_cautions(words, with_groups(content.record, writer.told()));
  run.statements = static_cast<int>(told.size());
  run.proposals = propose::propose(content.record, told);
  writer.sync_proposals(run.proposals);
  return run;
}

std::string summary(const ReadRun& run) {
  const auto count = [](int number, const std::string& one, const std::string& more) {
    return std::to_string(number) + ' ' + (number == 1 ? one : more);
  };
  const auto waiting = static_cast<int>(run.proposals.size());
  return count(run.pages, "page, ", "pages, ") + std::to_string(run.fresh) + " read now, " +
         count(run.statements, "statement; ", "statements; ") + count(waiting, "proposal waits", "proposals wait");
}

}  // namespace tracker::command
