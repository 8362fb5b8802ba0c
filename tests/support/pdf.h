// PDF files made by hand, as small as they can be: for tests of what reads them.
#pragma once

#include <string>
#include <vector>

namespace tests {

/// A document with a page a text (Latin letters, no brackets). `catalog` is added to its catalogue: "/OpenAction …".
std::string pdf_of(const std::vector<std::string>& pages, const std::string& catalog = "");

/// A document of one page whose content is `content` repeated `times` times, packed twice so that few bytes stand for many.
std::string pdf_bomb(const std::string& content, std::size_t times);

}  // namespace tests
