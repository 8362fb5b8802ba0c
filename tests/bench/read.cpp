// How fast text is read: megabytes a second on one core, with a long list of people.
//
// usage: bench_read [people] [file …]: without files, text made here, news-like and dense. Built by `cmake --build … --target
// bench_read`; no part of the tests, because a time is no property of the code.
#include <ctime>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tracker/load/lexicon.h"
#include "tracker/read/read_text.h"

using namespace tracker;

namespace {

std::string bytes_of(const char* file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A made-up name that differs for every number.
std::string name_of(int number) {
  static const char* const syllables[] = {"ba", "ke", "lo", "mi", "nu", "ra", "se", "to", "zha", "du"};
  std::string given = "A", surname = "T";
  for (int n = number + 10; n > 0; n /= 10) surname += syllables[n % 10], given += syllables[(n * 7) % 10];
  return given + ' ' + surname + "tov";
}

/// About what a news site holds: one paragraph in twenty tells of an arrest. Dense: every one of them does, as in a list of
/// cases.
std::string made_text(int paragraphs, int every) {
  std::string text;
  for (int i = 0; i < paragraphs; ++i) {
    if (i % every == 0) {
      text += "On " + std::to_string(1 + i % 28) + " March 2022 a court in the harbour town sentenced " + name_of(i % 9000) +
              " to three years in prison under Article 174, Part 2, after police had detained him in May.\n\n";
    } else {
      text += "The town lies by the sea, and the people of the town live by it: they build boats, mend nets and sell what the night "
              "has brought. In the spring the harbour is white with gulls, and the Old Bridge is closed for a week or two, so that "
              "the painters from the next valley can do their work before the first guests come.\n\n";
    }
  }
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  base::Findings findings;
  const auto lexicons = read::Lexicons::compile(load::load_lexicons(std::string(TIZIM_SOURCE_DIR) + "/content", "content", findings), findings);
  match::Names names;
  const int people = argc > 1 ? std::atoi(argv[1]) : 10000;
  for (int i = 0; i < people; ++i) names.add("xx-" + std::to_string(i), name_of(i));
  const auto measure = [&](const char* what, const std::vector<read::Text>& texts) {
    std::size_t bytes = 0, statements = 0;
    const auto begin = std::clock();  // time of the processor, so that a busy machine does not count
    double seconds = 0;
    do {
      for (const auto& text : texts) {
        bytes += text.bytes.size();
        statements += read::read_text(text, {lexicons, names, base::PartialDate::parse("2022-04-01")}).size();
      }
      seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    } while (seconds < 3);
    std::printf("{\"text\": \"%s\", \"people\": %d, \"megabytes\": %.1f, \"seconds\": %.2f, \"megabytes_per_second\": %.1f, \"statements\": %zu}\n", what,
                people, static_cast<double>(bytes) / 1e6, seconds, static_cast<double>(bytes) / 1e6 / seconds, statements);
  };
  if (argc > 2) {
    std::vector<read::Text> texts;
    for (int i = 2; i < argc; ++i) texts.push_back({bytes_of(argv[i]), "", {}});
    measure("files", texts);
    return 0;
  }
  measure("news", std::vector<read::Text>(40, {made_text(300, 20), "en", {}}));
  measure("dense", std::vector<read::Text>(40, {made_text(300, 1), "en", {}}));
  return 0;
}
