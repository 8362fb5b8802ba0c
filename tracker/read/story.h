// What a text has told so far: whom it is about just now, which group it named last, which date and which articles.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "tracker/read/mentions.h"

namespace tracker::read {

class Story {
 public:
  explicit Story(const People& people) : people_(people) {}

  void begin_entry(std::optional<std::size_t> person);
  void begin_paragraph();
  /// After a sentence: who was named and who was spoken of.
  void told(const Shape& shape, const std::vector<std::size_t>& subjects, std::size_t ordinal);

  /// Somebody unnamed has been spoken of: "they" is nobody we know.
  void forget_group();
  /// Whom "he", "she", "they", "the activist" means; empty where nobody can be meant.
  std::vector<std::size_t> one(char sex) const;
  std::vector<std::size_t> several(int count) const;
  /// "The others": the last group without those just spoken of.
  std::vector<std::size_t> others() const;
  /// Whom an unpersonal sentence is about.
  std::vector<std::size_t> topic() const;
  bool has_named_anybody() const { return named_; }
  std::optional<std::size_t> entry() const { return entry_; }

  std::optional<base::PartialDate> last_date;       // for "a day earlier"
  std::optional<base::PartialDate> date_with_year;  // of this paragraph or entry
  std::map<std::size_t, std::vector<std::string>> articles;  // last told of each person
  std::vector<std::string> entry_articles;
  std::vector<std::string> last_articles;

 private:
  bool can_be(std::size_t person, char sex) const;

  const People& people_;
  std::vector<std::size_t> named_here_;  // everybody of this paragraph who can be a subject, each once
  std::vector<std::size_t> center_;  // of this paragraph
  std::vector<std::size_t> single_;  // named last and alone in this paragraph
  int before_age_ = 0;               // paragraphs without anybody since
  std::vector<std::size_t> before_;  // of the paragraph before
  std::vector<std::size_t> group_;
  std::size_t paragraph_ = 0, group_paragraph_ = 0;
  std::optional<std::size_t> entry_;
  bool named_ = false;
};

}  // namespace tracker::read
