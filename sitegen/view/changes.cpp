#include "sitegen/view/changes.h"

namespace sitegen::view {

const std::vector<ShownChange>& Changes::all() const {
  if (!loaded_) {
    loaded_ = std::make_shared<const std::vector<ShownChange>>(source_ ? (*source_)(version_, entity_)
                                                                       : std::vector<ShownChange>{});
  }
  return *loaded_;
}

std::size_t ShownVersion::count_changes() const {
  std::size_t count = 0;
  for (const auto& entity : entities) count += entity.changes.size();
  return count;
}

}  // namespace sitegen::view
