// "What the amnesty law says" on a person's page: each act in a sentence, the steps to unfold, the court beside it.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

/// Nothing for somebody without a charge.
Html assessment_of(const Context& context, const tracker::model::Person& person);

/// One assessment as a list item: the sentence, readings, what is missing, the steps.
Html assessment_item(const Context& context, const tracker::rules::Assessment& one);

/// "What the court did: refused, between …: this agrees with the law in one of its two readings only."
Html decision_of(const Context& context, const tracker::model::Status& status, const tracker::rules::PersonLaw& law,
                 std::string_view act);

}  // namespace sitegen::page
