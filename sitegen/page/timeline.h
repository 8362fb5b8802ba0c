// Events one under the other: when, what, where, on whose word. Shared by people and cases.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

/// What a person has gone through: own events and those of their cases.
Html timeline_of(const Context& context, const tracker::model::Person& person);

/// What happened in a case: its own events, and those of its defendants that name it.
Html timeline_of(const Context& context, const tracker::model::Case& of_case);

/// "Source: …": title, where in it, exact words, archived copy.
Html citation(const Context& context, const tracker::model::Citation& citation);

}  // namespace sitegen::page
