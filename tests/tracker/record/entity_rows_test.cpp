#include "tracker/record/entity_rows.h"

#include "tests/support/catch.h"
#include "tests/tracker/record/support.h"

using namespace tracker;

TEST_CASE("sources, places, designations and rulings are rows with their file") {
  auto database = tests::tables();
  record::EntityRows rows(database);
  rows.write(
      model::Source{.id = "news", .publisher = "P", .kind = model::SourceKind::Feed, .languages = {"ru"}},
      "sources/a.toml");
  rows.write(model::Place{.id = "court", .kind = model::PlaceKind::Court, .within = {"city", {}}},
             "places/a.toml");
  rows.write(model::Designation{.id = "ngo", .body = "B"}, "designations/a.toml");
  rows.write(model::Ruling{.id = "r1", .subject = "person/kz-1", .field = "name.en", .by = "M"},
             "rulings/a.toml");
  CHECK(tests::rows_of(database, "SELECT id, file, publisher, kind, url, languages, rhythm FROM source") ==
        "news|sources/a.toml|P|feed|NULL|[\"ru\"]|never\n");
  CHECK(tests::rows_of(database, "SELECT id, kind, within FROM place") == "court|court|city\n");
  CHECK(tests::rows_of(database, "SELECT id, file, body, url FROM designation") ==
        "ngo|designations/a.toml|B|NULL\n");
  CHECK(tests::rows_of(database, "SELECT kind, subject, field, other, date, by FROM ruling") ==
        "correction|person/kz-1|name.en|NULL|NULL|M\n");
}

TEST_CASE("the site, its pages and its words are rows") {
  auto database = tests::tables();
  record::EntityRows rows(database);
  rows.write(model::Site{.title = {{{"en", "A list"}}}, .languages = {"en", "kk"}, .default_language = "en"},
             "site.toml");
  model::Page page{.id = "about", .order = 3};
  page.text[""] = {.body = "About."};
  rows.write(page, "pages/about.md");
  page.text = {{"kk", {.body = "Туралы.", .draft = true}}};
  rows.write_text(page, "pages/about.kk.md");
  rows.write(model::Words{.language = "kk", .words = {{"status.released", "босатылды"}}}, "i18n/kk.toml");
  CHECK(tests::rows_of(database, "SELECT file, title ->> 'en', default_language FROM site") ==
        "site.toml|A list|en\n");
  CHECK(tests::rows_of(database, "SELECT id, sequence FROM page") == "about|3\n");
  CHECK(tests::rows_of(database, "SELECT language, file, draft, body FROM page_text ORDER BY language") ==
        "|pages/about.md|0|About.\nkk|pages/about.kk.md|1|Туралы.\n");
  CHECK(tests::rows_of(database, "SELECT language, key, file, pattern FROM word") ==
        "kk|status.released|i18n/kk.toml|босатылды\n");
}
