#include "tracker/read/main_text.h"

#include "tests/support/catch.h"

using namespace tracker;
using namespace tracker::read;

namespace {

MainText parse(const std::string& html) {
  std::string why;
  const auto document = markup::Document::parse(html, why);
  REQUIRE(document.has_value());
  return main_text(*document, html);
}

std::vector<std::string> pieces(const std::string& html) {
  const auto text = parse(html);
  std::vector<std::string> all;
  for (const auto& piece : text.text.pieces)
    all.push_back((piece.kind == PieceKind::Heading ? "# " : "") + text.text.bytes.substr(piece.at.begin, piece.at.end - piece.at.begin));
  return all;
}

using Parts = std::vector<std::string>;

const std::string kStory =
    "<p>On 1 March a court in the harbour town sentenced Ivan Petrenko to three years in prison for a song about the sea and the ships in it.</p>"
    "<p>His lawyer said that the song is older than the law, and that the judge had hummed it in the corridor before the hearing began.</p>";

}  // namespace

TEST_CASE("menus, teasers, captions, asides and footers are left out") {
  CHECK(pieces("<html><body><nav><a href=a>Home</a> <a href=b>News</a></nav><main><h1>A song</h1>" + kStory +
               "<figure><img><figcaption>Anna Ivanenko was arrested on 2 May</figcaption></figure>"
               "<div class='related-items'><p>Police arrested Boris Tokarov in another town, and nobody knows what for until this day.</p></div>"
               "<ul><li><a href=c>Court jails Vera Testova for ten years</a></li></ul></main>"
               "<aside><p>Subscribe to our paper and read every week how many people were detained in the harbour town.</p></aside>"
               "<footer>All rights reserved</footer></body></html>") ==
        Parts{"# A song", "On 1 March a court in the harbour town sentenced Ivan Petrenko to three years in prison for a song about the sea and the ships in it.",
              "His lawyer said that the song is older than the law, and that the judge had hummed it in the corridor before the hearing began."});
}

TEST_CASE("the main text is found where no element says so") {
  const auto found = pieces("<body><div id=top><a href=a>One</a><a href=b>Two</a></div><div id=x>" + kStory + "</div><div>Tiny</div></body>");
  REQUIRE(found.size() == 2);
  CHECK(found[0].starts_with("On 1 March"));
}

TEST_CASE("words are found again in the page, byte for byte") {
  const std::string html = "<main>" + kStory + "<p>Tom &amp; <b>Ann</b> were \n there all  day long, and the day was long enough for everybody to see it.</p></main>";
  const auto text = parse(html);
  const auto at = text.text.bytes.find("Ivan Petrenko");
  const auto there = text.in_page({at, at + 13});
  CHECK(html.substr(there.begin, there.end - there.begin) == "Ivan Petrenko");
  const auto across = text.text.bytes.find("Ann were there");
  REQUIRE(across != std::string::npos);
  const auto span = text.in_page({across, across + 14});
  CHECK(html.substr(span.begin, span.end - span.begin) == "Ann</b> were \n there");
  CHECK(text.in_page({5, 5}) == Span{});
}

TEST_CASE("each paragraph has the language of its letters") {
  const auto text = parse("<main>" + kStory + "<p>Суд приговорил его к трём годам, и это было в марте, когда ещё лежал снег на берегу моря.</p>"
                          "<p>Сот оны үш жылға соттады, ол кезде теңіз жағасында қар әлі жатқан еді деп жазды.</p></main>");
  REQUIRE(text.text.pieces.size() == 4);
  CHECK(text.text.pieces[0].language == "en");
  CHECK(text.text.pieces[2].language == "ru");
  CHECK(text.text.pieces[3].language == "kk");
}

TEST_CASE("a page without text has none") {
  CHECK(pieces("").empty());
  CHECK(pieces("<script>var a = 'Ivan Petrenko was arrested';</script>").empty());
}
