#include "tracker/record/entity_rows.h"

#include "tracker/record/columns.h"

namespace tracker::record {

EntityRows::EntityRows(db::Database& database)
    : site_(insert_into(
          database, "site",
          "file, title, languages, default_language, publisher, contact, base_url, time_zone, country")),
      source_(
          insert_into(database, "source",
                      "id, file, title, publisher, kind, url, languages, rhythm, independence, published, "
                      "licence")),
      place_(insert_into(database, "place", "id, file, kind, name, within")),
      designation_(insert_into(database, "designation", "id, file, name, body, url")),
      ruling_(insert_into(database, "ruling", "id, file, kind, subject, field, other, date, by, reason")),
      page_(insert_into(database, "page", "id, file, sequence, title")),
      page_text_(insert_into(database, "page_text", "page, language, file, draft, body")),
      word_(insert_into(database, "word", "language, key, file, pattern")) {}

void EntityRows::write(const model::Site& site, const std::string& path) {
  site_.run(path, to_json(site.title), to_json(site.languages), site.default_language, site.publisher,
            site.contact, site.base_url, site.time_zone, to_json(site.country));
}

void EntityRows::write(const model::Source& source, const std::string& path) {
  source_.run(source.id, path, to_json(source.title), source.publisher, model::code_of(source.kind),
              said(source.url), to_json(source.languages), model::code_of(source.rhythm),
              said(source.independence), edtf(source.published), said(source.licence));
}

void EntityRows::write(const model::Place& place, const std::string& path) {
  place_.run(place.id, path, model::code_of(place.kind), to_json(place.name), said(place.within));
}

void EntityRows::write(const model::Designation& designation, const std::string& path) {
  designation_.run(designation.id, path, to_json(designation.name), designation.body, said(designation.url));
}

void EntityRows::write(const model::Ruling& ruling, const std::string& path) {
  ruling_.run(ruling.id, path, model::code_of(ruling.kind), ruling.subject, said(ruling.field),
              said(ruling.other), edtf(ruling.date), ruling.by, to_json(ruling.reason));
}

void EntityRows::write(const model::Page& page, const std::string& path) {
  page_.run(page.id, path, page.order, to_json(page.title));
  write_text(page, path);
}

void EntityRows::write_text(const model::Page& page, const std::string& path) {
  for (const auto& [language, text] : page.text)
    page_text_.run(page.id, language, path, text.draft, text.body);
}

void EntityRows::write(const model::Words& words, const std::string& path) {
  for (const auto& [key, pattern] : words.words) word_.run(words.language, key, path, pattern);
}

}  // namespace tracker::record
