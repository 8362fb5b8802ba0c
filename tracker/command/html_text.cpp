#include "tracker/command/html_text.h"

#include <algorithm>
#include <iterator>

#include <nlohmann/json.hpp>

#include "tracker/markup/encoding.h"
#include "tracker/markup/html.h"
#include "tracker/read/main_text.h"

namespace tracker::command {
namespace {

using Json = nlohmann::json;

constexpr int kMostElements = 20'000;  // that are looked at for a date

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

/// What the child answers.
std::string answer_to(const HtmlPage& page) {
  const auto decoded = markup::decode(page.bytes, page.content_type, markup::Syntax::Html);
  std::string why;
  const auto document = markup::Document::parse(decoded.text, why);
  if (!document) return Json{{"why", why}}.dump(-1, ' ', false, Json::error_handler_t::replace);
  const auto text = read::main_text(*document, decoded.text, page.language).text;
  int left = kMostElements;
  const auto published = published_in(document->root(), left);
  Json pieces = Json::array();
  for (const auto& piece : text.pieces)
    pieces.push_back({piece.at.begin, piece.at.end, static_cast<int>(piece.kind), piece.language});
  return Json{{"bytes", text.bytes}, {"language", text.language}, {"pieces", pieces},
              {"published", published ? published->edtf() : ""}}
      .dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// A page as one text: content type and language on lines of their own, in which neither has a line break.
std::string packed(const HtmlPage& page) {
  const auto line = [](std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text + '\n';
  };
  return line(page.content_type) + line(page.language) + page.bytes;
}

HtmlPage unpacked(std::string_view packed) {
  const auto first = packed.find('\n'), second = packed.find('\n', first + 1);
  return {std::string(packed.substr(second + 1)), std::string(packed.substr(0, first)), std::string(packed.substr(first + 1, second - first - 1))};
}

/// The child is trusted as little as the page.
std::optional<HtmlText> from_answer(const std::string& answer, std::string& why) {
  const Json json = Json::parse(answer);
  if (json.contains("why")) {
    why = json.at("why").get<std::string>();
    return std::nullopt;
  }
  HtmlText read;
  read.text.bytes = json.at("bytes").get<std::string>();
  read.text.language = json.at("language").get<std::string>();
  std::size_t before = 0;
  for (const auto& piece : json.at("pieces")) {
    read::Piece made;
    made.at = {piece.at(0).get<std::size_t>(), piece.at(1).get<std::size_t>()};
    const int kind = piece.at(2).get<int>();
    made.kind = kind == 1 ? read::PieceKind::Heading : kind == 2 ? read::PieceKind::Caption : read::PieceKind::Paragraph;
    made.language = piece.at(3).get<std::string>();
    if (made.at.begin < before || made.at.end < made.at.begin || made.at.end > read.text.bytes.size()) continue;
    before = made.at.end;
    read.text.pieces.push_back(std::move(made));
  }
  read.published = base::PartialDate::parse(json.at("published").get<std::string>());
  return read;
}

HtmlOutcome outcome_of(const sandbox::GuardResult& result) {
  HtmlOutcome outcome;
  if (result.end != sandbox::GuardEnd::Done) {
    outcome.why = result.detail;
    outcome.is_put_off = result.is_starved({});
    return outcome;
  }
  try {
    outcome.text = from_answer(result.output, outcome.why);
  } catch (const Json::exception&) {
    outcome.why = "what was read of it makes no sense";
  }
  return outcome;
}

}  // namespace

HtmlReader::HtmlReader() : guard_([](std::string_view input) { return answer_to(unpacked(input)); }, {}) {}

void HtmlReader::read_all(const std::vector<std::string>& origins, const Give& give, const Take& take) {
  guard_.run_all(
      origins,
      [&](std::size_t i) {
        const auto page = give(i);
        return page ? std::optional(packed(*page)) : std::nullopt;
      },
      [&](std::size_t i, const sandbox::GuardResult& result) { take(i, outcome_of(result)); }, [](std::size_t) { return true; });
}

}  // namespace tracker::command
