#include "tests/support/sample_record.h"

#include <toml++/toml.h>

#include <algorithm>
#include <filesystem>

#include "tracker/rules/status.h"
#include "tracker/rules/totals.h"
#include "tracker/version/fields.h"

namespace tests {
namespace {

using namespace tracker::model;
using tracker::base::PartialDate;
using Names = std::map<std::string, std::string, std::less<>>;

Localised text(Names names) {
  return {std::move(names)};
}
Ref ref(std::string id) {
  return {std::move(id), {}};
}

Citation cited(std::string quote = {}, std::string source = "report") {
  Citation citation;
  citation.source = ref(std::move(source));
  citation.locator = "ch. 3";
  citation.quote = std::move(quote);
  return citation;
}

Event event(std::string id, EventType type, const char* date) {
  Event made;
  made.id = std::move(id);
  made.type = type;
  if (date) made.date = PartialDate::parse(date);
  made.sources = {cited()};
  return made;
}

Sentence prison(int months) {
  Sentence sentence;
  sentence.kind = SentenceKind::Imprisonment;
  sentence.months = months;
  return sentence;
}

Person person(std::string id, Names names, std::vector<Event> events) {
  Person made;
  made.id = std::move(id);
  made.name = text(std::move(names));
  made.region = ref("north");
  made.events = std::move(events);
  return made;
}

Site site() {
  Site made;
  made.title =
      text({{"en", "Prisoners of Sampleland"}, {"ru", "Узники Образции"}, {"kk", "Үлгістан тұтқындары"}});
  made.subtitle = text(
      {{"en", "People held or prosecuted on political grounds, with a source for every line."},
       {"ru",
        "Люди, лишённые свободы или преследуемые по политическим мотивам, с источником у каждой строки."}});
  made.languages = {"en", "ru", "kk"};
  made.default_language = "en";
  made.publisher = "Sample Committee";
  made.contact = "mailto:list@example.org";
  made.base_url = "https://list.example.org/";
  made.tag_authority = "example.org,2024";
  made.time_zone = "UTC";
  made.licence = "CC BY 4.0";
  made.id_prefix = "xx";
  return made;
}

Article article(std::string number, Names title) {
  Article made;
  made.number = std::move(number);
  made.title = text(std::move(title));
  return made;
}

std::vector<Law> laws() {
  Law code;
  code.id = "xx-cc";
  code.title = text({{"en", "Criminal Code of Sampleland"}, {"ru", "Уголовный кодекс Образции"}});
  code.articles = {article("12", {{"en", "Mass disorder"}, {"ru", "Массовые беспорядки"}}),
                   article("14", {{"en", "False information"}, {"ru", "Ложная информация"}}),
                   article("20", {{"en", "Unlawful assembly"}, {"ru", "Незаконные собрания"}})};
  Law act;
  act.id = "xx-amnesty";
  act.kind = LawKind::AmnestyAct;
  act.title = text({{"en", "Amnesty Act of 2023"}, {"ru", "Закон об амнистии 2023 года"}});
  return {code, act};
}

std::vector<Place> places() {
  Place north{"north", PlaceKind::Region, text({{"en", "North region"}, {"ru", "Северная область"}}), {}, {},
              {}};
  Place city{"port", PlaceKind::City, text({{"en", "Port"}, {"ru", "Порт"}}), ref("north"), {}, {}};
  Place court{"court", PlaceKind::Court, text({{"en", "District Court No. 2"}}), ref("port"), {}, {}};
  return {north, city, court};
}

std::vector<Source> sources() {
  Source report;
  report.id = "report";
  report.title = text({{"en", "Trials in Sampleland"}});
  report.publisher = "Sample Monitor";
  report.url = "https://monitor.example.org/report.pdf";
  report.languages = {"en"};
  report.published = PartialDate::parse("2023-03");
  Source feed;
  feed.id = "feed";
  feed.title = text({{"en", "News of the Sample Monitor"}, {"ru", "Новости «Сэмпл Монитор»"}});
  feed.publisher = "Sample Monitor";
  feed.kind = SourceKind::Feed;
  feed.url = "https://monitor.example.org/feed.xml";
  feed.languages = {"en", "ru"};
  feed.rhythm = Rhythm::Daily;
  return {report, feed};
}

Person first() {
  auto arrested = event("e1", EventType::ArrestedPretrial, "2023-10-12");
  arrested.case_id = ref("harbour");
  arrested.court = ref("court");
  arrested.sources = {cited("The court remanded him for two months.", "feed"), cited()};
  arrested.sources[0].url = "https://monitor.example.org/2023/10/remand";
  arrested.sources[0].snapshot = std::string(64, 'a');
  auto meeting = event("e2", EventType::Detained, "2023-10~");
  meeting.place = ref("port");
  meeting.original = "2022";
  meeting.corrected = "2023";
  meeting.note = text({{"en", "The report has the year before; the court’s own notice has 2023."}});
  auto made = person("xx-0001", {{"en", "Test Person One"}, {"ru", "Проба Пробаев"}, {"kk", "Сынақ Сынақов"}},
                     {arrested, meeting});
  made.also = {"Proba Probayev"};
  made.sex = Sex::Male;
  made.born = PartialDate::parse("1988");
  made.occupation = "journalist";
  made.activity = text({{"en", "Published a newspaper that no one else would print."}});
  made.life["en"] = {
      "He wrote for the *Harbour Post* and founded a [reading circle](about.html).\n\nHe is married to "
      "nobody "
      "and exists nowhere.",
      false,
      {}};
  made.life["ru"] = {"Писал для газеты *Гавань*.", true, {}};
  Recognition recognition;
  recognition.by = ref("monitor-list");
  recognition.since = PartialDate::parse("2023-11");
  recognition.criterion = "conscience";
  recognition.sources = {cited()};
  made.designations = {recognition};
  return made;
}

std::vector<Person> people() {
  auto served = event("e1", EventType::Sentenced, "2019-10-03");
  served.sentence = prison(60);
  served.charges = {ref("xx-cc:12.1")};
  auto added = event("e2", EventType::SentenceAdded, "2022-09");
  added.sentence = prison(84);
  auto fined = event("e1", EventType::Fined, "2023-10-06");
  fined.fine = Money{60, 200, "EUR"};
  auto arrest = event("e1", EventType::AdminArrest, "2022-11-14");
  arrest.days = 15;
  std::vector<Person> all = {first()};
  all.push_back(person("xx-0002", {{"en", "Test Person Two"}, {"ru", "Проба Вторая"}}, {served, added}));
  all.push_back(person("xx-0003", {{"en", "Test Person Three"}, {"ru", "Проба Третий"}}, {}));
  all.push_back(person("xx-0004", {}, {event("e1", EventType::ArrestedPretrial, "2022-11")}));
  all.push_back(person("xx-0005", {{"en", "Test Person Five"}, {"ru", "Проба Пятая"}}, {fined}));
  all.push_back(person("xx-0006", {{"en", "Test Person Six"}}, {arrest}));
  all.push_back(person(
      "xx-0007", {{"en", "Test Person Seven"}},
      {event("e1", EventType::ArrestedPretrial, "2023-01"), event("e2", EventType::Died, "2023-06-02")}));
  all.push_back(
      person("xx-0008", {{"en", "Test Person Eight"}}, {event("e1", EventType::Wanted, "2022-02/2022-03")}));
  all[7].identity = Certainty::Low;
  all[7].identity_note = text({{"en", "May be the same as a person of another list."}});
  return all;
}

std::vector<Case> cases() {
  Case harbour;
  harbour.id = "harbour";
  harbour.title = text({{"en", "The Harbour case"}, {"ru", "Дело «Гавани»"}});
  harbour.summary = text({{"en", "Three people are tried over a meeting at the harbour."}});
  harbour.number = "7500-23-00-1/12";
  harbour.court = ref("court");
  harbour.defendants = {ref("xx-0001"), ref("xx-0003"), ref("xx-0006")};
  auto charged = event("e1", EventType::Charged, "2023-10-14");
  charged.charges = {ref("xx-cc:12.1"), ref("xx-cc:14.4")};
  auto changed = event("e2", EventType::ChargesReclassified, "2023-12");
  changed.charges = {ref("xx-cc:20")};
  changed.replaces = {ref("xx-cc:12.1")};
  auto sentenced = event("e3", EventType::Sentenced, "2023-12-20");
  sentenced.defendants = {ref("xx-0003")};
  sentenced.sentence = prison(18);
  auto amnesty = event("e4", EventType::AmnestyGranted, "2024-01");
  amnesty.defendants = {ref("xx-0003")};
  amnesty.act = ref("xx-amnesty");
  amnesty.effect = AmnestyEffect::Freed;
  harbour.events = {charged, changed, sentenced, amnesty};
  return {harbour};
}

Designation designation() {
  Designation made;
  made.id = "monitor-list";
  made.name = text({{"en", "List of the Sample Monitor"}});
  made.body = "Sample Monitor";
  made.url = "https://monitor.example.org/list";
  made.criteria["conscience"] = text({{"en", "Held for what they said, without violence."}});
  return made;
}

Page page(std::string id, int order, Names title, std::string english) {
  Page made;
  made.id = std::move(id);
  made.order = order;
  made.title = text(std::move(title));
  made.text["en"] = {std::move(english), false, {}};
  return made;
}

void flatten(const toml::table& table, const std::string& prefix, Words& words) {
  for (const auto& [key, node] : table) {
    const std::string path = prefix.empty() ? std::string(key.str()) : prefix + "." + std::string(key.str());
    if (const auto* inner = node.as_table()) flatten(*inner, path, words);
    if (!prefix.empty() && node.is_string()) words.words[path] = node.value_or(std::string());
  }
}

}  // namespace

std::vector<Words> words_of_the_site() {
  std::map<std::string, Words> by_language;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(TIZIM_SOURCE_DIR "/content/i18n"))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    const auto table = toml::parse_file(file.string());
    auto& words = by_language[table["language"].value_or(std::string())];
    words.language = table["language"].value_or(std::string());
    if (table.contains("name")) words.name = table["name"].value_or(std::string());
    words.draft = words.draft || table["draft"].value_or(false);
    flatten(table, "", words);
  }
  std::vector<Words> all;
  for (auto& [language, words] : by_language) all.push_back(std::move(words));
  return all;
}

