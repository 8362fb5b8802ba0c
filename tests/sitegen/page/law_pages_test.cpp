// What the real record shows of laws, assessments and dates, page by page.
#include <map>

#include "sitegen/page/pages.h"
#include "tests/support/catch.h"
#include "tests/support/sample_record.h"
#include "tracker/load/content.h"

using namespace sitegen;

namespace {

const view::View& real() {
  static const view::View kView = [] {
    auto loaded = tracker::load::load_content(TIZIM_SOURCE_DIR "/content", "content");
    auto versions = tests::versions_of({loaded.record});
    return view::make_view(std::move(loaded.record), std::move(versions), {});
  }();
  return kView;
}

/// The text of a page without tags, spaces joined.
std::string text_of(const std::string& path) {
  static const std::map<std::string, std::string> kPages = [] {
    std::map<std::string, std::string> all;
    view::Keys keys(real(), {}, {});
    const auto words = view::shared_words(real().record);
    const auto take = [&](const view::Part& part) {
      if (part.name.find("/person/") != std::string::npos || part.name.find("/act/") != std::string::npos ||
          part.name.find("/article/") != std::string::npos || part.name.ends_with("/laws") ||
          part.name.ends_with("/outcomes") || part.name.ends_with("/dates"))
        for (auto& file : part.make()) all.emplace(file.path, std::move(file.bytes));
    };
    for (const auto& part : page::whole_parts(real(), words, {})) take(part);
    for (const auto& part : page::keyed_parts(real(), words, keys)) take(part);
    return all;
  }();
  const auto found = kPages.find(path);
  if (found == kPages.end()) return "no page " + path;
  std::string text;
  bool tag = false;
  for (const char c : found->second) {
    if (c == '<') tag = true;
    if (!tag && (c != '\n' && (c != ' ' || text.empty() || text.back() != ' '))) text += c;
    if (c == '>') tag = false;
  }
  return text;
}

void has(const std::string& path, const std::vector<const char*>& pieces) {
  const auto text = text_of(path);
  for (const char* piece : pieces) {
    INFO(path << ": " << piece);
    CHECK(text.find(piece) != std::string::npos);
  }
}

}  // namespace

TEST_CASE("a person's page says what the law says, what the court did, and whether they agree") {
  has("people/kz-0004.html",
      {"What the amnesty law says", "not legal advice", "term to be reduced by 3/4", "From 3\u00a0years to 9\u00a0months.", "Step by step",
       "The article is on the act’s list.", "granted by the court", "this agrees with the law as we read it"});
  has("people/kz-0002.html", {"The act can be read in two ways:", "by the offence: term to be reduced by 3/4",
                              "by the person: excluded", "No repeat offender", "agrees with the law in one of its two readings only"});
  has("people/kz-0008.html",
      {"cannot be determined", "What is missing:", "which part of the article it is",
       "whether a court connects the act with the riots", "whether the article is on the act’s list (not verified)"});
  has("people/kz-0001.html", {"excluded", "organising mass riots, unless a minor did it", "had run out before the verdict"});
  has("people/kz-0023.html", {"only administrative ones are recorded here"});
}

TEST_CASE("computed dates are shown as computed, with the sum") {
  has("people/kz-0022.html",
      {"Dates", "22 January 2030", "end of the term", "computed", "Reckoned, not known.", "241 days", "− 362 days of credit",
       "medium security", "only after active help to the investigation"});
  has("dates.html", {"Coming dates", "22 January 2030", "Marat Zhylanbayev", "Reckoned to be past", "Nobody is shown as free"});
}

TEST_CASE("a day that may have come already stands apart from the years, which begin with the first possible day") {
  const auto text = text_of("dates.html");
  const auto now = text.find("Possible by now"), year = text.find("2027 "), past = text.find("Reckoned to be past");
  REQUIRE(now != std::string::npos);
  REQUIRE(year != std::string::npos);
  CHECK(now < year);
  CHECK(year < past);
  const auto begun = text.find("between 4 January 2024 and 4 January 2037");
  CHECK(begun > now);
  CHECK(begun < year);
}

TEST_CASE("an act's page says whom it reaches, whom not and why, and sets the state's figures beside the documented ones") {
  has("acts/kz-amnesty-2022.html",
      {"about 1,500", "Documented here", "granted by a court", "refused by a court", "Who it reaches", "Kairat Sultanbek",
       "Who it reaches in one reading only", "Zhanmurat Ashtaev", "For whom it cannot be determined", "Aydar Mubarakov",
       "Excluded by the act: terrorist crimes.", "Who is outside it", "Ermek Narymbaev", "said to have 52 articles", "not verified"});
  has("acts/kz-amnesty-2025.html", {"about 15,100"});
  has("acts/kz-amnesty-2021.html", {"not verified"});
}

TEST_CASE("people of one case with one verdict and different ends stand side by side") {
  has("outcomes.html", {"Same case, different outcome", "Lyazzat Dosmambetova", "Zhanmurat Ashtaev", "Kairat Sultanbek",
                        "an earlier conviction: art.\u00a0405, part\u00a02", "no earlier conviction is recorded", "imprisonment, 3\u00a0years"});
}

TEST_CASE("an article's page has its parts with penalty and gravity, and who is charged under it") {
  has("articles/kz-cc-2014.272.html", {"Mass riots", "10\u00a0years", "serious crime", "crime of medium gravity", "Kairat Sultanbek",
                                       "on the list", "Raigul Sadyrbayeva"});
  has("articles/kz-cc-2014.272.html", {"Article\u00a0272. Mass riots", "part\u00a01", "part\u00a02"});
  has("ru/articles/kz-cc-2014.272.html", {"Статья\u00a0272", "часть\u00a01"});
  has("kk/articles/kz-cc-2014.272.html", {"1-\u2060бөлік"});
  has("articles/kz-cc-2014.405.html", {"extremist crime", "crime of minor gravity"});
  has("articles/kz-cc-2014.146.html", {"until March 2023", "from March 2023", "torture", "not verified"});
  has("articles/kz-cc-2014.340.html", {"not read", "Nobody on this list."});
  has("articles/kz-aoc-2014.488.html", {"no imprisonment", "administrative offence"});
  has("laws.html", {"Criminal Code of Kazakhstan", "Amnesty acts", "Rules on terms", "Same case, different outcome"});
}

TEST_CASE("the same stands in Russian and in Kazakh, whose words are marked as a draft") {
  has("ru/people/kz-0004.html", {"Что говорит закон об амнистии", "срок подлежит сокращению на 3/4"});
  has("ru/acts/kz-amnesty-2022.html", {"около 1\u00a0500"});
  has("kk/people/kz-0004.html", {"Рақымшылық туралы заң не дейді", "3/4", "жоба"});
  has("kk/dates.html", {"2030"});
}
