// Made-up people in a made-up country; names are chosen so that spellings, not lives, are compared.
#include "tracker/match/identity.h"

#include "tests/support/catch.h"

using namespace tracker;
using match::Verdict;

namespace {

base::PartialDate date(const char* text) { return *base::PartialDate::parse(text); }

model::Person person(std::string id, std::string en, std::string ru, std::vector<std::string> also = {}) {
  model::Person made;
  made.id = std::move(id);
  made.name.by_language["en"] = std::move(en);
  if (!ru.empty()) made.name.by_language["ru"] = std::move(ru);
  made.also = std::move(also);
  return made;
}

model::Event event(std::string id, model::EventType type, const char* when, std::vector<model::Ref> charges = {}) {
  model::Event made;
  made.id = std::move(id);
  made.type = type;
  made.date = date(when);
  made.charges = std::move(charges);
  made.sources = {{.source = {"report", {}}, .snapshot = std::string(64, 'a')}};
  return made;
}

model::Record world() {
  model::Record record;
  record.site.default_language = "en";
  record.places = {{.id = "town", .kind = model::PlaceKind::City, .name = {{{"en", "Testgrad"}, {"ru", "Тестград"}}}},
                   {.id = "town-court", .kind = model::PlaceKind::Court, .name = {{{"en", "Testgrad city court"}, {"ru", "Тестградский городской суд"}}}, .within = {"town", {}}}};
  auto first = person("xx-0001", "Janbolat Probaev", "Жанболат Пробаев");
  first.events = {event("e1", model::EventType::Detained, "2022-02-25")};
  first.events.front().place.id = "town";
  auto second = person("xx-0002", "Aidar Probaev", "Айдар Пробаев");
  auto third = person("xx-0003", "Aidos Exampleuly", "");
  auto fourth = person("xx-0004", "Marat Serikovich Testov", "Марат Серикович Тестов");
  record.people = {first, second, third, fourth};
  model::Case of_case;
  of_case.id = "c";
  of_case.court.id = "town-court";
  of_case.defendants = {{"xx-0001", {}}, {"xx-0003", {}}};
  of_case.events = {event("c1", model::EventType::Charged, "2022-06", {{"xx-cc:272.1", {}}})};
  record.cases = {of_case};
  model::sort_record(record);
  return record;
}

match::Identity identify(const match::Sought& sought) {
  static const model::Record record = world();
  return match::Identifier(record).identify(sought);
}

}  // namespace

TEST_CASE("a name alone never links, however equal it is") {
  const auto found = identify({.name = "Жанболат Пробаев"});
  CHECK(found.verdict == Verdict::Ask);
  CHECK(found.id.empty());
  REQUIRE(found.candidates.size() == 1);
  CHECK(found.candidates[0].id == "xx-0001");
  CHECK(match::explain(found.candidates[0]) == "surname equal after folding, given name equal after folding");
}

TEST_CASE("a name and something beside it link, and the reasons are told in words") {
  const auto found = identify({.name = "Пробаев Жанболат", .articles = {"272.1"}, .courts = {"town-court"}});
  CHECK(found.verdict == Verdict::Linked);
  CHECK(found.id == "xx-0001");
  CHECK(match::explain(found.candidates[0]) ==
        "surname equal after folding, given name equal after folding, same article 272.1, same court");
  CHECK(identify({.name = "Zhanbolat Probayev", .articles = {"272.1"}}).verdict == Verdict::Linked);
}

TEST_CASE("one article number without its part is not enough, and neither is a town") {
  CHECK(identify({.name = "Janbolat Probaev", .articles = {"272"}}).verdict == Verdict::Ask);
  CHECK(identify({.name = "Janbolat Probaev", .places = {"town"}}).verdict == Verdict::Ask);
  CHECK(identify({.name = "Janbolat Probaev", .articles = {"272"}, .places = {"town"}}).verdict == Verdict::Linked);
}

TEST_CASE("a surname alone, an initial and a near-namesake are questions") {
  const auto surname = identify({.name = "Probaev", .articles = {"272.1"}, .courts = {"town-court"}});
  CHECK(surname.verdict == Verdict::Ask);
  CHECK(surname.candidates.size() == 2);
  const auto initial = identify({.name = "Ж. Пробаев", .articles = {"272.1"}, .courts = {"town-court"}});
  CHECK(initial.verdict == Verdict::Ask);
  CHECK(initial.candidates[0].id == "xx-0001");
  CHECK(match::explain(initial.candidates[0]).find("given name initial") != std::string::npos);
  const auto near = identify({.name = "Janbolat Prabaev", .articles = {"272.1"}, .courts = {"town-court"}});
  CHECK(near.verdict == Verdict::Ask);
  CHECK(match::explain(near.candidates[0]).find("surname nearly equal") == 0);
}

