#include "tracker/edit/toml_edit.h"

#include <string>

#include "tests/support/catch.h"
#include "tracker/base/error.h"
#include "tracker/edit/toml_scan.h"

using namespace tracker;

namespace {

const std::string kPerson =
    "+++\n"
    "id = \"xx-0001\"   # the number is never used again\n"
    "name = { en = \"Testa Examplova\" }\n"
    "\n"
    "# looked up twice\n"
    "[[event]]\n"
    "id = \"e1\"\n"
    "type = \"detained\"\n"
    "note.en = \"\"\"\n[[event]]\nid = \"e9\"\nsources = []\n\"\"\"\n"
    "sources = [{ id = \"report\", quote = \"a ] bracket, a # sign\" }] # one\n"
    "\n"
    "[[designation]]\n"
    "by = \"body\"\n"
    "sources = [\n"
    "  { id = \"report\" }, # why\n"
    "]\n"
    "+++\n"
    "\n"
    "A life. +++ is no fence here.\n";

const std::string kEvent = "[[event]]\nid = \"e2\"\ntype = \"released\"\nsources = [{ id = \"other\" }]\n";

/// The one piece by which `after` is longer than `before`.
std::string inserted(const std::string& before, const std::string& after) {
  REQUIRE(after.size() > before.size());
  std::size_t head = 0;
  while (head < before.size() && before[head] == after[head]) ++head;
  const auto tail = before.size() - head;
  CHECK(before.substr(head) == after.substr(after.size() - tail));
  return after.substr(head, after.size() - before.size());
}

}  // namespace

TEST_CASE("an event is put before the closing fence, and every other byte stays") {
  const auto after = edit::append_event(kPerson, true, kEvent);
  CHECK(inserted(kPerson, after) == "\n" + kEvent);
  CHECK(after.find(kEvent + "+++\n\nA life.") != std::string::npos);
}

TEST_CASE("an event is put behind the last line of a case, which may lack its newline") {
  const std::string of_case = "id = \"c\"\ndefendants = [\"xx-0001\"]";
  CHECK(edit::append_event(of_case, false, kEvent) == of_case + "\n\n" + kEvent);
  CHECK(edit::append_event(of_case + "\n", false, kEvent) == of_case + "\n\n" + kEvent);
  CHECK(edit::append_event(of_case + "\n\n", false, kEvent) == of_case + "\n\n" + kEvent);
}

TEST_CASE("for a patch an event of a case stands before the last one, comments of that one included") {
  const std::string head = "id = \"c\"\n\n[[event]]\nid = \"c1\"\n\n";
  const std::string last = "# said by nobody else\n[[event]]\nid = \"c2\"\n";
  CHECK(edit::insert_event(head + last, false, kEvent) == head + kEvent + "\n" + last);
}

TEST_CASE("a source more is put behind the last one, whatever stands in strings and comments") {
  const auto after = edit::add_to_list(kPerson, true, "e1", "sources", "{ id = \"new\" }");
  CHECK(inserted(kPerson, after) == ", { id = \"new\" }");
  CHECK(after.find("a # sign\" }, { id = \"new\" }] # one\n") != std::string::npos);
}

TEST_CASE("a list over several lines gets a line more, with the same indent") {
  const std::string of_case = "id = \"c\"\n[[event]]\nid = \"c1\"\nsources = [\n  { id = \"a\" },\n  { id = \"b\" }, # last\n]\n";
  CHECK(edit::add_to_list(of_case, false, "c1", "sources", "{ id = \"n\" }") ==
        "id = \"c\"\n[[event]]\nid = \"c1\"\nsources = [\n  { id = \"a\" },\n  { id = \"b\" },\n  { id = \"n\" }, # last\n]\n");
  const std::string no_comma = "[[event]]\nid = \"c1\"\nsources = [\n\t{ id = \"a\" }\n]\n";
  CHECK(edit::add_to_list(no_comma, false, "c1", "sources", "{ id = \"n\" }") ==
        "[[event]]\nid = \"c1\"\nsources = [\n\t{ id = \"a\" },\n\t{ id = \"n\" }\n]\n");
}

