#include "tracker/markup/plain.h"

#include "tests/support/catch.h"

using namespace tracker::markup;

namespace {

std::string text_of(std::string_view html) {
  std::string why;
  return plain_text(Document::parse(html, why)->root());
}

}  // namespace

TEST_CASE("the words of a page are those that a reader sees") {
  CHECK(text_of("<title>T</title><p>a  <b>b</b>c\n d<p>e<br>f") == "a bc d\ne\nf");
  CHECK(text_of("<body><script>x</script><style>y</style><noscript>z</noscript>a<textarea>b</textarea>") == "a");
  CHECK(text_of("<p hidden>x</p>a&nbsp;&nbsp;b&shy;c&#8203;d") == "a bcd");
  CHECK(text_of("<table><tr><td>1<td>2<tr><th>3<td>4</table>") == "1\t2\n3\t4");
  CHECK(text_of("<template><p>x</template>a<div></div>b") == "a\nb");
  CHECK(text_of("").empty());
}

TEST_CASE("a cell is said on one line") {
  std::string why;
  const auto document = Document::parse("<div>a<p>b<br>c</div>", why);
  CHECK(plain_line(document->root()) == "a b c");
}

TEST_CASE("words are counted by letters of any script") {
  CHECK(count_words("") == 0);
  CHECK(count_words("Суд, приговорил: активиста!") == 3);
  CHECK(count_words("2022-06-15 д'Артаньян жер-жер") == 3);
  CHECK(count_words("— … !") == 0);
}
