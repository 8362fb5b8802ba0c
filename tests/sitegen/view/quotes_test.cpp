#include "sitegen/view/quotes.h"

#include "sitegen/view/words.h"
#include "tests/support/catch.h"
#include "tests/support/sample_record.h"

using sitegen::view::with_inner_quotes;

TEST_CASE("marks inside marks are the inner ones of the language") {
  CHECK(with_inner_quotes("«Қантар» one, «a» and «b»") == "«Қантар» one, «a» and «b»");
  CHECK(with_inner_quotes("«Дело «Улицы»», список") == "«Дело „Улицы“», список");
  CHECK(with_inner_quotes("«a «b» c «d»»") == "«a „b“ c „d“»");
  CHECK(with_inner_quotes("“a “b” c”, d") == "“a ‘b’ c”, d");
  CHECK(with_inner_quotes("«a „b“ c»") == "«a „b“ c»");
}

TEST_CASE("marks that do not pair stay as they stand") {
  for (const char* text : {"«a «b»", "a» «b", "“a “b”", "no marks", ""}) CHECK(with_inner_quotes(text) == text);
}

TEST_CASE("a title with marks of its own is quoted well in a sentence of the site") {
  const auto record = tests::sample_record();
  for (const auto& [language, cited] : {std::pair{"ru", "«Дело „Улицы“», "}, std::pair{"kk", "«Дело „Улицы“», "}}) {
    const sitegen::view::Words words(record, language);
    CHECK(words("cite.line", {{"title", "Дело «Улицы»"}, {"site", "s"}, {"version", 1LL}, {"date", "d"}, {"address", "a"}}).starts_with(cited));
  }
}
