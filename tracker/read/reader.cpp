#include "tracker/read/reader.h"

#include <algorithm>

#include "tracker/read/attach.h"

namespace tracker::read {
namespace {

using model::EventType;

constexpr std::size_t kLead = 2;             // paragraphs at the head of a text whose undated events are its news
constexpr std::size_t kWait = 6;             // sentences that a group waits for its names
constexpr std::size_t kLongestQuote = 1500;  // bytes
constexpr std::size_t kMostStatements = 5000;  // of one text; more is no text, and time must stay bounded
constexpr int kBackground = 366;             // days before publication after which an event is history, not news

bool has_later_word(const Shape& shape, const Match& match) {
  for (std::size_t i = match.begin > 6 ? match.begin - 6 : 0; i < match.end; ++i)
    if (shape.sentence.is(i, Class::Later)) return true;
  return false;
}

bool is_news(EventType type) {
  switch (type) {
    case EventType::Convicted: case EventType::Sentenced: case EventType::AppealUpheld: case EventType::AppealChanged:
    case EventType::Released: case EventType::AmnestyGranted: case EventType::AmnestyRefused: case EventType::ParoleGranted:
    case EventType::ParoleRefused: case EventType::CaseClosed: case EventType::Acquitted: case EventType::SentenceAdded:
    case EventType::Detained: return true;
    default: return false;
  }
}

bool carries_articles(EventType type) {
  switch (type) {
    case EventType::Convicted: case EventType::Sentenced: case EventType::AmnestyGranted: case EventType::AmnestyRefused:
    case EventType::SentenceAdded: case EventType::ArrestedPretrial: case EventType::Charged: return true;
    default: return false;
  }
}

bool names_an_offence(EventType type) {
  return type == EventType::Charged || type == EventType::ChargesReclassified || type == EventType::Convicted ||
         type == EventType::Sentenced || type == EventType::SentenceAdded;
}

/// Where what is said of the event ends.
std::size_t next_event(const FoundEvent& event, const std::vector<FoundEvent>& all, const Shape& shape) {
  std::size_t end = std::min(event.match.end + 25, shape.sentence.tokens.size());
  for (const auto& other : all)
    if (other.match.begin >= event.match.end && other.rule->event == event.rule->event) end = std::min(end, other.match.begin);
  return end;
}

void add_articles(std::vector<std::string>& to, const std::vector<std::string>& from) {
  for (const auto& article : from)
    if (std::find(to.begin(), to.end(), article) == to.end()) to.push_back(article);
}

/// What follows in a story without a date of its own happened about the time told last.
bool goes_on(EventType type) { return type == EventType::Detained || type == EventType::Released; }

std::optional<base::PartialDate> month_of(const std::optional<base::PartialDate>& date) {
  return date && date->precision() == base::Precision::Day ? base::PartialDate::parse(date->edtf().substr(0, 7)) : date;
}

}  // namespace

Reader::Reader(std::string_view bytes, const Grammar& grammar, const Reading& reading)
    : bytes_(bytes), grammar_(grammar), reading_(reading), people_(grammar, reading.names), story_(people_) {
  people_.read_from(bytes);
}

std::vector<Statement> Reader::run(const std::vector<Piece>& pieces) {
  const auto tells = [&](const Piece& piece) {
    return !grammar_.anchors || re2::RE2::PartialMatch(re2::StringPiece(bytes_.data() + piece.at.begin, piece.at.end - piece.at.begin), *grammar_.anchors);
  };
  if (std::none_of(pieces.begin(), pieces.end(), [&](const Piece& piece) { return piece.kind == PieceKind::Paragraph && tells(piece); })) return {};
  for (const auto& piece : pieces) {
    Paragraph paragraph{.piece = piece};
    paragraph.has_event = piece.kind == PieceKind::Paragraph && tells(piece);
    paragraph.sentences = split_sentences(tokenise(bytes_, piece.at), grammar_);
    paragraphs_.push_back(std::move(paragraph));
  }
  std::size_t ordinal = 0;
  for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
    paragraphs_[i].is_entry = heads_an_entry(i);
    if (paragraphs_[i].piece.kind != PieceKind::Paragraph && !paragraphs_[i].is_entry) continue;
    for (const auto& sentence : paragraphs_[i].sentences) people_.learn(sentence, ordinal++);
  }
  for (std::size_t i = 0; i < paragraphs_.size(); ++i) paragraph(paragraphs_[i], i);
  return collect(std::move(drafts_));
}

