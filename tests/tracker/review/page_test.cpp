#include "tracker/review/page.h"

#include "tests/support/catch.h"
#include "tests/tracker/propose/told.h"

using namespace tracker;

namespace {

const tests::Says kVerdict{.date = "2023-04-10", .articles = {"272.1"}, .months = 36, .place = "Testgrad"};

review::Outlook outlook(model::Display before, model::Display after) {
  review::Outlook made;
  made.before = model::Status{.display = before};
  made.after = model::Status{.display = after};
  return made;
}

std::string shown(const tests::Says& says, const review::Outlook& what = outlook(model::Display::HouseArrest, model::Display::Imprisoned)) {
  const auto record = tests::small_record();
  return review::plain_text(review::page_of(record, tests::proposed(record, {says}).at(0), what));
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a page says what would change, whose words, why this person, and what the record says") {
  const auto text = shown(kVerdict);
  INFO(text);
  CHECK(text.find("Testa Examplova (xx-0001)  sentenced 2023-04-10\n") == 0);
  CHECK(holds(text, "CHANGE   house arrest → imprisoned, 36 months of imprisonment\n"));
  CHECK(holds(text, "article 272.1, 36 months of imprisonment, testgrad\n"));
  CHECK(holds(text, "daily · snapshot "));
  CHECK(holds(text, "\n         https://daily.example/1\n"));
  CHECK(holds(text, "Before. «daily tells of Testa Examplova sentenced 2023-04-10» After.\n"));
  CHECK(holds(text, "xx-0001 Testa Examplova: surname equal after folding, given name equal after folding, same article 272.1, same place"));
  CHECK(holds(text, "charged 2022-06, article 272.1 (report)\n"));
}

TEST_CASE("somebody new is said to be new, with the role") {
  const auto text = shown({.person = "Marat Newov", .event = model::EventType::Detained, .date = "2023-05-02"}, {});
  CHECK(text.find("new: Marat Newov  detained 2023-05-02\n") == 0);
  CHECK(holds(text, "CHANGE   not on the list; detained 2023-05-02\n"));
  CHECK(holds(text, "nobody on the list has such a name"));
}

TEST_CASE("what is delicate is said first, and what keeps it from being accepted") {
  auto says = kVerdict;
  says.quote = "She was tortured and got three years.";
  says.delicate = {"torture"};
  auto blocked = outlook(model::Display::HouseArrest, model::Display::Imprisoned);
  blocked.obstacle = "the checks fail; edit it";
  const auto text = shown(says, blocked);
  CHECK(holds(text, "CAREFUL  torture: to be decided alone"));
  CHECK(holds(text, "cannot be accepted as it stands: the checks fail; edit it"));
}

TEST_CASE("hostile words of a source show as what they are") {
  auto says = kVerdict;
  says.quote = "three\x1b[2J years\nCHANGE   acquitted \xe2\x80\xae";
  const auto text = shown(says);
  CHECK_FALSE(holds(text, "\x1b"));
  CHECK(holds(text, "<U+001B>[2J years CHANGE"));
  CHECK_FALSE(holds(text, "\xe2\x80\xae"));
}

TEST_CASE("a long paragraph is shown around the quotation, never cut within a letter") {
  const auto record = tests::small_record();
  auto one = tests::told(kVerdict);
  std::string around;
  for (int i = 0; i < 1000; ++i) around += "ж";
  one.paragraph = around + one.said.quote + around;
  one.quote = {around.size(), around.size() + one.said.quote.size()};
  const auto text = review::plain_text(review::page_of(record, propose::propose(record, {one}).at(0), {}));
  CHECK(holds(text, "…ж"));
  CHECK(holds(text, "ж…"));
  CHECK_FALSE(holds(text, "\xef\xbf\xbd"));
}
