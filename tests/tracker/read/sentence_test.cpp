#include "tests/tracker/read/support.h"

using namespace tracker::read;

namespace {

std::vector<std::string> cut(const std::string& language, const std::string& text) {
  std::vector<std::string> all;
  for (const auto& sentence : split_sentences(tokenise(text, {0, text.size()}), grammar(language)))
    all.push_back(text.substr(sentence.at.begin, sentence.at.end - sentence.at.begin));
  return all;
}

using Parts = std::vector<std::string>;

}  // namespace

TEST_CASE("a full stop ends a sentence") {
  CHECK(cut("en", "He was freed. She was not.") == Parts{"He was freed.", "She was not."});
  CHECK(cut("ru", "Его отпустили. Её нет!") == Parts{"Его отпустили.", "Её нет!"});
  CHECK(cut("kk", "Ол босатылды. Енді үйде.") == Parts{"Ол босатылды.", "Енді үйде."});
}

TEST_CASE("a full stop after an abbreviation or an initial ends none") {
  CHECK(cut("en", "Mr. Petrenko left on Dec. 14 with A. Ivanenko.").size() == 1);
  CHECK(cut("ru", "По ст. 174 ч. 2 УК в 2014 г. осуждён И. Петренко.").size() == 1);
  CHECK(cut("ru", "В г. Алматы на ул. Абая.").size() == 1);
  CHECK(cut("ru", "Письмо И.Петренко, ст.258, 405.").size() == 1);
}

TEST_CASE("a number with a point, an address and dots in a row end none") {
  CHECK(cut("en", "Article 272.1 of the code, see www.example.org for more.").size() == 1);
  CHECK(cut("en", "He waited... and left.").size() == 1);
}

TEST_CASE("a footnote's number belongs to the sentence before") {
  CHECK(cut("en", "A body wrote about him.3 He has a child.") == Parts{"A body wrote about him.3", "He has a child."});
}

TEST_CASE("a closing quotation mark belongs to the sentence before, an opening one to the next") {
  CHECK(cut("en", "“I will go.” He went.") == Parts{"“I will go.”", "He went."});
  CHECK(cut("ru", "Он ушёл. «Я здесь».") == Parts{"Он ушёл.", "«Я здесь»."});
}

TEST_CASE("a text without an end is cut all the same") {
  std::string endless;
  for (int i = 0; i < 20000; ++i) endless += "word ";
  CHECK(cut("en", endless).size() > 10);
  CHECK(cut("en", "").empty());
}
