#include "tracker/read/attach.h"

#include <algorithm>
#include <limits>

namespace tracker::read {
namespace {

using model::EventType;

constexpr std::size_t kFarthestTokens = 90;  // keeps the time linear in a sentence that never ends
constexpr std::size_t kFarthest = 60;  // a date farther away is another event's

bool is_charge_like(EventType type) {
  return type == EventType::Charged || type == EventType::ChargesReclassified || type == EventType::Convicted ||
         type == EventType::Sentenced || type == EventType::SentenceAdded;
}

/// "…, but in October", "… and on 5 May he": what follows is told of something else.
bool begins_clause(const Sentence& s, std::size_t i) {
  const auto dates_at = [&](std::size_t at) { return s.is(at, Class::Month) || s.is_number(at) || s.is(at, Class::Number); };
  if (i >= s.tokens.size()) return false;
  const auto& word = s.tokens[i].plain;
  if (word == "but" || word == "while" || word == "who" || word == "which" || word == "where" || word == "но" || word == "а" || word == "который" || word == "бірақ" || word == "ал")
    return true;
  return s.is(i, Class::To) && dates_at(i + 1) && !s.is_sign(i - 1, ",");
}

/// Tokens in brackets or between two dashes.
std::vector<bool> asides(const Sentence& s) {
  std::vector<bool> inside(s.tokens.size());
  std::size_t open = s.tokens.size();
  bool dash = false;
  for (std::size_t i = 0; i < s.tokens.size(); ++i) {
    const bool closes = open < i && (dash ? s.is_sign(i, "—") : s.is_sign(i, ")"));
    if (closes) {
      for (std::size_t at = open; at <= i; ++at) inside[at] = true;
      open = s.tokens.size();
    } else if (open == s.tokens.size() && (s.is_sign(i, "(") || s.is_sign(i, "—"))) {
      open = i;
      dash = s.is_sign(i, "—");
    }
  }
  return inside;
}

std::size_t joints(const Sentence& s, std::size_t from, std::size_t to) {
  std::size_t count = 0;
  for (std::size_t i = from; i < to; ++i) {
    if ((s.is_sign(i, ",") || s.is(i, Class::And)) && begins_clause(s, i + 1)) count += 10;
    else if (s.is_sign(i, ",")) count += 3;
    else if (s.is_sign(i, ";")) count += 30;
    else if (s.is_sign(i, ":") || s.is_sign(i, "—") || s.is_sign(i, "(")) count += 12;
    else if (s.is(i, Class::And)) count += 2;
  }
  return count;
}

std::size_t distance(const Sentence& s, const Match& match, std::size_t begin, std::size_t end) {
  if (begin >= match.end) return begin - match.end + joints(s, match.end, begin);
  if (end <= match.begin) return match.begin - end + joints(s, end, match.begin);
  return 0;
}

/// … where what stands in brackets or between dashes does not count, if neither of the two stands there.
std::size_t distance(const Sentence& s, const std::vector<bool>& aside, const Match& match, std::size_t begin, std::size_t end) {
  if (aside[begin] != aside[match.begin]) return distance(s, match, begin, end) + 30;
  const std::size_t from = begin >= match.end ? match.end : end, to = begin >= match.end ? begin : match.begin;
  std::size_t away = 0;
  for (std::size_t i = from; i < to; ++i)
    if (aside[begin] || !aside[i]) away += 1 + joints(s, i, i + 1);
  return away;
}

model::SentenceKind kind_named(const std::string& kind) {
  return model::from_code<model::SentenceKind>(kind).value_or(model::SentenceKind::Imprisonment);
}

/// A term that is no main punishment: a ban beside it, an age, a stay, labour, what stands for something else.
bool is_main(const std::string& kind) {
  return kind.empty() || kind == "imprisonment" || kind == "restricted_freedom" || kind == "suspended" || kind == "arrest";
}

bool takes(const std::string& kind, EventType event) {
  if (event == EventType::ArrestedPretrial || event == EventType::HouseArrest) return kind == "pretrial" || kind.empty();
  return is_main(kind);
}

/// A new clause begins between the event and what stands behind it.
bool parts(const Sentence& s, const Match& match, const Mention& mention) {
  for (std::size_t i = match.end; i < mention.begin; ++i)
    if ((s.is_sign(i, ",") || s.is(i, Class::And)) && begins_clause(s, i + 1)) return true;
  return false;
}

}  // namespace

std::vector<std::string> kinds_of_terms(const Shape& shape, const Plain& plain, const Grammar& grammar) {
  std::vector<std::string> kinds(shape.terms.size());
  if (kinds.empty()) return kinds;
  for (const int index : grammar.sieves.kinds.candidates(plain.text())) {
    const auto& pattern = grammar.kinds[static_cast<std::size_t>(index)];
    for (const auto& match : find_all(plain, *pattern.pattern))
      for (const auto& mention : shape.mentions)
        if (mention.kind == MentionKind::Term && mention.begin >= match.begin && mention.end <= match.end && kinds[mention.index].empty())
          kinds[mention.index] = pattern.value;
  }
  return kinds;
}

std::optional<std::size_t> date_of(const FoundEvent& event, const std::vector<FoundEvent>& all, const Shape& shape) {
  if (event.rule->source.date == "none") return std::nullopt;
  std::optional<std::size_t> best;
  std::size_t nearest = std::numeric_limits<std::size_t>::max();
  const auto aside = asides(shape.sentence);
  for (const auto& mention : shape.mentions) {
    if (mention.kind != MentionKind::Date || shape.dates[mention.index].rule->source.precision == "ignore") continue;
    const std::size_t gap = mention.begin >= event.match.end ? mention.begin - event.match.end : event.match.begin - std::min(mention.end, event.match.begin);
    if (gap > kFarthestTokens) continue;
    const std::size_t away = distance(shape.sentence, aside, event.match, mention.begin, mention.end);
    const bool others = std::any_of(all.begin(), all.end(), [&](const FoundEvent& other) {
      if (&other == &event) return false;
      const bool named = mention.begin >= other.match.begin && mention.end <= other.match.end &&
                         other.rule->source.pattern.find(" D") != std::string::npos;
      return named || (parts(shape.sentence, event.match, mention) && distance(shape.sentence, aside, other.match, mention.begin, mention.end) < away);
    });
    if (others || away > kFarthest) continue;
    bool later = false;  // "on 5 May X was detained and subsequently charged"
    for (std::size_t i = mention.end; i < event.match.begin; ++i) later = later || shape.sentence.is(i, Class::Later);
    if (later || away >= nearest) continue;
    nearest = away;
    best = mention.index;
  }
  return best;
}

bool refers_back_to_articles(const Shape& shape) {
  return std::any_of(shape.articles.begin(), shape.articles.end(), [](const ArticleMention& article) { return article.same; });
}

std::vector<std::string> articles_of(const FoundEvent& event, const std::vector<FoundEvent>& all, const Shape& shape) {
  const auto collect = [&](std::size_t from, std::size_t to) {
    std::vector<std::string> articles;
    for (const auto& found : shape.articles)
      if (found.begin >= from && found.begin < to)
        for (const auto& article : found.articles)
          if (std::find(articles.begin(), articles.end(), article) == articles.end()) articles.push_back(article);
    return articles;
  };
  const std::size_t end = shape.sentence.tokens.size();
  std::size_t next = end;
  for (const auto& other : all)
    if (other.match.begin >= event.match.end && is_charge_like(other.rule->event) && other.rule->event == event.rule->event)
      next = std::min(next, other.match.begin);
  auto own = collect(event.match.begin, next);
  if (!own.empty()) return own;
  if (!is_charge_like(event.rule->event)) return {};
  return collect(0, end);
}

std::optional<model::Sentence> sentence_of(const FoundEvent& event, const std::vector<FoundEvent>& all, const Shape& shape,
                                           const std::vector<std::string>& kinds, std::size_t place, std::size_t people,
                                           const Grammar& grammar) {
  model::Sentence sentence;
  const Mention* best = nullptr;
  std::size_t nearest = std::numeric_limits<std::size_t>::max();
  for (const auto& mention : shape.mentions) {
    if (mention.kind != MentionKind::Term || event.rule->source.term == "none") continue;
    const auto& kind = kinds[mention.index];
    const auto& first = shape.terms[mention.index].each.front();
    if (kind == "ban" && event.rule->event == EventType::Sentenced && first.months > 0) sentence.ban_months = first.months;
    if (first.hours > 0 && event.rule->event == EventType::Sentenced) sentence.labour_hours = first.hours;
    if (!takes(kind, event.rule->event) || first.hours > 0) continue;
    // A term stands behind its verb, but for "Three years: that is the verdict".
    std::size_t away = distance(shape.sentence, event.match, mention.begin, mention.end);
    if (mention.end <= event.match.begin) away += 15;
    const bool others = std::any_of(all.begin(), all.end(), [&](const FoundEvent& other) {
      return &other != &event && other.rule->source.term != "none" && other.match.begin >= event.match.end && other.match.end <= mention.begin &&
             (other.rule->event == EventType::Sentenced || other.rule->event == EventType::ArrestedPretrial);
    });
    if (others) away += 40;
    if (kind.empty()) away += 4;
    if (away >= nearest || away > 60) continue;
    nearest = away;
    best = &mention;
  }
  if (best) {
    const auto& each = shape.terms[best->index].each;
    const auto& length = each.size() == people ? each[place] : each.front();
    if (length.months > 0) sentence.months = length.months;
    if (length.days > 0) sentence.days = length.days;
    const auto& kind = kinds[best->index];
    const bool some_days = length.months == 0 && length.days > 0 && length.days <= 45;
    if (event.rule->kind) sentence.kind = event.rule->kind;
    else if (some_days && (kind.empty() || kind == "imprisonment")) sentence.kind = model::SentenceKind::Arrest;
    else if (!kind.empty() && kind != "pretrial") sentence.kind = kind_named(kind);
  } else if (event.rule->kind) {
    sentence.kind = event.rule->kind;
  }
  if (sentence.kind == model::SentenceKind::Fine || !best) {
    if (const auto money = find_money(shape.sentence, grammar); money && event.rule->event == EventType::Sentenced)
      sentence.fine = model::Money{.amount = money->amount, .up_to = std::nullopt, .currency = money->currency};
  }
  if (sentence == model::Sentence{}) return std::nullopt;
  return sentence;
}

std::string court_of(const Shape& shape, std::string_view bytes, const Grammar& grammar) {
  const auto& s = shape.sentence;
  for (std::size_t i = 0; i < s.tokens.size(); ++i) {
    if (!s.is(i, Class::Court)) continue;
    std::size_t begin = i, end = i + 1;
    // "Almaty City Court", "Никулинский суд Москвы", "Нұр-Сұлтан қалалық соты", "Baku Court of Grave Crimes"
    while (begin > 0 && s.tokens[begin - 1].kind == TokenKind::Word && i - begin < 4 &&
           (s.tokens[begin - 1].capital || s.tokens[begin - 1].plain.size() > 9) && !s.is(begin - 1, Class::To) && !s.is(begin - 1, Class::The))
      --begin;
    if (grammar.language == "en" && s.is(end, Class::Of) && end + 1 < s.tokens.size() && s.tokens[end + 1].capital) {
      ++end;
      while (end < s.tokens.size() && s.tokens[end].capital && s.tokens[end].kind == TokenKind::Word) ++end;
    } else if (grammar.language == "ru") {
      while (end < s.tokens.size() && end < i + 3 && s.tokens[end].kind == TokenKind::Word && s.tokens[end].capital) ++end;
    }
    if (end - begin < 2) continue;
    return std::string(bytes.substr(s.tokens[begin].at.begin, s.tokens[end - 1].at.end - s.tokens[begin].at.begin));
  }
  return {};
}

std::string place_of(const Shape& shape, std::string_view bytes) {
  const auto& s = shape.sentence;
  for (std::size_t i = 0; i < s.tokens.size(); ++i)
    if (s.is(i, Class::Place) && s.tokens[i].capital)
      return std::string(bytes.substr(s.tokens[i].at.begin, s.tokens[i].at.end - s.tokens[i].at.begin));
  return {};
}

}  // namespace tracker::read
