#include "tracker/read/nominative.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <optional>
#include <vector>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace tracker::read {
namespace {

using View = std::string_view;

constexpr std::array<View, 5> kSurnames = {"ов", "ев", "ёв", "ин", "ын"};  // a man's; a woman's has an "а" more
constexpr std::array<View, 12> kKazakhGenitives = {"ның", "нің", "дың", "дің", "тың", "тің", "дан", "ден", "тан", "тен", "нан", "нен"};
constexpr std::array<View, 6> kKazakhAccusatives = {"ты", "ті", "ды", "ді", "ны", "ні"};
constexpr std::array<View, 7> kKazakhOthers = {"ға", "ге", "қа", "ке", "мен", "бен", "пен"};
constexpr std::array<View, 13> kKazakhNameEndings = {"ов", "ев", "ёв", "ин", "ын", "ова", "ева", "ина", "ына", "ұлы", "қызы", "бек", "бай"};

template <class Endings>
bool ends_with_any(View word, const Endings& endings) {
  return std::any_of(std::begin(endings), std::end(endings), [&](View ending) { return word.size() > ending.size() && word.ends_with(ending); });
}

std::string small(View word) {
  std::string lower;
  int32_t at = 0;
  const auto length = static_cast<int32_t>(word.size());
  while (at < length) {
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(word.data()), at, length, c);
    if (c < 0) return {};
    char bytes[4];
    int32_t written = 0;
    U8_APPEND_UNSAFE(bytes, written, u_tolower(c));
    lower.append(bytes, static_cast<std::size_t>(written));
  }
  return lower;
}

bool is_consonant_at_end(View word) {
  static constexpr View kConsonants[] = {"б", "в", "г", "д", "ж", "з", "к", "л", "м", "н", "п", "р", "с", "т", "ф", "х", "ц", "ч", "ш", "щ"};
  return ends_with_any(word, kConsonants);
}

/// The word with `ending` put for `oblique`; nothing where it does not end so.
std::optional<std::string> with_ending(View word, View oblique, View ending) {
  if (word.size() <= oblique.size() || !word.ends_with(oblique)) return std::nullopt;
  return std::string(word.substr(0, word.size() - oblique.size())) + std::string(ending);
}

class Russian {
 public:
  Russian(std::vector<std::string> words, const Grammar& grammar) : words_(std::move(words)), grammar_(grammar) {}

  /// Empty where the endings do not say.
  std::string run() const {
    const bool man = any(&Russian::tells_a_man), woman = any(&Russian::tells_a_woman);
    if (man == woman) return {};
    std::string name;
    for (const auto& word : words_) {
      const auto changed = man ? of_a_man(word) : of_a_woman(word);
      if (!changed) return {};
      name += (name.empty() ? "" : " ") + *changed;
    }
    return name;
  }

 private:
  bool any(bool (Russian::*tells)(const std::string&) const) const {
    return std::any_of(words_.begin(), words_.end(), [&](const std::string& word) { return (this->*tells)(word); });
  }

  bool is_given(View word) const {
    const auto* info = grammar_.look_up(small(word));
    return info && info->is(Class::Given);
  }

  std::optional<std::string> given(View word, std::initializer_list<std::pair<View, View>> endings) const {
    for (const auto& [oblique, ending] : endings)
      if (auto changed = with_ending(word, oblique, ending); changed && is_given(*changed)) return changed;
    return std::nullopt;
  }
  std::optional<std::string> given_of_a_man(View word) const {
    return given(word, {{"а", ""}, {"у", ""}, {"ом", ""}, {"е", ""}, {"я", "й"}, {"ю", "й"}, {"ем", "й"}, {"е", "й"}, {"я", "ь"}, {"ю", "ь"}, {"ем", "ь"}, {"е", "ь"}});
  }
  std::optional<std::string> given_of_a_woman(View word) const {
    return given(word, {{"у", "а"}, {"ы", "а"}, {"и", "а"}, {"е", "а"}, {"ой", "а"}, {"ю", "я"}, {"и", "я"}, {"е", "я"}, {"ей", "я"}});
  }

