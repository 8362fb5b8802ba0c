#include "tracker/read/mentions.h"

#include <algorithm>
#include <cmath>

#include "tracker/read/numbers.h"

namespace tracker::read {
namespace {

class Maker {
 public:
  Maker(Sentence sentence, std::size_t ordinal, People& people, const Grammar& grammar)
      : people_(people), grammar_(grammar), ordinal_(ordinal) {
    shape_.sentence = std::move(sentence);
    taken_.resize(shape_.sentence.tokens.size());
    ends_a_name_.resize(shape_.sentence.tokens.size());
  }

  Shape run(Depth depth) {
    named();
    if (depth == Depth::All) attributes();
    unnamed();
    std::sort(shape_.mentions.begin(), shape_.mentions.end(), [](const Mention& a, const Mention& b) { return a.begin < b.begin; });
    join_names();
    return std::move(shape_);
  }

 private:
  const Sentence& s() const { return shape_.sentence; }

  bool take(Mention mention) {
    for (std::size_t i = mention.begin; i < mention.end; ++i)
      if (taken_[i]) return false;
    for (std::size_t i = mention.begin; i < mention.end; ++i) taken_[i] = true;
    shape_.mentions.push_back(std::move(mention));
    return true;
  }

  void named() {
    for (const auto& found : people_.mentions(s(), ordinal_)) {
      Mention mention{MentionKind::Person, found.begin, found.end, {found.person}};
      if (found.standing == Standing::Official) mention.kind = MentionKind::Official;
      mention.beside = found.standing == Standing::Beside;
      // The role that stands before the name is part of the mention: "activist Murat Sapiev".
      while (mention.begin > 0 && !taken_[mention.begin - 1] &&
             (s().is(mention.begin - 1, Class::RoleSubject) || s().is(mention.begin - 1, Class::RoleGroup) ||
              s().is(mention.begin - 1, Class::Honorific) || s().is(mention.begin - 1, Class::RoleBeside) ||
              s().is(mention.begin - 1, Class::RoleOfficial)))
        --mention.begin;
      mention.kin = mention.beside;
      for (std::size_t i = mention.begin; i < found.begin; ++i) mention.kin = mention.kin && !s().is(i, Class::Profession);
      const std::size_t last = mention.end - 1;
      if (take(std::move(mention))) ends_a_name_[last] = true;
    }
  }

  void attributes() {
    shape_.articles = find_articles(s(), grammar_);
    for (std::size_t i = 0; i < shape_.articles.size(); ++i)
      take({MentionKind::Article, shape_.articles[i].begin, shape_.articles[i].end, {}, i});
    shape_.dates = find_dates(s(), grammar_);
    for (std::size_t i = 0; i < shape_.dates.size(); ++i)
      take({MentionKind::Date, shape_.dates[i].begin, shape_.dates[i].end, {}, i});
    shape_.terms = find_terms(s(), grammar_);
    for (std::size_t i = 0; i < shape_.terms.size(); ++i)
      take({MentionKind::Term, shape_.terms[i].begin, shape_.terms[i].end, {}, i});
  }

  bool is_preposition_or_end(std::size_t i) const {
    return i >= s().tokens.size() || s().tokens[i].kind != TokenKind::Word || s().is(i, Class::To) || s().is(i, Class::And) ||
           s().is(i, Class::Of) || (i < taken_.size() && taken_[i]);
  }

  Mention pronoun_at(std::size_t i, MentionKind kind) const {
    Mention mention{kind, i, i + 1};
    mention.many = s().is(i, Class::They) && !s().is(i, Class::He) && !s().is(i, Class::She);
    mention.sex = s().is(i, Class::She) ? 'f' : s().is(i, Class::He) ? 'm' : '\0';
    if (s().is(i, Class::She) && s().is(i, Class::He)) mention.sex = 0;
    return mention;
  }

  void unnamed() {
    for (std::size_t i = 0; i < s().tokens.size(); ++i) {
      if (taken_[i] || !s().info[i]) continue;
      const auto& info = *s().info[i];
      const bool own = info.is(Class::Own), pronoun = info.is(Class::He) || info.is(Class::She) || info.is(Class::They);
      if (info.is(Class::Others)) {
        Mention others{MentionKind::Pronoun, i, i + 1};
        others.many = others.others = true;
        take(std::move(others));
      } else if (own && !(pronoun && grammar_.language == "ru") && !(pronoun && is_preposition_or_end(i + 1))) {
        take(pronoun_at(i, MentionKind::Own));
      } else if (pronoun) {
        take(pronoun_at(i, MentionKind::Pronoun));
      } else if (info.is(Class::RoleSubject)) {
        role(i);
      } else if (info.is(Class::RoleGroup)) {
        group(i);
      } else if (info.is(Class::RoleOfficial) || info.is(Class::RoleBeside)) {
        Mention other{MentionKind::Other, i, i + 1};
        other.beside = info.is(Class::RoleBeside);
        take(std::move(other));
      }
    }
  }

