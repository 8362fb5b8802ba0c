#include "sitegen/page/not_found.h"

#include "sitegen/page/shell.h"
#include "sitegen/view/links.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;

/// A server has one such page for everybody, so it speaks every language of the site, its own first.
Html said_in(const Context& page, const view::Words& words) {
  const Context context(page.view, words, page.path, Context::Addresses::FromHost);
  const bool is_own = words.language() == page.words.language();
  Html out =
      is_own ? element("h1", {}, context.say("lost.title")) : element("h2", {}, context.say("lost.title"));
  out += element("p", {}, context.say("lost.text"));
  out += element("p", {}, html::link(context.to(view::kList), context.say("home.to_list"), {css("button")}),
                 " ", context.link(view::kNames, context.say("names.title")));
  return element("section", {html::lang(words.language())}, out);
}

}  // namespace

view::OutputFile not_found_page(const view::View& view, const view::Words& words) {
  const Context context(view, words, std::string(view::kNotFound), Context::Addresses::FromHost);
  Html main = said_in(context, words);
  for (const auto& language : view.record.site.languages)
    if (language != words.language()) main += said_in(context, words.in(language));
  return in_shell(context, {words("lost.title"), words("lost.text"), "text", main});
}

}  // namespace sitegen::page
