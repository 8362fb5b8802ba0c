// A version: what the record said when it was recorded, as the difference from the version before (design §6).
//
// The chain hashes salted commitments, not values: commitment = SHA-256 of salt (16 bytes), then the canonical JSON of
// [entity, field, value]. The hash of a version is the SHA-256 of its canonical JSON without `hash` and without every
// change's `value` and `salt`. So value and salt can be taken out later (withholding) and the chain still verifies; the
// salt keeps anyone from finding a withheld value by trying likely ones.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/base/digest.h"
#include "tracker/base/instant.h"
#include "tracker/model/enums.h"
#include "tracker/model/status.h"
#include "tracker/model/totals.h"
#include "tracker/version/fields.h"

namespace tracker::version {

struct Change {
  model::Operation operation = model::Operation::Add;
  std::string entity;                // "person/kz-0001"
  std::string field;                 // "event.e3.date"
  model::Reason reason = model::Reason::NewInformation;
  std::optional<std::string> value;  // canonical JSON; absent for a deletion and where it is withheld
  std::string salt;                  // 32 hexadecimal digits; empty for a deletion and where it is withheld
  std::optional<base::Digest> commitment;  // absent for a deletion

  bool is_withheld() const { return commitment && !value; }
};

/// A headline's reconciliation as it is published.
struct Headline {
  model::Reconciliation persons;
  model::Reconciliation deprived;
  model::Reconciliation prosecuted;
};

struct Version {
  int number = 0;                      // 1, 2, …
  base::Instant recorded{};
  std::optional<base::Digest> previous;  // absent in version 1
  std::string note;                    // why, in the maintainer's words; may be empty
  std::vector<Change> changes;         // by entity, then field, naturally sorted
  model::Totals totals;                // counts of the state after it; the id lists are not stored
  Headline headline;
  base::Digest hash;
};

/// 16 random bytes as 32 hexadecimal digits; an argument, because this floor has no randomness.
using SaltSource = std::function<std::string()>;

/// What a change is called when nothing says otherwise; rulings of the new state decide first (correction, retraction,
/// withheld), then whether only derived fields of the entity changed (recomputed).
struct Proposal {
  base::Instant recorded{};
  std::string note;
  model::Reason default_reason = model::Reason::NewInformation;
};

/// The next version, or nothing where the two states are equal. `before` is the state after `previous`; the derived
/// fields ("derived.status" and the others of people, see add_derived) are part of both states.
/// Throws base::Error where `totals_before` is not what `previous` published: then totals would not reconcile.
std::optional<Version> make_version(const std::optional<Version>& previous, const State& before, const State& after,
                                    const model::Totals& totals_before, const model::Totals& totals_after,
                                    const Proposal& proposal, const SaltSource& salts);

/// Adds derived.status, .liberty, .deprived and .stage to every person of the state.
void add_derived(State& state, const model::Record& record, const std::vector<model::Status>& statuses);

/// Applies the changes. A field whose value is withheld is absent afterwards; so changing or deleting a field that is
/// absent is no error here (`verify_chain` knows the difference). Throws base::DataError where a field is added that is
/// there already.
void apply(State& state, const Version& version);

/// No file of a version is larger: whoever reads one knows how much that can be.
inline constexpr std::size_t kLargestVersion = 512 * 1024 * 1024;

/// The file's bytes: JSON, one change a line so that it can be read as a diff, ending in a newline. Throws base::Error where
/// they would be more than `largest`, because nobody could read them again.
std::string to_json(const Version& version, std::size_t largest = kLargestVersion);
/// The same as if the version had no changes, with the hash that it has: its head, for an index.
std::string head_json(const Version& version);
/// Throws base::DataError with `name` for anything that is not a version file.
Version from_json(std::string_view bytes, const std::string& name);

base::Digest commitment_of(std::string_view salt_hex, std::string_view entity, std::string_view field,
                           std::string_view value);
base::Digest hash_of(const Version& version);

/// "000001.json".
std::string file_name(int number);

/// What is wrong with a chain, in order: a gap in the numbers, a `previous` that does not match, a hash that does not
/// match, a value that is not what was committed to, totals that do not reconcile. Empty where all holds.
struct ChainFault {
  int number = 0;
  std::string what;
};
std::vector<ChainFault> verify_chain(const std::vector<Version>& versions);

/// The totals that the newest version published, with the people behind the headlines, put together from who entered
/// and who left: the `totals_before` of the next version, whatever has become of rules and clock since.
model::Totals totals_after(const std::vector<Version>& versions);

}  // namespace tracker::version
