// The commands of `tracker`, one function and one file each. Every one reads, decides, writes: what it decides is pure and
// stands on lower floors. The return value is the exit code; what makes it impossible to go on is a base::Error.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tracker/command/context.h"

namespace tracker::command {

struct Format {
  bool json = false;
};

struct ListOptions {
  Format format;
  std::optional<std::string> as_of;   // a day; default: today, or the day of the version asked for
  std::optional<int> as_known;        // a version; default: the newest content
  std::optional<std::string> status;  // a display status code
  bool deprived = false;
};

struct ShowOptions {
  Format format;
  std::string id;
  std::optional<std::string> as_of;
  std::optional<int> as_known;
};

struct AssessOptions {
  Format format;
  std::string id;
  std::optional<std::string> as_of;
  std::optional<int> as_known;
};

struct ClocksOptions {
  Format format;
  std::optional<std::string> id;  // absent: everybody
  std::optional<std::string> as_of;
  std::optional<int> as_known;
  bool ics = false;
};

struct ChangesOptions {
  Format format;
  int since = 0;  // only versions after this one
};

struct RecordOptions {
  std::string note;
  std::optional<std::string> reason;
};

struct FetchOptions {
  Format format;
  bool all = false;  // not only what is due
  std::optional<std::string> source;
  std::optional<int> delay;           // seconds; else what site.toml says
  std::optional<int> attempts;
  std::optional<std::string> proxy;   // "" for none
  std::string ca_file;
};

struct UpdateOptions {
  bool offline = false;
  RecordOptions record;
  FetchOptions fetch;
};

struct ExportOptions {
  std::string warc;  // file to write; one of the two
  std::string zip;
  std::optional<std::string> source;
  std::optional<std::string> person;
};

struct ImportOptions {
  std::vector<std::string> files;
  std::string source;
  std::optional<std::string> url;        // where it comes from; else "file:NAME"
  std::optional<std::string> published;  // EDTF
};

struct ReadOptions {
  Format format;
  std::vector<std::string> sources;  // only these; empty: all
  std::vector<std::string> files;    // imported first, as what the one source says
};

struct MatchOptions {
  Format format;
  std::string name;
  std::string language;
  std::vector<std::string> articles;
  std::vector<std::string> places;  // courts and places as written
};

struct ReviewOptions {
  Format format;
  bool list = false;
  std::optional<std::string> show;
  std::vector<std::string> accept;  // ids
  std::vector<std::string> reject;
  std::optional<std::string> not_person;
  bool patch = false;
  std::optional<std::string> dropped;  // a patch; "-" for standard input
  std::string reason;
  std::string person;                // an id, or "new"
  std::string case_id;               // an id, "new" or "none"
  std::optional<std::string> event;  // a file with the event in place of the proposed one; "-" for standard input
  std::string by;                    // who decides; published with rulings
};

struct ExtractOptions {
  std::string file;
  std::string language;                  // empty: found a paragraph
  std::optional<std::string> published;  // the day the text was published
  bool jsonl = false;
};

struct InitOptions {
  std::string folder;
  std::string title;
  std::string prefix;
  std::string languages = "en";
};

/// Loads everything, checks everything, prints findings to stdout. Fails where there is an error.
int check(const Format& format, Context& context);
/// Writes the next version where something changed, and brings the index up to date.
int record(const RecordOptions& options, Context& context);
/// fetch, then record, then a summary that a person can act on.
int update(const UpdateOptions& options, Context& context);
/// Follows the sources that are due.
int fetch(const FetchOptions& options, Context& context);
/// Reads what is new in the archive into statements and proposals.
int read(const ReadOptions& options, Context& context);
/// Who on the list a name can mean, with the score and its reasons.
int match(const MatchOptions& options, Context& context);
/// Shows what waits and writes what is decided into content/.
int review(const ReviewOptions& options, Context& context);
/// Keeps files that a person hands in, as a fetch keeps pages, and reads them. Fails where one cannot be read; it is kept all
/// the same.
int import_files(const ImportOptions& options, Context& context);
int list(const ListOptions& options, Context& context);
int show(const ShowOptions& options, Context& context);
/// What each amnesty act says for each charge, step by step, beside what the court decided.
int assess(const AssessOptions& options, Context& context);
/// When terms, bans, deferrals and the rest end, with the sum line by line; or as a calendar.
int clocks(const ClocksOptions& options, Context& context);
int changes(const ChangesOptions& options, Context& context);
/// The chain of versions, every archived byte, and the index against both. `folder`: versions of a copy or a mirror.
int verify(const std::optional<std::string>& folder, const Format& format, Context& context);
/// Makes the index again from content/ and the archive, and puts it in place of the old one.
int rebuild(Context& context);
/// What a text says happened to whom, with its exact words; nothing is kept.
int extract(const ExtractOptions& options, Context& context);
int sources(const Format& format, Context& context);
/// Receipts and archived bytes as a WARC or a zip; everything, or what belongs to a source or a person.
int export_evidence(const ExportOptions& options, Context& context);
/// A new, empty list in a new folder, which builds at once.
int init(const InitOptions& options, Context& context);

}  // namespace tracker::command
