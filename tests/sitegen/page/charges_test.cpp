#include "sitegen/page/charges.h"

#include <algorithm>

#include "tests/support/catch.h"
#include "tests/support/sample_record.h"

using namespace sitegen::page;

namespace {

struct Stage {
  sitegen::view::View view = tests::sample_view();
  sitegen::view::Words words{view.record, "en"};
  Context context{view, words, "people/xx-0001.html"};
};

}  // namespace

TEST_CASE("an article is read aloud as far as the reference goes") {
  const Stage stage;
  CHECK(article_number(stage.context, "xx-cc:12") == "art.\u00a012");
  CHECK(article_number(stage.context, "xx-cc:12.1") == "art.\u00a012, part\u00a01");
  CHECK(article_number(stage.context, "xx-cc:12.1.3") == "art.\u00a012, part\u00a01, para.\u00a03");
  CHECK(article_number(stage.context, "<nonsense>") == "<nonsense>");
}

TEST_CASE("a label and its number stay on one line in every language") {
  const Stage stage;
  for (const char* language : {"en", "ru", "kk"}) {
    const sitegen::view::Words words(stage.view.record, language);
    const Context context(stage.view, words, "people/xx-0001.html");
    CAPTURE(language);
    // Between the parts of a reference a line may end; within one there is neither a space nor a bare hyphen.
    const std::string number = article_number(context, "xx-cc:12.1.3");
    CHECK(std::count(number.begin(), number.end(), ' ') == 2);
    for (auto hyphen = number.find('-'); hyphen != std::string::npos; hyphen = number.find('-', hyphen + 1))
      CHECK(number.substr(hyphen + 1, 3) == "\u2060");
    CHECK(months(context, 9).find(' ') == std::string::npos);
  }
}

TEST_CASE("a term is counted in years where it can be") {
  const Stage stage;
  CHECK(months(stage.context, 9) == "9\u00a0months");
  CHECK(months(stage.context, 12) == "1\u00a0year");
  CHECK(months(stage.context, 66) == "5\u00a0years 6\u00a0months");
}

TEST_CASE("a sentence says its parts in one line") {
  const Stage stage;
  tracker::model::Sentence sentence;
  sentence.kind = tracker::model::SentenceKind::RestrictedFreedom;
  sentence.months = 12;
  sentence.ban_months = 36;
  sentence.labour_hours = 100;
  sentence.fine = tracker::model::Money{60, 200, "EUR"};
  CHECK(sentence_words(stage.context, sentence).bytes() ==
        "restricted freedom, 1\u00a0year, ban on activities for 3\u00a0years, 100 hours of compulsory labour, fine of "
        "60 to 200 EUR");
}
