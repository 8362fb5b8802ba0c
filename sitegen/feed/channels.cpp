#include "sitegen/feed/channels.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>

#include "sitegen/feed/gap_notices.h"
#include "sitegen/view/links.h"
#include "sitegen/view/subjects.h"

namespace sitegen::feed {
namespace {

using tracker::model::Event;
using tracker::model::Reason;
using tracker::model::Record;
using view::EntityChange;
using view::ShownChange;

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
template <class Value>
using ByText = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

bool corrects(const ShownChange& change) {
  return change.reason == Reason::Correction || change.reason == Reason::Retraction;
}

class Builder {
 public:
  explicit Builder(const view::View& view) : view_(view) {
    channel(Scope::Changes, "", std::string(view::kChangesKey));
    channel(Scope::Status, "", std::string(view::kStatusKey));
    channel(Scope::Corrections, "", std::string(view::kCorrectionsKey));
    for (std::size_t i = 0; i < view.record.people.size(); ++i) add_person(i);
    for (const auto& of_case : view.record.cases) add_case(of_case);
  }

  Channels build() {
    read_notices();
    for (std::size_t version = 0; version < view_.history.size(); ++version) {
      add_notices_before(view_.history[version].version->recorded);
      const auto& entities = view_.history[version].entities;
      // Newest first is the reverse of this order; so people and cases stand in the order of their ids there.
      for (auto entity = entities.size(); entity-- > 0;)
        add({static_cast<int>(version), static_cast<int>(entity)}, entities[entity]);
      result_.all[0].entries.push_back({static_cast<int>(version), -1});
    }
    add_notices_before(tracker::base::Instant::max());
    sort_channels();
    find_earlier();
    return std::move(result_);
  }

 private:
  /// When each notice was given, oldest first. Their order is the same in every language.
  void read_notices() {
    if (view_.coverage.empty()) return;
    const view::Words words(view_.record, view_.record.site.default_language);
    const auto notices = gap_notices(view_, words);
    for (auto i = notices.size(); i-- > 0;) notices_.emplace_back(notices[i].at, static_cast<int>(i));
  }

  void add_notices_before(tracker::base::Instant moment) {
    for (; next_notice_ < notices_.size() && notices_[next_notice_].first < moment; ++next_notice_)
      result_.all[0].entries.push_back({.notice = notices_[next_notice_].second});
  }

  std::size_t channel(Scope scope, const std::string& subject, std::string key) {
    const auto [found, is_new] = by_key_.try_emplace(key, result_.all.size());
    if (is_new) result_.all.push_back({scope, subject, std::move(key), {}});
    return found->second;
  }

  void follow(std::vector<std::size_t>& channels, const std::vector<tracker::model::Ref>& charges) {
    for (const auto& charge : charges) follow_article(channels, charge.id);
  }
  void follow_article(std::vector<std::size_t>& channels, std::string_view charge) {
    if (const auto article = view::article_of_charge(charge); !article.empty())
      channels.push_back(channel(Scope::Article, article, view::article_feed(article)));
  }
  void follow_region(std::vector<std::size_t>& channels, const std::string& place) {
    for (const auto& region : view::regions_of(view_.record, place))
      channels.push_back(channel(Scope::Region, region, view::region_feed(region)));
  }

  void add_person(std::size_t index) {
    const auto& person = view_.record.people[index];
    auto& channels = of_entity_["person/" + person.id];
    if (has_people_feeds()) channels.push_back(channel(Scope::Person, person.id, view::person_feed(person.id)));
    for (const auto& of_case : view_.statuses[index].cases)
      for (const auto& charge : of_case.charges) follow_article(channels, charge.article);
    follow_region(channels, person.region.id);
  }

