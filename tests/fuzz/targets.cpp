#include "tests/fuzz/targets.h"

#include <cstdlib>

#include "tracker/load/content.h"
#include "tracker/load/lexicon.h"
#include "tracker/markup/encoding.h"
#include "tracker/match/names.h"
#include "tracker/read/articles.h"
#include "tracker/read/dates.h"
#include "tracker/read/main_text.h"
#include "tracker/read/read_text.h"
#include "tracker/read/terms.h"

namespace fuzz {
namespace {

using namespace tracker;

const read::Lexicons& lexicons() {
  static const read::Lexicons compiled = [] {
    base::Findings findings;
    return read::Lexicons::compile(load::load_lexicons(std::string(TIZIM_SOURCE_DIR) + "/content", "content", findings), findings);
  }();
  return compiled;
}

void require(bool holds) {
  if (!holds) std::abort();
}

template <class Use>
void each_sentence(std::string_view bytes, Use use) {
  for (const auto& grammar : lexicons().all())
    for (const auto& sentence : read::split_sentences(read::tokenise(bytes, {0, bytes.size()}), *grammar)) {
      require(sentence.at.begin <= sentence.at.end && sentence.at.end <= bytes.size());
      use(sentence, *grammar);
    }
}

void dates(std::string_view bytes) {
  const read::DateContext context{base::PartialDate::parse("2023-03-06"), base::PartialDate::parse("2022-11"), base::PartialDate::parse("2022")};
  each_sentence(bytes, [&](const read::Sentence& sentence, const read::Grammar& grammar) {
    for (const auto& mention : read::find_dates(sentence, grammar)) {
      require(mention.begin < mention.end && mention.end <= sentence.tokens.size());
      (void)read::resolve(mention, context);
      (void)read::resolve(mention, {});
    }
  });
}

void articles(std::string_view bytes) {
  each_sentence(bytes, [](const read::Sentence& sentence, const read::Grammar& grammar) {
    for (const auto& mention : read::find_articles(sentence, grammar)) require(mention.end <= sentence.tokens.size());
  });
}

void terms(std::string_view bytes) {
  each_sentence(bytes, [](const read::Sentence& sentence, const read::Grammar& grammar) {
    for (const auto& term : read::find_terms(sentence, grammar)) require(!term.each.empty() && term.end <= sentence.tokens.size());
    (void)read::find_money(sentence, grammar);
  });
}

void names(std::string_view bytes) {
  match::Names all;
  all.add("xx-1", "Anna Petrenko");
  all.add("xx-2", bytes);
  for (const auto* language : {"", "en", "ru", "kk"}) (void)all.find(bytes, language);
  (void)match::key_of(bytes);
}

void html(std::string_view bytes) {
  const auto decoded = markup::decode(bytes, "", markup::Syntax::Html);
  std::string why;
  const auto document = markup::Document::parse(decoded.text, why);
  if (!document) return;
  const auto text = read::main_text(*document, decoded.text);
  for (const auto& piece : text.text.pieces) {
    require(piece.at.begin <= piece.at.end && piece.at.end <= text.text.bytes.size());
    const auto there = text.in_page(piece.at);
    require(there.begin <= there.end && there.end <= decoded.text.size());
  }
}

void front_matter(std::string_view bytes) {
  base::Findings findings;
  load::ContentFile file{.path = "people/a.md", .kind = load::FileKind::Person, .bytes = std::string(bytes)};
  (void)load::parse(file, "content", findings);
}

void lexicon(std::string_view bytes) {
  base::Findings findings;
  const auto parsed = load::parse_lexicon(bytes, "xx.toml", findings);
  (void)read::Lexicons::compile({parsed}, findings);
}

void text(std::string_view bytes) {
  static const match::Names nobody;
  const read::Text whole{std::string(bytes), "", {}};
  for (const auto& statement : read::read_text(whole, {lexicons(), nobody, base::PartialDate::parse("2023-03-06")}))
    require(statement.quote == whole.bytes.substr(statement.at.begin, statement.at.end - statement.at.begin));
}

}  // namespace

const std::vector<Target>& targets() {
  static const std::vector<Target> all = {{"dates", dates}, {"articles", articles}, {"terms", terms},     {"names", names},
                                          {"html", html},   {"front_matter", front_matter}, {"lexicon", lexicon}, {"text", text}};
  return all;
}

}  // namespace fuzz
