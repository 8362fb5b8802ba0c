#include "tracker/read/story.h"

#include <algorithm>

namespace tracker::read {

void Story::begin_entry(std::optional<std::size_t> person) {
  entry_ = person;
  center_.clear();
  before_.clear();
  group_.clear();
  date_with_year.reset();
  entry_articles.clear();
}

void Story::begin_paragraph() {
  // A paragraph about somebody who cannot be meant does not make the text forget whom it is about.
  if (!center_.empty()) {
    before_ = std::move(center_);
    before_age_ = 0;
  } else if (++before_age_ > 1) {
    before_.clear();
  }
  center_.clear();
  single_.clear();
  named_here_.clear();
  ++paragraph_;
  if (!entry_) date_with_year.reset();
}

void Story::told(const Shape& shape, const std::vector<std::size_t>& subjects, std::size_t) {
  std::vector<std::size_t> first, plural;
  for (const auto& mention : shape.mentions) {
    if (mention.kind != MentionKind::Person) continue;
    if (!mention.beside) named_ = true;
    for (const auto person : mention.people)
      if (!mention.beside && people_.all()[person].standing == Standing::Subject && std::find(named_here_.begin(), named_here_.end(), person) == named_here_.end())
        named_here_.push_back(person);
    if (first.empty() && !mention.beside && people_.all()[mention.people[0]].standing == Standing::Subject) first = mention.people;
    if (mention.people.size() > 1) plural = mention.people;
    else if (!mention.beside) single_ = mention.people;
  }
  if (subjects.size() > 1 || !plural.empty()) {
    group_ = subjects.size() > 1 ? subjects : plural;
    group_paragraph_ = paragraph_;
  }
  if (!subjects.empty()) center_ = subjects;
  else if (!first.empty()) center_ = first;
  // A paragraph that only says "he" goes on about the same person.
  const bool goes_on = center_.empty() && std::any_of(shape.mentions.begin(), shape.mentions.end(), [](const Mention& mention) {
    return mention.kind == MentionKind::Pronoun && !mention.many;
  });
  if (goes_on) center_ = one(0);
}

void Story::forget_group() {
  group_.clear();
  if (center_.size() > 1 || !entry_) center_.clear();
  if (!entry_) before_.clear();
}

bool Story::can_be(std::size_t person, char sex) const {
  const auto& who = people_.all()[person];
  return who.standing != Standing::Official && (sex == 0 || who.sex == 0 || who.sex == sex);
}

std::vector<std::size_t> Story::one(char sex) const {
  for (const auto* among : {&center_, &single_, &before_})
    if (among->size() == 1 && can_be(among->front(), sex)) return *among;
  if (entry_ && can_be(*entry_, sex)) return {*entry_};
  if (!center_.empty() && can_be(center_.front(), sex)) return {center_.front()};
  return {};
}

std::vector<std::size_t> Story::several(int count) const {
  const auto fits = [&](const std::vector<std::size_t>& group) {
    return group.size() > 1 && (count == 0 || group.size() == static_cast<std::size_t>(count));
  };
  if (fits(center_)) return center_;
  if (fits(group_) && (count > 0 || paragraph_ <= group_paragraph_ + 1)) return group_;
  // Nobody was named together, but two were named: "they" are the two.
  if (named_here_.size() == 2 && (count == 0 || count == 2)) return named_here_;
  return {};
}

std::vector<std::size_t> Story::others() const {
  std::vector<std::size_t> rest;
  for (const auto person : group_)
    if (std::find(center_.begin(), center_.end(), person) == center_.end()) rest.push_back(person);
  return rest;
}

std::vector<std::size_t> Story::topic() const {
  if (!center_.empty()) return center_;
  if (entry_) return {*entry_};
  return before_;
}

}  // namespace tracker::read
