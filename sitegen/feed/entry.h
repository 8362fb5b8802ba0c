// An entry of the feeds in one language, before any format: the same words and ids in RSS, Atom and JSON Feed.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sitegen/feed/channels.h"
#include "sitegen/feed/gap_notices.h"
#include "sitegen/view/words.h"

namespace sitegen::feed {

/// An earlier entry that this one corrects.
struct Corrected {
  std::string id;
  std::string address;
};

struct Entry {
  std::string id;       // tag URI (RFC 4151): never changes, whatever becomes of titles and addresses
  std::string title;    // one sentence that stands alone; plain text
  std::string content;  // HTML
  std::string address;  // absolute
  tracker::base::Instant updated{};  // when the version was recorded
  std::vector<std::string> categories;  // codes of the reasons: "correction"
  std::vector<Corrected> corrects;
};

/// "tag:example.org,2026:person/kz-0001/version/2"; "tag:example.org,2026:version/2" for a version.
std::string entry_id(const tracker::model::Site& site, std::string_view entity, int version);
/// "tag:example.org,2026:feed/changes/ru".
std::string feed_id(const tracker::model::Site& site, std::string_view key, std::string_view language);

/// Makes entries of one language, each once. The view, the words and the channels must live as long.
class Entries {
 public:
  Entries(const view::View& view, const view::Words& words, const Channels& channels);

  const Entry& of(EntryRef ref);

 private:
  Entry notice_entry(int number);
  Entry version_entry(EntryRef ref) const;
  Entry entity_entry(EntryRef ref) const;
  std::string address_of(EntryRef ref) const;
  std::string id_of(EntryRef ref) const;

  const view::View& view_;
  const view::Words& words_;
  const Channels& channels_;
  std::string root_;
  std::unordered_map<std::string, std::vector<const tracker::model::Ruling*>> rulings_;  // by subject
  std::vector<GapNotice> notices_;
  std::unordered_map<std::string, Entry> made_;
};

}  // namespace sitegen::feed
