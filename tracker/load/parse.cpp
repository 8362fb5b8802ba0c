// What one content file says. Only errors come from here, never warnings: a file without errors need not be
// parsed again to say the same things again.
#include "tracker/base/text.h"
#include "tracker/load/bytes.h"
#include "tracker/load/content.h"
#include "tracker/load/file_kind.h"
#include "tracker/load/front_matter.h"
#include "tracker/load/toml_archive.h"
#include "tracker/load/words.h"

#include <algorithm>
#include <map>

namespace tracker::load {
namespace {

/// The heads of files that are no entity by themselves.
struct PlaceList {
  std::vector<model::Place> places;
};
struct RulingList {
  std::vector<model::Ruling> rulings;
};
struct MeasurementList {
  std::vector<model::Measurement> measurements;
};

struct FingerprintList {
  std::vector<model::Fingerprint> fingerprints;
};
struct PersonTextHead {
  std::string id;
  bool draft = false;
  model::Position at;
};
struct PageTextHead {
  std::string id;
  std::string title;
  bool draft = false;
  model::Position at;
};

template <class Archive>
void describe(Archive& a, PlaceList& list) {
  a.list("place", list.places);
}
template <class Archive>
void describe(Archive& a, RulingList& list) {
  a.list("ruling", list.rulings);
}
template <class Archive>
void describe(Archive& a, MeasurementList& list) {
  a.list("measurement", list.measurements);
}

template <class Archive>
void describe(Archive& a, FingerprintList& list) {
  a.list("fingerprint", list.fingerprints);
}
template <class Archive>
void describe(Archive& a, PersonTextHead& head) {
  a.required("id", head.id);
  a.key("draft", head.draft);
}
template <class Archive>
void describe(Archive& a, PageTextHead& head) {
  a.required("id", head.id);
  a.key("title", head.title);
  a.key("draft", head.draft);
}

model::Position position_of_id(const toml::table& table) {
  const auto* id = table.get("id");
  return position_of(id ? *id : static_cast<const toml::node&>(table));
}

void check_event_ids(const std::vector<model::Event>& events, Report& report) {
  std::map<std::string_view, int> lines;
  for (const auto& event : events) {
    if (event.id.empty()) continue;
    const auto [first, is_new] = lines.emplace(event.id, event.at.line);
    if (!is_new)
      report.error(event.at, "duplicate-event",
                   "event " + in_quotes(event.id) + " stands twice in this file, first in line " +
                       std::to_string(first->second),
                   "give each event an id of its own; never one that was used before");
  }
}

void check_articles(const model::Law& law, Report& report) {
  std::map<std::string_view, int> lines;
  for (const auto& article : law.articles) {
    const auto [first, is_new] = lines.emplace(article.number, article.at.line);
    if (!is_new)
      report.error(article.at, "duplicate-article",
                   "article " + in_quotes(article.number) + " stands twice in this law, first in line " +
                       std::to_string(first->second),
                   "put its parts and editions together");
  }
}

class Parser {
 public:
  Parser(const ContentFile& file, Report& report) : file_(file), report_(report) {
    // Files from other systems end their lines with a carriage return as well. It stays out of texts and
    // columns.
    bytes_.reserve(file.bytes.size());
    for (std::size_t i = 0; i < file.bytes.size(); ++i)
      if (file.bytes.compare(i, 2, "\r\n") != 0) bytes_ += file.bytes[i];
  }

  void run(model::Record& part) {
    switch (file_.kind) {
      case FileKind::Site:
        return read_site(part.site);
      case FileKind::Person:
        return read_person(part.people);
      case FileKind::PersonText:
        return read_person_text(part.people);
      case FileKind::Case:
        return read_case(part.cases);
      case FileKind::Source:
        return read_one(part.sources);
      case FileKind::Law:
        return read_law(part.laws);
      case FileKind::Place:
        return read_places(part.places);
      case FileKind::Designation:
        return read_one(part.designations);
      case FileKind::Words:
        return read_words_file(part.words);
      case FileKind::Measurements:
        return read_measurements(part.measurements);
      case FileKind::Fingerprints:
        return read_fingerprints(part.fingerprints);
      case FileKind::Ruling:
        return read_rulings(part.rulings);
      case FileKind::Page:
        return read_page(part.pages);
      case FileKind::PageText:
        return read_page_text(part.pages);
      case FileKind::Version:
        return;
    }
  }

 private:
  /// The table of the file as a struct, or nothing where the file is no TOML.
  template <class Struct>
  std::optional<Struct> read_struct(std::string_view toml) {
    const auto table = parse_toml(toml, report_);
    if (!table) return std::nullopt;
    Struct value;
    TomlArchive(*table, report_).read_table(*table, value);
    if constexpr (requires { value.at; }) value.at = position_of_id(*table);
    if constexpr (requires { value.file; }) value.file = report_.file();
    return value;
  }

  // An entity without an id, or with one that is no id, can be told from no other: it is left out.
  template <class Entity>
  Entity* read_one(std::vector<Entity>& list, std::string_view toml) {
    auto entity = read_struct<Entity>(toml);
    if (!entity || entity->id.empty()) return nullptr;
    return &list.emplace_back(std::move(*entity));
  }
  template <class Entity>
  void read_one(std::vector<Entity>& list) {
    read_one(list, bytes_);
  }

  template <class Entity>
  void keep_all(std::vector<Entity>& list, std::vector<Entity>& read) {
    for (auto& entity : read) {
      if (entity.id.empty()) continue;
      entity.file = report_.file();
      list.push_back(std::move(entity));
    }
  }

