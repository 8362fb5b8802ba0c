#include "sitegen/feed/feeds.h"

#include <algorithm>
#include <iterator>

#include "sitegen/feed/document.h"
#include "sitegen/feed/entry.h"
#include "sitegen/feed/hearings.h"
#include "sitegen/feed/keys.h"
#include "sitegen/feed/opml.h"
#include "sitegen/view/links.h"
#include "sitegen/view/subjects.h"

namespace sitegen::feed {

using view::FeedFormat;

struct Feeds::Impl {
  Impl(const view::View& shown, const Channels& all, const view::Words& of_language)
      : view(shown),
        channels(all),
        words(of_language),
        entries(shown, words, all),
        root(view::language_root(words.language(), shown.record.site.default_language)) {}

  const view::View& view;
  const Channels& channels;
  const view::Words& words;
  Entries entries;
  std::string root;  // of the language, below the site's

  std::string address(const std::string& path) const { return view.record.site.base_url + root + path; }

  std::string subject_title(const Channel& channel) const {
    const auto& record = view.record;
    switch (channel.scope) {
      case Scope::Changes: return words("feed.of_changes");
      case Scope::Status: return words("feed.of_status");
      case Scope::Corrections: return words("feed.of_corrections");
      case Scope::Person: return view::person_title(record, words, channel.subject);
      case Scope::Case: return view::case_title(record, words, channel.subject);
      case Scope::Article: return view::article_title(record, words, channel.subject);
      case Scope::Region: return view::place_title(record, words, channel.subject);
    }
    return {};
  }

  std::string page_of(const Channel& channel) const {
    if (channel.scope == Scope::Person && tracker::model::find_person(view.record, channel.subject))
      return view::person_path(channel.subject);
    if (channel.scope == Scope::Case && tracker::model::find_case(view.record, channel.subject))
      return view::case_path(channel.subject);
    return std::string(view::kChanges);
  }

  Document document(const Channel& channel) const {
    const auto& site = view.record.site;
    static constexpr const char* kDescriptions[] = {"feed.changes_text", "feed.status_text", "feed.corrections_text",
                                                    "feed.person_text",  "feed.case_text",   "feed.article_text",
                                                    "feed.region_text"};
    Document document;
    document.id = feed_id(site, channel.key, words.language());
    document.title = words("feed.title", {{"site", words.text(site.title)}, {"what", subject_title(channel)}});
    document.description = words(kDescriptions[static_cast<std::size_t>(channel.scope)]);
    document.language = words.language();
    document.page = address(page_of(channel));
    document.publisher = site.publisher;
    document.rights = site.licence;
    document.icon = site.base_url + std::string(view::kIcon);
    return document;
  }

  /// Entries [begin, end) of the channel, newest first.
  void fill(Document& document, const Channel& channel, std::size_t begin, std::size_t end) {
    document.entries.clear();
    for (auto i = end; i-- > begin;) document.entries.push_back(&entries.of(channel.entries[i]));
    // A feed without entries is as old as the list.
    document.updated = document.entries.empty() ? view.versions.front().recorded : document.entries.front()->updated;
  }
};

Feeds::Feeds(const view::View& view, const Channels& channels, const view::Words& words)
    : impl_(std::make_unique<Impl>(view, channels, words)) {}
Feeds::~Feeds() = default;

std::string Feeds::title_of(const Channel& channel) const { return impl_->document(channel).title; }

std::vector<view::OutputFile> Feeds::files_of(const Channel& channel, int page) {
  auto& impl = *impl_;
  std::vector<view::OutputFile> files;
  Document document = impl.document(channel);
  const ChannelPages paging(channel.entries.size());
  impl.fill(document, channel, paging.begin(page), paging.end(page));
  const int older = page == 0 ? paging.archives : page - 1;
  for (const auto format : view::kFeedFormats) {
    const auto at = [&](int archive) { return impl.address(view::feed_path(channel.key, format, archive)); };
    document.paging = {page > 0, at(page), at(0), older > 0 ? at(older) : "",
                       page > 0 && page < paging.archives ? at(page + 1) : ""};
    files.push_back({impl.root + view::feed_path(channel.key, format, page), to_format(document, format)});
  }
  return files;
}

view::OutputFile Feeds::list() const {
  const auto& impl = *impl_;
  const auto& site = impl.view.record.site;
  Opml opml;
  opml.title = impl.words("feed.opml_title", {{"site", impl.words.text(site.title)}});
  opml.owner = site.publisher;
  opml.modified = impl.view.newest().recorded;
  static constexpr const char* kGroups[] = {"feed.group_all", "feed.group_all",      "feed.group_all",
                                            "feed.group_people", "feed.group_cases", "feed.group_articles",
                                            "feed.group_regions"};
  for (const auto& channel : impl.channels.all) {
    const std::string group = impl.words(kGroups[static_cast<std::size_t>(channel.scope)]);
    if (opml.groups.empty() || opml.groups.back().title != group) opml.groups.push_back({group, {}});
    opml.groups.back().feeds.push_back({impl.subject_title(channel),
                                        impl.address(view::feed_path(channel.key, FeedFormat::Atom)),
                                        impl.address(impl.page_of(channel))});
  }
  return {impl.root + std::string(view::kFeedList), to_opml(opml)};
}

view::Parts hearing_parts(const view::View& view, const view::SharedWords& shared, const view::Key& stamp) {
  view::Parts parts;
  for (const auto& language : view.record.site.languages)
    parts.push_back({language + "/hearings", stamp, [&view, language, shared] {
                       const auto& words = shared->in(language);
                       const auto root = view::language_root(language, view.record.site.default_language);
                       return std::vector<view::OutputFile>{
                           {root + std::string(view::kHearings), tracker::report::to_ics(hearings(view, words))}};
                     }});
  return parts;
}

view::Parts parts(const view::View& view, const view::SharedWords& words, const view::Key& stamp, const view::Key& program) {
  Keys keys(view, stamp, program);
  const auto channels = std::make_shared<const Channels>(channels_of(view));
  view::Parts parts;
  for (const auto& language : view.record.site.languages) {
    // Made once, by whoever needs it first: entries stand in several feeds.
    const auto feeds = std::make_shared<std::unique_ptr<Feeds>>();
    const auto of_language = [&view, channels, words, language, feeds]() -> Feeds& {
      if (!*feeds) *feeds = std::make_unique<Feeds>(view, *channels, words->in(language));
      return **feeds;
    };
    for (const auto& channel : channels->all)
      for (int page = 0; page <= ChannelPages(channel.entries.size()).archives; ++page)
        parts.push_back({language + "/feed/" + channel.key + (page > 0 ? "/" + std::to_string(page) : ""),
                         keys.of(channel, language, page),
                         [of_language, channels, &channel, page] { return of_language().files_of(channel, page); }});
    parts.push_back({language + "/feeds", stamp, [of_language] { return std::vector{of_language().list()}; }});
  }
  return parts;
}

std::vector<view::OutputFile> feeds(const view::View& view) {
  std::vector<view::OutputFile> files;
  const auto words = view::shared_words(view.record);
  for (const auto& all : {hearing_parts(view, words, {}), parts(view, words, {}, {})})
    for (const auto& part : all) {
      auto made = part.make();
      std::move(made.begin(), made.end(), std::back_inserter(files));
    }
  return files;
}

}  // namespace sitegen::feed
