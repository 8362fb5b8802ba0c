#include "sitegen/page/texts.h"

#include "sitegen/html/markdown.h"
#include "sitegen/page/counts.h"
#include "sitegen/page/figures.h"
#include "sitegen/page/shell.h"
#include "sitegen/view/links.h"

namespace sitegen::page {

using html::css;
using html::element;

Html text_in(const Context& context, const std::map<std::string, tracker::model::Text>& texts,
             int top_heading) {
  if (texts.empty()) return {};
  auto found = texts.find(context.words.language());
  if (found == texts.end()) found = texts.find(context.words.default_language());
  if (found == texts.end()) found = texts.begin();
  const std::string language = found->first.empty() ? context.words.default_language() : found->first;
  html::MarkdownOptions options;
  options.top_heading = top_heading;
  options.root = context.to_language_root();
  Html out;
  if (const Html label = context.other_language(language); !label.empty()) out += element("p", {}, label);
  if (found->second.draft) out += element("p", {css("note")}, context.say("ui.draft_text"));
  const Html body = html::markdown(found->second.body, options);
  const html::Attributes of = language == context.words.language()
                                  ? html::Attributes{css("prose")}
                                  : html::Attributes{css("prose"), html::lang(language)};
  return all(out, element("div", of, body));
}

view::OutputFile text_page(const view::View& view, const view::Words& words,
                           const tracker::model::Page& page) {
  const Context context(view, words, view::page_path(page.id));
  Html main = element("h1", {}, context.proper(page.title));
  main += text_in(context, page.text, 2);
  if (page.id == "method") main += reading_figures(context);
  main += counts_of(context, page.id);
  return in_shell(context, {words.text(page.title), words("ui.text_description", {{"page", words.text(page.title)}, {"site", words.text(view.record.site.title)}}), "text", main});
}

}  // namespace sitegen::page