TEST_CASE("a list of the file itself, an empty list and a value can be changed") {
  const std::string of_case = "id = \"c\"\ndefendants = [\"xx-0001\"]\ntags = []\n[[event]]\nid = \"c1\"\ndate = \"2022-11\" # about\n";
  CHECK(edit::add_to_list(of_case, false, "", "defendants", "\"xx-0002\"").find("[\"xx-0001\", \"xx-0002\"]\n") !=
        std::string::npos);
  CHECK(edit::add_to_list(of_case, false, "", "tags", "\"a\"").find("tags = [\"a\"]\n") != std::string::npos);
  CHECK(edit::set_key(of_case, false, "c1", "date", "\"2022-11-02\"").find("date = \"2022-11-02\" # about\n") !=
        std::string::npos);
}

TEST_CASE("lines end as the file's other lines do") {
  const std::string of_case = "id = \"c\"\r\n\r\n[[event]]\r\nid = \"c1\"\r\nsources = [{ id = \"a\" }]\r\n";
  const auto after = edit::append_event(of_case, false, "[[event]]\nid = \"c2\"\n");
  CHECK(after == of_case + "\r\n[[event]]\r\nid = \"c2\"\r\n");
}

TEST_CASE("the next event id follows the largest, whatever gaps there are") {
  CHECK(edit::next_event_id(kPerson, true) == "e2");
  CHECK(edit::next_event_id("id = \"c\"\n", false) == "c1");
  CHECK(edit::next_event_id("[[event]]\nid = \"k7\"\n[[event]]\nid = \"k3\"\n", false) == "k8");
  CHECK(edit::next_event_id("[[event]]\nid = \"first\"\n[[event]]\nid = \"c99999999999\"\n", false) == "c1");
}

TEST_CASE("a file that is written in another way is refused with words, and nothing is guessed") {
  const auto refuses = [](const std::string& bytes, const std::string& event, const std::string& key) {
    CHECK_THROWS_AS(edit::add_to_list(bytes, false, event, key, "1"), base::Error);
  };
  refuses("event = [{ id = \"c1\", sources = [] }]\n", "c1", "sources");
  refuses("[[event]]\nid = \"c1\"\n[[event.sources]]\nid = \"a\"\n", "c1", "sources");
  refuses("[[event]]\nid = \"c1\"\nsources = \"a\"\n", "c1", "sources");
  refuses("[[event]]\nid = \"c1\"\nsources = [\"a\"\n", "c1", "sources");
  refuses("[[event]]\nid = \"c1\"\nsources = [\"a]\n", "c1", "sources");
  refuses("[[event\n", "c1", "sources");
  refuses("no key here\n", "c1", "sources");
  CHECK_THROWS_AS(edit::append_event("no fence\n", true, kEvent), base::Error);
  CHECK_THROWS_AS(edit::append_event("+++\nid = 1\n", true, kEvent), base::Error);
}

TEST_CASE("places of keys are found through long strings, dates, inline tables and quoted keys") {
  const std::string text = "a = '''x'\ny = 1'''\n\"b c\" = { d = [1, 2], e = \"}\" } # f\ng.h = 1979-05-27T07:32:00Z\n[t.u]\ni = 'C:\\'\n";
  const auto items = edit::scan_items(text, 0, text.size());
  REQUIRE(items.size() == 5);
  CHECK(items[0].name == "a");
  CHECK(text.substr(items[0].value_begin, items[0].value_end - items[0].value_begin) == "'''x'\ny = 1'''");
  CHECK(items[1].name == "b c");
  CHECK(text.substr(items[1].value_begin, items[1].value_end - items[1].value_begin) == "{ d = [1, 2], e = \"}\" }");
  CHECK(items[2].name == "g.h");
  CHECK(items[3].kind == edit::Item::Kind::Table);
  CHECK(items[4].end == text.size());
}
