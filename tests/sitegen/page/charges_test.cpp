#include "sitegen/page/charges.h"

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
  CHECK(article_number(stage.context, "xx-cc:12") == "art. 12");
  CHECK(article_number(stage.context, "xx-cc:12.1") == "art. 12, part 1");
  CHECK(article_number(stage.context, "xx-cc:12.1.3") == "art. 12, part 1, para. 3");
  CHECK(article_number(stage.context, "<nonsense>") == "<nonsense>");
}

TEST_CASE("a term is counted in years where it can be") {
  const Stage stage;
  CHECK(months(stage.context, 9) == "9 months");
  CHECK(months(stage.context, 12) == "1 year");
  CHECK(months(stage.context, 66) == "5 years 6 months");
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
        "restricted freedom, 1 year, ban on activities for 3 years, 100 hours of compulsory labour, fine of "
        "60 to 200 EUR");
}