TEST_CASE("another given name or patronymic is another person") {
  CHECK(identify({.name = "Marat Probaev", .articles = {"272.1"}}).verdict == Verdict::Nobody);
  CHECK(identify({.name = "Марат Болатович Тестов"}).verdict == Verdict::Nobody);
  CHECK(identify({.name = "Марат Серикович Тестов"}).candidates.size() == 1);
  CHECK(identify({.name = "Nobody Unknownov"}).verdict == Verdict::Nobody);
  CHECK(identify({.name = ""}).verdict == Verdict::Nobody);
}

TEST_CASE("a page that the record cites, an event of the same day and a co-defendant speak for a person") {
  CHECK(identify({.name = "Janbolat Probaev", .source = "report", .snapshot = std::string(64, 'a')}).verdict == Verdict::Linked);
  CHECK(identify({.name = "Janbolat Probaev", .source = "other", .snapshot = std::string(64, 'a')}).verdict == Verdict::Ask);
  CHECK(identify({.name = "Janbolat Probaev", .events = {{model::EventType::Detained, date("2022-02-25")}}}).verdict ==
        Verdict::Linked);
  CHECK(identify({.name = "Janbolat Probaev", .events = {{model::EventType::Detained, date("2022-02")}}}).verdict ==
        Verdict::Ask);
  CHECK(identify({.name = "Janbolat Probaev", .companions = {"Aidos Exampleuly"}}).verdict == Verdict::Linked);
}

TEST_CASE("two of one name are asked about, unless one of them leads") {
  auto record = world();
  record.people.push_back(person("xx-0005", "Janbolat Probaev", ""));
  const match::Identifier identifier(record);
  CHECK(identifier.identify({.name = "Janbolat Probaev", .articles = {"272.1"}}).verdict == Verdict::Ask);
  CHECK(identifier.identify({.name = "Janbolat Probaev", .articles = {"272.1"}, .courts = {"town-court"}}).id == "xx-0001");
}

TEST_CASE("a refusal is remembered for what was refused, and not for the name at large") {
  auto record = world();
  const match::Sought refused{.name = "Janbolat Probaev", .articles = {"272.1"}, .places = {"town"}};
  record.rulings = {{.id = "r", .kind = model::RulingKind::NotSamePerson, .subject = "person/xx-0001",
                     .other = "namesake/" + match::refusal_key(refused)}};
  const match::Identifier identifier(record);
  const auto again = identifier.identify(refused);
  CHECK(again.verdict == Verdict::Nobody);
  REQUIRE(again.candidates.size() == 1);
  CHECK(again.candidates[0].refused);
  CHECK(identifier.identify({.name = "Пробаев Жанболат", .articles = {"272.2"}, .places = {"town"}}).verdict == Verdict::Nobody);
  CHECK(identifier.identify({.name = "Janbolat Probaev", .articles = {"405.2"}, .places = {"town"}}).verdict == Verdict::Ask);
}

TEST_CASE("a page that says nothing beside the name is refused for itself only") {
  const match::Sought a{.name = "Janbolat Probaev", .snapshot = std::string(64, 'b')};
  const match::Sought b{.name = "Janbolat Probaev", .snapshot = std::string(64, 'c')};
  CHECK(match::refusal_key(a) != match::refusal_key(b));
  CHECK(match::refusal_key(a) == match::refusal_key({.name = "Пробаев Жанболат", .snapshot = std::string(64, 'b')}));
}

TEST_CASE("what a person said once links the same page again") {
  auto record = world();
  const match::Sought said{.name = "Janbolat Probaev", .places = {"town"}};
  record.rulings = {{.id = "r", .kind = model::RulingKind::SamePerson, .subject = "person/xx-0001",
                     .other = "namesake/" + match::refusal_key(said)}};
  const auto found = match::Identifier(record).identify(said);
  CHECK(found.verdict == Verdict::Linked);
  CHECK(match::explain(found.candidates[0]).find("a ruling says that this is the person") != std::string::npos);
}

TEST_CASE("places are found in every case, courts apart from towns") {
  const auto record = world();
  const match::Places places(record);
  REQUIRE(places.find("a court in Testgrad", "en"));
  CHECK(places.find("a court in Testgrad", "en")->id == "town");
  CHECK(places.find("в Тестграде", "ru")->id == "town");
  CHECK(places.find("Testgrad city court", "en", true)->id == "town-court");
  CHECK(places.find("elsewhere", "en") == nullptr);
  CHECK(places.find("", "en") == nullptr);
  CHECK(places.is_within("town-court", "town"));
  CHECK_FALSE(places.is_within("town", "town-court"));
}

TEST_CASE("a long or hostile name costs nothing and finds nobody") {
  CHECK(identify({.name = std::string(100'000, 'x')}).verdict == Verdict::Nobody);
  CHECK(identify({.name = "\xff\xfe\x1b[31m"}).verdict == Verdict::Nobody);
}
