#include "tracker/load/words.h"

#include "tracker/load/bytes.h"
#include "tracker/load/content.h"
#include "tracker/load/toml_archive.h"

namespace tracker::load {
namespace {

struct Head {
  std::string language;
  std::string name;
  bool draft = false;
};

template <class Archive>
void describe(Archive& a, Head& head) {
  a.required("language", head.language);
  a.key("name", head.name);
  a.key("draft", head.draft);
}

bool is_word_key(std::string_view key) {
  return !key.empty() &&
         key.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") ==
             std::string_view::npos;
}

void read_word(const std::string& key, const toml::node& node, model::Words& words, Report& report) {
  const auto* text = node.as_string();
  if (!text)
    return report.error(position_of(node), "wrong-type",
                        in_quotes(key) + ": expected a string, found " + name_of_type(node),
                        "words stand in quotation marks");
  if (const auto bad = first_not_plain(text->get()))
    return report.error(
        position_of(node), "hidden-character",
        in_quotes(key) + " holds " + shown_character(text->get(), *bad) + ", a character that cannot be seen",
        "take it out");
  if (text->get().size() > kLongestText)
    return report.error(position_of(node), "too-long",
                        in_quotes(key) + " has " + std::to_string(text->get().size()) + " bytes; at most " +
                            std::to_string(kLongestText) + " are allowed",
                        "shorten it");
  // Not trimmed: a separator may be a space.
  words.words.emplace(key, text->get());
}

// Recursion is bounded by the depth that parse_toml allows. What stands outside of all tables is the head's.
void read_words_below(const std::string& prefix, const toml::table& table, model::Words& words,
                      Report& report) {
  for (auto&& [key, node] : table) {
    if (prefix.empty() && !node.is_table()) continue;
    if (!is_word_key(key.str())) {
      report.error(position_of(key), "bad-key", in_quotes(key.str()) + " is no key of a word",
                   "Latin letters, digits, _ and -");
    } else if (const auto* inner = node.as_table()) {
      read_words_below(prefix + std::string(key.str()) + '.', *inner, words, report);
    } else {
      read_word(prefix + std::string(key.str()), node, words, report);
    }
  }
}

}  // namespace

model::Words read_words(const toml::table& table, Report& report) {
  model::Words words;
  words.at = position_of(table);
  Head head;
  TomlArchive archive(table, report);
  describe(archive, head);
  archive.finish(TomlArchive::Leftover::MayBeTables);
  words.language = std::move(head.language);
  words.name = std::move(head.name);
  words.draft = head.draft;
  read_words_below("", table, words, report);
  return words;
}

}  // namespace tracker::load
