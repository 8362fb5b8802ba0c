#include "tracker/read/main_text.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include "tracker/read/language.h"

namespace tracker::read {
namespace {

using markup::Node;

constexpr std::size_t kShort = 200;        // letters; a shorter block that is mostly links is a menu or a teaser
constexpr std::size_t kEnough = 140;       // letters of paragraphs that make an <article> or <main> the main text
constexpr int kDeepest = 600;              // the parser allows 512

constexpr std::array<std::string_view, 24> kBlocks = {"p", "div", "li", "td", "th", "blockquote", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6",
                                                      "pre", "section", "article", "main", "body", "tr", "table", "ul", "ol", "figcaption"};
constexpr std::array<std::string_view, 23> kSilent = {"script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button", "select",
                                                      "svg", "iframe", "object", "video", "audio", "head", "dialog", "textarea", "input", "canvas",
                                                      "menu", "figure", "label"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Names that pages give to what is not theirs to say.
const re2::RE2& furniture() {
  static const re2::RE2 pattern(
      "(?i)(?:^|[^a-z])(?:nav(?:bar|igation)?|menu|side-?bar|foot(?:er)?|bread-?crumbs?|related|recommend(?:ed|ations)?|teasers?|promo|banner|ads?|advert(?:isement)?|"
      "cookies?|consent|share|sharing|social|comments?|widget|popular|most-?read|read-?(?:more|also|next)|tags?|subscri(?:be|ption)|newsletter|"
      "login|search|caption|credits?|toolbar|pagination|pager|skip-?link|popup|modal|outbrain|taboola|see-?also|latest|trending)(?:$|[^a-z])");
  return pattern;
}

std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > ' ' && (byte & 0xC0) != 0x80;
  }));
}

bool is_left_out(Node node) {
  if (is_one_of(kSilent, node.name())) return true;
  if (node.attribute("hidden") || node.attribute("aria-hidden").value_or("") == "true") return true;
  const auto role = node.attribute("role").value_or("");
  if (role == "navigation" || role == "complementary" || role == "contentinfo" || role == "search" || role == "dialog" || role == "banner") return true;
  if (node.is("body") || node.is("html") || node.is("main") || node.is("article")) return false;
  for (const auto* name : {"class", "id"})
    if (const auto value = node.attribute(name); value && value->size() < 400)
      if (re2::RE2::PartialMatch(re2::StringPiece(value->data(), value->size()), furniture())) return true;
  return false;
}

/// Letters of paragraphs below each element that could be the main one.
class Weigher {
 public:
  Node run(Node root) {
    weigh(root, 0);
    if (best_named_ && weight_[best_named_.key()] >= kEnough) return best_named_;
    if (best_) return best_;
    return root;
  }

 private:
  /// Letters of text below; those of paragraphs count for the parent and half for the grandparent, as reading modes do.
  std::size_t weigh(Node node, int depth) {
    if (depth > kDeepest || (node.is_element() && is_left_out(node))) return 0;
    if (node.is_text()) return letters_in(node.text());
    std::size_t letters = 0;
    for (Node child = node.first_child(); child; child = child.next()) letters += weigh(child, depth + 1);
    if (node.is("a")) letters = 0;  // links are no text of their own here
    if ((node.is("p") || node.is("blockquote") || node.is("li")) && letters > 40) {
      const Node parent = node.parent();
      credit(parent, letters);
      if (parent) credit(parent.parent(), letters / 2);
    }
    const bool named = node.is("article") || node.is("main") || node.attribute("role").value_or("") == "main" ||
                       node.attribute("itemprop").value_or("") == "articleBody";
    if (named && letters > named_letters_) {
      named_letters_ = letters;
      best_named_ = node;
      weight_[node.key()] = letters;
    }
    return letters;
  }

  void credit(Node node, std::size_t letters) {
    if (!node) return;
    auto& weight = weight_[node.key()];
    weight += letters;
    if (!best_ || weight > weight_[best_.key()]) best_ = node;
  }

  std::unordered_map<const void*, std::size_t> weight_;
  Node best_, best_named_;
  std::size_t named_letters_ = 0;
};

class Writer {
 public:
  Writer(const markup::Document& document, std::string_view utf8, MainText& out) : document_(document), utf8_(utf8), out_(out) {}