/// A number and a name, or a name above a field ("Date of arrest: …").
bool Reader::heads_an_entry(std::size_t index) const {
  const auto& paragraph = paragraphs_[index];
  if (paragraph.piece.kind != PieceKind::Heading || paragraph.sentences.empty()) return false;
  std::size_t words = 0, others = 0;
  for (const auto& sentence : paragraph.sentences)
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
      const auto& token = sentence.tokens[i];
      if (token.kind == TokenKind::Number && words == 0) continue;
      if (token.kind == TokenKind::Word && (token.capital || sentence.is(i, Class::Particle))) ++words;
      else if (token.kind != TokenKind::Sign) ++others;
    }
  if (words < 2 || words > 5 || others > 0) return false;
  if (index + 1 >= paragraphs_.size() || paragraphs_[index + 1].sentences.empty()) return false;
  const auto& next = paragraphs_[index + 1].sentences.front();
  const std::size_t reach = std::min<std::size_t>(next.tokens.size(), 6);
  for (std::size_t i = 0; i < reach; ++i)
    if (next.is_sign(i, ":")) return true;
  return false;
}

void Reader::paragraph(Paragraph& paragraph, std::size_t index) {
  paragraph_ = index;
  if (paragraph.is_entry) {
    std::optional<std::size_t> person;
    for (const auto& sentence : paragraph.sentences)
      for (const auto& mention : people_.mentions(sentence, ordinal_))
        if (!person) person = mention.person;
    if (person) {
      ++entry_;
      people_.set_entry(person);
      story_.begin_entry(person);
    }
    return;
  }
  if (paragraph.piece.kind != PieceKind::Paragraph) return;
  story_.begin_paragraph();
  last_emitted_.clear();
  opening_day_.reset();
  opens_paragraph_ = true;
  for (auto& one : paragraph.sentences) {
    sentence(std::move(one), paragraph, index);
    ++ordinal_;
  }
  ++body_;
}

std::vector<std::optional<base::PartialDate>> Reader::resolve_dates(const Shape& shape) {
  std::vector<std::optional<base::PartialDate>> dates;
  for (const auto& mention : shape.dates) {
    const DateContext context{reading_.published, story_.last_date, story_.date_with_year};
    auto date = resolve(mention, context);
    if (date && mention.rule->source.precision != "ignore") {
      story_.last_date = date;
      if (mention.year > 0 || (story_.date_with_year && mention.rule->source.base.empty())) story_.date_with_year = date;
    }
    dates.push_back(std::move(date));
  }
  return dates;
}

/// "On 6 October a group met in front of the office. A and B were detained.": until another date is told, all of it is that day's.
void Reader::note_opening_day(const Shape& shape, const std::vector<std::optional<base::PartialDate>>& dates) {
  static constexpr std::size_t kOpening = 4;  // tokens: a bullet, a preposition
  if (!opens_paragraph_) return;
  opens_paragraph_ = false;
  if (shape.dates.empty() || shape.dates.front().begin >= kOpening || shape.dates.front().rule->source.precision == "ignore") return;
  if (dates.front() && dates.front()->precision() == base::Precision::Day) opening_day_ = dates.front();
}

std::optional<base::PartialDate> Reader::inherited_date(const FoundEvent& event, Draft& draft, std::size_t person) const {
  const EventType type = event.rule->event;
  const bool is_field = event.rule->subject == SubjectAt::Topic && type == EventType::Charged;
  if (draft.later || is_field || event.rule->source.date == "none" || event.rule->source.background) return std::nullopt;
  static const std::vector<std::size_t> kNone;
  const auto& told = person < drafts_of_.size() ? drafts_of_[person] : kNone;
  for (auto at = told.rbegin(); at != told.rend(); ++at) {
    const auto* it = &drafts_[*at];
    if (it->entry != entry_) continue;
    if (entry_ == 0 && it->paragraph + (type == EventType::Released ? 1 : 0) < paragraph_) break;
    const EventType before = it->statement.event;
    const bool follows = (type == EventType::Released && (before == EventType::Detained || before == EventType::Sentenced ||
                                                          before == EventType::AppealUpheld || before == EventType::AmnestyGranted)) ||
                         (type == EventType::Charged && before == EventType::Detained && it->own_date) ||
                         (type == EventType::Convicted && before == EventType::Sentenced) ||
                         (type == EventType::Sentenced && before == EventType::Convicted);
    if (follows && it->statement.date && !it->statement.background) return it->statement.date;
    if (!follows && (it->statement.date || type != EventType::Released)) break;
  }
  const bool told_before = entry_ > 0 && std::any_of(told.begin(), told.end(), [&](std::size_t at) {
    const auto& other = drafts_[at];
    return other.entry == entry_ && other.statement.event == type && other.own_date;
  });
  if (told_before) return std::nullopt;  // the same arrest, told again
  if (goes_on(type) && date_before_) return opening_day_ == date_before_ ? date_before_ : month_of(date_before_);
  const bool leads = entry_ == 0 && body_ < kLead && is_news(type) && reading_.published;
  draft.guessed = leads;
  return leads ? reading_.published : std::nullopt;
}

