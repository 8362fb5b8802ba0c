#include "tracker/read/tokens.h"

#include "tests/support/catch.h"

using namespace tracker::read;

namespace {

std::string plain(const std::string& text) {
  std::string all;
  for (const auto& token : tokenise(text, {0, text.size()})) all += (all.empty() ? "" : " ") + token.plain;
  return all;
}

}  // namespace

TEST_CASE("words, numbers and signs come apart") {
  CHECK(plain("Суд, 19 января: «семь лет».") == "суд , 19 января : \" семь лет \" .");
  CHECK(plain("405-бабының 2-бөлігі") == "405 бабының 2 бөлігі");
  CHECK(plain("a 15-day term, six-year ban") == "a 15 day term , six-year ban");
  CHECK(plain("ст.272 ч.1/2") == "ст . 272 ч . 1/2");
  CHECK(plain("Article 167.2.2.1 and 358-1") == "article 167.2.2.1 and 358-1");
  CHECK(plain("Anna’s and two years' work") == "anna 's and two years 's work");
  CHECK(plain("don't") == "don't");
  CHECK(plain("ещё") == "еще");
}

TEST_CASE("Markdown emphasis and link targets are passed over, their words are not") {
  CHECK(plain("**Anna** was [freed](https://example.org/a_(b)) on *Monday*") == "anna was freed on monday");
  CHECK(plain("[open](https://no.end") == "open ( https : / / no . end");
}

TEST_CASE("a word that a line break cuts at its hyphen is one word") {
  CHECK(plain("pre-\ntrial") == "pre-trial");
  CHECK(plain("pre- \ntrial") == "pre-trial");
  CHECK(plain("Zhan-Aidar") == "zhan-aidar");
}

TEST_CASE("every token knows its bytes") {
  const std::string text = "«Ёлка» 12-го";
  for (const auto& token : tokenise(text, {0, text.size()})) {
    CHECK(token.at.begin < token.at.end);
    CHECK(token.at.end <= text.size());
  }
  const auto tokens = tokenise(text, {0, text.size()});
  CHECK(text.substr(tokens[1].at.begin, tokens[1].at.end - tokens[1].at.begin) == "Ёлка");
  CHECK(tokens[1].capital);
}

TEST_CASE("capital letters are seen in every script") {
  const std::string text = "Żywa әлия ДВК Мамай МАМАЙ";
  const auto tokens = tokenise(text, {0, text.size()});
  REQUIRE(tokens.size() == 5);
  CHECK(tokens[0].capital);
  CHECK_FALSE(tokens[1].capital);
  CHECK(tokens[2].shouted);
  CHECK_FALSE(tokens[3].shouted);
  CHECK(tokens[4].shouted);
}

TEST_CASE("bytes that are no UTF-8 do no harm") {
  CHECK_NOTHROW(plain("\xff\xfe a \xd0"));
  CHECK_NOTHROW(plain(std::string(1000, '\x80')));
  CHECK_NOTHROW(plain("'"));
  CHECK(plain("").empty());
}
