#include "tracker/review/desk.h"

#include "tests/support/catch.h"
#include "tests/tracker/propose/told.h"

using namespace tracker;
using review::Desk;
using review::Key;
using What = review::Request::What;

namespace {

Key letter(const char* text) { return {Key::Kind::Letter, text}; }

std::vector<propose::Proposal> three() {
  return tests::proposed(tests::small_record(),
                         {{.date = "2023-04-10", .articles = {"272.1"}, .months = 36, .place = "Testgrad"},
                          {.event = model::EventType::Released, .date = "2023-05-10", .articles = {"272.1"}, .place = "Testgrad"},
                          {.person = "Marat Newov", .event = model::EventType::Detained, .date = "2023-05-02"}});
}

std::string type(Desk& desk, std::string_view text) {
  for (const char c : text) desk.press(letter(std::string(1, c).c_str()));
  const auto request = desk.press({Key::Kind::Enter});
  return request.what == What::Reject ? request.text : "";
}

}  // namespace

TEST_CASE("keys ask for what they stand for, of the proposal that is shown") {
  Desk desk;
  desk.set(three());
  REQUIRE(desk.waiting() == 3);
  const auto id = desk.current()->id;
  CHECK(desk.press(letter("a")).what == What::Accept);
  CHECK(desk.press(letter("a")).proposal == id);
  CHECK(desk.press(letter("e")).what == What::Edit);
  CHECK(desk.press(letter("u")).what == What::Undo);
  CHECK(desk.press(letter("q")).what == What::Quit);
  CHECK(desk.press(letter("Ж")).what == What::Nothing);
  CHECK(desk.press({Key::Kind::Other}).what == What::Nothing);
}

TEST_CASE("a rejection needs a reason, and escape leaves the proposal as it was") {
  Desk desk;
  desk.set(three());
  desk.press(letter("r"));
  CHECK(desk.press({Key::Kind::Enter}).what == What::Nothing);
  CHECK(type(desk, "a namesake") == "a namesake");
  desk.press(letter("r"));
  desk.press(letter("x"));
  CHECK(desk.press({Key::Kind::Escape}).what == What::Nothing);
  CHECK(desk.press(letter("a")).what == What::Accept);
  desk.press(letter("r"));
  desk.press(letter("Ж"));
  desk.press({Key::Kind::Backspace});
  CHECK(type(desk, "ab") == "ab");
}

TEST_CASE("what is put off comes last, also after the proposals were made anew") {
  Desk desk;
  desk.set(three());
  const auto first = desk.current()->id;
  desk.press(letter("l"));
  CHECK(desk.current()->id != first);
  auto again = three();
  desk.set(again);
  CHECK(desk.current()->id != first);
  desk.press(letter("]"));
  desk.press(letter("]"));
  CHECK(desk.current()->id == first);
}

TEST_CASE("where it is not certain who it is, the number of a person or a new one is asked first") {
  Desk desk;
  desk.set(tests::proposed(tests::small_record(), {{.event = model::EventType::Detained, .date = "2024-01-05"}}));
  CHECK(desk.press(letter("a")).what == What::Nothing);
  CHECK(desk.press(letter("7")).what == What::Nothing);
  const auto chosen = desk.press(letter("1"));
  CHECK(chosen.what == What::Accept);
  CHECK(chosen.person == "xx-0001");
  desk.press(letter("e"));
  CHECK(desk.press(letter("n")).person == "new");
  const auto refused = desk.press(letter("n"));
  CHECK(refused.what == What::NotThisPerson);
  CHECK(refused.person == "xx-0001");
}

TEST_CASE("nothing can be decided where nothing waits, but undone and left") {
  Desk desk;
  desk.set({});
  CHECK(desk.current() == nullptr);
  for (const char* key : {"a", "e", "r", "n", "l", "]", "[", "j", " "}) CHECK(desk.press(letter(key)).what == What::Nothing);
  CHECK(desk.press(letter("u")).what == What::Undo);
  CHECK(desk.press(letter("q")).what == What::Quit);
  CHECK(desk.frame({}, {24, 80}).lines[0][0].text == "Nothing waits for a decision");
}

TEST_CASE("help takes the window, and any key gives it back") {
  Desk desk;
  desk.set(three());
  desk.press(letter("?"));
  CHECK(desk.frame({}, {24, 80}).lines[0][0].text == "Keys");
  CHECK(desk.press(letter("a")).what == What::Nothing);
  CHECK(desk.press(letter("a")).what == What::Accept);
}
