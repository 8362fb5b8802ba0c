// Keys of parts that show one person or case, or some of them: a build makes again only what a change reaches.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "sitegen/view/material.h"
#include "sitegen/view/view.h"

namespace sitegen::view {

using PersonList = std::vector<const tracker::model::Person*>;
using CaseList = std::vector<const tracker::model::Case*>;

/// Keys of one build. Where the view has no digests, every key covers everything.
class Keys {
 public:
  /// `stamp` covers all that the site is made of, `program` what makes it.
  Keys(const View& view, const Key& stamp, const Key& program);

  /// Of what shows anything of the whole list.
  const Key& everything() const { return stamp_; }
  /// Of what shows the person or the case with all that its page shows: the files that tell of it, of the cases and of
  /// their defendants, their status today, the versions that changed it, and what all pages rest on.
  Key of(const tracker::model::Person& person);
  Key of(const tracker::model::Case& of_case);
  /// Of what shows these and nobody else, as rows.
  Key of(const PersonList& people, const CaseList& cases);
  /// Of what shows who is on the list, by name, and which cases there are; nothing that happened to anybody.
  const Key& names();
  /// Of what says a version itself, without a word of today's record.
  Key of(const ShownVersion& shown);

 private:
  const Key& own(const tracker::model::Person& person);
  Key own(const tracker::model::Case& of_case);
  /// Of the case with all that the pages of its defendants show of it.
  const Key& with_defendants(const tracker::model::Case& of_case);
  void add_trail(Material& material, const char* kind, const std::string& id);
  long long known_events(const std::vector<tracker::model::Event>& events) const;

  const View& view_;
  const Key stamp_;
  Key base_;                 // what every page rests on
  Key names_;                // zero: not made yet
  std::unordered_set<std::string> groups_;  // that somebody on the list belongs to
  std::vector<Key> people_;  // by place in the record; zero: not made yet
  std::vector<Key> cases_;
};

}  // namespace sitegen::view
