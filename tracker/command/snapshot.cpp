#include "tracker/command/snapshot.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <variant>

#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/command/html_text.h"
#include "tracker/fetch/url.h"
#include "tracker/health/health.h"
#include "tracker/markup/encoding.h"
#include "tracker/parse/parsed.h"
#include "tracker/propose/court.h"

namespace tracker::command {
namespace {

enum class Form { Html, Plain, Feed, Pdf };

Form form_of(const PageAt& page, std::string_view bytes) {
  auto start = bytes.substr(0, 1024);
  while (!start.empty() && (static_cast<unsigned char>(start.front()) <= ' ' || start.front() == '\xef' ||
                            start.front() == '\xbb' || start.front() == '\xbf'))
    start.remove_prefix(1);
  std::string small(start);
  std::transform(small.begin(), small.end(), small.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const auto begins = [&](std::string_view with) { return small.starts_with(with); };
  if (begins("%pdf-")) return Form::Pdf;
  if (small.find("<rss") != std::string::npos || small.find("<feed") != std::string::npos || small.find("<rdf:rdf") != std::string::npos)
    return Form::Feed;
  if (begins("<!doctype html") || begins("<html") || begins("<head") || begins("<body") || begins("<!--")) return Form::Html;
  return page.content_type.find("html") != std::string::npos ? Form::Html : Form::Plain;
}

std::string language_of(const PageAt& page) {
  return page.source->languages.size() == 1 ? page.source->languages.front() : "";
}

/// Why the page is not the page that was meant: it could not be parsed, it stands in place of another, or lacks what the
/// source's file expects. Such a page says nothing about anybody.
std::optional<std::string> fault_of(const PageAt& page) {
  if (!page.reading) return std::nullopt;
  const auto& reading = *page.reading;
  if (reading.outcome != model::ReadingOutcome::Read && reading.outcome != model::ReadingOutcome::PartMissing)
    return std::string(model::code_of(reading.outcome)) + (reading.detail.empty() ? "" : ": " + reading.detail);
  if (!reading.fingerprint.empty()) return "another page in its place: " + reading.fingerprint;
  return page.is_followed ? std::nullopt : health::fault_of(*page.source, reading, nullptr);
}

/// What was parsed of it, out of the archive.
std::optional<parse::Parsed> parsed_of(const PageAt& page, const archive::Store& store) {
  if (!page.reading || !page.reading->parsed) return std::nullopt;
  const auto json = store.get(*page.reading->parsed);
  if (!json) return std::nullopt;
  return parse::parsed_from_json(*json);
}

bool is_court(const PageAt& page) {
  return page.source->kind == model::SourceKind::CourtSchedule || page.source->kind == model::SourceKind::CourtCases;
}

propose::Told page_of_rows(const PageAt& page) {
  propose::Told told;
  told.source = page.source->id;
  told.snapshot = page.digest.hex();
  told.url = page.url;
  told.language = language_of(page);
  told.published = base::PartialDate::on(base::day_of(page.seen));
  return told;
}

/// Of a page that is no HTML. Nothing where there is nothing to be read in it.
std::optional<SnapshotText> words_of(const PageAt& page, const archive::Store& store, const std::string& bytes,
                                     const match::Names& names, std::string& why) {
  SnapshotText text;
  if (is_court(page)) {
    if (const auto parsed = parsed_of(page, store))
      text.rows = propose::told_of_rows(parsed->rows, names, page_of_rows(page), base::day_of(page.seen));
    return text;
  }
  switch (form_of(page, bytes)) {
    case Form::Feed:
      return std::nullopt;  // what it tells of is read on the pages that it leads to
    case Form::Pdf: {
      const auto parsed = parsed_of(page, store);
      if (!parsed) {
        why = "nobody has taken the text out of the PDF yet: run `tracker fetch` or `tracker import`";
        return std::nullopt;
      }
      for (const auto& one : parsed->pages) text.text.bytes += one + "\n\n";
      text.text.language = language_of(page);
      return text;
    }
    case Form::Html:
    case Form::Plain:
      text.text.bytes = markup::decode(bytes, page.content_type, markup::Syntax::Text).text;
      text.text.language = language_of(page);
      return text;
  }
  return std::nullopt;
}

/// What stands beside the words. What people say of a document weighs more than what it says itself; the day it was seen is
/// the last resort.
PageText with_place(const PageAt& page, PageText read) {
  if (!read.text) return read;
  auto& text = *read.text;
  text.url = page.url;
  if (!page.is_followed && page.source->published) text.published = page.source->published;
  if (auto said = base::PartialDate::parse(page.published)) text.published = said;
  if (!text.published) text.published = base::PartialDate::on(base::day_of(page.seen));
  return read;
}

/// Its bytes where it is HTML, which is read behind guards; else all of it.
std::variant<HtmlPage, PageText> begin_to_read(const PageAt& page, const archive::Store& store, const match::Names& names) {
  PageText read;
  if (const auto fault = fault_of(page)) {
    read.why = *fault;
    read.is_put_off = page.reading->outcome == model::ReadingOutcome::Postponed;
    return read;
  }
  try {
    auto bytes = store.get(page.digest);
    if (!bytes) {
      read.why = "the archive does not hold its bytes";
      return read;
    }
    if (!is_court(page) && form_of(page, *bytes) == Form::Html) return HtmlPage{std::move(*bytes), page.content_type, language_of(page)};
    read.text = words_of(page, store, *bytes, names, read.why);
  } catch (const base::DataError& damaged) {
    read.why = damaged.what();
  }
  return read;
}

PageText text_in(HtmlOutcome outcome) {
  PageText read{std::nullopt, std::move(outcome.why), outcome.is_put_off};
  if (!outcome.text) return read;
  read.text.emplace();
  read.text->text = std::move(outcome.text->text);
  read.text->published = outcome.text->published;
  return read;
}

}  // namespace

std::string origin_of_page(const std::string& url, const std::string& source) {
  const auto origin = fetch::origin_of(url);
  return origin.empty() ? source : origin;
}

std::vector<PageAt> pages_of(const model::Record& record, const archive::Store& store) {
  std::map<std::pair<std::string, base::Digest>, model::Reading> readings;
  for (auto& reading : store.readings()) readings.insert_or_assign({reading.source, reading.digest}, reading);
  std::vector<PageAt> pages;
  std::set<std::tuple<std::string, std::string, base::Digest>> seen;
  for (const auto& receipt : store.receipts()) {
    if (receipt.outcome != model::FetchOutcome::Fetched || !receipt.digest) continue;
    const auto* source = model::find_source(record, receipt.source);
    if (!source || !seen.emplace(receipt.source, receipt.url, *receipt.digest).second) continue;
    PageAt page{.source = source, .digest = *receipt.digest, .url = receipt.url, .published = receipt.published};
    if (const auto type = receipt.headers.find("content-type"); type != receipt.headers.end()) page.content_type = type->second;
    page.is_followed = !receipt.parent.empty();
    page.seen = receipt.started;
    if (const auto found = readings.find({receipt.source, *receipt.digest}); found != readings.end())
      page.reading = found->second;
    pages.push_back(std::move(page));
  }
  return pages;
}

void read_texts(const std::vector<const PageAt*>& pages, const archive::Store& store, const match::Names& names,
                const std::function<void(std::size_t page, PageText text)>& take) {
  if (pages.empty()) return;
  std::vector<std::pair<std::string, std::size_t>> by_origin;
  for (std::size_t i = 0; i < pages.size(); ++i) by_origin.emplace_back(origin_of_page(pages[i]->url, pages[i]->source->id), i);
  std::sort(by_origin.begin(), by_origin.end());
  std::vector<std::string> origins;
  for (const auto& [origin, page] : by_origin) origins.push_back(origin);
  HtmlReader reader;
  reader.read_all(
      origins,
      [&](std::size_t i) -> std::optional<HtmlPage> {
        const auto page = by_origin[i].second;
        auto read = begin_to_read(*pages[page], store, names);
        if (auto* html = std::get_if<HtmlPage>(&read)) return std::move(*html);
        take(page, with_place(*pages[page], std::get<PageText>(std::move(read))));
        return std::nullopt;
      },
      [&](std::size_t i, HtmlOutcome outcome) {
        const auto page = by_origin[i].second;
        take(page, with_place(*pages[page], text_in(std::move(outcome))));
      });
}

}  // namespace tracker::command
