// Articles, sentences and sums of money in words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sitegen/page/context.h"

namespace sitegen::page {

/// "art. 272, part 1"; the reference as it stands where it has no such form.
std::string article_number(const Context& context, std::string_view reference);
/// The same, leading to the article's page.
Html article_link(const Context& context, std::string_view reference);
/// The same with its title and its law.
Html article(const Context& context, std::string_view reference);
/// The same for one of several: the law is named only where it is another than `law`, the one named last, which it then is.
Html article_after(const Context& context, std::string_view reference, std::string& law);
/// Short numbers of the charges that are live, each once.
std::vector<std::string> live_charges(const Context& context, const tracker::model::Status& status);
/// "imprisonment, 5 years; ban on activities for 3 years".
Html sentence_words(const Context& context, const tracker::model::Sentence& sentence);
std::string money(const Context& context, const tracker::model::Money& money);
/// "5 years 6 months".
std::string months(const Context& context, int count);

}  // namespace sitegen::page
