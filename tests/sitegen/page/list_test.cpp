#include "sitegen/page/list.h"

#include <nlohmann/json.hpp>

#include <map>

#include "tests/sitegen/html/hostile.h"
#include "tests/sitegen/page/support.h"

using namespace sitegen;

namespace {

/// What the script knows, read back as JSON.
nlohmann::json data_of(const std::string& script) {
  const std::string start = "var tizimList = ";
  REQUIRE(script.starts_with(start));
  const auto end = script.find("]};\n");
  REQUIRE(end != std::string::npos);
  return nlohmann::json::parse(script.substr(start.size(), end + 2 - start.size()));
}

nlohmann::json data_in(const view::View& view, const char* language = "en") {
  return data_of(page::list_script(view, view::Words(view.record, language)).bytes);
}

}  // namespace

TEST_CASE("the list is whole without its script, and its form is hidden until the script is there") {
  const auto view = tests::sample_view();
  const auto file = page::list_page(view, view::Words(view.record, "en"));
  CHECK(tests::count(file.bytes, "<tr data-n=") == 8);
  CHECK(tests::has(file.bytes, "<form id=\"find\" hidden=\"\""));
  CHECK(tests::count(file.bytes, "<script src=\"list.js\"></script>") == 1);
  CHECK(tests::has(file.bytes, "href=\"numbers.html#article\""));
  CHECK(tests::has(file.bytes, "href=\"names.html\""));
}

TEST_CASE("the form's choices are those of the facets, each with its number of people") {
  const auto view = tests::sample_view();
  const auto file = page::list_page(view, view::Words(view.record, "en"));
  for (const auto& table : view.index.facets) {
    INFO(view::code_of(table.facet));
    CHECK(tests::has(file.bytes, "<select id=\"find-" + std::string(view::code_of(table.facet)) + "\">"));
  }
  CHECK(tests::has(file.bytes, "data-code=\"xx-cc:12\">art.\u00a012 Mass disorder (4)</option>"));
  CHECK(tests::has(file.bytes, "data-code=\"none\">not recorded (7)</option>"));
}

TEST_CASE("the list can be asked what the amnesty law says, in the words of each language") {
  const auto view = tests::view_of(tests::sample_record_with_acts());
  const std::map<std::string, std::string> options = {{"en", "to be freed from punishment (3)"}, {"ru", "подлежит освобождению (3)"}, {"kk", "босатылуы тиіс (3)"}};
  for (const auto& [language, option] : options) {
    const auto text = page::list_page(view, view::Words(view.record, language)).bytes;
    CHECK(tests::has(text, "<select id=\"find-assessment\">"));
    CHECK(tests::has(text, "data-code=\"freed\">" + option + "</option>"));
    CHECK(tests::has(text, "numbers.html#assessment"));
  }
  const auto data = data_in(view);
  CHECK(data["facets"][8] == "assessment");
  CHECK(data["people"][1][1][8] != data["people"][2][1][8]);
  CHECK(data["people"][0][1][8] == data["people"][2][1][8]);
  const auto without = tests::sample_view();
  CHECK_FALSE(tests::has(page::list_page(without, view::Words(without.record, "en")).bytes, "assessment"));
}

TEST_CASE("the script knows every form of every name, and the values behind every filter") {
  const auto view = tests::sample_view();
  const auto data = data_in(view);
  REQUIRE(data["people"].size() == 8);
  CHECK(data["facets"].size() == view.index.facets.size());
  const auto& first = data["people"][0];
  CHECK(first[0] == nlohmann::json({"Test Person One", "Сынақ Сынақов", "Проба Пробаев", "Proba Probayev"}));
  for (std::size_t facet = 0; facet < view.index.facets.size(); ++facet)
    for (const auto& person : data["people"])
      for (const auto& value : person[1][facet])
        CHECK(value.get<std::size_t>() < view.index.facets[facet].values.size());
}

TEST_CASE("names are ordered by each language's own rules") {
  const auto view = tests::sample_view();
  const auto english = data_in(view), russian = data_in(view, "ru");
  CHECK(english["people"][7][2] == 0);  // Eight, Five, One …
  CHECK(english["people"][3][2] == 7);  // nobody knows the name: last
  CHECK(russian["people"][3][2] == 7);
  CHECK(russian["people"][0][2] != english["people"][0][2]);
}

TEST_CASE("no name can leave its string in the script") {
  for (const auto& text : tests::hostile_texts()) {
    if (text.find('\xFF') != std::string::npos) continue;
    auto record = tests::sample_record();
    record.people[0].also = {text, "\xE2\x80\xA8line separator"};
    const auto view = tests::view_of(record);
    const auto script = page::list_script(view, view::Words(view.record, "en")).bytes;
    const auto data = data_of(script);
    CHECK(data["people"][0][0].back() == "\xE2\x80\xA8line separator");
    for (const char c : script.substr(0, script.find("]};\n")))
      CHECK((static_cast<unsigned char>(c) < 0x80 && (c >= ' ' || c == '\n')));
  }
}
