#include "tests/tracker/read/support.h"
#include "tracker/read/articles.h"

using namespace tracker::read;

namespace {

std::string articles(const std::string& language, const std::string& text) {
  std::string all;
  for (const auto& mention : find_articles(first_sentence(language, text), grammar(language))) {
    if (mention.same) all += all.empty() ? "same" : " same";
    for (const auto& article : mention.articles) all += (all.empty() ? "" : " ") + article;
  }
  return all;
}

}  // namespace

TEST_CASE("articles and parts are read however they are written") {
  struct Row {
    const char* language;
    const char* text;
    const char* articles;
  };
  const std::vector<Row> rows = {
      {"en", "under article 405 of the Criminal Code", "405"},
      {"en", "under articles 272.1 and 274.4 of the Criminal Code", "272.1 274.4"},
      {"en", "under Article 405, Part 2", "405.2"},
      {"en", "under Article 405 (part 2)", "405.2"},
      {"en", "under Article 405(2)", "405.2"},
      {"en", "under Part 1 of Article 342 of the Criminal Code and Part 2 of Article 216", "342.1 216.2"},
      {"en", "parts 1 and 2 of Article 405", "405.1 405.2"},
      {"en", "under Article 358-1", "358-1"},
      {"en", "(under articles 179, 272 and 24 of the Criminal Code)", "179 272 24"},
      {"en", "Criminal Code Articles 206.3 (Smuggling by a group) and 228.2 (Illegal purchase, by a group)", "206.3 228.2"},
      {"en", "Articles 234.1 (Purchase); 281.2 (Appeals); and 283 (Acts)", "234.1 281.2 283"},
      {"en", "Criminal Code Articles 206.3.2 (Smuggling, by a group) and 228.2.1 (Purchase)", "206.3 228.2"},
      {"en", "Provision 234.4 of the Criminal Code", "234.4"},
      {"en", "(Criminal Code, Article 378), spreading (Article 274)", "378 274"},
      {"en", "under the same article", "same"},
      {"en", "under this second provision", "same"},
      {"en", "Article 32 of the Constitution", ""},
      {"en", "Article 9 of the Covenant", ""},
      {"en", "an article on the war", ""},
      {"ru", "по ст. 174 УК", "174"},
      {"ru", "ст.258, 405 УК РК, 7 лет заключения", "258 405"},
      {"ru", "ст.272 ч.1/2", "272.1 272.2"},
      {"ru", "по ч. 2 ст. 405 УК РК", "405.2"},
      {"ru", "по части 1 статьи 342 УК", "342.1"},
      {"ru", "частями 1 и 2 статьи 405", "405.1 405.2"},
      {"ru", "по статьям 272 и 269", "272 269"},
      {"ru", "статья 274 часть 4", "274.4"},
      {"ru", "статьи 188-1, 361-2", "188-1 361-2"},
      {"ru", "ст. 272, ч. 1 ст. 274", "272 274.1"},
      {"ru", "по 405-й статье", "405"},
      {"ru", "ст. 212 УК РФ (массовые беспорядки); то же по ст. 213 УК РФ", "212 213"},
      {"ru", "по той же статье", "same"},
      {"ru", "ст. 128 УПК", ""},
      {"ru", "в статье о войне", ""},
      {"kk", "405-бабының 1 және 2 тармағы бойынша", "405.1 405.2"},
      {"kk", "405-баппен сотталғанмын", "405"},
      {"kk", "Қылмыстық кодексінің 304-інші бабының 1-інші тармағына сай", "304.1"},
      {"kk", "үш жүз төртінші бабының бірінші тармағына", "304.1"},
      {"kk", "тоқсан тоғызыншы бабы , екінші бөлімі бойынша", "99.2"},
      {"kk", "272 және 269-баптары бойынша", "272 269"},
      {"kk", "174-бабының 2-бөлігі", "174.2"},
      {"kk", "Қылмыстық іс жүргізу кодексінің 128-інші бабының", ""},
  };
  for (const auto& row : rows) {
    INFO(row.language << ": " << row.text);
    CHECK(articles(row.language, row.text) == row.articles);
  }
}

TEST_CASE("a hostile row of numbers is bounded") {
  std::string endless = "under articles 1";
  for (int i = 2; i < 900; ++i) endless += ", " + std::to_string(i);
  std::size_t count = 0;
  for (const auto& mention : find_articles(first_sentence("en", endless), grammar("en"))) count += mention.articles.size();
  CHECK(count > 10);
  CHECK(count <= 1000);
}