Draft Reader::draft_of(const FoundEvent& event, const std::vector<FoundEvent>& all, const Shape& shape, const Plain&, const Paragraph& paragraph) {
  Draft draft;
  draft.paragraph = paragraph_;
  draft.entry = entry_;
  draft.again = event.rule->source.again;
  draft.nth = event.rule->source.nth;
  draft.later = has_later_word(shape, event.match);
  auto& statement = draft.statement;
  statement.event = event.rule->event;
  statement.rule = event.rule->source.id;
  statement.background = event.rule->source.background;
  statement.at = shape.sentence.at;
  if (statement.at.end - statement.at.begin > kLongestQuote) {
    statement.at = {shape.sentence.tokens[event.match.begin > 20 ? event.match.begin - 20 : 0].at.begin,
                    shape.sentence.tokens[std::min(event.match.end + 30, shape.sentence.tokens.size()) - 1].at.end};
  }
  statement.quote = std::string(bytes_.substr(statement.at.begin, statement.at.end - statement.at.begin));
  statement.paragraph = paragraph.piece.at;
  if (event.rule->source.articles != "none") statement.articles = articles_of(event, all, shape);
  if (event.rule->source.articles != "none" && names_an_offence(event.rule->event))
    draft.named_by_words = glossary_.find(shape.sentence, event.match.begin, next_event(event, all, shape));
  statement.court = court_of(shape, bytes_, grammar_);
  statement.place = place_of(shape, bytes_);
  return draft;
}

void Reader::emit(Draft draft, std::size_t person, double confidence) {
  if (drafts_.size() >= kMostStatements) return;
  const auto& who = people_.all()[person];
  draft.person = person;
  auto& statement = draft.statement;
  statement.person = who.name;
  statement.person_id = who.id;
  if (who.candidates.size() > 1) statement.candidates = who.candidates;
  statement.role = who.role;
  statement.confidence = who.weak ? confidence * 0.6 : confidence;
  const auto told = story_.articles.find(person);
  const bool known = told != story_.articles.end();
  if (draft.nth > 0 && statement.articles.empty()) {
    if (known && told->second.size() >= static_cast<std::size_t>(draft.nth)) statement.articles = {told->second[static_cast<std::size_t>(draft.nth) - 1]};
    draft.nth = -1;
  }
  if (statement.event == EventType::ArrestedPretrial && known) add_articles(statement.articles, told->second);
  if (statement.articles.empty() && known && draft.nth == 0 && carries_articles(statement.event) && !statement.background)
    statement.articles = told->second;
  if (statement.articles.empty() && statement.event == EventType::Charged) statement.articles = story_.entry_articles;
  // Days in a cell and fines are of another code, which names the same acts with the same words.
  const bool petty = statement.sentence && (statement.sentence->kind == model::SentenceKind::Fine || statement.sentence->kind == model::SentenceKind::Arrest);
  if (statement.articles.empty() && draft.nth <= 0 && !petty) statement.articles = draft.named_by_words;
  if (!statement.articles.empty()) {
    if (statement.event == EventType::Charged && draft.nth == 0) add_articles(story_.articles[person], statement.articles);
    else if (draft.nth == 0) story_.articles[person] = statement.articles;
    if (entry_ > 0 && story_.entry_articles.empty()) story_.entry_articles = statement.articles;
  }
  if (statement.date && reading_.published && statement.date->latest() + std::chrono::days(kBackground) < reading_.published->earliest())
    statement.background = true;
  last_emitted_.push_back(drafts_.size());
  if (drafts_of_.size() <= person) drafts_of_.resize(person + 1);
  drafts_of_[person].push_back(drafts_.size());
  drafts_.push_back(std::move(draft));
}

