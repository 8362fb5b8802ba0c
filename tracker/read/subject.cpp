#include "tracker/read/subject.h"

#include <algorithm>

#include "tracker/read/nominative.h"

namespace tracker::read {
namespace {

constexpr std::size_t kReach = 30;        // tokens from the event to whom it happened to
constexpr std::size_t kObjectReach = 12;  // the same for an object behind its verb

class Finder {
 public:
  Finder(const FoundEvent& event, const Shape& shape, const Story& story, const People& people)
      : event_(event), shape_(shape), story_(story), people_(people) {}

  Subject run() {
    const auto where = event_.rule->subject;
    bool blocked = false;
    Subject found = of_participle();
    if (nobody(found) && where == SubjectAt::Inside) found = inside();
    if (nobody(found) && where == SubjectAt::Either && is_right_behind_its_object()) found = before(blocked);
    if (nobody(found) && !blocked && (where == SubjectAt::After || where == SubjectAt::Either)) found = after(blocked);
    if (nobody(found) && !blocked && (where == SubjectAt::Before || where == SubjectAt::Either || where == SubjectAt::Around)) found = before(blocked);
    if (nobody(found) && !blocked && where == SubjectAt::Around) found = after(blocked);
    if (nobody(found) && !blocked && where == SubjectAt::After) found = before(blocked);
    if (nobody(found) && !blocked) found = inside();
    if (nobody(found) && !blocked) found = elsewhere();
    if (found.people.size() == 1 && !found.direct && has_each()) found = gathered(std::move(found));
    else if (found.direct && has_each()) found = gathered(std::move(found));
    std::erase_if(found.people, [&](std::size_t person) { return people_.all()[person].standing == Standing::Official; });
    return found;
  }

 private:
  static bool nobody(const Subject& subject) { return subject.people.empty() && !subject.later; }
  const Sentence& s() const { return shape_.sentence; }

  /// What a mention that is no name means here. Nobody where it means nobody we know.
  Subject meant_by(const Mention& mention) const {
    Subject subject;
    if (mention.kind == MentionKind::Person) {
      subject.people = mention.people;
      subject.direct = true;
    } else if (mention.kind == MentionKind::Pronoun || mention.kind == MentionKind::Own) {
      if (mention.others) return {.people = story_.others()};
      subject.people = named_before(mention);
      if (subject.people.empty() && mention.many) subject.people = story_.several(0);
      if (subject.people.empty() && !mention.many) subject.people = story_.one(mention.sex);
      if (subject.people.empty()) subject.people = named_behind(mention);
    } else if (mention.kind == MentionKind::Role) {
      subject.people = named_in_apposition(mention);
      if (subject.people.empty()) subject.people = named_before(mention);
      if (subject.people.empty()) subject.people = story_.one(0);
      if (subject.people.empty())
        if (const auto main = people_.main(); main && people_.all()[*main].mentions > 1) subject.people = {*main};
      subject.later = subject.people.empty() && !story_.has_named_anybody();
    } else if (mention.kind == MentionKind::Someone) {
      subject.later = !story_.has_named_anybody();
    } else if (mention.kind == MentionKind::Group) {
      subject.people = group_in_sentence(mention);
      if (subject.people.empty() && (mention.definite || people_.is_without_articles())) subject.people = story_.several(mention.count);
      subject.later = subject.people.empty() && (mention.count > 0 || mention.definite);
      subject.several = true;
      subject.count = mention.count;
    }
    return subject;
  }

  /// The person whom this sentence names before the pronoun, where only one can be meant.
  std::vector<std::size_t> named_before(const Mention& mention) const {
    for (auto it = shape_.mentions.rbegin(); it != shape_.mentions.rend(); ++it) {
      if (it->kind != MentionKind::Person || it->end > mention.begin || it->beside) continue;
      if (mention.many != (it->people.size() > 1)) continue;
      const char sex = people_.all()[it->people[0]].sex;
      if (mention.sex == 0 || sex == 0 || sex == mention.sex) return it->people;
    }
    return {};
  }

  /// "Since her arrest in May, Anna Petrenko has seen nobody": a clause in front of its sentence.
  std::vector<std::size_t> named_behind(const Mention& pronoun) const {
    const auto& first = s().tokens.front();
    const bool is_clause = s().is(0, Class::To) || first.plain == "since" || first.plain == "while" || first.plain == "when" || first.plain == "following";
    if (!is_clause) return {};
    for (const auto& mention : shape_.mentions)
      if (mention.kind == MentionKind::Person && mention.begin > pronoun.end)
        return s().is_sign(mention.begin - 1, ",") && !mention.beside ? mention.people : std::vector<std::size_t>{};
    return {};
  }