Record sample_record() {
  Record record;
  record.site = site();
  record.people = people();
  record.cases = cases();
  record.sources = sources();
  record.laws = laws();
  record.places = places();
  record.designations = {designation()};
  record.pages = {
      page("about", 1, {{"en", "About"}, {"ru", "О списке"}},
           "# Why\n\nBecause people *ask*.\n\n- one\n- two"),
      page("method", 2, {{"en", "Method"}, {"ru", "Метод"}}, "## Rules\n\nSee [the list](list.html).")};
  record.words = words_of_the_site();
  sort_record(record);
  return record;
}

Record sample_record_with_acts() {
  Record record = sample_record();
  Grade petty, grave;
  petty.id = "petty";
  petty.intentional_months = 36;
  grave.id = "grave";
  grave.unlimited = {Fault::Intentional};
  Effect frees, reduces;
  frees.id = frees.grades.emplace_back("petty");
  frees.outcome = Outcome::Freed;
  reduces.id = reduces.grades.emplace_back("grave");
  reduces.outcome = Outcome::Reduced;
  reduces.fraction = "1/2";
  for (auto& law : record.laws) {
    if (law.id == "xx-cc") law.grades = {petty, grave};
    if (law.id != "xx-amnesty") continue;
    law.code = ref("xx-cc");
    law.in_force = PartialDate::parse("2024-01-01");
    law.effects = {frees, reduces};
  }
  const auto part = [&](const char* number, const char* of, int months) {
    ArticlePart made;
    made.part = of;
    made.max_months = months;
    for (auto& law : record.laws)
      for (auto& one : law.articles)
        if (one.number == number) one.parts = {made};
  };
  part("12", "1", 96);
  part("14", "4", 24);
  part("20", "", 12);
  Law old = *find_law(record, "xx-amnesty");
  old.id = "xx-amnesty-old";
  old.title = text({{"en", "Amnesty Act of 2001"}});
  old.in_force = PartialDate::parse("2001-01-01");
  old.list_is_complete = true;
  old.list.emplace_back().article = "99";
  record.laws.push_back(old);
  sort_record(record);
  return record;
}

