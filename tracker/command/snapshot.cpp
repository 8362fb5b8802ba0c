#include "tracker/command/snapshot.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/markup/encoding.h"
#include "tracker/markup/html.h"
#include "tracker/read/main_text.h"

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

/// The day that the page itself names as that of its publication, as pages do for search engines.
std::optional<base::PartialDate> published_in(markup::Node node, int& left) {
  static constexpr std::string_view kNames[] = {"article:published_time", "datePublished", "date", "pubdate", "DC.date.issued",
                                                "og:published_time", "publication_date"};
  for (; node && left > 0; node = node.next()) {
    if (!node.is_element()) continue;
    --left;
    std::optional<std::string_view> said;
    if (node.is("meta")) {
      for (const char* key : {"property", "name", "itemprop"})
        if (const auto name = node.attribute(key); name && std::find(std::begin(kNames), std::end(kNames), *name) != std::end(kNames))
          said = node.attribute("content");
    } else if (node.is("time") && (node.attribute("pubdate") || node.attribute("itemprop") == "datePublished")) {
      said = node.attribute("datetime");
    }
    if (said)
      if (auto date = base::PartialDate::parse(said->substr(0, 10))) return date;
    if (auto below = published_in(node.first_child(), left)) return below;
  }
  return std::nullopt;
}

constexpr int kMostElements = 20'000;  // that are looked at for a date

std::optional<SnapshotText> html_text(const PageAt& page, const std::string& bytes, std::string& why) {
  const auto decoded = markup::decode(bytes, page.content_type, markup::Syntax::Html);
  const auto document = markup::Document::parse(decoded.text, why);
  if (!document) return std::nullopt;
  SnapshotText text;
  const auto& languages = page.source->languages;
  text.text = read::main_text(*document, decoded.text, languages.size() == 1 ? languages.front() : "").text;
  int left = kMostElements;
  text.published = published_in(document->root(), left);
  return text;
}

}  // namespace

std::vector<PageAt> pages_of(const model::Record& record, const archive::Store& store) {
  std::vector<PageAt> pages;
  std::set<std::tuple<std::string, std::string, base::Digest>> seen;
  for (const auto& receipt : store.receipts()) {
    if (receipt.outcome != model::FetchOutcome::Fetched || !receipt.digest) continue;
    const auto* source = model::find_source(record, receipt.source);
    if (!source || !seen.emplace(receipt.source, receipt.url, *receipt.digest).second) continue;
    const auto type = receipt.headers.find("content-type");
    pages.push_back({source, *receipt.digest, receipt.url, type == receipt.headers.end() ? "" : type->second,
                     receipt.started});
  }
  return pages;
}

std::vector<SnapshotText> texts_of(const PageAt& page, const archive::Store& store, std::string& why) {
  std::optional<std::string> bytes;
  try {
    bytes = store.get(page.digest);
  } catch (const base::DataError& damaged) {
    why = damaged.what();
    return {};
  }
  if (!bytes) {
    why = "the archive does not hold its bytes";
    return {};
  }
  SnapshotText text;
  switch (form_of(page, *bytes)) {
    case Form::Pdf: why = "a PDF is not read"; return {};
    case Form::Feed: return {};  // what it tells of is read on the pages that it leads to
    case Form::Html: {
      auto read = html_text(page, *bytes, why);
      if (!read) return {};
      text = std::move(*read);
      break;
    }
    case Form::Plain:
      text.text.bytes = markup::decode(*bytes, page.content_type, markup::Syntax::Text).text;
      text.text.language = page.source->languages.size() == 1 ? page.source->languages.front() : "";
      break;
  }
  text.url = page.url;
  // What the source's file says of a document weighs more than the page; the day it was seen is the last resort.
  if (page.source->published) text.published = page.source->published;
  if (!text.published) text.published = base::PartialDate::on(base::day_of(page.seen));
  return {std::move(text)};
}

}  // namespace tracker::command
