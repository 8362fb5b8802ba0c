#include "sitegen/view/material.h"

namespace sitegen::view {

Material& Material::add(std::string_view text) {
  const auto size = text.size();
  bytes_.append(reinterpret_cast<const char*>(&size), sizeof size);
  bytes_.append(text);
  return *this;
}

Material& Material::add(const Key& key) {
  bytes_.append(reinterpret_cast<const char*>(&key), sizeof key);
  return *this;
}

Material& Material::add(long long number) {
  bytes_.append(reinterpret_cast<const char*>(&number), sizeof number);
  return *this;
}

Material& Material::add(const tracker::model::Localised& text) {
  for (const auto& [language, value] : text.by_language) add(std::string_view(language)).add(std::string_view(value));
  return add(std::string_view());
}

}  // namespace sitegen::view