  void add_case(const tracker::model::Case& of_case) {
    auto& channels = of_entity_["case/" + of_case.id];
    channels.push_back(channel(Scope::Case, of_case.id, view::case_feed(of_case.id)));
    for (const auto& event : of_case.events) follow(channels, event.charges);
    follow_region(channels, of_case.region.id);
    for (const auto& defendant : of_case.defendants)
      if (has_people_feeds() && tracker::model::find_person(view_.record, defendant.id))
        channels.push_back(channel(Scope::Person, defendant.id, view::person_feed(defendant.id)));
  }

  bool has_people_feeds() const { return view_.record.site.offers(tracker::model::Download::PeopleFeeds); }

  /// A person or case that the record has no more: its own feed is what is left.
  std::vector<std::size_t>& channels_of_entity(const EntityChange& entity) {
    const auto [found, is_gone] = of_entity_.try_emplace(entity.kind + "/" + entity.id);
    auto& channels = found->second;
    if (!is_gone) return channels;
    if (entity.kind == "case") channels.push_back(channel(Scope::Case, entity.id, view::case_feed(entity.id)));
    if (entity.kind == "person" && has_people_feeds())
      channels.push_back(channel(Scope::Person, entity.id, view::person_feed(entity.id)));
    return channels;
  }

  void put(std::size_t channel, EntryRef ref) {
    auto& entries = result_.all[channel].entries;
    if (entries.empty() || entries.back() != ref) entries.push_back(ref);
  }

  void add(EntryRef ref, const EntityChange& entity) {
    const bool correction = entity.corrects;
    const bool is_told = entity.kind == "person" || entity.kind == "case";
    if (is_told || correction) put(0, ref);
    if (entity.kind == "person" && entity.status_before != entity.status_after) put(1, ref);
    if (correction) put(2, ref);
    if (is_told)
      for (const auto channel : channels_of_entity(entity)) put(channel, ref);
  }

  void sort_channels() {
    std::stable_sort(result_.all.begin(), result_.all.end(),
                     [](const Channel& a, const Channel& b) { return a.scope < b.scope; });
  }

  /// For every corrected field the version that last said it; else the last version that said anything of the entity.
  void find_earlier() {
    std::set<std::string> wanted;  // entities with a correction
    for (const auto& shown : view_.history)
      for (const auto& entity : shown.entities)
        if (entity.corrects) wanted.insert(entity.kind + "/" + entity.id);
    for (const auto& key : wanted) find_earlier_of(key);
  }

  void find_earlier_of(const std::string& key) {
    const auto slash = key.find('/');
    ByText<EntryRef> last_of_field;
    std::optional<EntryRef> last;
    for (const auto& trace : view_.trail_of(key.substr(0, slash), key.substr(slash + 1))) {
      const EntryRef here{static_cast<int>(trace.shown - view_.history.data()),
                          static_cast<int>(trace.change - trace.shown->entities.data())};
      const view::Changes changes = trace.change->changes;  // a copy, so that what is read is let go again
      std::set<EntryRef> earlier;
      for (const auto& change : changes)
        if (const auto field = last_of_field.find(change.field); corrects(change) && field != last_of_field.end())
          earlier.insert(field->second);
      if (earlier.empty() && trace.change->corrects && last) earlier.insert(*last);
      if (!earlier.empty()) result_.earlier[earlier_key(here)].assign(earlier.rbegin(), earlier.rend());
      for (const auto& change : changes) last_of_field.insert_or_assign(change.field, here);
      last = here;
    }
  }

  const view::View& view_;
  Channels result_;
  std::vector<std::pair<tracker::base::Instant, int>> notices_;
  std::size_t next_notice_ = 0;
  ByText<std::size_t> by_key_;
  ByText<std::vector<std::size_t>> of_entity_;
};

}  // namespace

std::string earlier_key(EntryRef entry) {
  return std::to_string(entry.version) + "/" + std::to_string(entry.entity) + "/" + std::to_string(entry.notice);
}

Channels channels_of(const view::View& view) { return Builder(view).build(); }

}  // namespace sitegen::feed
