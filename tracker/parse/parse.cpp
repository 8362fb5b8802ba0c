#include "tracker/parse/parse.h"

#include <algorithm>

#include "tracker/base/text.h"
#include "tracker/markup/plain.h"
#include "tracker/parse/folded.h"
#include "tracker/parse/kinds.h"

namespace tracker::parse {
namespace {

using model::ReadingOutcome;
using model::SourceKind;

/// Goes up when the parsers make something else of the same bytes, so that old readings are done again.
constexpr std::string_view kEdition = "1";

void read(const Input& input, Parsed& parsed) {
  switch (input.kind) {
    case SourceKind::Listing: return read_listing(input, parsed);
    case SourceKind::Feed: return read_feed(input, parsed);
    case SourceKind::Sitemap: return read_sitemap(input, parsed);
    case SourceKind::Document: return read_document(input, parsed);
    case SourceKind::CourtSchedule:
    case SourceKind::CourtCases: return read_court(input, parsed);
    case SourceKind::Import:
      if (input.content_type.starts_with("text/csv")) return read_notices(input, parsed);
      if (!input.source.columns.empty() && input.content_type.starts_with("text/html")) return read_court(input, parsed);
      return read_page(input, parsed);
    case SourceKind::Page:
    case SourceKind::Cited: break;
  }
  read_page(input, parsed);
}

/// All that was read, in one text: where canaries and fingerprints are looked for.
std::string all_words(const Parsed& parsed) {
  std::string words = parsed.title;
  for (const auto& page : parsed.pages) words += '\n' + page;
  for (const auto& row : parsed.rows) words += '\n' + base::join(row.cells, " ");
  return words;
}

/// Text that says what the page is, whatever part is read: words, and the page as it was sent.
struct Looked {
  std::string words, raw;
  bool has(const std::string& text) const {
    const std::string wanted = folded(text);
    return words.find(wanted) != std::string::npos || raw.find(wanted) != std::string::npos;
  }
};

void look_for_signs(const Input& input, Parsed& parsed) {
  const auto syntax = input.kind == SourceKind::Feed || input.kind == SourceKind::Sitemap ? markup::Syntax::Xml : markup::Syntax::Html;
  const std::string_view bytes = input.bytes.substr(0, kMostText);
  const Looked looked{folded(all_words(parsed)), folded(markup::decode(bytes, input.content_type, syntax).text)};
  const auto expect = input.source.expect.value_or(model::Expectation{});
  if (!input.is_followed) {
    parsed.has_canary = expect.canary.empty() || looked.has(expect.canary);
    parsed.says_nothing = std::any_of(expect.nothing.begin(), expect.nothing.end(), [&](const auto& text) { return looked.has(text); });
  }
  // A court that finds nothing often shows no table at all.
  if (parsed.says_nothing && parsed.outcome == ReadingOutcome::PartMissing) {
    parsed.outcome = ReadingOutcome::Read;
    parsed.detail.clear();
  }
  for (const auto& text : expect.blocked)
    if (looked.has(text)) parsed.fingerprint = "blocked";
  const std::size_t words = parsed.words();
  for (const auto& sign : input.fingerprints) {
    if (!parsed.fingerprint.empty()) break;
    if (sign.most_words && words > static_cast<std::size_t>(*sign.most_words)) continue;
    if (!sign.all.empty() && std::all_of(sign.all.begin(), sign.all.end(), [&](const auto& text) { return looked.has(text); }))
      parsed.fingerprint = sign.id;
  }
}

void bound_text(Parsed& parsed) {
  std::size_t left = kMostText;
  for (auto& page : parsed.pages) {
    if (page.size() > left) {
      std::size_t cut = left;
      while (cut > 0 && (static_cast<unsigned char>(page[cut]) & 0xC0) == 0x80) --cut;
      page.resize(cut);
      leave_out("more than " + std::to_string(kMostText) + " bytes of words: the rest is left out", parsed);
    }
    left -= page.size();
  }
  for (auto& entry : parsed.entries) {
    entry.title = base::shorten(entry.title, 500);
    entry.id = base::shorten(entry.id, 2000);
    if (entry.text.size() > left) {
      entry.text.clear();
      leave_out("more than " + std::to_string(kMostText) + " bytes of words: the rest is left out", parsed);
    }
    left -= entry.text.size();
  }
}

}  // namespace

Parsed parse(const Input& input) {
  Parsed parsed;
  read(input, parsed);
  look_for_signs(input, parsed);
  bound_text(parsed);
  return parsed;
}

base::Digest rules_digest(const model::Source& source, const std::vector<model::Fingerprint>& fingerprints) {
  base::DigestBuilder builder;
  const auto add = [&](std::string_view text) {
    builder.add(std::to_string(text.size()));
    builder.add(":");
    builder.add(text);
  };
  const auto add_number = [&](const std::optional<int>& number) { add(number ? std::to_string(*number) : ""); };
  add(kEdition);
  add(model::code_of(source.kind));
  add(source.select.text);
  for (const auto& rule : source.remove) add(rule.text);
  add("zone");
  add(source.zone);
  if (source.follow) {
    add("follow");
    for (const auto* rule : {&source.follow->links, &source.follow->pattern, &source.follow->next, &source.follow->select}) add(rule->text);
    add(source.follow->other_hosts ? "1" : "0");
  }
  for (const auto& column : source.columns) {
    add("column");
    add(model::code_of(column.field));
    add(column.header);
    add_number(column.number);
    add(column.pattern.text);
  }
  if (source.expect) {
    add("expect");
    add(source.expect->canary);
    for (const auto& text : source.expect->blocked) add(text);
    add("nothing");
    for (const auto& text : source.expect->nothing) add(text);
  }
  for (const auto& sign : fingerprints) {
    add("fingerprint");
    add(sign.id);
    add_number(sign.most_words);
    for (const auto& text : sign.all) add(text);
  }
  return builder.finish();
}

bool is_pdf(std::string_view bytes) {
  return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

bool has_script(std::string_view pdf) {
  return pdf.find("/JavaScript") != std::string_view::npos || pdf.find("/JS ") != std::string_view::npos ||
         pdf.find("/JS(") != std::string_view::npos;
}

}  // namespace tracker::parse
