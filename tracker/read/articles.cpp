#include "tracker/read/articles.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "tracker/base/text.h"
#include "tracker/read/numbers.h"

namespace tracker::read {
namespace {

constexpr std::size_t kMost = 40;             // references in one mention
constexpr std::size_t kLongestAside = 120;    // tokens in brackets between two numbers of a list

bool is_article_number(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
  if (digits == 0 || digits > 3 || text[0] == '0') return false;
  for (std::size_t i = digits; i < text.size();) {
    if ((text[i] != '.' && text[i] != '-') || ++i >= text.size()) return false;
    std::size_t more = 0;
    while (i < text.size() && text[i] >= '0' && text[i] <= '9') ++i, ++more;
    if (more == 0 || more > 2) return false;
  }
  return true;
}

/// "1", "1/2", "1,2": parts.
std::vector<std::string> parts_in(std::string_view text) {
  std::vector<std::string> parts;
  std::string part;
  for (const char c : std::string(text) + ",") {
    if (c >= '0' && c <= '9') {
      part += c;
    } else if (c == ',' || c == '/' || c == '-') {
      if (part.empty() || part.size() > 2) return {};
      parts.push_back(std::move(part));
      part.clear();
    } else {
      return {};
    }
  }
  return parts;
}

struct List {
  std::vector<std::string> values;
  std::size_t begin = 0, end = 0;
};

class Finder {
 public:
  Finder(const Sentence& sentence, const Grammar& grammar) : s_(sentence), grammar_(grammar) {}

  std::vector<ArticleMention> run() {
    for (std::size_t i = 0; i < s_.tokens.size(); ++i)
      if (s_.is(i, Class::ArticleWord)) i = std::max(i, at_word(i));
    return std::move(found_);
  }

 private:
  bool separates(std::size_t i) const { return s_.is_sign(i, ",") || s_.is_sign(i, ";") || s_.is_sign(i, "/") || s_.is(i, Class::And); }
  bool is_dot(std::size_t i) const { return s_.is_sign(i, ".") || s_.is_sign(i, "№"); }
  std::size_t past_dots(std::size_t i) const {
    while (is_dot(i)) ++i;
    return i;
  }
  bool is_ending(std::size_t i) const { return i < s_.tokens.size() && s_.tokens[i].glued && s_.tokens[i].kind == TokenKind::Word; }

  /// Numbers in a row, forward: "1 and 2", "1/2", "бірінші және екінші". An ending glued to a number is passed over.
  List parts_after(std::size_t begin) const {
    List list{{}, begin, begin};
    for (std::size_t i = begin; i < s_.tokens.size() && list.values.size() < kMost;) {
      std::size_t next = i;
      std::vector<std::string> parts;
      if (s_.is_number(i)) {
        parts = parts_in(s_.tokens[i].plain);
        next = i + 1;
        if (is_ending(next) && !s_.is(next, Class::PartWord) && !s_.is(next, Class::ArticleWord)) ++next;
      } else if (const auto number = number_at(s_, i, grammar_); number && number->value < 20 && number->value == std::floor(number->value)) {
        parts = {std::to_string(static_cast<int>(number->value))};
        next = number->end;
      }
      if (parts.empty()) break;
      list.values.insert(list.values.end(), parts.begin(), parts.end());
      list.end = next;
      std::size_t separator = next;
      while (separator < next + 2 && separates(separator)) ++separator;
      if (separator == next) break;
      i = separator;
    }
    return list;
  }

  /// The row of numbers that ends just before `end`.
  List numbers_before(std::size_t end) const {
    for (std::size_t width = std::min<std::size_t>(end, 9); width > 0; --width) {
      const auto list = parts_or_articles(end - width, end);
      if (!list.values.empty()) return list;
    }
    return {};
  }

