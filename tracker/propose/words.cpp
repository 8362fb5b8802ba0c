#include "tracker/propose/words.h"

#include <algorithm>
#include <vector>

#include "tracker/base/text.h"

namespace tracker::propose {
namespace {

std::string length_words(const model::Event& event) {
  if (event.days) return std::to_string(*event.days) + " days";
  if (!event.sentence) return "";
  if (event.sentence->months) return std::to_string(*event.sentence->months) + " months";
  if (event.sentence->days) return std::to_string(*event.sentence->days) + " days";
  return "";
}

}  // namespace

std::string term_words(const model::Event& event) {
  std::string words = length_words(event);
  if (event.sentence && event.sentence->kind) {
    std::string kind(model::code_of(*event.sentence->kind));
    std::replace(kind.begin(), kind.end(), '_', ' ');
    words += (words.empty() ? "" : " of ") + kind;
  }
  return words;
}

std::string detail_words(const model::Event& event) {
  std::vector<std::string> parts;
  std::vector<std::string> articles;
  for (const auto& charge : event.charges) articles.push_back(charge.id.substr(charge.id.find(':') + 1));
  if (!articles.empty()) parts.push_back((articles.size() == 1 ? "article " : "articles ") + base::join(articles, ", "));
  if (const auto term = term_words(event); !term.empty()) parts.push_back(term);
  if (!event.court.empty()) parts.push_back(event.court.id);
  if (!event.place.empty()) parts.push_back(event.place.id);
  return base::join(parts, ", ");
}

}  // namespace tracker::propose
