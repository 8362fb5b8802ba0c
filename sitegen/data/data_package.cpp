#include "sitegen/data/data_package.h"

#include <nlohmann/json.hpp>

#include "tracker/base/digest.h"
#include "tracker/base/text.h"

namespace sitegen::data {
namespace {

using Json = nlohmann::ordered_json;

void set_type(Json& field, Type type) {
  switch (type) {
    case Type::Text: field["type"] = "string"; return;
    case Type::Integer: field["type"] = "integer"; return;
    case Type::Boolean:
      field["type"] = "boolean";
      field["trueValues"] = {"yes"};
      field["falseValues"] = {"no"};
      return;
    case Type::Edtf:
      field["type"] = "string";
      field["rdfType"] = "http://id.loc.gov/datatypes/edtf/EDTF";
      return;
    case Type::Day: field["type"] = "date"; return;
    case Type::Moment: field["type"] = "datetime"; return;
    case Type::Address: field["type"] = "string"; return;
  }
}

Json field_of(const Column& column, bool is_key) {
  Json field = {{"name", column.name}};
  set_type(field, column.type);
  field["description"] = column.description;
  if (column.required) field["constraints"]["required"] = true;
  if (is_key) field["constraints"]["unique"] = true;
  return field;
}

Json schema_of(const Table& table) {
  Json schema, keys = Json::array();
  schema["fields"] = Json::array();
  for (const auto& column : table.columns) {
    schema["fields"].push_back(field_of(column, table.key.size() == 1 && table.key[0] == column.name));
    if (column.refers_to.empty()) continue;
    const auto parts = tracker::base::split(column.refers_to, '.');
    keys.push_back({{"fields", Json::array({column.name})},
                    {"reference", {{"resource", parts[0]}, {"fields", Json::array({parts[1]})}}}});
  }
  schema["missingValues"] = Json::array({""});
  if (!table.key.empty()) schema["primaryKey"] = table.key;
  if (!keys.empty()) schema["foreignKeys"] = std::move(keys);
  return schema;
}

Json resource_of(const Resource& resource) {
  Json object;
  object["name"] = resource.table->name;
  object["type"] = "table";
  object["path"] = resource.path;
  object["title"] = resource.table->title;
  object["description"] = resource.table->description;
  object["format"] = "csv";
  object["mediatype"] = "text/csv";
  object["encoding"] = "utf-8";
  object["bytes"] = resource.bytes->size();
  object["hash"] = "sha256:" + tracker::base::sha256(*resource.bytes).hex();
  object["dialect"] = {{"lineTerminator", "\r\n"}, {"header", true}};
  object["schema"] = schema_of(*resource.table);
  return object;
}

Json licence_of(const std::string& licence) {
  Json object;
  if (licence == "CC BY 4.0") {
    object["name"] = "CC-BY-4.0";
    object["path"] = "https://creativecommons.org/licenses/by/4.0/";
  } else {
    // A name has letters, digits, '-', '.' and '_' (Data Package 2, licenses).
    std::string name;
    for (const char c : licence) {
      const bool fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
      name += fits ? c : '-';
    }
    object["name"] = name;
  }
  object["title"] = licence;
  return object;
}

}  // namespace

std::string data_package(const view::View& view, const std::vector<Resource>& resources) {
  const auto& site = view.record.site;
  Json package;
  package["$schema"] = "https://datapackage.org/profiles/2.0/datapackage.json";
  package["name"] = site.id_prefix.empty() ? "list" : "list-" + site.id_prefix;
  package["id"] = "tag:" + site.tag_authority + ":dataset";
  package["title"] = site.title.in("en", site.default_language);
  if (!site.subtitle.empty()) package["description"] = site.subtitle.in("en", site.default_language);
  package["homepage"] = site.base_url;
  package["version"] = std::to_string(view.newest().number);
  package["created"] = tracker::base::to_rfc3339(view.newest().recorded);
  if (!site.licence.empty()) package["licenses"] = Json::array({licence_of(site.licence)});
  package["contributors"] = Json::array({{{"title", site.publisher}, {"path", site.base_url}, {"roles", {"publisher"}}}});
  package["resources"] = Json::array();
  for (const auto& resource : resources) package["resources"].push_back(resource_of(resource));
  return package.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace sitegen::data
