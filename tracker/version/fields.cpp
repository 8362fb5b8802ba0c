// Flattening: an entity in the form `Fields` (codec.h) has only objects that are to be opened, so a path is
// the keys on the way down joined with '.', and building the tree again needs no knowledge of what the keys
// mean.
#include "tracker/version/fields.h"

#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/version/codec.h"

namespace tracker::version {
namespace {

void flatten(const Json& object, const std::string& prefix, Fields& fields) {
  for (const auto& [key, value] : object.items()) {
    const std::string path = prefix.empty() ? key : prefix + '.' + key;
    if (value.is_object() && !value.empty())
      flatten(value, path, fields);
    else
      fields.emplace(path, canonical(value));
  }
}

void put(Json& tree, const std::string& path, const std::string& value, const Where& where) {
  Json* node = &tree;
  for (const auto step : base::split(path, '.')) {
    if (step.empty()) fail(where, "is no path");
    node = &(*node)[std::string(step)];
  }
  *node = parse_strict(value, where.text());
  if (node->is_null() || (node->is_object() && !node->empty())) fail(where, "has a value that is no field's");
}

Json unflatten(const Fields& fields, const Where& where) {
  Json tree = Json::object();
  for (const auto& [path, value] : fields) {
    if (path.starts_with("derived.")) continue;
    const Where here{path, &where};
    const auto below = fields.lower_bound(path + '.');
    if (below != fields.end() && below->first.starts_with(path + '.'))
      fail(here, "has a value although there are fields below it");
    put(tree, path, value, here);
  }
  return tree;
}

template <class Entity>
Entity entity_of(const Fields& fields, std::string_view id, const Where& where) {
  auto entity = decode<Entity>(unflatten(fields, where), where);
  if (entity.id.empty()) entity.id = id;  // a whole person may be withheld but for some fields
  if (entity.id != id) fail(where, "holds the id \"" + base::visible(entity.id) + "\"");
  return entity;
}

}  // namespace

State state_of(const model::Record& record) {
  State state;
  Fields site;
  model::Site published = record.site;
  published.fetch.reset();  // how sources are asked is no statement about anybody
  published.downloads.reset();
  flatten(encode(published, Form::Fields), {}, site);
  if (!site.empty()) state.emplace("site", std::move(site));
  each_versioned_list(record, [&](const std::string& kind, const auto& entities) {
    for (const auto& entity : entities) {
      const auto [place, is_new] = state.try_emplace(kind + '/' + entity.id);
      if (!is_new)
        throw base::DataError("two entities of the record are called " + base::visible(place->first));
      flatten(encode(entity, Form::Fields), {}, place->second);
    }
  });
  return state;
}

model::Record record_of(const State& state) {
  model::Record record;
  for (const auto& [key, fields] : state) {
    const Where where{key};
    const auto slash = key.find('/');
    bool is_known = key == "site";
    if (is_known) record.site = decode<model::Site>(unflatten(fields, where), where);
    each_versioned_list(record, [&, &name = key, &values = fields](std::string_view kind, auto& entities) {
      using Entity = typename std::remove_reference_t<decltype(entities)>::value_type;
      if (slash == std::string::npos || std::string_view(name).substr(0, slash) != kind) return;
      entities.push_back(entity_of<Entity>(values, std::string_view(name).substr(slash + 1), where));
      is_known = true;
    });
    if (!is_known) fail(where, "is no entity of a record");
  }
  model::sort_record(record);
  return record;
}

}  // namespace tracker::version
