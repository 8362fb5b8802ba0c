// What holds a chain of versions together, checked one version after the other.
#include <map>
#include <set>

#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/version/version.h"

namespace tracker::version {
namespace {

using model::Operation;

class Verifier {
 public:
  std::vector<ChainFault> verify(const std::vector<Version>& versions) {
    for (const auto& version : versions) {
      number_ = version.number;
      check_place(version);
      if (hash_of(version) != version.hash) fault("its hash does not match what it says");
      check_values(version);
      check_totals(version);
      if (is_whole_) replay(version);
      last_ = &version;
    }
    return std::move(faults_);
  }

 private:
  void fault(std::string what) { faults_.push_back({number_, std::move(what)}); }

  void check_place(const Version& version) {
    const int expected = last_ ? last_->number + 1 : 1;
    if (version.number != expected) {
      fault("stands where version " + std::to_string(expected) + " is expected");
      is_whole_ = false;
    }
    if (!last_ && version.previous && version.number == 1)
      fault("it is the first version and names a previous one");
    if (last_ && version.previous != last_->hash)
      fault("its previous hash is not that of version " + std::to_string(last_->number));
  }

  void check_values(const Version& version) {
    for (const auto& change : version.changes)
      if (change.value && change.commitment != commitment(change))
        fault("the value of " + base::visible(change.entity + " " + change.field) +
              " is not what was committed to");
  }

  static std::optional<base::Digest> commitment(const Change& change) {
    try {
      return commitment_of(change.salt, change.entity, change.field, *change.value);
    } catch (const base::DataError&) {
      return std::nullopt;  // no salt, or one that is none
    }
  }

  void check_totals(const Version& version) {
    const Headline before = last_ ? last_->headline : Headline{};
    check_headline("persons", version.headline.persons, before.persons.current);
    check_headline("deprived", version.headline.deprived, before.deprived.current);
    check_headline("prosecuted", version.headline.prosecuted, before.prosecuted.current);
    long long displayed = 0;
    for (const auto& [code, count] : version.totals.by_display) displayed += count;
    if (displayed != version.headline.persons.current)
      fault("the counts by status sum to " + std::to_string(displayed) + ", not to the " +
            std::to_string(version.headline.persons.current) + " persons");
  }

  void check_headline(const std::string& name, const model::Reconciliation& r, int before) {
    if (!r.holds())
      fault("the total \"" + name + "\" does not add up: " + std::to_string(r.previous) + " + " +
            std::to_string(r.entered.size()) + " - " + std::to_string(r.left.size()) + " is not " +
            std::to_string(r.current));
    if (r.previous != before)
      fault("the total \"" + name + "\" starts from " + std::to_string(r.previous) + ", not from " +
            std::to_string(before));
  }

  /// Person by person and field by field: who enters was not there, what is deleted was. Withheld fields take
  /// part, because the chain still says that they are there.
  void replay(const Version& version) {
    follow("persons", members_[0], version.headline.persons);
    follow("deprived", members_[1], version.headline.deprived);
    follow("prosecuted", members_[2], version.headline.prosecuted);
    for (const auto& change : version.changes) {
      auto& fields = present_[change.entity];
      const bool was_there = fields.contains(change.field);
      if (was_there == (change.operation == Operation::Add))
        fault((was_there ? "it adds " : "it changes ") + base::visible(change.entity + " " + change.field) +
              (was_there ? ", which is there already" : ", which is not there"));
      if (change.operation == Operation::Delete)
        fields.erase(change.field);
      else
        fields.insert(change.field);
    }
  }

  void follow(const std::string& name, std::set<std::string>& members, const model::Reconciliation& r) {
    for (const auto& id : r.entered)
      if (!members.insert(id).second) fault(base::visible(id) + " enters \"" + name + "\" twice");
    for (const auto& id : r.left)
      if (members.erase(id) == 0) fault(base::visible(id) + " leaves \"" + name + "\" without being there");
  }

  std::vector<ChainFault> faults_;
  const Version* last_ = nullptr;
  int number_ = 0;
  bool is_whole_ = true;
  std::set<std::string> members_[3];
  std::map<std::string, std::set<std::string>> present_;
};

}  // namespace

std::vector<ChainFault> verify_chain(const std::vector<Version>& versions) {
  return Verifier().verify(versions);
}

model::Totals totals_after(const std::vector<Version>& versions) {
  if (versions.empty()) return {};
  const auto members = [&](model::Reconciliation Headline::*headline) {
    std::set<std::string, decltype(&base::natural_less)> ids(&base::natural_less);
    for (const auto& version : versions) {
      const auto& reconciliation = version.headline.*headline;
      ids.insert(reconciliation.entered.begin(), reconciliation.entered.end());
      for (const auto& id : reconciliation.left) ids.erase(id);
    }
    return std::vector<std::string>(ids.begin(), ids.end());
  };
  model::Totals totals = versions.back().totals;
  totals.persons = members(&Headline::persons);
  totals.deprived = members(&Headline::deprived);
  totals.prosecuted = members(&Headline::prosecuted);
  return totals;
}

}  // namespace tracker::version
