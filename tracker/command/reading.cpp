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

std::string with_source(const std::string& reader, const model::Source& source) {
  return base::sha256(reader + '\n' + base::join(source.languages, " ") + '\n' +
                      (source.published ? source.published->edtf() : "") + '\n' + source.select.text)
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
  record::PageSync sync;
  for (const auto& at : pages_of(content.record, store)) {
    ++run.pages;
    const record::PageKey key{at.source->id, at.digest.hex(), at.url, with_source(reader, *at.source)};
    const auto found = known.find(std::tuple(key.source, key.snapshot, key.url));
    const bool is_read = found != known.end() && found->second.reader == key.reader;
    const bool is_asked = sources.empty() || std::find(sources.begin(), sources.end(), at.source->id) != sources.end();
    if (is_read || !is_asked || run.lexicon_is_broken) {
      if (found != known.end()) known.erase(found);
      continue;
    }
    if (found != known.end()) known.erase(found);
    if (context.err_is_terminal) context.err << "  …            " << at.source->id << '\r' << std::flush;
    record::ReadPage page{key, {}};
    std::string why;
    const auto text = text_of(at, store, names, why);
    if (!why.empty()) run.failed.push_back(at.source->id + ", " + key.snapshot.substr(0, 12) + ": " + why);
    if (text) {
      for (auto& statement : read::read_text(text->text, {words, names, text->published}))
        page.told.push_back(told_of(*text, at, std::move(statement)));
      page.told.insert(page.told.end(), text->rows.begin(), text->rows.end());
    }
    ++run.fresh;
    sync.fresh.push_back(std::move(page));
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
