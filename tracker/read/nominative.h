// A name without the case ending that its sentence gave it.
#pragma once

#include <string>
#include <string_view>

#include "tracker/read/grammar.h"

namespace tracker::read {

/// "Ерлана Тестова" → "Ерлан Тестов", "Зареме Вымысловой" → "Зарема Вымыслова", "Асан Үсеновтың" → "Асан Үсенов". A name whose
/// nominative the endings leave in doubt ("Анвара Тестова" may be a woman) stays as it is written; so does English.
std::string nominative_of(std::string_view name, const Grammar& grammar);

/// The last word of a Kazakh name stands in the accusative: it is an object, whoever stands between it and the verb.
bool is_kazakh_accusative(std::string_view word);

}  // namespace tracker::read