/// Who was waited for; empty where nobody was.
std::vector<std::size_t> Reader::bind_waiting(const Shape& shape, const Plain& plain, const std::vector<int>& guards) {
  std::erase_if(waiting_, [&](const Waiting& waiting) { return ordinal_ > waiting.sentence + kWait; });
  if (waiting_.empty()) return {};
  std::vector<std::size_t> bound, everybody;
  for (const auto& mention : shape.mentions)
    if (mention.kind == MentionKind::Person && !mention.beside) everybody.insert(everybody.end(), mention.people.begin(), mention.people.end());
  bool members = false;
  for (const int index : guards) {
    const auto& guard = grammar_.guards[static_cast<std::size_t>(index)];
    members = members || (guard.value == "members" && re2::RE2::PartialMatch(plain.text(), *guard.pattern));
  }
  for (std::size_t i = 0; i < waiting_.size();) {
    const std::vector<std::size_t>* named = nullptr;
    for (const auto& mention : shape.mentions) {
      if (mention.kind != MentionKind::Person || mention.beside) continue;
      const bool fits = !waiting_[i].several || members || mention.people.size() == static_cast<std::size_t>(waiting_[i].count);
      if (fits) {
        named = members && waiting_[i].several ? &everybody : &mention.people;
        break;
      }
    }
    if (!named) {
      ++i;
      continue;
    }
    const auto people = waiting_[i].several ? *named : std::vector<std::size_t>{named->front()};
    for (const auto person : people) emit(waiting_[i].draft, person, 0.6);
    bound = people;
    waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return bound;
}

void Reader::mark_victims(Shape& shape, const Plain& plain, const std::vector<int>& guards) {
  for (const int index : guards) {
    const auto& guard = grammar_.guards[static_cast<std::size_t>(index)];
    if (guard.value != "not_subject") continue;
    for (const auto& match : find_all(plain, *guard.pattern))
      for (auto& mention : shape.mentions)
        if (mention.kind == MentionKind::Person && mention.begin >= match.begin && mention.end <= match.end) {
          for (const auto person : mention.people) people_.set_official(person);
          mention.kind = MentionKind::Official;
        }
  }
}

/// "…was sentenced. The counts: insult (Article 378), …": articles in the sentence after belong to what it told.
void Reader::continue_articles(const Shape& shape) {
  std::vector<std::string> articles;
  for (const auto& mention : shape.articles) articles.insert(articles.end(), mention.articles.begin(), mention.articles.end());
  if (articles.empty()) return;
  for (const auto draft : last_emitted_)
    if (auto& statement = drafts_[draft].statement; statement.articles.empty()) statement.articles = articles;
}

void Reader::sentence(Sentence one, const Paragraph& paragraph, std::size_t) {
  const bool deep = paragraph.has_event || !waiting_.empty();
  Shape shape = read_mentions(std::move(one), ordinal_, people_, grammar_, paragraph.has_event ? Depth::All : Depth::Names);
  if (!deep) return story_.told(shape, {}, ordinal_);
  date_before_ = story_.date_with_year;
  const auto dates = resolve_dates(shape);
  note_opening_day(shape, dates);
  const Plain plain(shape.sentence, tags_of(shape.mentions));
  const auto guards = grammar_.sieves.guards.candidates(plain.text());  // those that can say anything of this sentence
  mark_victims(shape, plain, guards);
  const std::vector<std::size_t> bound = bind_waiting(shape, plain, guards);
  std::vector<std::size_t> subjects = bound;
  const auto events = paragraph.has_event ? find_events(plain, grammar_) : std::vector<FoundEvent>{};
  if (events.empty()) continue_articles(shape);
  else last_emitted_.clear();
  const auto kinds = events.empty() ? std::vector<std::string>{} : kinds_of_terms(shape, plain, grammar_);
  for (const auto& event : events) {
    const auto subject = find_subject(event, shape, story_, people_);
    if (subject.unknown_group) story_.forget_group();
    if (subject.people.empty() && !subject.later) continue;
    Draft draft = draft_of(event, events, shape, plain, paragraph);
    if (const auto date = date_of(event, events, shape)) {
      draft.statement.date = dates[*date];
      draft.own_date = true;
    }
    const std::size_t people = subject.people.size();
    const auto term = [&](std::size_t place) {
      return event.rule->source.term == "none" && !event.rule->kind ? std::nullopt : sentence_of(event, events, shape, kinds, place, people, grammar_);
    };
    if (event.rule->source.term == "required" && !(term(0) && (term(0)->months || term(0)->days))) continue;
    if (subject.people.empty()) {
      draft.statement.sentence = term(0);
      if (!draft.own_date && entry_ == 0 && body_ < kLead && is_news(event.rule->event) && reading_.published) {
        draft.statement.date = reading_.published;
        draft.guessed = true;
      }
      waiting_.push_back({std::move(draft), subject.count, subject.several, ordinal_});
      continue;
    }
    for (std::size_t i = 0; i < people; ++i) {
      Draft mine = i + 1 == people ? std::move(draft) : draft;
      mine.statement.sentence = term(i);
      // "Arrested for 15 days" is a punishment; "arrested for two months" is not.
      auto& said = mine.statement;
      if (said.event == EventType::ArrestedPretrial && said.sentence && said.sentence->days && !said.sentence->months) {
        said.event = EventType::Sentenced;
        said.sentence->kind = model::SentenceKind::Arrest;
      }
      if (!mine.own_date) mine.statement.date = inherited_date(event, mine, subject.people[i]);
      emit(std::move(mine), subject.people[i], subject.direct ? 0.9 : 0.7);
    }
    if (people >= subjects.size() || subject.direct) subjects = subject.people;
  }
  if (bound.size() > subjects.size()) subjects = bound;
  glossary_.learn(shape);
  story_.told(shape, subjects, ordinal_);
}

}  // namespace tracker::read
