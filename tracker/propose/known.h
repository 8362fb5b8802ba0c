// What the record says already of an event that is told: nothing, the same, or something else. Private to this folder.
#pragma once

#include <string>
#include <vector>

#include "tracker/model/record.h"
#include "tracker/propose/cluster.h"

namespace tracker::propose {

struct Known {
  enum class Kind { Nothing, Same, Contradicted };
  Kind kind = Kind::Nothing;
  model::SituatedEvent event;        // of Same and Contradicted
  std::vector<std::string> differs;  // of Contradicted
};

Known find_known(const model::Record& record, const std::vector<model::SituatedEvent>& events, const Cluster& cluster);

/// The event cites the source of the statement, or another of its independence group.
bool cites(const model::Record& record, const model::Event& event, const Told& told);

/// The case of the record that an event of this person belongs to: by its articles, else the one that was running then.
/// Empty: none of them.
std::string case_for(const model::Record& record, const std::string& person_id, const Cluster& cluster);

/// A step of a criminal case: it stands in the file of the case.
bool is_of_prosecution(model::EventType type);

/// "e3", or "case-id/c2" for an event that stands in a case file.
std::string name_of(const model::Record& record, const model::SituatedEvent& event);

}  // namespace tracker::propose
