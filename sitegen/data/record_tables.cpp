// Tables of what people and events refer to: cases, sources, places, articles, bodies; and of the versions.
#include "sitegen/data/row.h"
#include "tracker/base/text.h"

namespace sitegen::data {
namespace {

void append(std::vector<Column>& columns, std::vector<Column> more) {
  for (auto& column : more) columns.push_back(std::move(column));
}

void append(Row& row, Row more) {
  for (auto& cell : more) row.push_back(std::move(cell));
}

}  // namespace

Table cases_table(const view::View& view) {
  Table table;
  table.name = "cases";
  table.title = "Cases";
  table.description = "One row a prosecution.";
  table.columns = {{"id", Type::Text, "Permanent identifier.", true, ""}};
  append(table.columns, in_languages(view, "title", "What the case is called"));
  append(table.columns, {{"kind", Type::Text, "Code: criminal, administrative.", true, ""},
                         {"number", Type::Text, "The court's number.", false, ""},
                         {"court", Type::Text, "The court.", false, "places.id"},
                         {"region", Type::Text, "The region.", false, "places.id"},
                         {"defendants", Type::Text, "Separated by a space.", false, ""},
                         {"tags", Type::Text, "Codes, separated by a space.", false, ""},
                         version_column()});
  table.key = {"id"};
  table.each = [&view](const RowSink& sink) {
    for (const auto& of_case : view.record.cases) {
      Row row = {text(of_case.id)};
      add_in_languages(row, view, of_case.title);
      append(row, {code(of_case.kind), text(of_case.number), text(of_case.court.id), text(of_case.region.id),
                   text(ids(of_case.defendants)), text(tracker::base::join(of_case.tags, " ")),
                   integer(view.newest().number)});
      sink(row);
    }
  };
  return table;
}

Table sources_table(const view::View& view) {
  Table table;
  table.name = "sources";
  table.title = "Sources";
  table.description = "One row a document or followed page.";
  table.columns = {{"id", Type::Text, "Permanent identifier.", true, ""}};
  append(table.columns, in_languages(view, "title", "What the source is called"));
  append(table.columns, {{"publisher", Type::Text, "Who publishes it.", true, ""},
                         {"kind", Type::Text, "Code.", true, ""},
                         {"url", Type::Address, "Where it stands.", false, ""},
                         {"languages", Type::Text, "Separated by a space.", false, ""},
                         {"published", Type::Edtf, "When.", false, ""},
                         version_column()});
  table.key = {"id"};
  table.each = [&view](const RowSink& sink) {
    for (const auto& source : view.record.sources) {
      Row row = {text(source.id)};
      add_in_languages(row, view, source.title);
      append(row, {text(source.publisher), code(source.kind), text(source.url),
                   text(tracker::base::join(source.languages, " ")), edtf(source.published),
                   integer(view.newest().number)});
      sink(row);
    }
  };
  return table;
}

Table places_table(const view::View& view) {
  Table table;
  table.name = "places";
  table.title = "Places";
  table.description = "Regions, cities, courts and prisons.";
  table.columns = {{"id", Type::Text, "Permanent identifier.", true, ""}};
  append(table.columns, in_languages(view, "name", "What the place is called"));
  append(table.columns, {{"kind", Type::Text, "Code.", true, ""},
                         {"within", Type::Text, "What it lies in.", false, "places.id"},
                         version_column()});
  table.key = {"id"};
  table.each = [&view](const RowSink& sink) {
    for (const auto& place : view.record.places) {
      Row row = {text(place.id)};
      add_in_languages(row, view, place.name);
      append(row, {code(place.kind), text(place.within.id), integer(view.newest().number)});
      sink(row);
    }
  };
  return table;
}

Table articles_table(const view::View& view) {
  Table table;
  table.name = "articles";
  table.title = "Articles of laws";
  table.description = "One row an article.";
  table.columns = {{"law", Type::Text, "Identifier of the law.", true, ""},
                   {"article", Type::Text, "Number.", true, ""}};
  append(table.columns, in_languages(view, "title", "What the article is about"));
  table.columns.push_back(version_column());
  table.key = {"law", "article"};
  table.each = [&view](const RowSink& sink) {
    for (const auto& law : view.record.laws)
      for (const auto& article : law.articles) {
        Row row = {text(law.id), text(article.number)};
        add_in_languages(row, view, article.title);
        row.push_back(integer(view.newest().number));
        sink(row);
      }
  };
  return table;
}

Table designations_table(const view::View& view) {
  Table table;
  table.name = "designations";
  table.title = "Bodies that recognise prisoners";
  table.description = "One row a list or body.";
  table.columns = {{"id", Type::Text, "Permanent identifier.", true, ""}};
  append(table.columns, in_languages(view, "name", "What it is called"));
  append(table.columns, {{"body", Type::Text, "Who keeps it.", true, ""},
                         {"url", Type::Address, "Where it stands.", false, ""},
                         version_column()});
  table.key = {"id"};
  table.each = [&view](const RowSink& sink) {
    for (const auto& designation : view.record.designations) {
      Row row = {text(designation.id)};
      add_in_languages(row, view, designation.name);
      append(row, {text(designation.body), text(designation.url), integer(view.newest().number)});
      sink(row);
    }
  };
  return table;
}

Table versions_table(const view::View& view) {
  Table table;
  table.name = "versions";
  table.title = "Versions";
  table.description = "One row a version with its totals: previous + entered − left = current.";
  table.columns = {{"number", Type::Integer, "1, 2, …", true, ""},
                   {"recorded", Type::Moment, "When.", true, ""},
                   {"hash", Type::Text, "SHA-256 of the version in the chain.", true, ""},
                   {"changes", Type::Integer, "Changed fields.", true, ""},
                   {"persons", Type::Integer, "People on the list.", true, ""},
                   {"deprived_of_liberty", Type::Integer, "Of these deprived of liberty.", true, ""},
                   {"deprived_entered", Type::Integer, "Who entered that number.", true, ""},
                   {"deprived_left", Type::Integer, "Who left it.", true, ""},
                   {"prosecuted", Type::Integer, "Ever a defendant of a criminal case.", true, ""},
                   {"note", Type::Text, "Why, in the maintainers' words.", false, ""},
                   version_column()};
  table.key = {"number"};
  table.each = [&view](const RowSink& sink) {
    for (const auto& shown : view.history) {
      const auto& version = *shown.version;
      const auto& headline = version.headline;
      sink({integer(version.number), text(tracker::base::to_rfc3339(version.recorded)), text(version.hash.hex()),
            integer(static_cast<long long>(shown.count_changes())), integer(headline.persons.current),
            integer(headline.deprived.current), integer(static_cast<long long>(headline.deprived.entered.size())),
            integer(static_cast<long long>(headline.deprived.left.size())), integer(headline.prosecuted.current),
            text(version.note), integer(view.newest().number)});
    }
  };
  return table;
}

}  // namespace sitegen::data
