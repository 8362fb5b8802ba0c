// Where everything stands in the site. Paths are below the output folder; links are relative to the page they stand on,
// so that the site works from a root, a sub-path and a USB stick.
#pragma once

#include <string>
#include <string_view>

namespace sitegen::view {

/// A language's folder: "" for the default language, "ru/" for another.
std::string language_root(std::string_view language, std::string_view default_language);

/// Below a language's folder.
std::string person_path(std::string_view id);   // "people/kz-0001.html"
std::string case_path(std::string_view id);     // "cases/shymkent-january.html"
std::string version_path(int number);           // "versions/2.html"
std::string page_path(std::string_view id);     // "about.html"
std::string act_path(std::string_view id);      // "acts/kz-amnesty-2022.html"
std::string article_path(std::string_view law, std::string_view number);  // "articles/kz-cc-2014.272.html"
std::string dates_path(std::string_view person);  // "feeds/dates/kz-0022.ics"
inline constexpr std::string_view kHome = "index.html";
inline constexpr std::string_view kList = "list.html";
inline constexpr std::string_view kChanges = "changes.html";
inline constexpr std::string_view kSources = "sources.html";
inline constexpr std::string_view kCoverage = "coverage.html";
inline constexpr std::string_view kLaws = "laws.html";
inline constexpr std::string_view kOutcomes = "outcomes.html";
inline constexpr std::string_view kDates = "dates.html";
inline constexpr std::string_view kNotFound = "404.html";

/// Once for all languages, below the root.
inline constexpr std::string_view kStyle = "assets/style.css";
inline constexpr std::string_view kIcon = "assets/icon.svg";
inline constexpr std::string_view kPeopleCsv = "data/people.csv";
inline constexpr std::string_view kEventsCsv = "data/events.csv";
inline constexpr std::string_view kPeopleJsonLines = "data/people.jsonl";
/// A feed is in a language: below that language's folder.
inline constexpr std::string_view kChangesFeed = "feeds/changes.xml";
inline constexpr std::string_view kDatesCalendar = "feeds/dates.ics";

/// The link from one path to another: relative("ru/people/a.html", "assets/style.css") is "../../assets/style.css".
std::string relative(std::string_view from, std::string_view to);

/// The id of a source's or designation's place on the sources page: "source-iphr-kibhr-2023-03".
std::string anchor(std::string_view kind, std::string_view id);

}  // namespace sitegen::view
