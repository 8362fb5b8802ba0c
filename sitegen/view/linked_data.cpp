#include "sitegen/view/linked_data.h"

#include <nlohmann/json.hpp>

#include <utility>

#include "sitegen/view/links.h"
#include "tracker/base/text.h"

namespace sitegen::view {
namespace {

using Json = nlohmann::ordered_json;
using tracker::model::Download;
using tracker::model::Person;

constexpr const char* kContext = "https://schema.org";

std::string text_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string page(const View& view, const Words& words, const std::string& path) {
  const auto& site = view.record.site;
  return site.base_url + language_root(words.language(), site.default_language) + path;
}

std::string dataset_id(const View& view) { return view.record.site.base_url + "#dataset"; }

/// The address of a licence that is given by its short name, as schema.org wants it; else a work of that name.
Json licence_of(const std::string& licence) {
  static constexpr std::pair<std::string_view, std::string_view> kKnown[] = {
      {"CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"},
      {"CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"},
      {"CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"}};
  for (const auto& [name, address] : kKnown)
    if (licence == name) return std::string(address);
  return {{"@type", "CreativeWork"}, {"name", licence}};
}

Json download(const View& view, std::string_view path, const char* format) {
  return {{"@type", "DataDownload"},
          {"contentUrl", view.record.site.base_url + std::string(path)},
          {"encodingFormat", format}};
}

Json dataset(const View& view, const Words& words) {
  const auto& site = view.record.site;
  Json object;
  object["@type"] = "Dataset";
  object["@id"] = dataset_id(view);
  object["name"] = words.text(site.title);
  if (!site.subtitle.empty()) object["description"] = words.text(site.subtitle);
  object["url"] = page(view, words, std::string(kHome));
  object["version"] = std::to_string(view.newest().number);
  object["dateModified"] = tracker::base::to_rfc3339(view.newest().recorded);
  object["datePublished"] = tracker::base::to_rfc3339(view.versions.front().recorded);
  object["inLanguage"] = site.languages;
  if (!site.licence.empty()) object["license"] = licence_of(site.licence);
  object["isAccessibleForFree"] = true;
  object["publisher"] = {{"@type", "Organization"}, {"name", site.publisher}, {"url", site.base_url}};
  if (!site.country.empty()) object["spatialCoverage"] = {{"@type", "Country"}, {"name", words.text(site.country)}};
  Json downloads = Json::array();
  if (site.offers(Download::Tables))
    for (const auto& [path, format] : {std::pair(kPeopleCsv, "text/csv"), std::pair(kPeopleJsonLines, "application/jsonl"),
                                       std::pair(kDataPackage, "application/json")})
      downloads.push_back(download(view, path, format));
  if (site.offers(Download::Sqlite)) downloads.push_back(download(view, kSqlite, "application/vnd.sqlite3"));
  if (!downloads.empty()) object["distribution"] = std::move(downloads);
  return object;
}

/// What is public of the person and true of the person, not of the prosecution.
Json person_object(const View& view, const Words& words, const Person& person) {
  const auto& site = view.record.site;
  Json object;
  object["@type"] = "Person";
  object["@id"] = site.base_url + person_path(person.id) + "#person";
  object["identifier"] = person.id;
  object["url"] = page(view, words, person_path(person.id));
  if (!person.name.empty()) object["name"] = words.text(person.name);
  Json others = Json::array();
  for (const auto& [language, name] : person.name.by_language)
    if (name != words.text(person.name)) others.push_back(name);
  for (const auto& name : person.also) others.push_back(name);
  if (!others.empty()) object["alternateName"] = std::move(others);
  if (person.sex) object["gender"] = *person.sex == tracker::model::Sex::Female ? "https://schema.org/Female" : "https://schema.org/Male";
  if (person.born && person.born->is_exact() == false && person.born->precision() == tracker::base::Precision::Year &&
      !person.born->is_approximate() && !person.born->is_uncertain())
    object["birthDate"] = person.born->edtf();
  const auto& status = view.status_of(person);
  object["description"] = words("status." + std::string(tracker::model::code_of(status.display)));
  return object;
}

}  // namespace

std::string dataset_data(const View& view, const Words& words) {
  Json object = {{"@context", kContext}};
  object.update(dataset(view, words));
  return text_of(object);
}

std::string person_data(const View& view, const Words& words, const Person& person) {
  const auto& shown = *view.shown_in(person).version;
  Json object = {{"@context", kContext}, {"@type", "ProfilePage"}};
  object["@id"] = page(view, words, person_path(person.id));
  object["inLanguage"] = words.language();
  object["dateModified"] = tracker::base::to_rfc3339(shown.recorded);
  object["version"] = std::to_string(shown.number);
  object["isPartOf"] = {{"@type", "Dataset"}, {"@id", dataset_id(view)}};
  object["mainEntity"] = person_object(view, words, person);
  return text_of(object);
}

std::string list_data(const View& view, const Words& words) {
  std::string out = "{\"@context\":\"" + std::string(kContext) + "\",\"@graph\":[\n" + text_of(dataset(view, words));
  for (const auto& person : view.record.people) out += ",\n" + text_of(person_object(view, words, person));
  return out + "\n]}\n";
}

}  // namespace sitegen::view
