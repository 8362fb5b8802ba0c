#include "tracker/record/law_rows.h"

#include "tracker/record/columns.h"

namespace tracker::record {

LawRows::LawRows(db::Database& database)
    : law_(insert_into(database, "law",
                       "id, file, kind, title, number, adopted, in_force, url, citation, certainty")),
      article_(insert_into(database, "article", "law, number, title")),
      part_(insert_into(
          database, "article_part",
          "law, article, position, part, max_months, life_term, infraction, fault, classes, valid_from, "
          "valid_to, citation, certainty")),
      entry_(insert_into(database, "list_entry", "act, position, article, listed, citation, certainty")) {}

void LawRows::write(const model::Law& law, const std::string& path) {
  law_.run(law.id, path, model::code_of(law.kind), to_json(law.title), said(law.number), edtf(law.adopted),
           edtf(law.in_force), said(law.url), said(law.citation), model::code_of(law.certainty));
  for (const auto& article : law.articles) write_article(law, article);
  for (std::size_t position = 0; position < law.list.size(); ++position) {
    const auto& entry = law.list[position];
    entry_.run(law.id, position, entry.article, model::code_of(entry.listed), said(entry.citation),
               model::code_of(entry.certainty));
  }
}

void LawRows::write_article(const model::Law& law, const model::Article& article) {
  article_.run(law.id, article.number, to_json(article.title));
  for (std::size_t position = 0; position < article.parts.size(); ++position) {
    const auto& part = article.parts[position];
    part_.run(law.id, article.number, position, said(part.part), part.max_months, part.life_term,
              part.infraction, code(part.fault), to_json(part.classes), edtf(part.valid_from),
              edtf(part.valid_to), said(part.citation), model::code_of(part.certainty));
  }
}

}  // namespace tracker::record
