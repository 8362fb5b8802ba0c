// Proposals that a person rejected, so that they are never asked again, whoever tells of them next. Private to this folder.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tracker/propose/proposal.h"

namespace tracker::propose {

class Rejected {
 public:
  explicit Rejected(const model::Record& record);

  /// A ruling rejects the proposal by its id, or by the person, type, term and a date that fits.
  bool has(const Proposal& proposal) const;

 private:
  struct Entry {
    std::string type;
    std::optional<base::PartialDate> date;
    std::string term;  // "36m", "15d"; empty where none was said
  };
  std::vector<std::string> ids_;
  std::multimap<std::string, Entry> by_name_;
};

}  // namespace tracker::propose