Record sample_record_before() {
  Record record = sample_record();
  record.cases[0].events.pop_back();
  record.cases[0].events.pop_back();
  record.people.pop_back();
  record.people[0].born = PartialDate::parse("1987");
  record.people[0].also = {};
  return record;
}

std::vector<tracker::version::Version> versions_of(const std::vector<Record>& states) {
  std::vector<tracker::version::Version> versions;
  tracker::version::State before;
  Totals totals_before;
  auto recorded = std::chrono::sys_days(std::chrono::year(2024) / 3 / 1) + std::chrono::hours(12);
  for (const auto& record : states) {
    const auto day = std::chrono::floor<std::chrono::days>(recorded);
    const auto statuses = tracker::rules::statuses_of(record, day);
    auto after = tracker::version::state_of(record);
    tracker::version::add_derived(after, record, statuses);
    const auto totals = tracker::rules::totals_of(record, statuses, day);
    tracker::version::Proposal proposal;
    proposal.recorded = recorded;
    proposal.note = versions.empty() ? "The first version." : "";
    int salts = 0;
    const auto made =
        tracker::version::make_version(versions.empty() ? std::nullopt : std::optional(versions.back()),
                                       before, after, totals_before, totals, proposal, [&salts] {
                                         std::string salt = std::to_string(++salts);
                                         return std::string(32 - salt.size(), '0') + salt;
                                       });
    if (made) versions.push_back(*made);
    before = after;
    totals_before = totals;
    recorded += std::chrono::days(31);
  }
  return versions;
}

std::vector<Receipt> sample_receipts() {
  Receipt fetched;
  fetched.source = "feed";
  fetched.started = std::chrono::sys_days(std::chrono::year(2024) / 3 / 20);
  fetched.outcome = FetchOutcome::Fetched;
  Receipt failed = fetched;
  failed.started = std::chrono::sys_days(std::chrono::year(2024) / 4 / 1);
  failed.outcome = FetchOutcome::Unreachable;
  return {fetched, failed};
}

sitegen::view::View sample_view() {
  return sitegen::view::make_view(sample_record(), versions_of({sample_record_before(), sample_record()}),
                                  sample_receipts());
}

}  // namespace tests