  void read_site(model::Site& site) {
    auto read = read_struct<model::Site>(bytes_);
    if (!read) return;
    site = std::move(*read);
    const auto& tags = site.languages;
    if (!site.default_language.empty() && !tags.empty() &&
        std::find(tags.begin(), tags.end(), site.default_language) == tags.end())
      report_.error(
          site.at, "bad-language",
          "the default language " + in_quotes(site.default_language) + " is not among the languages",
          "languages: " + base::join(tags, ", "));
  }

  void read_case(std::vector<model::Case>& cases) {
    if (const auto* one = read_one(cases, bytes_)) check_event_ids(one->events, report_);
  }

  void read_law(std::vector<model::Law>& laws) {
    if (const auto* one = read_one(laws, bytes_)) check_articles(*one, report_);
  }

  void read_places(std::vector<model::Place>& places) {
    if (auto list = read_struct<PlaceList>(bytes_)) keep_all(places, list->places);
  }

  void read_measurements(std::vector<model::Measurement>& measurements) {
    if (auto list = read_struct<MeasurementList>(bytes_)) keep_all(measurements, list->measurements);
  }

  void read_fingerprints(std::vector<model::Fingerprint>& fingerprints) {
    if (auto list = read_struct<FingerprintList>(bytes_)) keep_all(fingerprints, list->fingerprints);
  }

  void read_rulings(std::vector<model::Ruling>& rulings) {
    if (auto list = read_struct<RulingList>(bytes_)) keep_all(rulings, list->rulings);
  }

  void read_words_file(std::vector<model::Words>& all) {
    const auto table = parse_toml(bytes_, report_);
    if (!table) return;
    auto words = read_words(*table, report_);
    if (words.language.empty()) return;
    words.file = report_.file();
    all.push_back(std::move(words));
  }

  void read_person(std::vector<model::Person>& people) {
    const auto parts = front_matter();
    if (!parts) return;
    auto* person = read_one(people, parts->toml);
    auto text = body(*parts);
    if (!person) return;
    check_event_ids(person->events, report_);
    if (text) person->life.emplace("", std::move(*text));
  }

  void read_page(std::vector<model::Page>& pages) {
    const auto parts = front_matter();
    if (!parts) return;
    auto* page = read_one(pages, parts->toml);
    auto text = body(*parts);
    if (page && text) page->text.emplace("", std::move(*text));
  }

  void read_person_text(std::vector<model::Person>& people) {
    const auto parts = front_matter();
    if (!parts) return;
    const auto head = read_struct<PersonTextHead>(parts->toml);
    auto text = body_in_language(*parts);
    if (!head || head->id.empty() || !text) return;
    text->draft = head->draft;
    model::Person person{.id = head->id, .file = report_.file(), .at = head->at};
    person.life.emplace(language_of(file_.path), std::move(*text));
    people.push_back(std::move(person));
  }

  void read_page_text(std::vector<model::Page>& pages) {
    const auto parts = front_matter();
    if (!parts) return;
    const auto head = read_struct<PageTextHead>(parts->toml);
    auto text = body_in_language(*parts);
    if (!head || head->id.empty() || !text) return;
    text->draft = head->draft;
    model::Page page{.id = head->id, .file = report_.file(), .at = head->at};
    const std::string language(language_of(file_.path));
    if (!head->title.empty()) page.title.by_language.emplace(language, head->title);
    page.text.emplace(language, std::move(*text));
    pages.push_back(std::move(page));
  }

  std::optional<FrontMatter> front_matter() {
    auto parts = split_front_matter(bytes_);
    switch (parts.end) {
      case FrontMatterEnd::Closed:
        return parts;
      case FrontMatterEnd::NotOpened:
        report_.error({1, 1}, "no-front-matter", "the file does not begin with a line +++",
                      "it begins with a head in TOML between two lines +++");
        break;
      case FrontMatterEnd::NotClosed:
        report_.error({1, 1}, "no-front-matter", "the head that begins here has no end",
                      "close it with a second line +++; the text follows below");
        break;
    }
    return std::nullopt;
  }

  /// Nothing where there is no text, or one that cannot be kept; that is reported.
  std::optional<model::Text> body(const FrontMatter& parts) {
    if (parts.body.empty()) return std::nullopt;
    const auto start = position_at(bytes_, parts.body_offset);
    if (parts.body.size() > kLongestText) {
      report_.error(start, "too-long",
                    "the text has " + std::to_string(parts.body.size()) + " bytes; at most " +
                        std::to_string(kLongestText) + " are allowed",
                    "shorten it");
      return std::nullopt;
    }
    if (const auto bad = first_not_plain(parts.body)) {
      report_.error(
          position_at(bytes_, parts.body_offset + *bad), "hidden-character",
          "the text holds " + shown_character(parts.body, *bad) + ", a character that cannot be seen",
          "take it out: control characters and changes of direction can make a text look like another");
      return std::nullopt;
    }
    return model::Text{.body = std::string(parts.body), .file = report_.file()};
  }

  std::optional<model::Text> body_in_language(const FrontMatter& parts) {
    if (parts.body.empty())
      report_.error(position_at(bytes_, bytes_.size()), "no-text", "no text follows the head",
                    "write it below the second line +++, or remove the file");
    return body(parts);
  }

  const ContentFile& file_;
  Report& report_;
  std::string bytes_;
};

}  // namespace

model::Record parse(const ContentFile& file, const std::string& shown, base::Findings& findings) {
  model::Record part;
  if (file.kind == FileKind::Version) return part;
  Report report(shown_path(shown, file.path));
  if (const auto fault = fault_of_bytes(file.bytes)) {
    report.error(fault->at, fault->code, fault->message, fault->hint);
  } else {
    Parser(file, report).run(part);
  }
  std::move(report).add_to(findings);
  return part;
}

}  // namespace tracker::load
