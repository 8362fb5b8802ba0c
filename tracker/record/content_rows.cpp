#include "tracker/record/content_rows.h"

#include "tracker/base/error.h"
#include "tracker/record/columns.h"
#include "tracker/version/fields.h"

namespace tracker::record {
namespace {

template <class Entity>
bool is_own_file(const Entity* whole, const Entity& part) {
  return whole && whole->file == part.file;
}

}  // namespace

ContentRows::ContentRows(db::Database& database, const model::Record& whole)
    : whole_(whole),
      remove_(database.prepare("DELETE FROM file WHERE path = ?")),
      file_(insert_into(database, "file", "path, kind, digest, document")),
      people_(database),
      laws_(database),
      others_(database) {}

void ContentRows::remove(const std::string& path) {
  remove_.run(path);
}

void ContentRows::write(const IndexedFile& file) {
  try {
    file_.run(file.path, file.kind, file.digest.hex(), file.document);
    if (!file.document.empty()) write_part(version::parse_document(file.document), file.path);
  } catch (const base::Error& error) {
    throw base::Error("cannot index " + file.path + ": " + error.what(), error.hint());
  }
}

void ContentRows::write_part(const model::Record& part, const std::string& path) {
  if (!part.site.default_language.empty()) others_.write(part.site, path);
  for (const auto& source : part.sources) others_.write(source, path);
  for (const auto& place : part.places) others_.write(place, path);
  for (const auto& designation : part.designations) others_.write(designation, path);
  for (const auto& ruling : part.rulings) others_.write(ruling, path);
  for (const auto& words : part.words) others_.write(words, path);
  for (const auto& law : part.laws) laws_.write(law, path);
  for (const auto& of_case : part.cases) people_.write(of_case, path);
  for (const auto& person : part.people) {
    if (is_own_file(model::find_person(whole_, person.id), person)) {
      people_.write(person, path);
    } else {
      people_.write_life(person, path);
    }
  }
  for (const auto& page : part.pages) {
    if (is_own_file(model::find_page(whole_, page.id), page)) {
      others_.write(page, path);
    } else {
      others_.write_text(page, path);
    }
  }
}

}  // namespace tracker::record
