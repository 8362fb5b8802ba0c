// How an article of a law is written in a reference: "law:article", "law:article.part", "law:article.part.clause".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tracker::model {

struct ArticleRef {
  std::string law;      // "kz-cc-2014"
  std::string article;  // "272", "269-1"
  std::string part;     // "1", "2-1"; empty where not known
  std::string clause;   // "2"; empty where not known

  /// "272.1"; without the law.
  std::string number() const;
  friend bool operator==(const ArticleRef&, const ArticleRef&) = default;
};

/// Nothing where the text has not that form.
std::optional<ArticleRef> parse_article_ref(std::string_view text);

}  // namespace tracker::model
