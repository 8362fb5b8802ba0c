// What goes into a key, piece by piece.
#pragma once

#include <string>
#include <string_view>

#include "sitegen/view/part.h"
#include "tracker/model/text.h"

namespace sitegen::view {

/// Texts one after the other, each with its length, so that no two lists of texts are one.
class Material {
 public:
  Material& add(std::string_view text);
  Material& add(const Key& key);
  Material& add(long long number);
  Material& add(const tracker::model::Localised& text);
  Key key() const { return key_of_bytes(bytes_); }

 private:
  std::string bytes_;
};

}  // namespace sitegen::view
