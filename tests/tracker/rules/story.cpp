#include "tests/tracker/rules/story.h"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "tests/support/catch.h"
#include "tracker/base/text.h"
#include "tracker/rules/status.h"

namespace tests {
namespace {

using namespace tracker;

std::vector<model::Ref> articles(std::string_view list) {
  std::vector<model::Ref> refs;
  for (const auto number : base::split(list, ',')) refs.push_back({"law:" + std::string(number), {}});
  return refs;
}

template <class E>
E code(std::string_view text) {
  const auto value = model::from_code<E>(text);
  if (!value) throw std::runtime_error("no such code: " + std::string(text));
  return *value;
}

void set(model::Event& event, std::string_view key, std::string_view value) {
  const auto number = [&] { return std::stoi(std::string(value)); };
  const auto sentence = [&]() -> model::Sentence& {
    if (!event.sentence) event.sentence.emplace();
    return *event.sentence;
  };
  if (key == "case")
    event.case_id.id = value;
  else if (key == "charges")
    event.charges = articles(value);
  else if (key == "replaces")
    event.replaces = articles(value);
  else if (key == "order")
    event.order = number();
  else if (key == "until")
    event.until = date(value);
  else if (key == "days")
    event.days = number();
  else if (key == "kind")
    sentence().kind = code<model::SentenceKind>(value);
  else if (key == "months")
    sentence().months = number();
  else if (key == "ban")
    sentence().ban_months = number();
  else if (key == "labour")
    sentence().labour_hours = number();
  else if (key == "fine")
    sentence().fine = model::Money{.amount = number(), .currency = "KZT"};
  else if (key == "act")
    event.act.id = value;
  else if (key == "effect")
    event.effect = code<model::AmnestyEffect>(value);
  else if (key == "of")
    for (const auto id : base::split(value, ',')) event.defendants.push_back({std::string(id), {}});
  else if (key == "source")
    event.sources = {{.source = {std::string(value), {}}}};
  else
    throw std::runtime_error("no such key in a story: " + std::string(key));
}

model::Case& case_of(model::Record& record, const std::string& id, const std::string& person) {
  auto found = std::find_if(record.cases.begin(), record.cases.end(),
                            [&](const model::Case& known) { return known.id == id; });
  if (found == record.cases.end()) {
    const auto kind = id.front() == 'a' ? model::CaseKind::Administrative : model::CaseKind::Criminal;
    found =
        record.cases.insert(record.cases.end(), {.id = id, .kind = kind, .file = "cases/" + id + ".toml"});
  }
  auto& defendants = found->defendants;
  if (std::none_of(defendants.begin(), defendants.end(),
                   [&](const model::Ref& ref) { return ref.id == person; }))
    defendants.push_back({person, {.line = 3, .column = 14}});
  return *found;
}

void add_event(model::Record& record, model::Person& person, std::string_view text, int number) {
  model::Event event;
  event.id = "e" + std::to_string(number);
  event.at = {.line = 10 * number, .column = 1};
  event.sources = {{.source = {"s1", {}}}};
  std::string file_of_case;
  std::size_t place = 0;
  for (const auto word : base::split(text, ' ')) {
    if (word.empty()) continue;
    const auto equals = word.find('=');
    if (place == 0 && word != "?") event.date = date(word);
    if (place == 1) event.type = code<model::EventType>(word);
    if (place++ < 2) continue;
    if (word.substr(0, equals) == "in")
      file_of_case = word.substr(equals + 1);
    else
      set(event, word.substr(0, equals), word.substr(equals + 1));
  }
  if (!event.case_id.empty()) case_of(record, event.case_id.id, person.id);
  if (file_of_case.empty())
    person.events.push_back(std::move(event));
  else
    case_of(record, file_of_case, person.id).events.push_back(std::move(event));
}

model::Record empty_record() {
  model::Record record;
  record.site = {.languages = {"en"}, .default_language = "en", .file = "site.toml"};
  record.words = {{.language = "en", .name = "English", .file = "i18n/en.toml"}};
  record.sources = {
      {.id = "s1", .url = "https://one.example/", .file = "sources/s1.toml"},
      {.id = "s2", .url = "https://two.example/", .published = date("2023-02-10"), .file = "sources/s2.toml"},
      {.id = "s3", .url = "https://three.example/", .published = date("2023-03"), .file = "sources/s3.toml"},
  };
  model::Law law{.id = "law", .citation = "the law", .file = "laws/law.toml"};
  const auto part = [](const char* name) { return model::ArticlePart{.part = name, .citation = "the law"}; };
  for (const char* number :
       {"106", "174", "179", "269", "272", "274", "378", "380", "400", "405", "428", "488"})
    law.articles.push_back({.number = number, .parts = {part("1"), part("2"), part("4")}});
  model::Law act{.id = "act",
                 .kind = model::LawKind::AmnestyAct,
                 .citation = "the act",
                 .code = {"law", {}},
                 .effects = {{.id = "any", .citation = "the act"}},
                 .file = "laws/act.toml"};
  record.laws = {std::move(act), std::move(law)};
  return record;
}

}  // namespace

base::PartialDate date(std::string_view edtf) {
  const auto value = base::PartialDate::parse(edtf);
  if (!value) throw std::runtime_error("no date: " + std::string(edtf));
  return *value;
}

base::Day day(std::string_view iso) {
  return date(iso).earliest();
}

model::Record tell(std::string_view story) {
  auto record = empty_record();
  add_person(record, "kz-1", story);
  return record;
}

void add_person(model::Record& record, std::string_view id, std::string_view story) {
  model::Person person{.id = std::string(id), .name = {{{"en", "Test Person One"}}}};
  person.file = "people/" + person.id + ".md";
  person.at = {.line = 2, .column = 1};
  int number = 0;
  for (const auto part : base::split(story, ';'))
    if (!base::trim(part).empty()) add_event(record, person, base::trim(part), ++number);
  record.people.push_back(std::move(person));
  model::sort_record(record);
}

std::string summary(const model::Status& status) {
  std::string text;
  text += model::code_of(status.display);
  text += ' ';
  text += model::code_of(status.liberty);
  text += ' ';
  text += model::code_of(status.stage);
  if (status.since) text += " since " + status.since->edtf();
  if (status.since_is_computed) text += " (computed)";
  if (!status.decisive_event.empty()) text += " by " + status.decisive_event;
  if (status.life != model::Life::Alive) text += ", " + std::string(model::code_of(status.life));
  for (const auto& amnesty : status.amnesties) {
    text += ", amnesty " + std::string(model::code_of(amnesty.decision));
    if (amnesty.effect) text += ' ' + std::string(model::code_of(*amnesty.effect));
  }
  for (const auto& restriction : status.restrictions) {
    text += ", " + restriction.kind;
    if (restriction.months) text += ' ' + std::to_string(*restriction.months);
  }
  return text;
}

model::Status status(std::string_view story, std::string_view as_of) {
  const auto record = tell(story);
  return rules::status_of(record, record.people.front(), day(as_of));
}

void check_rows(const Rows& rows) {
  for (const auto& row : rows) {
    INFO(row.name << ": " << row.story);
    CHECK(summary(status(row.story, row.as_of)) == row.expected);
  }
}

std::vector<std::string> found(const model::Record& record, std::string_view today) {
  std::vector<std::string> lines;
  for (const auto& finding : rules::check(record, day(today))) lines.push_back(base::to_string(finding));
  return lines;
}

std::vector<std::string> found(std::string_view story) {
  return found(tell(story));
}

}  // namespace tests
