#include "tests/tracker/read/support.h"
#include "tracker/read/terms.h"

using namespace tracker::read;

namespace {

/// "36m 15d": each term of the sentence.
std::string terms(const std::string& language, const std::string& text) {
  std::string all;
  for (const auto& term : find_terms(first_sentence(language, text), grammar(language))) {
    if (!all.empty()) all += ' ';
    for (std::size_t i = 0; i < term.each.size(); ++i) {
      const auto& length = term.each[i];
      if (i > 0) all += '/';
      if (length.months) all += std::to_string(length.months) + "m";
      if (length.days) all += std::to_string(length.days) + "d";
      if (length.hours) all += std::to_string(length.hours) + "h";
    }
  }
  return all;
}

}  // namespace

TEST_CASE("terms are read to months, days and hours") {
  struct Row {
    const char* language;
    const char* text;
    const char* terms;
  };
  const std::vector<Row> rows = {
      {"en", "sentenced to three years in prison", "36m"},
      {"en", "a six-year suspended sentence", "72m"},
      {"en", "two years and six months' imprisonment", "30m"},
      {"en", "five and half years", "66m"},
      {"en", "2 1/2 years", "30m"},
      {"en", "a 15-day jail term", "15d"},
      {"en", "18 months of restricted freedom and 100 hours of public labour", "18m 100h"},
      {"en", "got six and five years, respectively", "72m/60m"},
      {"en", "1,5 years", "18m"},
      {"en", "jailed for a year", "12m"},
      {"en", "a year and a half in prison", "18m"},
      {"ru", "ещё год колонии", "12m"},
      {"ru", "на месяц", "1m"},
      {"ru", "к семи годам тюрьмы", "84m"},
      {"ru", "на 5 лет лишения свободы", "60m"},
      {"ru", "полтора года ограничения свободы", "18m"},
      {"ru", "2 года и 6 месяцев", "30m"},
      {"ru", "на 15 суток", "15d"},
      {"ru", "отбывает шестилетний срок", "72m"},
      {"ru", "36-летнего активиста", ""},
      {"ru", "трёхмесячный арест", "3m"},
      {"kk", "он сегіз жылға сотталды", "216m"},
      {"kk", "2 жыл 2 айға", "26m"},
      {"kk", "бір жарым жылға", "18m"},
      {"kk", "3 , 5 жылға", "42m"},
      {"kk", "15 тәулікке", "15d"},
      {"kk", "алты ай", "6m"},
  };
  for (const auto& row : rows) {
    INFO(row.language << ": " << row.text);
    CHECK(terms(row.language, row.text) == row.terms);
  }
}

TEST_CASE("what is no length of time is no term") {
  CHECK(terms("en", "in 2022 years of work began") == "");
  CHECK(terms("en", "a 50-year-old woman") == "");
  CHECK(terms("en", "5–10 years") == "");
  CHECK(terms("kk", "5 – 10 жылға") == "");
  CHECK(terms("kk", "2021 жылы") == "");
  CHECK(terms("ru", "в 2014 году") == "");
}

TEST_CASE("a fine is read with its currency") {
  const auto money = [](const std::string& language, const std::string& text) {
    const auto found = find_money(first_sentence(language, text), grammar(language));
    return found ? std::to_string(found->amount) + found->currency : std::string();
  };
  CHECK(money("en", "a fine of 600,000 tenge") == "600000KZT");
  CHECK(money("ru", "штраф в 5000 рублей") == "5000RUB");
  CHECK(money("kk", "60000 теңге айыппұл") == "60000KZT");
  CHECK(money("en", "a fine of many tenge") == "");
}
