#include "tracker/match/names.h"

#include <algorithm>

#include "tests/support/catch.h"

using namespace tracker::match;
using Ids = std::vector<std::string>;

namespace {

Names some_names() {
  Names names;
  names.add("xx-1", "Anna Petrenko");
  names.add("xx-1", "Анна Петренко");
  names.add("xx-2", "Асан Үсенов");
  names.add("xx-3", "Anna Ivanenko");
  names.add("xx-4", "Болат Үсенов");
  names.add("xx-5", "Марат Токаров");
  names.add("xx-6", "Алла Токарова");
  return names;
}

bool has(const Ids& keys, const std::string& key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); }

}  // namespace

TEST_CASE("a name finds its person in any order, spelling and script") {
  const auto names = some_names();
  for (const auto* spelling : {"Anna Petrenko", "Petrenko Anna", "ПЕТРЕНКО Анна", "A. Petrenko", "Петренко А."}) {
    INFO(spelling);
    CHECK(names.find(spelling) == Ids{"xx-1"});
  }
}

TEST_CASE("a Russian case ending does not hide a name") {
  const auto names = some_names();
  CHECK(names.find("Марата Токарова", "ru") == Ids{"xx-5"});
  CHECK(names.find("Маратом Токаровым", "ru") == Ids{"xx-5"});
  CHECK(names.find("Маратy Токарову", "ru").size() <= 1);
  CHECK(names.find("Аллу Токарову", "ru") == Ids{"xx-6"});
  CHECK(names.find("Анны Петренко", "ru") == Ids{"xx-1"});
}

TEST_CASE("a Kazakh case ending does not hide a name") {
  const auto names = some_names();
  for (const auto* form : {"Асан Үсеновтің", "Асан Үсеновке", "Асан Үсеновті", "Асан Үсеновпен", "Асан Үсеновтен"}) {
    INFO(form);
    CHECK(names.find(form, "kk") == Ids{"xx-2"});
  }
}

TEST_CASE("a surname that two people bear finds both, so that a person must be asked") {
  CHECK(some_names().find("Үсенов", "kk") == Ids{"xx-2", "xx-4"});
  CHECK(some_names().find("Anna") == Ids{"xx-1", "xx-3"});
}

TEST_CASE("a name of which one word is another's finds nobody") {
  CHECK(some_names().find("Anna Usenov").empty());
  CHECK(some_names().find("Petrenko Petrenko").empty());
  CHECK(some_names().find("").empty());
  CHECK(some_names().find("A. B.").empty());
}

TEST_CASE("keys of a word begin with the word's own") {
  CHECK(keys_of("Токарова", "ru").front() == key_of("Токарова"));
  CHECK(has(keys_of("Токарова", "ru"), key_of("Токаров")));
  CHECK(has(keys_of("Ковальского", "ru"), key_of("Ковальский")));
  CHECK(has(keys_of("Марией", "ru"), key_of("Мария")));
  CHECK(keys_of("Tokarova", "en") == Ids{key_of("Tokarova")});
}

TEST_CASE("a long list costs a search no more than a short one, but for those who share a name") {
  Names names;
  for (int i = 0; i < 5000; ++i) {
    std::string surname = "Q";
    for (int n = i; n > 0; n /= 26) surname += static_cast<char>('a' + n % 26);
    names.add("xx-" + std::to_string(i), "Given" + std::string(1, static_cast<char>('a' + i % 26)) + " " + surname + "ov");
  }
  names.add("xx-9999", "Zebra Unikov");
  CHECK(names.find("Zebra Unikov") == Ids{"xx-9999"});
  CHECK(names.with(key_of("Unikov")) == Ids{"xx-9999"});
  CHECK_FALSE(names.knows(key_of("Nobodyev")));
}
