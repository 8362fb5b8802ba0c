// The nouns of the record as plain structs. One struct is what one content file says; ids tie them together.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tracker/model/event.h"
#include "tracker/model/law.h"
#include "tracker/model/offence.h"

namespace tracker::model {

/// Who recognises the person, since when and by which criterion. Never inferred by the program.
struct Recognition {
  Ref by;  // designation id
  std::optional<base::PartialDate> since;
  std::optional<base::PartialDate> until;
  std::string criterion;  // key of a criterion of the designation
  std::vector<Citation> sources;
};

struct Person {
  std::string id;
  Localised name;                 // empty: the name is not known
  std::vector<std::string> also;  // other spellings, court forms, pseudonyms
  std::optional<Sex> sex;
  std::optional<base::PartialDate> born;  // the year; a full date only with a ruling
  std::vector<std::string> groups;        // words in i18n: group.<code>
  Ref region;
  std::string occupation;  // word in i18n: occupation.<code>
  Localised activity;      // what the person did, apart from the charge
  std::vector<std::string> tags;
  Localised identity_note;  // a doubt about who this is, said openly
  std::optional<Certainty> identity;
  std::vector<Recognition> designations;
  std::vector<Event> events;
  std::map<std::string, Text> life;  // by language
  std::string file;
  Position at;
};

/// One prosecution, shared by its defendants.
struct Case {
  std::string id;
  Localised title;
  CaseKind kind = CaseKind::Criminal;
  std::string number;  // CCCC-YY-00-T/N
  Ref court;
  Ref region;
  std::vector<Ref> defendants;
  std::vector<std::string> tags;
  Localised summary;
  std::vector<Event> events;
  std::vector<Offence> offences;
  std::string file;
  Position at;
};

/// What a page must look like to count as seen (evidence of absence needs a page that passed these). Rows are those of
/// a table, the entries of a feed, the links of a listing.
struct Expectation {
  std::optional<int> min_words;
  std::optional<int> max_words;
  std::optional<int> min_rows;
  std::optional<int> max_rows;
  std::optional<int> max_shrink_percent;  // between two captures, of words and of rows
  std::string canary;                     // text that must be there
  std::vector<std::string> blocked;       // texts that only stand on a page that is not the page
  std::vector<std::string> nothing;       // texts by which the page says that there are no rows: that is no failure
};

/// Which pages a listing, a feed or a sitemap leads to.
struct Following {
  Expression links;       // selector of the links; without it all of the part
  Expression pattern;     // RE2 that an address must match
  Expression next;        // selector of the link to the next page
  std::optional<int> most_pages;  // of a listing, sitemaps of an index: 10 where nothing is said
  std::optional<int> most_links;  // of one capture: 200 where nothing is said
  bool other_hosts = false;       // links may lead to other hosts
  Expression select;              // part to read of the pages that are followed
};

/// From which cell of a court's table a field is read.
struct ColumnRule {
  CourtField field = CourtField::CaseNumber;
  std::string header;         // words of the column's head, or of part of it; case and spaces do not matter
  std::optional<int> number;  // of the column, from 1, where the table has no head
  Expression pattern;               // RE2: its first group, else all of it, is the value; the whole cell where it is empty
  Position at;
};

/// How a page betrays that it is not the page that was asked for.
struct Fingerprint {
  std::string id;
  FingerprintKind kind = FingerprintKind::Denied;
  std::vector<std::string> all;    // texts that all stand on it, in its words or its markup; case does not matter
  std::optional<int> most_words;   // a page with more words is no such page, whatever stands on it
  Localised note;
  std::string file;
  Position at;
};

struct Source {
  std::string id;
  Localised title;
  std::string publisher;
  SourceKind kind = SourceKind::Cited;
  std::string url;
  std::vector<std::string> languages;
  Rhythm rhythm = Rhythm::Never;
  std::string independence;  // sources of one group count once
  std::optional<base::PartialDate> published;
  Expression select;                 // XPath or CSS of the part to read
  std::vector<Expression> remove;    // of what stands in the part and is left out
  std::string zone;            // of times that are written without one: "Asia/Almaty"
  std::optional<Following> follow;
  std::vector<ColumnRule> columns;
  std::string licence;
  Localised note;
  std::optional<Expectation> expect;
  bool allow_private_addresses = false;  // loopback and private networks, for tests and mirrors
  std::optional<int> patience;           // seconds in which a server must send something in earnest; unset: fetch::limits_of
  std::vector<std::string> certificates;  // SHA-256 of keys that a person has vouched for, in hexadecimal
  std::string file;
  Position at;

