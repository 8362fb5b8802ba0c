#include "sitegen/view/words.h"

#include "tests/support/catch.h"
#include "tests/support/sample_record.h"

using namespace sitegen::view;
using tracker::base::PartialDate;

namespace {

tracker::model::Record record_with_words() {
  tracker::model::Record record;
  record.site.default_language = "en";
  tracker::model::Words english;
  english.language = "en";
  english.words = {{"people", "{count, plural, one {# person} other {# people}}"},
                   {"hello", "Hello, {name}"},
                   {"broken", "{count, plural"},
                   {"of", "{part} of {whole}: {name}, {nobody}"},
                   {"stray", "{part} }"},
                   {"cited", "«{name}», {part}"},
                   {"quoted", "it''s {name} '{part}'"},
                   {"only_english", "only here"},
                   {"person.no_name", "name not known"},
                   {"date.about", "about {date}"},
                   {"date.uncertain", "{date} (uncertain)"},
                   {"date.about_uncertain", "about {date} (uncertain)"},
                   {"date.between", "between {from} and {to}"},
                   {"date.from", "{date} or later"},
                   {"date.until", "{date} or earlier"},
                   {"date.unknown", "date not known"}};
  tracker::model::Words russian;
  russian.language = "ru";
  russian.words = {
      {"people", "{count, plural, one {# человек} few {# человека} many {# человек} other {# человека}}"}};
  tracker::model::Words kazakh;
  kazakh.language = "kk";
  record.words = {english, kazakh, russian};
  return record;
}

std::string date_in(const Words& words, const char* edtf, DateForm form = DateForm::Alone) {
  return words.date(*PartialDate::parse(edtf), form);
}

/// Without the spaces that do not break, which ICU versions place differently.
std::string spaced(std::string text) {
  for (const std::string_view space : {"\xC2\xA0", "\xE2\x80\xAF"})
    for (auto at = text.find(space); at != std::string::npos; at = text.find(space))
      text.replace(at, space.size(), " ");
  return text;
}

}  // namespace

TEST_CASE("plurals follow the language") {
  const auto record = record_with_words();
  const Words english(record, "en");
  CHECK(english("people", {{"count", 1LL}}) == "1 person");
  CHECK(english("people", {{"count", 2LL}}) == "2 people");
  const Words russian(record, "ru");
  CHECK(russian("people", {{"count", 1LL}}) == "1 человек");
  CHECK(russian("people", {{"count", 3LL}}) == "3 человека");
  CHECK(russian("people", {{"count", 11LL}}) == "11 человек");
}

TEST_CASE("an argument is text, whatever pattern it looks like") {
  const auto record = record_with_words();
  const Words words(record, "en");
  CHECK(words("hello", {{"name", "{count, plural} '"}}) == "Hello, {count, plural} '");
}

TEST_CASE("names in braces are filled in as ICU does, numbers by the language, quotation marks by its rules") {
  const auto record = record_with_words();
  const Words english(record, "en"), russian(record, "ru");
  const Arguments arguments = {{"part", 7LL}, {"whole", 12345LL}, {"name", std::string("Ann {part}")}};
  CHECK(english("of", arguments) == "7 of 12,345: Ann {part}, {nobody}");
  CHECK(russian("of", arguments) == "7 of 12,345: Ann {part}, {nobody}");  // what is said in English has English numbers
  CHECK(english("quoted", arguments) == "it's Ann {part} {part}");
  CHECK(english("stray", arguments) == "7 }");
  CHECK(english("cited", {{"name", std::string("Made «up»")}, {"part", 7LL}}) == "«Made „up“», 7");
}

TEST_CASE("a missing word falls back, and one that nobody has shows its key") {
  const auto record = record_with_words();
  const Words russian(record, "ru");
  CHECK(russian("only_english") == "only here");
  CHECK_FALSE(russian.has("only_english"));
  CHECK(russian.has("people"));
  CHECK(russian("nowhere") == "⟨nowhere⟩");
}

TEST_CASE("a pattern that ICU cannot read is shown as it stands") {
  const auto record = record_with_words();
  const Words words(record, "en");
  CHECK(words("broken", {{"count", 1LL}}) == "{count, plural");
}

