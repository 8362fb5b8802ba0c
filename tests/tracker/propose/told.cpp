#include "tests/tracker/propose/told.h"

#include "tracker/base/digest.h"

namespace tests {

using namespace tracker;

namespace {

model::Source source(std::string id, std::string group = {}) {
  model::Source made;
  made.id = std::move(id);
  made.independence = std::move(group);
  made.languages = {"en"};
  return made;
}

model::Event event(std::string id, model::EventType type, const char* date) {
  model::Event made;
  made.id = std::move(id);
  made.type = type;
  made.date = base::PartialDate::parse(date);
  made.sources = {{.source = {"report", {}}, .quote = "what the report says"}};
  return made;
}

}  // namespace

model::Record small_record() {
  model::Record record;
  record.site.default_language = "en";
  record.site.id_prefix = "xx";
  record.places = {{.id = "testgrad", .kind = model::PlaceKind::City, .name = {{{"en", "Testgrad"}}}}};
  record.sources = {source("report"), source("daily", "daily"), source("weekly"), source("mirror", "daily")};
  model::Law code;
  code.id = "xx-cc";
  for (const char* number : {"272", "405"}) {
    model::Article article;
    article.number = number;
    article.parts = {{.part = "1"}, {.part = "2"}};
    code.articles.push_back(article);
  }
  model::Law act;
  act.id = "xx-amnesty";
  act.kind = model::LawKind::AmnestyAct;
  act.adopted = base::PartialDate::parse("2022-11-02");
  record.laws = {code, act};
  model::Person first{.id = "xx-0001", .name = {{{"en", "Testa Examplova"}}}, .file = "people/xx-0001.md"};
  model::Person second{.id = "xx-0002", .name = {{{"en", "Aidos Probayuly"}}}, .file = "people/xx-0002.md"};
  second.events = {event("e1", model::EventType::Detained, "2022-11-14")};
  record.people = {first, second};
  model::Case of_case{.id = "c", .title = {{{"en", "A case"}}}, .region = {"testgrad", {}}, .defendants = {{"xx-0001", {}}}};
  of_case.events = {event("c1", model::EventType::Charged, "2022-06")};
  of_case.events.front().charges = {{"xx-cc:272.1", {}}};
  of_case.file = "cases/c.toml";
  record.cases = {of_case};
  model::sort_record(record);
  return record;
}

propose::Told told(const Says& says) {
  propose::Told made;
  made.said.person = says.person;
  made.said.event = says.event;
  if (!says.date.empty()) made.said.date = base::PartialDate::parse(says.date);
  made.said.articles = says.articles;
  if (says.months > 0)
    made.said.sentence = model::Sentence{.kind = model::SentenceKind::Imprisonment, .months = says.months};
  if (says.days > 0) made.said.sentence = model::Sentence{.kind = model::SentenceKind::Arrest, .days = says.days};
  made.said.place = says.place;
  made.said.background = says.background;
  made.delicate = says.delicate;
  made.said.quote = says.quote.empty() ? says.source + " tells of " + says.person + " " + std::string(model::code_of(says.event)) + " " + says.date
                                       : says.quote;
  made.said.confidence = 0.9;
  made.said.rule = "en-test";
  made.source = says.source;
  made.independence = says.source == "mirror" ? "daily" : says.source;
  made.url = "https://" + says.source + ".example/1";
  made.snapshot = base::sha256(says.source).hex();
  made.language = "en";
  made.paragraph = "Before. " + made.said.quote + " After.";
  made.quote = {8, 8 + made.said.quote.size()};
  return made;
}

std::vector<propose::Proposal> proposed(const model::Record& record, const std::vector<Says>& says) {
  std::vector<propose::Told> all;
  for (const auto& one : says) all.push_back(told(one));
  return propose::propose(record, all);
}

}  // namespace tests