  /// [begin, end) is nothing but numbers of articles and what separates them.
  List parts_or_articles(std::size_t begin, std::size_t end) const {
    List list{{}, begin, end};
    bool wants_number = true;
    for (std::size_t i = begin; i < end;) {
      if (wants_number) {
        if (s_.is_number(i)) {
          for (const auto part : base::split(s_.tokens[i].plain, ',')) {
            if (!is_article_number(part)) return {};
            list.values.emplace_back(part);
          }
          ++i;
          if (i < end && is_ending(i)) ++i;
        } else if (const auto number = number_at(s_, i, grammar_); number && number->end <= end && number->value >= 1 && number->value < 1000) {
          list.values.push_back(std::to_string(static_cast<int>(number->value)));
          i = number->end;
        } else {
          return {};
        }
        wants_number = false;
      } else {
        if (!separates(i)) return {};
        ++i;
        wants_number = !separates(i);
      }
    }
    return wants_number ? List{} : list;
  }

  bool is_of_other_code(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin > 5 ? begin - 5 : 0; i < std::min(end + 6, s_.tokens.size()); ++i)
      if (s_.is(i, Class::ForeignCode)) return true;
    return false;
  }

  void add(ArticleMention mention) {
    if (is_of_other_code(mention.begin, mention.end)) return;
    found_.push_back(std::move(mention));
  }

  /// "234.4.3" is point 3 of part 4: number and part are what charges are told apart by.
  static std::string number_and_part(const std::string& written) {
    const auto part = written.find('.');
    const auto point = part == std::string::npos ? part : written.find('.', part + 1);
    return written.substr(0, point);
  }

  static void add_articles(ArticleMention& mention, const std::vector<std::string>& numbers, const std::vector<std::string>& parts) {
    for (std::size_t i = 0; i < numbers.size() && mention.articles.size() < kMost; ++i) {
      const bool takes_parts = i + 1 == numbers.size() && numbers[i].find('.') == std::string::npos;
      if (!takes_parts || parts.empty()) mention.articles.push_back(number_and_part(numbers[i]));
      else for (const auto& part : parts) mention.articles.push_back(numbers[i] + '.' + part);
    }
  }

  /// Reads what stands around the word for "article"; the last token that belongs to it.
  std::size_t at_word(std::size_t word) {
    const auto before = numbers_before(word);
    const bool parts_before = !before.values.empty() && before.begin > 0 && s_.is(past_dots_back(before.begin), Class::PartWord);
    if (!before.values.empty() && !parts_before && grammar_.language != "en") return numbers_first(word, before);
    return word_first(word, parts_before ? before : List{});
  }

  /// The token before, with full stops passed over.
  std::size_t past_dots_back(std::size_t i) const {
    while (i > 0 && is_dot(i - 1)) --i;
    return i == 0 ? s_.tokens.size() : i - 1;
  }

  /// "405-бабының 1 және 2 тармағы", "по 405-й статье", "272 және 269-баптары"
  std::size_t numbers_first(std::size_t word, const List& numbers) {
    ArticleMention mention{{}, false, numbers.begin, word + 1};
    std::size_t i = word + 1;
    if (s_.is_sign(i, ",")) ++i;
    auto parts = parts_after(i);
    const bool named = !parts.values.empty() && s_.is(parts.end, Class::PartWord);
    if (named) mention.end = parts.end + 1;
    add_articles(mention, numbers.values, named ? parts.values : std::vector<std::string>{});
    const std::size_t end = mention.end;
    add(std::move(mention));
    return end - 1;
  }

  /// "ч. 2 ст. 405", "Part 1 of Article 342", "Articles 272 and 269", "Article 405, Part 2"
  std::size_t word_first(std::size_t word, List before) {
    ArticleMention mention{{}, false, word, word + 1};
    if (before.values.empty()) before = parts_of(word);
    if (!before.values.empty()) mention.begin = before.begin;
    std::size_t i = past_dots(word + 1);
    if (s_.is(i, Class::ArticleWord)) i = past_dots(i + 1);  // "ст.ст."
    bool first = true;
    while (i < s_.tokens.size() && mention.articles.size() < kMost) {
      if (!s_.is_number(i) || names_something_else(i)) break;
      std::vector<std::string> numbers;
      for (const auto part : base::split(s_.tokens[i].plain, ',')) {
        if (!is_article_number(part)) break;
        numbers.emplace_back(part);
      }
      if (numbers.empty()) break;
      ++i;
      if (is_ending(i) && !s_.is(i, Class::PartWord)) ++i;
      auto parts = first ? std::exchange(before.values, {}) : std::vector<std::string>{};
      if (const auto own = own_parts(i); !own.values.empty()) {
        parts = own.values;
        i = own.end;
      }
      add_articles(mention, numbers, parts);
      mention.end = i;
      first = false;
      i = next_in_list(i);
      if (i == 0) break;
    }
    if (mention.articles.empty()) {
      // "this second provision", "той же статье"
      const std::size_t back = word > 0 && (s_.is(word - 1, Class::Number) || s_.tokens[word - 1].plain == "же") ? 2 : 1;
      if (word < back || !s_.is(word - back, Class::Same)) return word;
      mention.same = true;
      mention.begin = word - back;
    }
    const std::size_t end = mention.end;
    add(std::move(mention));
    return end - 1;
  }