TEST_CASE("a date is said as precisely as it is known") {
  const auto record = record_with_words();
  const Words words(record, "en");
  CHECK(date_in(words, "2022") == "2022");
  CHECK(date_in(words, "2022-06") == "June 2022");
  CHECK(date_in(words, "2022-07-15") == "15 July 2022");
  CHECK(date_in(words, "2022-03~") == "about March 2022");
  CHECK(date_in(words, "2022-03?") == "March 2022 (uncertain)");
  CHECK(date_in(words, "2022%") == "about 2022 (uncertain)");
  CHECK(date_in(words, "2022-02/2022-03") == "between February and March 2022");
  CHECK(date_in(words, "2022-12/2023-02") == "between December 2022 and February 2023");
  CHECK(date_in(words, "2022-10-06/2023-02") == "between 6 October 2022 and February 2023");
  CHECK(date_in(words, "2022-11-03/2022-11-09") == "between 3 and 9 November 2022");
  CHECK(date_in(words, "2020/2022") == "between 2020 and 2022");
  CHECK(date_in(words, "2022-02~/2022-03-04") == "between about February 2022 and 4 March 2022");
  CHECK(date_in(words, "2022-02/..") == "February 2022 or later");
  CHECK(date_in(words, "../2022-02") == "February 2022 or earlier");
}

TEST_CASE("an end of an interval that holds the other end is said to the day") {
  const auto record = record_with_words();
  const Words words(record, "en");
  CHECK(date_in(words, "2022-01-12/2022-01") == "between 12 and 31 January 2022");
  CHECK(date_in(words, "2024-01-19/2024") == "between 19 January and 31 December 2024");
  CHECK(date_in(words, "2022-01/2022-01-07") == "between 1 and 7 January 2022");
}

TEST_CASE("the ends of an interval stand in the case that between takes, in the order of the language") {
  const auto record = tests::sample_record();
  const Words russian(record, "ru"), kazakh(record, "kk");
  CHECK(spaced(date_in(russian, "2022-01-04/2022-10")) == "между 4 января и октябрём 2022 г.");
  CHECK(spaced(date_in(russian, "2022-12/2023-02")) == "между декабрём 2022 г. и февралём 2023 г.");
  CHECK(spaced(date_in(russian, "2022-01-04/2022-01-07")) == "между 4 и 7 января 2022 г.");
  CHECK(spaced(date_in(kazakh, "2022-01-04/2022-10")) == "2022 ж. 4 қаңтар – қазан аралығы");
  CHECK(spaced(date_in(kazakh, "2022-12/2023-02")) == "2022 ж. желтоқсан – 2023 ж. ақпан аралығы");
}

TEST_CASE("a month stands in the case that its place asks for") {
  const auto record = record_with_words();
  const Words russian(record, "ru");
  CHECK(spaced(date_in(russian, "2022-06")) == "июнь 2022 г.");
  CHECK(spaced(date_in(russian, "2022-06", DateForm::Within)) == "июня 2022 г.");
  CHECK(spaced(date_in(russian, "2022-06-15")) == "15 июня 2022 г.");
}

TEST_CASE("numbers are grouped as the language groups them") {
  const auto record = record_with_words();
  CHECK(Words(record, "en").number(12345) == "12,345");
  CHECK(spaced(Words(record, "ru").number(12345)) == "12 345");
}

TEST_CASE("names are sorted by the language's alphabet") {
  const auto record = record_with_words();
  const Words kazakh(record, "kk");
  CHECK(kazakh.less("Алиев", "Әлиев"));
  CHECK(kazakh.less("Әлиев", "Беков"));
  CHECK_FALSE(kazakh.less("Беков", "Әлиев"));
  CHECK_FALSE(kazakh.less("Беков", "Беков"));
}

TEST_CASE("a text says in which language it is given") {
  const auto record = record_with_words();
  const Words russian(record, "ru");
  tracker::model::Localised text{{{"en", "a"}, {"kk", "б"}}};
  CHECK(russian.text(text) == "a");
  CHECK(russian.language_of(text) == "en");
  text.by_language.erase("en");
  CHECK(russian.language_of(text) == "kk");
  text.by_language["ru"] = "в";
  CHECK(russian.language_of(text) == "ru");
  CHECK(russian.name(tracker::model::Person{}) == "name not known");
}

TEST_CASE("the words of another language are at hand, made once") {
  const auto record = tests::sample_record();
  const Words words(record, "en");
  CHECK(words.in("ru").language() == "ru");
  CHECK(&words.in("ru") == &words.in("ru"));
  CHECK(&words.in("en") == &words);
}

TEST_CASE("people have their place by the language's rules, and who has no known name comes last") {
  const auto record = tests::sample_record();
  const Words words(record, "en");
  std::vector<std::size_t> ranks;
  for (const auto& person : record.people) ranks.push_back(words.rank(person));
  // One, Two, Three, (no name), Five, Six, Seven, Eight
  CHECK(ranks == std::vector<std::size_t>{2, 6, 5, 7, 1, 4, 3, 0});
}

TEST_CASE("a letter of the index is a capital, whatever its alphabet") {
  const auto record = tests::sample_record();
  const Words words(record, "kk");
  CHECK(words.initial("mamai") == "M");
  CHECK(words.initial("әбіш") == "Ә");
  CHECK(words.initial("") == "");
}