  bool tells_a_man(const std::string& word) const {
    if (ends_with_any(word, std::array<View, 11>{"овым", "евым", "ёвым", "ского", "скому", "ским", "ским", "вича", "вичу", "вичем", "виче"})) return true;
    return !is_given(word) && given_of_a_man(word) && !given_of_a_woman(word);
  }
  bool tells_a_woman(const std::string& word) const {
    if (ends_with_any(word, std::array<View, 8>{"овой", "евой", "ёвой", "скую", "вны", "вне", "вну", "вной"})) return true;
    return !is_given(word) && given_of_a_woman(word) && !given_of_a_man(word);
  }

  std::optional<std::string> of_a_man(View word) const {
    for (const View base : kSurnames)
      for (const View ending : {"а", "у", "ым", "е", "ом"}) {
        const std::string oblique = std::string(base) + std::string(ending);
        if (!is_given(word))
          if (auto changed = with_ending(word, oblique, base); changed && !given_of_a_man(word)) return changed;
      }
    for (const View oblique : {"ского", "скому", "ским", "ском"})
      if (auto changed = with_ending(word, oblique, "ский")) return changed;
    for (const View oblique : {"вича", "вичу", "вичем", "виче"})
      if (auto changed = with_ending(word, oblique, "вич")) return changed;
    if (is_given(word) || stays(word)) return std::string(word);
    if (auto changed = given_of_a_man(word)) return changed;
    for (const View oblique : {"а", "у", "ом"})
      if (auto changed = with_ending(word, oblique, ""); changed && is_consonant_at_end(*changed)) return changed;
    if (ends_with_any(word, kSurnames)) return std::string(word);
    return std::nullopt;
  }

  std::optional<std::string> of_a_woman(View word) const {
    for (const View base : kSurnames)
      for (const View ending : {"ой", "у"})
        if (auto changed = with_ending(word, std::string(base) + std::string(ending), std::string(base) + "а"); changed && !given_of_a_woman(word)) return changed;
    for (const View oblique : {"ской", "скую"})
      if (auto changed = with_ending(word, oblique, "ская")) return changed;
    for (const View oblique : {"вны", "вне", "вну", "вной"})
      if (auto changed = with_ending(word, oblique, "вна")) return changed;
    if (is_given(word) || stays(word) || is_consonant_at_end(word)) return std::string(word);
    if (auto changed = given_of_a_woman(word)) return changed;
    const std::pair<View, View> usual[] = {{"ье", "ья"}, {"ии", "ия"}, {"у", "а"}, {"ю", "я"}, {"ы", "а"}, {"ой", "а"}};
    for (const auto& [oblique, ending] : usual)
      if (auto changed = with_ending(word, oblique, ending)) return changed;
    return std::nullopt;
  }

  /// Initials, and surnames that have one form.
  static bool stays(View word) { return word.ends_with('.') || ends_with_any(word, std::array<View, 6>{"ко", "ых", "их", "дзе", "швили", "улы"}); }

  std::vector<std::string> words_;
  const Grammar& grammar_;
};

/// Only the last word carries the ending; only what ends as names do is certain.
std::string kazakh(View name) {
  const auto strip = [&](const auto& endings, bool any_stem) -> std::string {
    for (const View ending : endings) {
      if (name.size() <= ending.size() + 6 || !name.ends_with(ending)) continue;
      const auto stem = name.substr(0, name.size() - ending.size());
      if (any_stem || ends_with_any(stem, kKazakhNameEndings)) return std::string(stem);
    }
    return {};
  };
  for (auto stem : {strip(kKazakhGenitives, false), strip(kKazakhAccusatives, false), strip(kKazakhOthers, false)})
    if (!stem.empty()) return stem;
  return std::string(name);
}

std::vector<std::string> words_of(View name) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < name.size();) {
    const auto end = std::min(name.find(' ', at), name.size());
    if (end > at) words.emplace_back(name.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

}  // namespace

bool is_kazakh_accusative(std::string_view word) {
  return std::any_of(kKazakhAccusatives.begin(), kKazakhAccusatives.end(), [&](View ending) {
    return word.size() > ending.size() && word.ends_with(ending) && ends_with_any(word.substr(0, word.size() - ending.size()), kKazakhNameEndings);
  });
}

std::string nominative_of(std::string_view name, const Grammar& grammar) {
  if (grammar.language == "kk") return kazakh(name);
  if (grammar.language != "ru") return std::string(name);
  auto words = words_of(name);
  if (words.size() < 2) return std::string(name);
  auto changed = Russian(std::move(words), grammar).run();
  return changed.empty() ? std::string(name) : changed;
}

}  // namespace tracker::read
