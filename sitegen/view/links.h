// Where everything stands in the site. Paths are below the output folder; links are relative to the page they stand on,
// so that the site works from a root, a sub-path and a USB stick.
#pragma once

#include <string>
#include <string_view>

#include "tracker/model/enums.h"

namespace sitegen::view {

enum class Facet;

/// A language's folder: "" for the default language, "ru/" for another.
std::string language_root(std::string_view language, std::string_view default_language);

/// Below a language's folder.
std::string person_path(std::string_view id);       // "people/kz-0001.html"
std::string letter_path(std::string_view id);       // "letters/kz-0001.html": the sheet for a letter to this person
std::string case_path(std::string_view id);         // "cases/shymkent-january.html"
std::string source_path(std::string_view id);       // "sources/iphr-kibhr-2023-03.html"
std::string version_path(int number);               // "versions/2.html"
std::string page_path(std::string_view id);         // "about.html"
/// "courts/x.html", "regions/x.html", "places/x.html" for every other kind.
std::string place_path(tracker::model::PlaceKind kind, std::string_view id);
std::string designation_path(std::string_view id);  // "designations/un-wgad.html"
std::string act_path(std::string_view id);          // "acts/kz-amnesty-2022.html"
std::string article_path(std::string_view law, std::string_view number);  // "articles/kz-cc-2014.272.html"
std::string dates_path(std::string_view person);    // "feeds/dates/kz-0022.ics"
/// Everybody who has this value: "status/imprisoned.html". A region's and a designation's are their own pages.
std::string facet_path(Facet facet, std::string_view value);
/// A further page of a list: "sex/male.html" goes on at "sex/male/2.html". Page 1 is the list's own path.
std::string further_path(std::string_view first, int page);
inline constexpr std::string_view kHome = "index.html";
inline constexpr std::string_view kList = "list.html";
inline constexpr std::string_view kNames = "names.html";      // A to Z by every spelling
inline constexpr std::string_view kNumbers = "numbers.html";  // charts, and every value of every filter
inline constexpr std::string_view kWhy = "why.html";          // why did the number change?
inline constexpr std::string_view kCases = "cases.html";
inline constexpr std::string_view kPlaces = "places.html";    // courts, prisons, towns
inline constexpr std::string_view kChanges = "changes.html";
inline constexpr std::string_view kSources = "sources.html";
inline constexpr std::string_view kCoverage = "coverage.html";
inline constexpr std::string_view kLaws = "laws.html";
inline constexpr std::string_view kOutcomes = "outcomes.html";
inline constexpr std::string_view kDates = "dates.html";
inline constexpr std::string_view kNotFound = "404.html";
/// The list's search and filters: code and data in one classic script.
inline constexpr std::string_view kListScript = "list.js";

inline constexpr std::string_view kFeeds = "feeds.html";
inline constexpr std::string_view kJournalists = "journalists.html";
inline constexpr std::string_view kDownloads = "downloads.html";

/// Once for all languages, below the root.
inline constexpr std::string_view kStyle = "assets/style.css";
std::string change_path(int version, std::string_view kind, std::string_view id);  // "versions/3/person-kz-0001.html"
std::string list_rows_path(int page);  // "list/2.js": what the script of a long list knows of a page
inline constexpr std::string_view kIcon = "assets/icon.svg";
inline constexpr std::string_view kPeopleCsv = "data/people.csv";
inline constexpr std::string_view kEventsCsv = "data/events.csv";
inline constexpr std::string_view kPeopleJsonLines = "data/people.jsonl";
inline constexpr std::string_view kDataPackage = "data/datapackage.json";
inline constexpr std::string_view kListLinkedData = "data/list.jsonld";
inline constexpr std::string_view kFollowTheMoney = "data/entities.ftm.json";
inline constexpr std::string_view kSqlite = "data/list.sqlite";
inline constexpr std::string_view kVersionFile = "data/version.json";
inline constexpr std::string_view kOfflineZip = "data/site.zip";
std::string evidence_path(std::string_view person);  // "data/evidence/kz-0001.zip"

/// Feeds are in a language: below that language's folder. A feed has a key; its formats and older pages share it.
enum class FeedFormat { Rss, Atom, Json };
inline constexpr FeedFormat kFeedFormats[] = {FeedFormat::Rss, FeedFormat::Atom, FeedFormat::Json};
inline constexpr std::string_view kChangesKey = "changes";
inline constexpr std::string_view kStatusKey = "status";
inline constexpr std::string_view kCorrectionsKey = "corrections";
std::string person_feed(std::string_view id);        // key "people/kz-0001"
std::string case_feed(std::string_view id);          // key "cases/harbour"
/// `article` is a reference without a part: "kz-cc-2014:405".
std::string article_feed(std::string_view article);  // key "articles/kz-cc-2014~3a405"
std::string region_feed(std::string_view id);        // key "regions/almaty-city"
/// "feeds/changes.xml", "feeds/changes.atom", "feeds/changes.json"; an older page is "feeds/changes/archive-1.xml".
std::string feed_path(std::string_view key, FeedFormat format, int archive = 0);
std::string_view media_type(FeedFormat format);
inline constexpr std::string_view kOverTimeCsv = "data/charts/over-time.csv";
inline constexpr std::string_view kFacetsCsv = "data/charts/facets.csv";
/// A feed is in a language: below that language's folder.
inline constexpr std::string_view kChangesFeed = "feeds/changes.xml";
inline constexpr std::string_view kDatesCalendar = "feeds/dates.ics";
inline constexpr std::string_view kHearings = "feeds/hearings.ics";
inline constexpr std::string_view kFeedList = "feeds/feeds.opml";

/// From a path to the folder that all paths are below: upwards("ru/people/a.html") is "../../". Links go by way of it even
/// where a shorter one would do, so that pages of one depth share what they have in common, links and all.
std::string upwards(std::string_view path);

/// The id of a thing's place on a page: "source-iphr-kibhr-2023-03".
std::string anchor(std::string_view kind, std::string_view id);

}  // namespace sitegen::view
