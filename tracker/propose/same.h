// When two things told are one event. Private to this folder.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tracker/model/event.h"

namespace tracker::propose {

/// Both may be of one day. An absent date may be any.
bool dates_fit(const std::optional<base::PartialDate>& a, const std::optional<base::PartialDate>& b);
/// Every day of `a` is one of `b`, which has more.
bool is_closer(const base::PartialDate& a, const base::PartialDate& b);
/// Charges share an article, or one of them says none.
bool charges_fit(const std::vector<model::Ref>& a, const std::vector<model::Ref>& b);
/// Length and kind of a punishment do not exclude each other.
bool terms_fit(const model::Event& a, const model::Event& b);

/// One event, as far as what is said goes. `Undated` says what an absent date is taken for.
enum class Undated { FitsAny, FitsNone };
bool is_same(const model::Event& a, const model::Event& b, Undated undated);

/// Two tellings of one event that disagree: a day or few apart with the same term, or of one day with another term. In
/// words ("36 months, elsewhere 60"); empty where they are no such pair.
std::vector<std::string> differences(const model::Event& told, const model::Event& known, const std::string& other);

/// Takes over what `more` says and `event` does not: the closer date, articles, term, place.
void refine(model::Event& event, const model::Event& more);

}  // namespace tracker::propose
