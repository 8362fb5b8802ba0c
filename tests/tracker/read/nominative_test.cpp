#include "tracker/read/nominative.h"

#include "tests/tracker/read/support.h"

using namespace tracker::read;

namespace {

std::string nominative(const std::string& language, const std::string& name) { return nominative_of(name, grammar(language)); }

}  // namespace

TEST_CASE("a Russian name whose endings leave no doubt is put into its nominative") {
  CHECK(nominative("ru", "Ерлана Тестова") == "Ерлан Тестов");
  CHECK(nominative("ru", "Ерлану Тестову") == "Ерлан Тестов");
  CHECK(nominative("ru", "Ерланом Тестовым") == "Ерлан Тестов");
  CHECK(nominative("ru", "Ивана Петренко") == "Иван Петренко");
  CHECK(nominative("ru", "Сергея Вымышленского") == "Сергей Вымышленский");
  CHECK(nominative("ru", "Игоря Примерова") == "Игорь Примеров");
  CHECK(nominative("ru", "Заремой Вымысловой") == "Зарема Вымыслова");
  CHECK(nominative("ru", "Анну Петренко") == "Анна Петренко");
  CHECK(nominative("ru", "Анны Ивановны Примеровой") == "Анна Ивановна Примерова");
}

TEST_CASE("a Russian name that may be a man's or a woman's, or stands in its nominative, stays as it is written") {
  CHECK(nominative("ru", "Квербана Тестова") == "Квербана Тестова");  // nobody knows this given name
  CHECK(nominative("ru", "Квербану Тестову") == "Квербану Тестову");
  CHECK(nominative("ru", "Ерлан Тестов") == "Ерлан Тестов");
  CHECK(nominative("ru", "Александра Петренко") == "Александра Петренко");
  CHECK(nominative("ru", "Тестова") == "Тестова");
}

TEST_CASE("a Kazakh name loses its case ending where what is left ends as a surname does") {
  CHECK(nominative("kk", "Үлгібек Мысаловтың") == "Үлгібек Мысалов");
  CHECK(nominative("kk", "Мысалгүл Ойданованы") == "Мысалгүл Ойданова");
  CHECK(nominative("kk", "Мысалгүл Ойдановаға") == "Мысалгүл Ойданова");
  CHECK(nominative("kk", "Тестбай Үлгіұлынан") == "Тестбай Үлгіұлы");
  CHECK(nominative("kk", "Үлгі Амангелді") == "Үлгі Амангелді");
  CHECK(nominative("kk", "Үлгі Мереке") == "Үлгі Мереке");
  CHECK(nominative("kk", "Үлгі Нұрсұлтан") == "Үлгі Нұрсұлтан");
}

TEST_CASE("English names stay") { CHECK(nominative("en", "Radim Testova") == "Radim Testova"); }

TEST_CASE("the object of a Kazakh verb is known by its accusative") {
  CHECK(is_kazakh_accusative("мысаловты"));
  CHECK(is_kazakh_accusative("ойданованы"));
  CHECK_FALSE(is_kazakh_accusative("мысалов"));
  CHECK_FALSE(is_kazakh_accusative("амангелді"));
}
