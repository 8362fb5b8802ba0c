#include "tracker/model/text.h"

namespace tracker::model {
namespace {
const std::string kNone;
}

const std::string& Localised::in(std::string_view language, std::string_view fallback) const {
  for (const std::string_view wanted : {language, fallback, std::string_view{}})
    if (const auto found = by_language.find(wanted); found != by_language.end()) return found->second;
  return by_language.empty() ? kNone : by_language.begin()->second;
}

bool Localised::has(std::string_view language, std::string_view fallback) const {
  return by_language.contains(language) || (language == fallback && by_language.contains(std::string_view{}));
}

}  // namespace tracker::model
