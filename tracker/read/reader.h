// Reads the pieces of a text that are in one language.
#pragma once

#include <memory>
#include <vector>

#include "tracker/read/collect.h"
#include "tracker/read/glossary.h"
#include "tracker/read/read_text.h"
#include "tracker/read/story.h"
#include "tracker/read/subject.h"

namespace tracker::read {

class Reader {
 public:
  Reader(std::string_view bytes, const Grammar& grammar, const Reading& reading);

  std::vector<Statement> run(const std::vector<Piece>& pieces);

 private:
  struct Paragraph {
    Piece piece;
    std::vector<Sentence> sentences;
    bool has_event = false;   // an anchor stands in it
    bool is_entry = false;    // the heading of an entry of a list: a name
  };
  /// Told of somebody whom the text names later.
  struct Waiting {
    Draft draft;
    int count = 0;
    bool several = false;
    std::size_t sentence = 0;
  };

  void prepare(const std::vector<Piece>& pieces);
  bool heads_an_entry(std::size_t paragraph) const;
  void paragraph(Paragraph& paragraph, std::size_t index);
  void sentence(Sentence sentence, const Paragraph& paragraph, std::size_t index);
  std::vector<std::optional<base::PartialDate>> resolve_dates(const Shape& shape);
  void note_opening_day(const Shape& shape, const std::vector<std::optional<base::PartialDate>>& dates);
  Draft draft_of(const FoundEvent& event, const std::vector<FoundEvent>& all, const Shape& shape, const Plain& plain, const Paragraph& paragraph);
  std::optional<base::PartialDate> inherited_date(const FoundEvent& event, Draft& draft, std::size_t person) const;
  void emit(Draft draft, std::size_t person, double confidence);
  void mark_victims(Shape& shape, const Plain& plain, const std::vector<int>& guards);
  std::vector<std::size_t> bind_waiting(const Shape& shape, const Plain& plain, const std::vector<int>& guards);
  void continue_articles(const Shape& shape);

  std::string_view bytes_;
  const Grammar& grammar_;
  const Reading& reading_;
  People people_;
  Story story_;
  Glossary glossary_;
  std::vector<Paragraph> paragraphs_;
  std::vector<Draft> drafts_;
  std::vector<std::vector<std::size_t>> drafts_of_;  // of each person, in order
  std::vector<Waiting> waiting_;
  std::size_t ordinal_ = 0, paragraph_ = 0, body_ = 0, entry_ = 0;
  std::optional<base::PartialDate> date_before_;  // told with its year before this sentence
  std::optional<base::PartialDate> opening_day_;  // with which the paragraph begins: it tells of that day
  bool opens_paragraph_ = false;  // no sentence of the paragraph was read yet
  std::vector<std::size_t> last_emitted_;  // drafts of the last sentence that told an event, in this paragraph
};

}  // namespace tracker::read
