// What one content file said, kept whole beside its digest. Unlike fields, a document remembers places, so
// that rules can point at lines of files that were not read again.
#include "tracker/base/error.h"
#include "tracker/version/codec.h"
#include "tracker/version/fields.h"
#include "tracker/version/json_view.h"

namespace tracker::version {

std::string to_document(const model::Record& part) {
  Json document = Json::object();
  if (Json site = encode(part.site, Form::Document); !site.empty()) document["site"] = std::move(site);
  each_list(part, [&](const char* name, const auto& entities) {
    for (const auto& entity : entities) document[name].push_back(encode(entity, Form::Document));
  });
  return canonical(document);
}

model::Record parse_document(std::string_view json) try {
  const Where root{"indexed document"};
  static thread_local JsonReader reader;
  model::Record part;
  ObjectView object(reader.read(json, root.name), root);
  if (const auto site = object.find("site")) part.site = decode<model::Site>(*site, root);
  each_list(part, [&](const char* name, auto& entities) {
    using Entity = typename std::remove_reference_t<decltype(entities)>::value_type;
    const auto list = object.find(name);
    if (!list) return;
    const Where in_list{name, &root};
    for (const auto& entity : list_in(*list, in_list))
      entities.push_back(decode<Entity>(entity, Where{{}, &in_list, entities.size() + 1}));
  });
  object.finish();
  return part;
} catch (const base::DataError& error) {
  throw base::DataError(error.what(), "The index is damaged; make it again with `tracker rebuild`.");
}

}  // namespace tracker::version