  /// How the noun is introduced, looking back over its adjectives.
  bool introduced_by(std::size_t noun, Class which) const {
    for (std::size_t back = 1; back <= 3 && back <= noun; ++back) {
      if (s().tokens[noun - back].kind != TokenKind::Word || taken_[noun - back]) return false;
      if (s().is(noun - back, which)) return true;
      if (s().is(noun - back, Class::To) || s().is(noun - back, Class::And)) return false;
    }
    return false;
  }

  /// "Anna Petrenko, a journalist, …": a word more on who has been named.
  bool is_apposition(std::size_t i) const {
    for (std::size_t back = 1; back <= 5 && back < i; ++back)
      if (s().is_sign(i - back, ",") || s().is_sign(i - back, "(")) {
        // "Anna Petrenko, 34, a journalist"
        const bool age = i - back >= 3 && s().is_number(i - back - 1) && s().is_sign(i - back - 2, ",");
        return ends_a_name_[i - back - (age ? 3 : 1)];
      }
      else if (taken_[i - back]) return false;
    return false;
  }

  void role(std::size_t i) {
    if (is_apposition(i)) return;
    const bool definite = grammar_.language != "en" || introduced_by(i, Class::The);
    take({definite ? MentionKind::Role : MentionKind::Someone, i, i + 1});
  }

  void group(std::size_t i) {
    int count = 0;
    for (std::size_t back = 1; back <= 3 && back <= i; ++back) {
      if (taken_[i - back] || s().tokens[i - back].kind == TokenKind::Sign) break;
      const auto number = number_at(s(), i - back, grammar_);
      if (number && number->value < 100 && number->value == std::floor(number->value)) {
        count = static_cast<int>(number->value);
        break;
      }
    }
    Mention mention{MentionKind::Group, i, i + 1};
    mention.count = count;
    mention.definite = grammar_.language != "en" || introduced_by(i, Class::The);
    take(std::move(mention));
  }

  /// "A and another resident, B", "A and his friend B"
  bool is_and_another(std::size_t from, std::size_t to) const {
    if (to <= from + 1 || to - from > 6 || !s().is(from, Class::And)) return false;
    for (std::size_t i = from + 1; i < to; ++i) {
      const auto& token = s().tokens[i];
      const bool fits = s().is_sign(i, ",") || token.capital || s().is(i, Class::RoleSubject) || s().is(i, Class::RoleGroup) ||
                        token.plain == "another" || token.plain == "fellow" || s().is(i, Class::Own);
      if (!fits) return false;
    }
    return true;
  }

  /// "A's and B's requests"
  bool is_shared_owner(std::size_t i) const { return s().tokens[i].plain == "'s" && s().is(i + 1, Class::And); }

  /// "A, B and C" with nothing but commas and "and" between is one mention.
  void join_names() {
    std::vector<Mention> joined;
    for (auto& mention : shape_.mentions) {
      const bool person = mention.kind == MentionKind::Person;
      // The role noun between the two says more of the second.
      const std::size_t count = joined.size();
      if (person && count > 1 && joined[count - 2].kind == MentionKind::Person &&
          (joined[count - 1].kind == MentionKind::Someone || joined[count - 1].kind == MentionKind::Role) &&
          is_and_another(joined[count - 2].end, mention.begin))
        joined.pop_back();
      if (person && !joined.empty() && joined.back().kind == MentionKind::Person && joined.back().beside == mention.beside) {
        bool only_links = mention.begin > joined.back().end;
        const bool another = is_and_another(joined.back().end, mention.begin);
        for (std::size_t i = joined.back().end; i < mention.begin; ++i) only_links = only_links && (s().is_sign(i, ",") || s().is(i, Class::And) || is_shared_owner(i));
        if (only_links || another) {
          joined.back().people.insert(joined.back().people.end(), mention.people.begin(), mention.people.end());
          joined.back().end = mention.end;
          continue;
        }
      }
      joined.push_back(std::move(mention));
    }
    shape_.mentions = std::move(joined);
  }

  People& people_;
  const Grammar& grammar_;
  std::size_t ordinal_;
  Shape shape_;
  std::vector<bool> taken_;
  std::vector<bool> ends_a_name_;
};

}  // namespace

Shape read_mentions(Sentence sentence, std::size_t ordinal, People& people, const Grammar& grammar, Depth depth) {
  return Maker(std::move(sentence), ordinal, people, grammar).run(depth);
}

std::vector<Tag> tags_of(const std::vector<Mention>& mentions) {
  std::vector<Tag> tags;
  for (const auto& mention : mentions) tags.push_back({static_cast<char>(mention.kind), mention.begin, mention.end});
  return tags;
}

}  // namespace tracker::read
