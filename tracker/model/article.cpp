#include "tracker/model/article.h"

namespace tracker::model {

std::string ArticleRef::number() const {
  std::string text = article;
  if (!part.empty()) text += '.' + part;
  if (!clause.empty()) text += '.' + clause;
  return text;
}

std::optional<ArticleRef> parse_article_ref(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == 0 || colon == std::string_view::npos) return std::nullopt;
  ArticleRef ref{.law = std::string(text.substr(0, colon))};
  std::string* const pieces[] = {&ref.article, &ref.part, &ref.clause};
  std::size_t piece = 0;
  for (const char c : text.substr(colon + 1)) {
    if (c == '.') {
      if (pieces[piece]->empty() || ++piece == std::size(pieces)) return std::nullopt;
    } else if ((c >= '0' && c <= '9') || (c == '-' && !pieces[piece]->empty())) {
      *pieces[piece] += c;
    } else {
      return std::nullopt;
    }
  }
  if (pieces[piece]->empty()) return std::nullopt;
  return ref;
}

}  // namespace tracker::model
