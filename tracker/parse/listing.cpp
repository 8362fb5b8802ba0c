#include <re2/re2.h>

#include <unordered_set>

#include "tracker/markup/plain.h"
#include "tracker/markup/selector.h"
#include "tracker/parse/address.h"
#include "tracker/parse/kinds.h"

namespace tracker::parse {
namespace {

using markup::Node;

/// Where a link leads: of the element, else of the first link in it.
std::string_view target_of(Node node) {
  if (const auto href = node.attribute("href")) return *href;
  std::string why;
  static const auto selector = markup::Selector::parse("a[href]", why);
  const Node link = selector->first(node);
  return link ? link.attribute("href").value_or("") : std::string_view{};
}

std::vector<Node> chosen(const model::Expression& rule, const char* usual, const std::vector<Node>& parts) {
  std::string why;
  const auto selector = markup::Selector::parse(rule.empty() ? usual : rule.text, why);
  std::vector<Node> nodes;
  if (!selector) return nodes;
  for (const auto& part : parts)
    for (const auto node : selector->select(part)) nodes.push_back(node);
  return nodes;
}

}  // namespace

void read_listing(const Input& input, Parsed& parsed) {
  const std::string text = decode_into(input, markup::Syntax::Html, parsed);
  const auto document = tree_of(text, parsed);
  if (!document) return;
  const auto parts = parts_of(input, *document, parsed);
  add_words(input, *document, parts, parsed);
  if (parsed.outcome != model::ReadingOutcome::Read) return;

  const model::Following follow = input.source.follow.value_or(model::Following{});
  const re2::RE2 pattern(follow.pattern.text, re2::RE2::Quiet);
  const std::string own_host = host_of(input.url);
  const std::string base = document->base().empty() ? std::string(input.url)
                                                    : absolute(input.url, document->base()).value_or(std::string(input.url));
  std::unordered_set<std::string> seen;
  std::size_t elsewhere = 0;
  for (const auto node : chosen(follow.links, "a[href]", parts)) {
    const auto url = absolute(base, target_of(node));
    if (!url || (!follow.pattern.empty() && !re2::RE2::PartialMatch(*url, pattern)) || !seen.insert(*url).second) continue;
    if (!follow.other_hosts && host_of(*url) != own_host) {
      ++elsewhere;
      continue;
    }
    add_entry({.url = *url, .id = *url, .title = markup::plain_line(node)}, kMostEntries, parsed);
  }
  if (elsewhere > 0)
    leave_out(std::to_string(elsewhere) + " links to other hosts are not followed", parsed);
  if (follow.next.empty()) return;
  for (const auto node : chosen(follow.next, "", {document->root()})) {
    const auto url = absolute(base, target_of(node));
    if (!url || *url == input.url || host_of(*url) != own_host) continue;
    parsed.next.push_back(*url);
    return;
  }
}

}  // namespace tracker::parse