  /// "the leader of the party, Anna Petrenko"
  std::vector<std::size_t> named_in_apposition(const Mention& role) const {
    for (const auto& mention : shape_.mentions) {
      if (mention.begin < role.end) continue;
      if (mention.begin - role.end > 8) break;
      if (mention.kind == MentionKind::Person) return s().is_sign(mention.begin - 1, ",") ? mention.people : std::vector<std::size_t>{};
    }
    return {};
  }

  /// "Five defendants: A, B, C, D and E", "three activists, including A"
  std::vector<std::size_t> group_in_sentence(const Mention& group) const {
    for (const auto& mention : shape_.mentions)
      if (mention.kind == MentionKind::Person && mention.begin >= group.end &&
          (mention.people.size() == static_cast<std::size_t>(group.count) || (mention.people.size() > 1 && group.count == 0)))
        return mention.people;
    return {};
  }

  bool is_owned_by(const Mention& mention) const { return mention.end < s().tokens.size() && s().tokens[mention.end].plain == "'s"; }

  Subject before(bool& blocked) const {
    for (auto it = shape_.mentions.rbegin(); it != shape_.mentions.rend(); ++it) {
      const auto& mention = *it;
      if (mention.end > event_.match.begin) continue;
      if (event_.match.begin - mention.end > kReach) break;
      const std::size_t gap = event_.match.begin - mention.end;
      switch (mention.kind) {
        case MentionKind::Other:
          // "police officers were convicted", "his brother was arrested"
          if (gap <= 2 && (mention.beside || event_.rule->subject == SubjectAt::Before) && !acts(mention) && !has_object_before(mention)) return blocked = true, Subject{};
          break;
        case MentionKind::Official:
          if (gap <= 1 && event_.rule->subject == SubjectAt::Before) return blocked = true, Subject{};
          break;
        case MentionKind::Someone:
          if (gap <= 3) {
            auto subject = meant_by(mention);
            blocked = nobody(subject);
            return subject;
          }
          break;
        case MentionKind::Own:
          if (gap <= 1) return meant_by(mention);
          break;
        case MentionKind::Person:
          if (mention.beside && (gap > (mention.kin || has_comma(mention.end, event_.match.begin) ? 3u : 6u) || (event_.rule->subject == SubjectAt::Either && (gap > 1 || mention.kin)))) break;
          if (mention.kin && people_.is_without_articles()) return blocked = true, Subject{};
          if (is_owned_by(mention) && gap > 1 && heads_other(mention.end + 1)) return blocked = true, Subject{};
          if (gap <= 1 && is_of_others(mention)) return blocked = true, Subject{};
          [[fallthrough]];
        case MentionKind::Pronoun:
        case MentionKind::Role:
        case MentionKind::Group: {
          auto subject = meant_by(mention);
          if (!nobody(subject)) return subject;
          if (mention.kind == MentionKind::Group && gap <= 8) return blocked = true, Subject{.unknown_group = true};
          break;
        }
        default: break;
      }
    }
    return {};
  }

  /// "pardoned by the president": who did it, not to whom it was done.
  bool acts(const Mention& mention) const {
    for (std::size_t back = 1; back <= 2 && back <= mention.begin; ++back)
      if (s().tokens[mention.begin - back].plain == "by") return true;
    return false;
  }

  /// Russian: "Тестова задержали в мае, Примерова сидела дома".
  bool is_right_behind_its_object() const {
    if (people_.language() != "ru") return false;
    return std::any_of(shape_.mentions.begin(), shape_.mentions.end(), [&](const Mention& mention) {
      return mention.kind == MentionKind::Person && mention.end == event_.match.begin && !mention.kin;
    });
  }

  /// Kazakh: "екі жылға сотталған белсенді" — a participle tells of the noun behind it.
  Subject of_participle() const {
    if (people_.language() != "kk" || event_.match.end == 0) return {};
    const std::string& last = s().tokens[event_.match.end - 1].plain;
    const bool is_one = last.ends_with("ған") || last.ends_with("ген") || last.ends_with("қан") || last.ends_with("кен");
    if (!is_one) return {};
    for (const auto& mention : shape_.mentions)
      if (mention.begin == event_.match.end && (mention.kind == MentionKind::Role || mention.kind == MentionKind::Person)) return meant_by(mention);
    return {};
  }

  /// Kazakh: "Асан Үсеновты полиция қызметкерлері ұстады" — the verb's object stands in front of who did it.
  bool has_object_before(const Mention& agent) const {
    if (people_.language() != "kk") return false;
    for (auto it = shape_.mentions.rbegin(); it != shape_.mentions.rend(); ++it)
      if (it->kind == MentionKind::Person && it->end <= agent.begin) return is_kazakh_accusative(s().tokens[it->end - 1].plain);
    return false;
  }

