// The statements about one person gathered into events: five outlets that tell of one verdict make one cluster. Private to
// this folder.
#pragma once

#include <string>
#include <vector>

#include "tracker/propose/subject.h"

namespace tracker::propose {

struct Cluster {
  model::Event event;  // what its statements say together
  std::vector<const Line*> lines;
  std::vector<std::string> unknown;
  std::vector<std::string> differs;  // where the sources disagree
  bool background = true;            // every statement tells it as history
};

/// In order of date, those without one last: by then there is a case to put them to. An event without a date joins the one dated event that it fits.
std::vector<Cluster> clusters_of(const Subject& subject);

}  // namespace tracker::propose
