#include "tracker/read/people.h"

#include "tests/tracker/read/support.h"

using namespace tracker::read;

namespace {

const tracker::match::Names kNobody;

/// Names of everybody that a text of one paragraph names with two words, "!" before officials and "~" before those beside.
std::vector<std::string> people(const std::string& language, const std::string& text) {
  People all(grammar(language), kNobody);
  all.read_from(text);
  for (const auto& sentence : split_sentences(tokenise(text, {0, text.size()}), grammar(language))) all.learn(sentence, 0);
  std::vector<std::string> names;
  for (const auto& person : all.all())
    names.push_back((person.standing == Standing::Official ? "!" : person.standing == Standing::Beside ? "~" : "") + person.name);
  return names;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("people are found by their names, in three languages") {
  CHECK(people("en", "Activists Anna Petrenko and Ivan Ivanenko met Siamion Kupala.") == List{"Anna Petrenko", "Ivan Ivanenko", "Siamion Kupala"});
  CHECK(people("ru", "Задержаны Анна Петренко и Д.Токаров.") == List{"Анна Петренко", "Д.Токаров"});
  CHECK(people("kk", "Сот Асан Үсеновті босатты.") == List{"Асан Үсенов"});
}

TEST_CASE("case endings and surnames alone make no new person") {
  CHECK(people("ru", "Арестован Марат Токаров. Суд освободил Марата Токарова, с Маратом Токаровым был брат.") == List{"Марат Токаров"});
  CHECK(people("kk", "Асан Үсенов келді. Асан Үсеновтің ісі бар.") == List{"Асан Үсенов"});
}

TEST_CASE("a name in letters that have no Latin of ours is a name all the same") {
  CHECK(people("en", "Police met Γιώργος Παπαδόπουλος and Արամ Պետրոսյան.") == List{"Γιώργος Παπαδόπουλος", "Արամ Պետրոսյան"});
}

TEST_CASE("courts, parties, places and months are no people") {
  CHECK(people("en", "The Supreme Court of Kazakhstan and the Democratic Party met in New York on Monday.").empty());
  CHECK(people("ru", "Верховный суд Казахстана и Демократическая партия в Нур-Султане.").empty());
  CHECK(people("en", "He reads the newspaper \"Golden Horde\".").empty());
}

TEST_CASE("judges, prosecutors and ministers are no subjects, and lawyers and relatives stand beside") {
  CHECK(people("en", "Judge Anna Petrenko spoke.") == List{"!Anna Petrenko"});
  CHECK(people("en", "Minister of Defense Ivan Ivanenko spoke.") == List{"!Ivan Ivanenko"});
  CHECK(people("en", "His brother, Ivan Ivanenko, spoke.") == List{"~Ivan Ivanenko"});
  CHECK(people("en", "Ivan Ivanenko, her lawyer, spoke.") == List{"~Ivan Ivanenko"});
  CHECK(people("ru", "Сказал адвокат Иван Иваненко.") == List{"~Иван Иваненко"});
  CHECK(people("ru", "Прокурор Иван Иваненко попросил.") == List{"!Иван Иваненко"});
  CHECK(people("ru", "Сказал Иван Иваненко, отец Нурсултана.") == List{"~Иван Иваненко"});
}

TEST_CASE("a patronymic belongs to the name") {
  CHECK(people("en", "1. Orkhan Nazim oglu Testov was there.").front().find("oglu Testov") != std::string::npos);
}
