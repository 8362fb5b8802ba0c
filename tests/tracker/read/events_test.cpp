#include "tests/tracker/read/support.h"

using namespace tracker::read;

namespace {

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("what was asked for, threatened, possible, planned or denied is not said") {
  const std::vector<std::pair<const char*, const char*>> texts = {
      {"en", "The prosecutor asked the court to give Ivan Petrenko ten years in prison."},
      {"en", "Ivan Petrenko may be sentenced to ten years in prison."},
      {"en", "Ivan Petrenko faces up to ten years in prison if convicted."},
      {"en", "Police threatened to arrest Ivan Petrenko."},
      {"en", "Ivan Petrenko was not released."},
      {"en", "Ivan Petrenko will be released on Monday."},
      {"en", "A body called on the authorities to release Ivan Petrenko."},
      {"en", "The trial of Ivan Petrenko will begin on 5 May."},
      {"en", "- Ensure that Ivan Petrenko is released and that charges against him were dropped."},
      {"ru", "Прокурор попросил приговорить Ивана Петренко к десяти годам колонии."},
      {"ru", "Для Ивана Петренко гособвинитель просит 10 лет."},
      {"ru", "Ивану Петренко грозит до десяти лет лишения свободы."},
      {"ru", "Ивана Петренко не освободили."},
      {"ru", "Ивана Петренко могут освободить."},
      {"ru", "Приговор Ивану Петренко отложили на 2 августа."},
      {"kk", "Прокурор Асан Үсеновті он жылға соттауды сұрады."},
      {"kk", "Асан Үсенов он жылға бас бостандығынан айырылуы мүмкін."},
      {"kk", "Асан Үсенов босатылған жоқ."},
  };
  for (const auto& [language, text] : texts) {
    INFO(text);
    CHECK(lines(read(language, text)) == Lines{});
  }
}

TEST_CASE("the same said as done is said") {
  CHECK(lines(read("en", "On 1 March the court gave Ivan Petrenko ten years in prison.")) == Lines{"Ivan Petrenko sentenced 2023-03-01 120m"});
  CHECK(lines(read("ru", "1 марта суд приговорил Ивана Петренко к десяти годам колонии.")) == Lines{"Иван Петренко sentenced 2023-03-01 120m"});
  CHECK(lines(read("kk", "1 наурызда сот Асан Үсеновті он жылға соттады.")) == Lines{"Асан Үсенов sentenced 2023-03-01 120m"});
}

TEST_CASE("officials, victims and those who only stand beside get no statement") {
  CHECK(read("en", "On 1 March a court sentenced police officer Ivan Petrenko to six years in prison.").empty());
  CHECK(read("en", "The victim in this case was Ivan Petrenko, who was detained on 8 January 2022.").empty());
  CHECK(read("en", "Judge Anna Petrenko sentenced two police officers to three years in prison.").empty());
  CHECK(read("en", "Anna Petrenko's father was detained on 1 March.").empty());
}

TEST_CASE("each, both and respectively share out terms") {
  CHECK(lines(read("en", "On 1 March Ivan Petrenko and Anna Ivanenko got six and five years, respectively.")) ==
        Lines{"Ivan Petrenko sentenced 2023-03-01 72m", "Anna Ivanenko sentenced 2023-03-01 60m"});
  CHECK(lines(read("en", "On 1 March Ivan Petrenko and Anna Ivanenko got five years each.")) ==
        Lines{"Ivan Petrenko sentenced 2023-03-01 60m", "Anna Ivanenko sentenced 2023-03-01 60m"});
}

TEST_CASE("a ban is no prison term") {
  const auto found = read("en", "On 1 March the court sentenced Ivan Petrenko to two years in prison and banned him from public activity for five years.");
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].sentence.has_value());
  CHECK(found[0].sentence->months == 24);
  CHECK(found[0].sentence->ban_months == 60);
}

TEST_CASE("kinds of punishment are told apart") {
  using tracker::model::SentenceKind;
  const auto kind = [](const char* language, const std::string& text) {
    const auto found = read(language, text);
    return found.size() == 1 && found[0].sentence ? found[0].sentence->kind : std::nullopt;
  };
  CHECK(kind("en", "Ivan Petrenko was sentenced to two years in prison.") == SentenceKind::Imprisonment);
  CHECK(kind("en", "Ivan Petrenko was sentenced to two years of restricted freedom.") == SentenceKind::RestrictedFreedom);
  CHECK(kind("en", "Ivan Petrenko was handed a two-year suspended sentence.") == SentenceKind::Suspended);
  CHECK(kind("en", "Ivan Petrenko was sentenced to 15 days of administrative arrest.") == SentenceKind::Arrest);
  CHECK(kind("en", "Ivan Petrenko was fined 200 euros.") == SentenceKind::Fine);
  CHECK(kind("ru", "Ивана Петренко приговорили к двум годам колонии.") == SentenceKind::Imprisonment);
  CHECK(kind("ru", "Ивана Петренко приговорили к двум годам ограничения свободы.") == SentenceKind::RestrictedFreedom);
  CHECK(kind("ru", "Ивана Петренко приговорили к двум годам условно.") == SentenceKind::Suspended);
  CHECK(kind("ru", "Ивана Петренко арестовали на 15 суток.") == SentenceKind::Arrest);
  CHECK(kind("kk", "Асан Үсенов екі жылға бас бостандығынан айырылды.") == SentenceKind::Imprisonment);
  CHECK(kind("kk", "Асан Үсенов екі жылға шартты түрде сотталды.") == SentenceKind::Suspended);
}

TEST_CASE("a pardon is no amnesty, and there is no event for it: only the release is said, where it is told") {
  CHECK(lines(read("en", "On 1 March Ivan Petrenko was released under a presidential pardon.")) == Lines{"Ivan Petrenko released 2023-03-01"});
  CHECK(lines(read("ru", "1 марта Ивана Петренко освободили по помилованию.")) == Lines{"Иван Петренко released 2023-03-01"});
  CHECK(lines(read("kk", "1 наурызда Асан Үсенов кешіріммен босатылды.")) == Lines{"Асан Үсенов released 2023-03-01"});
  CHECK(read("en", "Ivan Petrenko was pardoned on 1 March.").empty());
  CHECK(read("ru", "1 марта Ивана Петренко помиловали.").empty());
  CHECK(read("kk", "1 наурызда Асан Үсеновке кешірім жасалды.").empty());
}
