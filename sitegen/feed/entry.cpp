#include "sitegen/feed/entry.h"

#include <set>

#include "sitegen/feed/entry_text.h"
#include "sitegen/view/links.h"

namespace sitegen::feed {

using tracker::model::Operation;
using tracker::model::RulingKind;
using view::EntityChange;

namespace {

std::vector<std::string> reasons_of(const EntityChange& entity) {
  std::set<std::string> codes;
  for (const auto& change : entity.changes) codes.emplace(tracker::model::code_of(change.reason));
  return {codes.begin(), codes.end()};
}

/// A person or case that has a page of its own now.
std::string page_of(const view::View& view, const EntityChange& entity) {
  if (entity.operation == Operation::Delete) return {};
  if (entity.kind == "person" && tracker::model::find_person(view.record, entity.id))
    return view::person_path(entity.id);
  if (entity.kind == "case" && tracker::model::find_case(view.record, entity.id)) return view::case_path(entity.id);
  return {};
}

}  // namespace

std::string entry_id(const tracker::model::Site& site, std::string_view entity, int version) {
  const std::string of_entity = entity.empty() ? "" : std::string(entity) + "/";
  return "tag:" + site.tag_authority + ":" + of_entity + "version/" + std::to_string(version);
}

std::string feed_id(const tracker::model::Site& site, std::string_view key, std::string_view language) {
  return "tag:" + site.tag_authority + ":feed/" + std::string(key) + "/" + std::string(language);
}

Entries::Entries(const view::View& view, const view::Words& words, const Channels& channels)
    : view_(view),
      words_(words),
      channels_(channels),
      root_(view.record.site.base_url + view::language_root(words.language(), view.record.site.default_language)) {
  for (const auto& ruling : view.record.rulings)
    if (ruling.kind == RulingKind::Correction || ruling.kind == RulingKind::Retraction)
      rulings_[ruling.subject].push_back(&ruling);
}

const Entry& Entries::of(EntryRef ref) {
  const auto [found, is_new] = made_.try_emplace(earlier_key(ref));
  if (is_new)
    found->second = ref.notice >= 0 ? notice_entry(ref.notice) : ref.entity < 0 ? version_entry(ref) : entity_entry(ref);
  return found->second;
}

std::string Entries::id_of(EntryRef ref) const {
  const auto& shown = view_.history[static_cast<std::size_t>(ref.version)];
  const auto& entity = shown.entities[static_cast<std::size_t>(ref.entity)];
  const std::string key = entity.id.empty() ? entity.kind : entity.kind + "/" + entity.id;
  return entry_id(view_.record.site, key, shown.version->number);
}

/// The place of the entity on the page of the version: where the old entry can be read as it was.
std::string Entries::address_of(EntryRef ref) const {
  const auto& shown = view_.history[static_cast<std::size_t>(ref.version)];
  const auto& entity = shown.entities[static_cast<std::size_t>(ref.entity)];
  return root_ + view::version_path(shown.version->number) + "#" + view::anchor(entity.kind, entity.id);
}

Entry Entries::notice_entry(int number) {
  if (notices_.empty()) notices_ = gap_notices(view_, words_);
  const GapNotice& notice = notices_.at(static_cast<std::size_t>(number));
  Entry entry;
  entry.id = notice.id;
  entry.title = notice.title;
  entry.content = notice.content;
  entry.address = notice.address;
  entry.updated = notice.at;
  entry.categories = {"coverage"};
  return entry;
}

Entry Entries::version_entry(EntryRef ref) const {
  const auto& shown = view_.history[static_cast<std::size_t>(ref.version)];
  Entry entry;
  entry.id = entry_id(view_.record.site, "", shown.version->number);
  entry.title = version_title(*shown.version, words_);
  entry.content = version_content(shown, words_);
  entry.address = root_ + view::version_path(shown.version->number);
  entry.updated = shown.version->recorded;
  entry.categories = {"version"};
  return entry;
}

Entry Entries::entity_entry(EntryRef ref) const {
  const auto& shown = view_.history[static_cast<std::size_t>(ref.version)];
  // A copy, so that the changes that are read for it are let go again.
  const EntityChange entity = shown.entities[static_cast<std::size_t>(ref.entity)];
  Entry entry;
  entry.id = id_of(ref);
  entry.updated = shown.version->recorded;
  entry.categories = reasons_of(entity);
  const std::string page = page_of(view_, entity);
  entry.address = page.empty() ? root_ + view::version_path(shown.version->number) : root_ + page;
  if (const auto earlier = channels_.earlier.find(earlier_key(ref)); earlier != channels_.earlier.end())
    for (const auto& old : earlier->second) entry.corrects.push_back({id_of(old), address_of(old)});
  Saying saying{view_, words_, entity, shown.version->number, {}};
  if (const auto rulings = rulings_.find(entity.kind + "/" + entity.id); rulings != rulings_.end())
    saying.rulings = rulings->second;
  entry.title = entity_title(saying);
  entry.content = entity_content(saying, entry.corrects);
  return entry;
}

}  // namespace sitegen::feed
