#include "tracker/model/totals.h"

#include <algorithm>

#include "tracker/base/text.h"

namespace tracker::model {

Reconciliation reconcile(const std::vector<std::string>& previous, const std::vector<std::string>& current) {
  Reconciliation result;
  result.previous = static_cast<int>(previous.size());
  result.current = static_cast<int>(current.size());
  const auto difference = [](const std::vector<std::string>& from, const std::vector<std::string>& without) {
    std::vector<std::string> rest;
    std::set_difference(from.begin(), from.end(), without.begin(), without.end(), std::back_inserter(rest),
                        [](const std::string& a, const std::string& b) { return base::natural_less(a, b); });
    return rest;
  };
  result.entered = difference(current, previous);
  result.left = difference(previous, current);
  return result;
}

}  // namespace tracker::model
