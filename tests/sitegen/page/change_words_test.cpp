#include "sitegen/page/change_words.h"

#include "tests/support/catch.h"
#include "tests/support/sample_record.h"

using namespace sitegen::page;
using sitegen::view::EntityChange;
using sitegen::view::ShownChange;
using tracker::model::Operation;
using tracker::model::Reason;

namespace {

struct Stage {
  sitegen::view::View view = tests::sample_view();
  sitegen::view::Words words{view.record, "en"};
  Context context{view, words, "changes.html"};
};

ShownChange change(Operation operation, std::string field, std::optional<std::string> before,
                   std::optional<std::string> after) {
  return {operation,
          Reason::NewInformation,
          "person/xx-0001",
          std::move(field),
          std::move(before),
          std::move(after),
          false};
}

EntityChange person(std::vector<ShownChange> changes) {
  EntityChange entity{"person", "xx-0001", Operation::Modify, false, std::move(changes), "detained", "detained"};
  return entity;
}

bool has(const Html& html, std::string_view text) {
  return html.bytes().find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("a change of status is a sentence with both states") {
  const Stage stage;
  auto entity = person({});
  entity.status_before = "house_arrest";
  entity.status_after = "released";
  CHECK(headline_of(stage.context, entity).bytes() ==
        "<a href=\"people/xx-0001.html\"><bdi lang=\"en\">Test Person One</bdi></a>: released (before: under "
        "house "
        "arrest).");
}

TEST_CASE("every change begins with a word, never with a colour alone") {
  const Stage stage;
  const auto html =
      changes_of(stage.context, person({change(Operation::Add, "also", {}, "[\"A\"]"),
                                        change(Operation::Modify, "born", "\"1987\"", "\"1988\""),
                                        change(Operation::Delete, "sex", "\"male\"", {})}));
  CHECK(has(html, "Added:</b> other spellings: <q>A</q>"));
  CHECK(has(html,
            "Changed:</b> born: before: <time datetime=\"1987\">1987</time>; now: <time datetime=\"1988\">"));
  CHECK(has(html, "Removed:</b> sex: man"));
}

TEST_CASE("the fields of an event are told together under its name and date") {
  const Stage stage;
  const auto html =
      changes_of(stage.context, person({change(Operation::Add, "event.e9.charges", {}, "[\"xx-cc:12.1\"]"),
                                        change(Operation::Add, "event.e9.date", {}, "\"2023-05\""),
                                        change(Operation::Add, "event.e9.type", {}, "\"charged\"")}));
  CHECK(has(html, "Added:</b> Charged, <time datetime=\"2023-05\">May 2023</time>"));
  CHECK(has(html, "charges: <a href=\"articles/xx-cc.12.html\"><b>art.\u00a012, part\u00a01</b></a>"));
  CHECK_FALSE(has(html, "e9"));
}

TEST_CASE("a changed field of an event is told with the event that the record has") {
  const Stage stage;
  const auto html = changes_of(
      stage.context, person({change(Operation::Modify, "event.e2.date", "\"2023-09\"", "\"2023-10~\"")}));
  CHECK(has(html, "Changed:</b> Detained, about October 2023"));
  CHECK(has(html, "before: <time datetime=\"2023-09\">September 2023</time>; now: about October 2023"));
}

TEST_CASE("a text that is there in several languages says in which it changed") {
  const Stage stage;
  const auto html = changes_of(stage.context, person({change(Operation::Add, "life.kk.text", {}, "\"A\""),
                                                      change(Operation::Add, "life.en.text", {}, "\"B\"")}));
  CHECK(has(html, "Added:</b> text (Kazakh): "));
  CHECK(has(html, "Added:</b> text: "));
  // A screen reader speaks each in its own language.
  CHECK(has(html, "<q lang=\"kk\">A</q>"));
  CHECK(has(html, "<q>B</q>"));
}

TEST_CASE("more than three changes are folded away behind their number") {
  const Stage stage;
  std::vector<ShownChange> changes = {change(Operation::Add, "also", {}, "[\"A\"]"),
                                      change(Operation::Modify, "born", "\"1987\"", "\"1988\""),
                                      change(Operation::Delete, "sex", "\"male\"", {})};
  CHECK_FALSE(has(changes_in_short(stage.context, person(changes)), "<details>"));
  changes.push_back(change(Operation::Add, "x.y", {}, "1"));
  CHECK(has(changes_in_short(stage.context, person(changes)), "<details><summary>4 fields</summary>"));
}

TEST_CASE("a change of a whole text is folded on the page of its version, and open on its own") {
  const Stage stage;
  const std::string text = '"' + std::string(500, 'a') + '"';
  const auto entity = person({change(Operation::Modify, "life.-.text", text, text)});
  const auto folded = block_of(stage.context, entity, "versions/2/person-xx-0001.html");
  CHECK(has(folded, "Changed:</b> text</li>\n</ul>\n<details><summary>1 field</summary>"));
  CHECK_FALSE(has(block_of(stage.context, entity), "<details>"));
  const auto small = person({change(Operation::Modify, "life.-.text", "\"a\"", "\"b\"")});
  CHECK_FALSE(has(block_of(stage.context, small, "versions/2/person-xx-0001.html"), "<details>"));
}

TEST_CASE("a withheld value is counted and not shown") {
  const Stage stage;
  auto born = change(Operation::Add, "born", {}, {});
  born.withheld = true;
  const auto entity = person({born});
  CHECK(withheld_in(entity) == 1);
  CHECK(has(changes_of(stage.context, entity), "born: <em>withheld</em>"));
}

TEST_CASE("a reason that differs is told at the change") {
  const Stage stage;
  const auto also = change(Operation::Add, "also", {}, "[\"A\"]");
  auto sex = change(Operation::Delete, "sex", "\"male\"", {});
  auto entity = person({also, sex});
  CHECK_FALSE(has(changes_of(stage.context, entity), stage.words("reason.new_information")));
  CHECK(has(block_of(stage.context, entity), stage.words("reason.new_information")));
  sex.reason = Reason::Retraction;
  entity = person({also, sex});
  CHECK(has(changes_of(stage.context, entity), stage.words("reason.retraction")));
}

TEST_CASE("values that are no JSON and fields without a word are shown as they stand") {
  const Stage stage;
  const auto html =
      changes_of(stage.context, person({change(Operation::Add, "<b>", {}, "<i>"),
                                        change(Operation::Add, "x.y", {}, "{\"k\":[1,true,null]}")}));
  CHECK(has(html, "<code>&lt;b&gt;</code>: &lt;i&gt;"));
  CHECK(has(html, "<code>y</code>: <code>k</code>: 1, yes, null"));
}