  void run(Node main) {
    visit(main, 0, false);
    end_block();
  }

 private:
  void visit(Node node, int depth, bool linked) {
    if (depth > kDeepest) return;
    if (node.is_text()) return words(node, linked);
    if (node.is("figcaption") || is_left_out(node)) return;
    const bool block = is_one_of(kBlocks, node.name());
    const bool breaks = node.is("br") || node.is("hr");
    if (block) end_block();
    const auto outer = kind_;
    if (node.name().size() == 2 && node.name()[0] == 'h' && node.name()[1] >= '1' && node.name()[1] <= '6') kind_ = PieceKind::Heading;
    for (Node child = node.first_child(); child; child = child.next()) visit(child, depth + 1, linked || node.is("a"));
    if (block || breaks) end_block();
    kind_ = outer;
  }

  /// White space becomes one blank, across the borders of elements too.
  void words(Node node, bool linked) {
    const auto text = node.text();
    const std::size_t there = document_.offset(node), there_end = document_.end_offset(node);
    const bool exact = there_end - there == text.size() && there_end <= utf8_.size() && utf8_.substr(there, text.size()) == text;
    for (std::size_t i = 0; i < text.size();) {
      const auto is_blank = [&](std::size_t at) { return static_cast<unsigned char>(text[at]) <= ' '; };
      if (is_blank(i)) {
        blank_ = true;
        ++i;
        continue;
      }
      std::size_t end = i;
      while (end < text.size() && !is_blank(end)) ++end;
      if (block_.empty()) block_begin_ = out_.text.bytes.size();
      if (blank_ && !block_.empty()) block_ += ' ';
      blank_ = false;
      const std::size_t here = block_begin_ + block_.size();
      pending_.push_back({here, exact ? there + i : there, exact ? there + end : there_end, exact});
      block_ += text.substr(i, end - i);
      (linked ? linked_ : free_) += letters_in(text.substr(i, end - i));
      i = end;
    }
  }

  void end_block() {
    const std::size_t letters = linked_ + free_;
    const bool menu = letters == 0 || (linked_ * 10 > letters * 6 && letters < kShort);
    if (!menu) {
      auto& bytes = out_.text.bytes;
      Piece piece{{bytes.size(), bytes.size() + block_.size()}, kind_, {}};
      bytes += block_ + "\n\n";
      out_.text.pieces.push_back(piece);
      out_.runs.insert(out_.runs.end(), pending_.begin(), pending_.end());
    }
    block_.clear();
    pending_.clear();
    linked_ = free_ = 0;
    blank_ = false;
  }

  const markup::Document& document_;
  std::string_view utf8_;
  MainText& out_;
  PieceKind kind_ = PieceKind::Paragraph;
  std::string block_;
  std::size_t block_begin_ = 0, linked_ = 0, free_ = 0;
  bool blank_ = false;
  std::vector<MainText::Run> pending_;
};

}  // namespace

Span MainText::in_page(Span at) const {
  const auto run_at = [&](std::size_t here) {
    const auto found = std::upper_bound(runs.begin(), runs.end(), here, [](std::size_t value, const Run& run) { return value < run.here; });
    return found == runs.begin() ? runs.end() : std::prev(found);
  };
  if (at.end <= at.begin) return {};
  const auto first = run_at(at.begin), last = run_at(at.end - 1);
  if (first == runs.end() || last == runs.end()) return {};
  return {first->exact ? first->there + (at.begin - first->here) : first->there,
          last->exact ? std::min(last->there + (at.end - last->here), last->there_end) : last->there_end};
}

MainText main_text(const markup::Document& document, std::string_view utf8, std::string_view language) {
  MainText result;
  const Node root = document.root();
  Writer(document, utf8, result).run(Weigher().run(root));
  for (auto& piece : result.text.pieces) {
    const auto text = std::string_view(result.text.bytes).substr(piece.at.begin, piece.at.end - piece.at.begin);
    piece.language = language_of(text);
    // A short Kazakh line may have no letter that only Kazakh has.
    if (piece.language == "ru" && language == "kk" && text.size() < 200) piece.language = "kk";
  }
  result.text.language = std::string(language);
  return result;
}

}  // namespace tracker::read
