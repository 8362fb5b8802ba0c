#include "tracker/model/article.h"

#include "tests/support/catch.h"

using tracker::model::ArticleRef;
using tracker::model::parse_article_ref;

TEST_CASE("a reference names a law, an article, and as much of the rest as is known") {
  CHECK(parse_article_ref("kz-cc-2014:272") == ArticleRef{"kz-cc-2014", "272", "", ""});
  CHECK(parse_article_ref("kz-cc-2014:272.1") == ArticleRef{"kz-cc-2014", "272", "1", ""});
  CHECK(parse_article_ref("kz-cc-2014:274.4.2") == ArticleRef{"kz-cc-2014", "274", "4", "2"});
  CHECK(parse_article_ref("kz-cc-2014:269-1.2") == ArticleRef{"kz-cc-2014", "269-1", "2", ""});
  CHECK(parse_article_ref("x:274.4.2")->number() == "274.4.2");
  CHECK(parse_article_ref("x:274")->number() == "274");
}

TEST_CASE("what is no reference to an article is refused") {
  for (const char* text : {"", "272", ":272", "law:", "law:272.", "law:.1", "law:272..1", "law:1.2.3.4", "law:-1",
                           "law:27 2", "law:272a", "law:272.1 "})
    CHECK_FALSE(parse_article_ref(text));
}
