// Places as sources write them ("Алматыда", "a court in Astana") to the places of the record.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tracker/model/record.h"

namespace tracker::match {

class Places {
 public:
  Places() = default;
  /// Keeps pointers into the record, which must outlive this.
  explicit Places(const model::Record& record);

  /// The place all of whose words, case endings aside, stand in the text; the one with most words, courts only where
  /// `court`. Null for none and for two that fit equally well.
  const model::Place* find(std::string_view text, std::string_view language, bool court = false) const;

  /// `inner` is `outer` or stands within it.
  bool is_within(const std::string& inner, const std::string& outer) const;

 private:
  struct Entry {
    const model::Place* place;
    std::vector<std::string> words;
  };
  const model::Record* record_ = nullptr;
  std::vector<Entry> entries_;
  std::unordered_multimap<std::string, std::size_t> by_word_;
};

}  // namespace tracker::match