  bool is_followed() const { return kind != SourceKind::Cited && kind != SourceKind::Import; }
};

struct Place {
  std::string id;
  PlaceKind kind = PlaceKind::Other;
  Localised name;
  Ref within;  // the region of a city, the city of a court
  Localised letters;  // of a prison: the public address for letters to people held there, its lines parted by ", "
  std::string file;
  Position at;
};

struct Designation {
  std::string id;
  Localised name;
  std::string body;  // who keeps the list or gives the opinion
  std::string url;
  std::map<std::string, Localised> criteria;
  Localised note;
  std::string file;
  Position at;
};

struct Ruling {
  std::string id;
  RulingKind kind = RulingKind::Correction;
  std::string subject;  // "person/kz-0001"
  std::string field;    // "event.e3.date"; empty for the whole
  std::string other;    // the second subject of an identity ruling
  std::optional<base::PartialDate> date;
  std::string by;
  Localised reason;
  std::string file;
  Position at;
};

struct Page {
  std::string id;  // file name in URLs
  int order = 0;
  Localised title;
  std::map<std::string, Text> text;  // by language
  std::string file;
  Position at;
};

/// How well labelled texts were read: written by scripts/measure-reader, never by hand. Shares are in thousandths.
struct Measurement {
  std::string id;        // "corpus-ru"
  std::string texts;     // code of the set of texts: "corpus", "briefing"
  std::string language;  // tag; empty for all together
  int pages = 0;
  int labels = 0;
  int predictions = 0;
  std::optional<int> precision, recall, f1;
  std::optional<int> dates, months, articles;  // right, of what was found; absent where no label has one
  int invented = 0;                            // quotations that do not stand in the text
  std::optional<base::PartialDate> measured;
  std::string file;
  Position at;
};

/// Words of the site in one language: "status.imprisoned" to an ICU MessageFormat pattern.
struct Words {
  std::string language;
  std::string name;  // of the language, in itself
  bool draft = false;
  std::map<std::string, std::string, std::less<>> words;
  std::string file;
  Position at;
};

/// What is published for programs; everything, unless it is named here. It says nothing about anybody, so it stands in no
/// version.
struct Downloads {
  std::vector<Download> without;
};

/// How sources are asked. It says nothing about anybody, so it stands in no version.
struct FetchSettings {
  std::optional<int> delay;          // seconds between two requests to one host
  std::optional<int> longest_delay;  // seconds; a Crawl-delay above it is taken as this
  std::optional<int> attempts;       // of a request that a server says to repeat
  std::optional<int> backoff;        // seconds before the second of them
  std::optional<int> requests;       // of one run
  std::optional<int> megabytes;      // of one run
  std::optional<int> minutes;        // of one run
  std::string proxy;                 // "socks5h://127.0.0.1:9050"; none where it is empty
  std::vector<std::string> interception_roots;  // names of certificates that are known to stand between

  friend bool operator==(const FetchSettings&, const FetchSettings&) = default;
};

struct Site {
  Localised title;
  Localised subtitle;
  std::vector<std::string> languages;
  std::string default_language;
  std::string publisher;
  std::string contact;        // an address for corrections: mailto: or https:
  std::string base_url;       // ends in "/"
  std::string tag_authority;  // RFC 4151: "authority,date"; never changes, whatever the address becomes
  std::string time_zone;
  std::string licence;
  std::string signing_key;
  std::string id_prefix;  // of person ids: "kz"
  Localised country;
  std::optional<Downloads> downloads;
  std::optional<FetchSettings> fetch;
  std::string file;
  Position at;

  bool offers(Download download) const {
    return !downloads || std::find(downloads->without.begin(), downloads->without.end(), download) == downloads->without.end();
  }
};

}  // namespace tracker::model
