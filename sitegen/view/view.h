// Everything that pages, feeds and downloads are made of, as one value: the record of the newest version, what the rules
// say of it, and the history with the values before and after every change. Made once, then only read.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "sitegen/html/html.h"
#include "sitegen/view/changes.h"
#include "sitegen/view/index.h"
#include "sitegen/view/over_time.h"
#include "tracker/health/health.h"
#include "tracker/model/reading.h"
#include "tracker/model/receipt.h"
#include "tracker/model/record.h"
#include "tracker/model/status.h"
#include "tracker/model/totals.h"
#include "tracker/rules/assess.h"
#include "tracker/rules/clocks.h"
#include "tracker/version/summary.h"
#include "tracker/version/version.h"

namespace sitegen::view {

/// The recorded history, wherever it is kept.
struct History {
  std::vector<tracker::version::Version> versions;  // oldest first; their changes may be left out
  std::vector<std::pair<int, tracker::version::EntitySummary>> entities;  // by version, in the order of its changes
  ChangeSource changes;
  std::function<std::string(int)> file;  // the bytes of a version's file
};

/// The history of versions that hold their changes.
History history_of(std::vector<tracker::version::Version> versions);

/// A version that touched an entity, and what it did.
struct Trace {
  const ShownVersion* shown = nullptr;
  const EntityChange* change = nullptr;
};

/// What tells one state of the content from another, entity by entity.
struct Digests {
  std::unordered_map<std::string, std::string> of;  // "person/kz-0001", "case/…": of the files that tell of it
  std::string others;                               // of everything else
};

struct View {
  tracker::model::Record record;
  std::vector<tracker::version::Version> versions;  // oldest first; without their changes, see `history`
  std::vector<tracker::model::Receipt> receipts;
  std::vector<tracker::model::Status> statuses;     // one a person, in the record's order
  tracker::model::Totals totals;
  std::vector<ShownVersion> history;                // oldest first, one a version
  tracker::base::Day as_of{};                       // the day of the newest version
  Index index;                                      // what pages look up
  /// Of every source that is followed, in the record's order: whether it can be seen, and the times in which it was not.
  /// What happened in such a time may be missing from the list; pages and feeds say so.
  std::vector<tracker::health::Health> coverage;
  tracker::base::Instant covered_until{};           // the moment up to which `coverage` knows

  Digests digests;                                  // empty where the record did not come from files: see Keys

  /// The person's place in the record, and so in `statuses` and in the lists of the index.
  std::size_t place_of(const tracker::model::Person& person) const {
    return static_cast<std::size_t>(&person - record.people.data());
  }
  const tracker::model::Status& status_of(const tracker::model::Person& person) const;
  const tracker::version::Version& newest() const { return versions.back(); }
  /// The versions that touched an entity ("person", "kz-0001"), oldest first.
  const std::vector<Trace>& trail_of(std::string_view kind, std::string_view id) const;
  /// The newest version that changed something that the page of the person or case shows: of it, of the cases and their
  /// defendants, or of what all pages rest on (laws, places, sources, rulings, the site).
  const ShownVersion& shown_in(const tracker::model::Person& person) const;
  const ShownVersion& shown_in(const tracker::model::Case& of_case) const;
  /// … that the pages of all of them show.
  const ShownVersion& shown_in(const std::vector<const tracker::model::Person*>& people,
                               const std::vector<const tracker::model::Case*>& cases) const;
  /// The headlines month by month, worked out when first asked for.
  const std::vector<Month>& months() const;
  /// Who is a defendant of what.
  const tracker::model::CaseIndex& cases() const { return *cases_; }
  /// The laws, ready for looking things up.
  const tracker::rules::LawBook& laws() const { return *laws_; }
  /// What the amnesty acts say of the person. Made anew at every call.
  tracker::rules::PersonLaw law_of(const tracker::model::Person& person) const;
  /// When the person's terms, bans and the rest end; worked out when first asked for.
  const std::vector<tracker::rules::Clock>& clocks_of(const tracker::model::Person& person) const;
  /// A piece of markup that many pages show alike, under a name that says everything it depends on beside the view itself
  /// (language, depth of the page, whom it is about); empty until a page has made it and put it here.
  html::Html& piece(std::string name) const { return pieces_[std::move(name)]; }
  /// The bytes of a version's file.
  std::string version_file(int number) const { return version_file_(number); }

 private:
  friend View make_view(tracker::model::Record record, History history, std::vector<tracker::model::Receipt> receipts,
                        std::vector<tracker::model::Reading> readings);

  const ShownVersion* newest_of(std::string_view kind, std::string_view id, const ShownVersion* than) const;
  const ShownVersion* newest_in(const tracker::model::Case& of_case, const ShownVersion* than) const;

  std::unordered_map<std::string, std::vector<Trace>> trails_;
  const ShownVersion* common_ = nullptr;  // the newest that changed what all pages rest on
  std::optional<tracker::model::CaseIndex> cases_;
  std::optional<tracker::rules::LawBook> laws_;
  mutable std::unordered_map<std::string, html::Html> pieces_;
  mutable std::vector<std::optional<std::vector<tracker::rules::Clock>>> clocks_;  // by place; empty before the first question
  mutable std::vector<const ShownVersion*> shown_in_;  // by place; null: not looked for yet
  mutable std::vector<Month> months_;  // empty before the first question: there always is one month
  std::function<std::string(int)> version_file_;
};

/// Nobody has confirmed that state in the year before the newest version.
bool is_unconfirmed(const View& view, const tracker::model::Status& status);

/// Throws tracker::base::Error when there is no version yet. The record must be what the newest version says. The result
/// holds pointers into itself: move it, do not copy it.
View make_view(tracker::model::Record record, History history, std::vector<tracker::model::Receipt> receipts,
               std::vector<tracker::model::Reading> readings = {});

/// The same from whole versions; throws tracker::base::Error, too, when the record is not what the newest version says
/// (then `tracker record` is missing).
View make_view(tracker::model::Record record, std::vector<tracker::version::Version> versions,
               std::vector<tracker::model::Receipt> receipts, std::vector<tracker::model::Reading> readings = {});

/// A published file: where it stands below the output folder, with '/', and its bytes.
struct OutputFile {
  std::string path;
  std::string bytes;
};

}  // namespace sitegen::view
