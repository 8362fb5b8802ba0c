// Time from new pages to proposals, with a long list: made-up pages that tell of made-up people, read with the real lexicon,
// matched against 10,000 people, and made into proposals.
//
//   bench_propose [pages] [people]
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "tracker/base/digest.h"
#include "tracker/load/lexicon.h"
#include "tracker/match/names.h"
#include "tracker/propose/propose.h"
#include "tracker/read/read_text.h"

using namespace tracker;

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

const char* const kGiven[] = {"Testan", "Probat", "Examplan", "Madeup", "Inventan", "Nowheran", "Fictan", "Samplan"};

/// A name that nobody has, and that no other number has.
std::string name_of(int number) {
  std::string surname = "Q";
  for (int rest = number + 26; rest > 0; rest /= 26) surname += static_cast<char>('a' + rest % 26), surname += "ul";
  return std::string(kGiven[number % 8]) + ' ' + surname + "ov";
}

model::Record list_of(int people) {
  model::Record record;
  record.site.default_language = "en";
  record.site.id_prefix = "xx";
  for (int i = 0; i < 20; ++i) {
    model::Source source;
    source.id = "outlet-" + std::to_string(i);
    source.independence = "group-" + std::to_string(i / 2);
    record.sources.push_back(source);
  }
  model::Law code;
  code.id = "xx-cc";
  for (const char* number : {"174", "272", "274", "405"}) {
    model::Article article;
    article.number = number;
    article.parts = {{.part = "1"}, {.part = "2"}};
    code.articles.push_back(article);
  }
  record.laws = {code};
  for (int i = 0; i < people; ++i) {
    model::Person person;
    person.id = "xx-" + std::to_string(10000 + i);
    person.name.by_language["en"] = name_of(i);
    model::Event event;
    event.id = "e1";
    event.type = model::EventType::Charged;
    event.date = base::PartialDate::parse("2022-06");
    event.charges = {{"xx-cc:405.2", {}}};
    event.sources = {{.source = {"outlet-0", {}}}};
    person.events = {event};
    record.people.push_back(std::move(person));
  }
  model::sort_record(record);
  return record;
}

std::string page_of(int number, int people) {
  const auto a = name_of(number * 7 % people), b = name_of(people + number);
  std::string text = "A court in a city handed down a verdict on 10 April 2023 in a case that had drawn attention.\n\n" + a +
                     " was sentenced to three years in prison under Article 405, Part 2 of the Criminal Code on 10 April 2023. " +
                     "The activist had been detained on 12 January 2023.\n\n" + b +
                     " was detained on 9 April 2023 and charged under Article 272, Part 1 of the Criminal Code.\n\n";
  for (int i = 0; i < 25; ++i)
    text += "Observers said that the hearings were open, that the hall was full, and that nobody was let in after noon; officials "
            "promised an answer within weeks, and the ministry did not comment when it was asked about it.\n\n";
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  const int pages = argc > 1 ? std::atoi(argv[1]) : 500;
  const int people = argc > 2 ? std::atoi(argv[2]) : 10'000;
  base::Findings findings;
  const auto sources = load::load_lexicons(std::filesystem::path(TIZIM_SOURCE_DIR) / "content", "content", findings);
  const auto lexicons = read::Lexicons::compile(sources, findings);
  if (!lexicons.find("en") || pages < 1 || people < 1) {
    std::fprintf(stderr, "usage: bench_propose [pages] [people]; content/lexicon/en.toml is needed\n");
    return 2;
  }
  const auto record = list_of(people);

  auto start = Clock::now();
  const match::Names names(record.people);
  const double indexed = seconds_since(start);

  start = Clock::now();
  std::vector<propose::Told> told;
  std::size_t bytes = 0;
  for (int i = 0; i < pages; ++i) {
    read::Text text{.bytes = page_of(i, people), .language = "en", .pieces = {}};
    bytes += text.bytes.size();
    const auto published = base::PartialDate::parse("2023-04-11");
    for (auto& statement : read::read_text(text, {lexicons, names, published})) {
      propose::Told one;
      one.source = "outlet-" + std::to_string(i % 20);
      one.independence = "group-" + std::to_string(i % 20 / 2);
      one.snapshot = base::sha256(text.bytes).hex();
      one.language = "en";
      one.published = published;
      one.said = std::move(statement);
      told.push_back(std::move(one));
    }
  }
  const double read = seconds_since(start);

  start = Clock::now();
  const auto proposals = propose::propose(record, told);
  const double proposed = seconds_since(start);
  std::printf("%d pages (%.1f MB), %d people: names indexed in %.2f s, read in %.2f s (%.1f MB/s), %zu statements, "
              "%zu proposals in %.2f s; %.2f s in all\n",
              pages, static_cast<double>(bytes) / 1e6, people, indexed, read, static_cast<double>(bytes) / 1e6 / read, told.size(),
              proposals.size(), proposed, indexed + read + proposed);
  return 0;
}
