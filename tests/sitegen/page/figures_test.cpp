#include "sitegen/page/figures.h"

#include "sitegen/page/texts.h"
#include "tests/support/catch.h"
#include "tests/support/sample_record.h"

namespace {

using tracker::model::Measurement;

std::string method_page(const std::vector<Measurement>& measurements, const std::string& language) {
  auto view = tests::sample_view();
  view.record.measurements = measurements;
  const sitegen::view::Words words(view.record, language);
  for (const auto& page : view.record.pages)
    if (page.id == "method") return sitegen::page::text_page(view, words, page).bytes;
  return "";
}

Measurement measured(std::string texts, std::string language) {
  Measurement made;
  made.id = texts + "-" + language;
  made.texts = std::move(texts);
  made.language = std::move(language);
  made.pages = 13;
  made.labels = 1234;
  made.precision = 912;
  made.recall = 880;
  made.months = 1000;
  made.measured = tracker::base::PartialDate::parse("2024-02-01");
  return made;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the page on the method shows what was measured, in its own language") {
  const std::vector<Measurement> all = {measured("briefing", "en"), measured("corpus", "ru"), measured("corpus", "")};
  const auto english = method_page(all, "en");
  CHECK(holds(english, "91.2%"));
  CHECK(holds(english, "100.0%"));
  CHECK(holds(english, "1,234"));
  CHECK(holds(english, "Russian"));
  CHECK(english.find("Russian") < english.find("All languages"));
  CHECK(english.find("All languages") < english.find("briefing paper of March"));
  CHECK(holds(method_page(all, "ru"), "91,2"));
  CHECK(holds(method_page(all, "kk"), "Дереккөздер"));
}

TEST_CASE("without measurements the page says nothing of them, and a share that no label has is a dash") {
  CHECK_FALSE(holds(method_page({}, "en"), "id=\"figures\""));
  CHECK(holds(method_page({measured("corpus", "kk")}, "en"), "–"));
}
