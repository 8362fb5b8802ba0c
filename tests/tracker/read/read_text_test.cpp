#include "tests/tracker/read/support.h"

using namespace tracker::read;
using Lines = std::vector<std::string>;

TEST_CASE("a quotation is exact bytes of the text, and its place is said") {
  const std::string text = "A heading\n\nOn **1 March** a court [jailed](https://example.org) Ivan Petrenko for three years. He is ill.";
  const auto found = read("en", text);
  REQUIRE(found.size() == 1);
  CHECK(found[0].quote == text.substr(found[0].at.begin, found[0].at.end - found[0].at.begin));
  CHECK(found[0].quote.find("**1 March**") != std::string::npos);
  CHECK(found[0].paragraph.begin <= found[0].at.begin);
  CHECK_FALSE(found[0].rule.empty());
}

TEST_CASE("pronouns and roles mean the person of the paragraph") {
  CHECK(lines(read("en", "Ivan Petrenko writes for a paper. On 1 March he was detained. The journalist was charged on 3 March under Article 174.")) ==
        Lines{"Ivan Petrenko detained 2023-03-01", "Ivan Petrenko charged 2023-03-03 174"});
  CHECK(lines(read("ru", "Марат Токаров пишет о земле. 1 марта суд приговорил активиста к семи годам колонии.")) ==
        Lines{"Марат Токаров sentenced 2023-03-01 84m"});
  CHECK(lines(read("kk", "Асан Үсенов жер туралы жазады. 1 наурызда ол қамауға алынды.")) == Lines{"Асан Үсенов detained 2023-03-01"});
}

TEST_CASE("a pronoun without anybody before it says nothing") {
  CHECK(read("en", "He was sentenced to three years in prison.").empty());
  CHECK(read("kk", "Ол бір жылға шартты түрде бас бостандығынан айырылды.").empty());
}

TEST_CASE("a group means those whom the text has named") {
  CHECK(lines(read("en", "On 1 March a court convicted activists Ivan Petrenko, Anna Ivanenko and Boris Tokarov. The three activists were given three-year prison sentences.")) ==
        Lines{"Ivan Petrenko convicted 2023-03-01", "Anna Ivanenko convicted 2023-03-01", "Boris Tokarov convicted 2023-03-01",
              "Ivan Petrenko sentenced 2023-03-01 36m", "Anna Ivanenko sentenced 2023-03-01 36m", "Boris Tokarov sentenced 2023-03-01 36m"});
}

TEST_CASE("a group is filled by the names that follow") {
  CHECK(lines(read("ru", "По четыре года ограничения свободы дали двум активистам 1 марта.\n\nИван Петренко и Марат Токаров задержаны в мае 2022 года.")).size() == 4);
}

TEST_CASE("one event told twice is one statement") {
  CHECK(lines(read("en", "On 1 March Ivan Petrenko was sentenced to three years in prison.\n\nIvan Petrenko was sentenced to three years in prison.")).size() == 1);
}

TEST_CASE("what happened years ago is background with its own date") {
  const auto found = read("en", "Ivan Petrenko was sentenced in 2015 to two years in prison.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].background);
  CHECK(found[0].date->edtf() == "2015");
}

TEST_CASE("a heading tells nothing by itself") {
  CHECK(read("en", "Court Jails Ivan Petrenko For Three Years\n\nThe weather is fine.").empty());
}

TEST_CASE("fields of a list entry belong to the name above them") {
  CHECK(lines(read("en", "1. Ivan Petrenko\nDate of arrest: 5 May 2021\nCharge: Criminal Code Article 174.2 (incitement)\n\n2. Anna Ivanenko\nDate of arrest: 6 May 2021")) ==
        Lines{"Ivan Petrenko detained 2021-05-05", "Ivan Petrenko charged 174.2", "Anna Ivanenko detained 2021-05-06"});
}

TEST_CASE("a person of the list gets the id, and one of several namesakes gets candidates") {
  tracker::match::Names names;
  names.add("xx-1", "Ivan Petrenko");
  names.add("xx-2", "Anna Ivanenko");
  names.add("xx-3", "Anna Ivanenko");
  const auto found = read_text({"Police detained Ivan Petrenko on 1 March 2023. Police detained Anna Ivanenko on 2 March 2023.", "en", {}},
                               {lexicons(), names, std::nullopt});
  REQUIRE(found.size() == 2);
  CHECK(found[0].person_id == "xx-1");
  CHECK(found[1].person_id.empty());
  CHECK(found[1].candidates == std::vector<std::string>{"xx-2", "xx-3"});
}

TEST_CASE("paragraphs of several languages are read each in its own") {
  const auto found = read("", "On 1 March Ivan Petrenko was detained.\n\nМарата Токарова 2 марта задержали дома.\n\nАсан Үсенов 3 наурызда қамауға алынды.");
  REQUIRE(found.size() == 3);
  CHECK(found[2].date->edtf() == "2023-03-03");
}

TEST_CASE("empty, broken and hostile texts give nothing and do no harm") {
  CHECK(read("en", "").empty());
  CHECK(read("en", std::string(50000, 'A')).empty());
  CHECK_NOTHROW(read("ru", "\xff\xfe задержан \xd0"));
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "( Ivan Petrenko was arrested, ";
  CHECK_NOTHROW(read("en", deep));
}

TEST_CASE("an age between a name and what somebody is leaves the name the subject") {
  const auto found = lines(read("en", "Radim Testov, 34, a blogger from Taraz, was detained on 12 November last year. Sabina Primerova wrote of it."));
  CHECK(found == std::vector<std::string>{"Radim Testov detained 2022-11-12"});
}

TEST_CASE("they are the two whom the paragraph named, one after the other") {
  const auto found = lines(read(
      "en", "Radim Testov was detained on 1 March. Sabina Primerova wrote of it. On 6 March a court sentenced them to five and three years in prison, respectively."));
  CHECK(found == std::vector<std::string>{"Radim Testov detained 2023-03-01", "Radim Testov sentenced 2023-03-06 60m", "Sabina Primerova sentenced 2023-03-06 36m"});
}

TEST_CASE("a sentence ends behind a code in capitals, and a Russian object in front of its verb is its object") {
  const auto found = lines(read(
      "ru", "Ерлана Тестова признали виновным по статье 405 УК. Тестова задержали в мае, Зарема Вымыслова находилась дома."));
  REQUIRE(found.size() == 2);
  CHECK(found[1] == "Ерлан Тестов detained 2022-05");
}

TEST_CASE("a paragraph that begins with a day tells of that day until another one is told") {
  CHECK(lines(read("en", "On 6 October 2022, a group of activists met at the office. Activists Ivan Petrenko and Anna Ivanenko were detained.")) ==
        Lines{"Ivan Petrenko detained 2022-10-06", "Anna Ivanenko detained 2022-10-06"});
  CHECK(lines(read("ru", "6 октября 2022 года активисты собрались у офиса. Марата Токарова задержали.")) == Lines{"Марат Токаров detained 2022-10-06"});
  // Of what is not the day of the paragraph only the month is taken over.
  CHECK(lines(read("en", "The office was closed on 6 October 2022. Ivan Petrenko was detained.")) == Lines{"Ivan Petrenko detained 2022-10"});
  CHECK(lines(read("en", "On 6 October 2022 activists met. On 9 November 2022 they met again. Ivan Petrenko was detained.")) == Lines{"Ivan Petrenko detained 2022-11"});
}