  /// "supporters of A were detained"
  bool is_of_others(const Mention& mention) const {
    const std::size_t i = mention.begin;
    return i > 1 && s().is(i - 1, Class::Of) && (s().is(i - 2, Class::RoleBeside) || s().is(i - 2, Class::RoleGroup) || s().is(i - 2, Class::RoleOfficial));
  }

  /// After "Mamai's": a relative, a lawyer; then it is their story.
  bool heads_other(std::size_t token) const {
    for (std::size_t i = token; i < std::min(token + 3, event_.match.begin); ++i)
      if (s().is(i, Class::RoleBeside) || s().is(i, Class::RoleOfficial)) return true;
    return false;
  }

  Subject after(bool& blocked) const {
    for (const auto& mention : shape_.mentions) {
      if (mention.begin < event_.match.end) continue;
      if (mention.begin - event_.match.end > kObjectReach || parted(event_.match.end, mention.begin)) break;
      switch (mention.kind) {
        case MentionKind::Other:
        case MentionKind::Official:
          if (event_.rule->subject != SubjectAt::After) continue;
          return blocked = true, Subject{.unknown_group = true};
        case MentionKind::Someone: {
          auto subject = meant_by(mention);
          blocked = nobody(subject);
          return subject;
        }
        case MentionKind::Person:
          if (mention.beside && event_.rule->subject != SubjectAt::After && (mention.kin || mention.begin > event_.match.end)) break;
          [[fallthrough]];
        case MentionKind::Pronoun:
        case MentionKind::Own:
        case MentionKind::Role:
        case MentionKind::Group: {
          auto subject = meant_by(mention);
          if (!nobody(subject)) return subject;
          if (mention.kind == MentionKind::Group) return blocked = true, Subject{.unknown_group = true};
          break;
        }
        default: break;
      }
    }
    return {};
  }

  bool has_comma(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i)
      if (s().is_sign(i, ",")) return true;
    return false;
  }

  bool parted(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i)
      if (s().is_sign(i, ";") || s().is_sign(i, "\"")) return true;
    return false;
  }

  Subject inside() const {
    for (const auto& mention : shape_.mentions) {
      if (mention.begin < event_.match.begin || mention.end > event_.match.end) continue;
      auto subject = meant_by(mention);
      if (!nobody(subject)) return subject;
    }
    return {};
  }

  /// Where the words beside the event name nobody: the one person of the sentence, else whom the paragraph is about.
  Subject elsewhere() const {
    const Mention* only = nullptr;
    for (const auto& mention : shape_.mentions) {
      if (mention.kind == MentionKind::Someone || mention.kind == MentionKind::Group) {
        if (event_.rule->subject != SubjectAt::Topic) return {};
        continue;
      }
      if (mention.kind == MentionKind::Other && event_.rule->subject != SubjectAt::Topic) return {};
      if (mention.kind != MentionKind::Person || mention.beside) continue;
      if (only) return {};
      only = &mention;
    }
    if (only) return {.people = only->people, .direct = true};
    // A verb whose subject or object is left out tells of whom the paragraph is about; in English that takes a rule.
    const auto where = event_.rule->subject;
    const bool may = where == SubjectAt::Topic || where == SubjectAt::Either || where == SubjectAt::Around;
    if (!may) return {};
    Subject subject{.people = story_.topic()};
    subject.later = subject.people.empty() && !story_.has_named_anybody();
    return subject;
  }

  bool has_each() const {
    for (std::size_t i = event_.match.begin; i < std::min(event_.match.end + 8, s().tokens.size()); ++i)
      if (s().is(i, Class::Each)) return true;
    return false;
  }

  /// "A, once a teacher, B and C got eight years each": all who stand before in this part of the sentence.
  Subject gathered(Subject subject) const {
    std::size_t from = event_.match.begin;
    while (from > 0 && !s().is_sign(from - 1, ";") && !s().is_sign(from - 1, ":")) --from;
    for (const auto& mention : shape_.mentions) {
      if (mention.kind != MentionKind::Person || mention.begin < from || mention.end > event_.match.begin) continue;
      for (const auto person : mention.people)
        if (std::find(subject.people.begin(), subject.people.end(), person) == subject.people.end()) subject.people.push_back(person);
    }
    return subject;
  }

  const FoundEvent& event_;
  const Shape& shape_;
  const Story& story_;
  const People& people_;
};

}  // namespace

Subject find_subject(const FoundEvent& event, const Shape& shape, const Story& story, const People& people) {
  return Finder(event, shape, story, people).run();
}

}  // namespace tracker::read
