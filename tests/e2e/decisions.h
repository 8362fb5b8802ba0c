// A person who reviews, as a script: who knows what is right, accepts it, mends what is nearly right, and rejects the rest.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/support/project.h"

namespace tests {

/// An event as it must come out.
struct Right {
  std::string person;             // English name
  std::string type;
  std::string date = {};          // EDTF; empty: not known; behind a bar another that is as good
  std::vector<std::string> articles = {};  // "272.1"; a proposal may leave the part out
  int months = 0;
  int days = 0;
  std::string kind = "imprisonment";  // of a sentence
  std::string more = {};          // further TOML lines of the event
  std::string in = {};            // name of the person's case in this table, where there are several
};

struct Count {
  int accepted = 0;  // as proposed
  int edited = 0;    // a proposal of the same person, mended in the editor
  int added = 0;     // no proposal at all: written by hand
  int rejected = 0;
  std::vector<std::string> by_hand;  // what was edited or added, for people to read
  double share_by_hand() const {
    const int all = accepted + edited + added;
    return all == 0 ? 0 : static_cast<double>(edited + added) / all;
  }
};

/// Goes through all that waits until nothing does. Whatever the table has and no proposal tells is written by hand.
Count decide(const Project& project, const std::vector<Right>& rights, const std::string& source);

}  // namespace tests