  /// "parts 1 and 2 of article": the parts that stand before the word, with "of" between.
  List parts_of(std::size_t word) const {
    if (word < 3 || !s_.is(word - 1, Class::Of)) return {};
    std::size_t end = word - 1;
    if (s_.is(end, Class::The) && end > 0) --end;
    const auto list = numbers_before(end);
    if (!list.values.empty() && list.begin > 0 && s_.is(past_dots_back(list.begin), Class::PartWord)) return list;
    return {};
  }

  /// A number that counts years, days or money is no article.
  bool names_something_else(std::size_t i) const {
    const auto* next = i + 1 < s_.info.size() ? s_.info[i + 1] : nullptr;
    return next && (next->is(Class::UnitYear) || next->is(Class::UnitMonth) || next->is(Class::UnitDay) || next->is(Class::UnitHour) ||
                    next->is(Class::Month) || next->is(Class::Currency));
  }

  /// Parts behind the number: ", Part 2", "(part 2)", "ч. 1/2", "(2)", "ч. 3 п. 2".
  List own_parts(std::size_t i) const {
    std::size_t at = i;
    const bool bracket = s_.is_sign(at, "(");
    if (bracket || s_.is_sign(at, ",")) ++at;
    if (bracket && s_.is_number(at) && s_.is_sign(at + 1, ")") && s_.tokens[at].plain.size() <= 2)
      return {{s_.tokens[at].plain}, i, at + 2};
    if (!s_.is(at, Class::PartWord)) return {};
    auto parts = parts_after(past_dots(at + 1));
    if (parts.values.empty()) return {};
    // "ст. 272, ч. 1 ст. 274": the part is the next article's.
    if (s_.is(parts.end, Class::ArticleWord) || (s_.is(parts.end, Class::Of) && s_.is(parts.end + 1, Class::ArticleWord))) return {};
    if (bracket && s_.is_sign(parts.end, ")")) ++parts.end;
    return parts;
  }

  /// Where the next number of the list stands; 0 where the list ends. What an article is about may stand in brackets.
  std::size_t next_in_list(std::size_t i) const {
    std::size_t at = i;
    if (s_.is_sign(at, "(")) {
      int open = 0;
      const std::size_t limit = std::min(s_.tokens.size(), at + kLongestAside);
      for (; at < limit; ++at) {
        if (s_.is_sign(at, "(")) ++open;
        if (s_.is_sign(at, ")") && --open == 0) break;
      }
      if (open != 0) return 0;
      ++at;
    }
    while (s_.is(at, Class::CodeWord)) ++at;
    const std::size_t separator = at;
    while (at < separator + 2 && separates(at)) ++at;
    if (at == separator || !s_.is_number(at) || names_something_else(at)) return 0;
    // A year, or the part of the article that follows.
    if (!is_article_number(std::string(s_.tokens[at].plain.substr(0, s_.tokens[at].plain.find(','))))) return 0;
    return at;
  }

  const Sentence& s_;
  const Grammar& grammar_;
  std::vector<ArticleMention> found_;
};

}  // namespace

std::vector<ArticleMention> find_articles(const Sentence& sentence, const Grammar& grammar) { return Finder(sentence, grammar).run(); }

}  // namespace tracker::read
