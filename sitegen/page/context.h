// What every page needs while it is made: the view, the words of its language, where it stands, and the small
// pieces that all pages share (links to people and cases, dates, text that may be in another language).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sitegen/html/html.h"
#include "sitegen/view/view.h"
#include "sitegen/view/words.h"

namespace sitegen::page {

using html::Html;

/// Markup that takes the place of an argument of a pattern: a linked name inside a sentence.
using Slots = std::map<std::string, Html, std::less<>>;

class Context {
 public:
  /// How a page names the others: relative to itself, or from the root of the host (for a page that a server shows at
  /// any address).
  enum class Addresses { Relative, FromHost };

  /// `path` is below the language's folder.
  Context(const view::View& view, const view::Words& words, std::string path,
          Addresses addresses = Addresses::Relative);
  /// Of an index of names and the like: says nothing that has a date, so it names no version.
  struct Undated {};
  Context(const view::View& view, const view::Words& words, std::string path, Undated);
  /// Of a page that shows part of the list, which `shown` changed last: the page names that version, and stays the same
  /// when later ones change something else.
  Context(const view::View& view, const view::Words& words, std::string path, const view::ShownVersion& shown);

  const view::View& view;
  const view::Words& words;
  const std::string path;

  const tracker::model::Record& record() const { return view.record; }
  /// The version that the page names and is cited by, and its day: the newest, but for a page with one of its own.
  const tracker::version::Version& version() const { return shown_ ? *shown_->version : view.newest(); }
  tracker::base::Day as_of() const { return shown_ ? tracker::base::day_of(version().recorded) : view.as_of; }
  bool has_own_version() const { return shown_ != nullptr; }
  bool is_dated() const { return dated_; }

  /// The words of `key`; marked with their language where they are not in the page's.
  Html say(std::string_view key, const view::Arguments& arguments = {}) const;
  Html say(std::string_view key, const view::Arguments& arguments, const Slots& slots) const;

  /// To a path below the language's folder, or below the site's root.
  html::Url to(std::string_view target) const;
  html::Url to_root(std::string_view target) const;
  /// The address of a page of this language on the published site.
  std::string address(std::string_view target) const;
  /// From this page to the language's folder: "../" or "".
  const std::string& to_language_root() const { return to_language_root_; }
  /// Markup that is the same on every page of this language and depth; `name` says everything else that it depends on.
  /// Made by `make` when it is first wanted.
  template <class Make>
  Html kept(std::string_view name, const Make& make) const {
    Html* known = piece(name);
    if (!known) return make();
    if (known->empty()) *known = make();
    return *known;
  }

  Html link(std::string_view target, const Html& content) const;
  Html person(const tracker::model::Person& person) const;
  Html person(std::string_view id) const;
  Html people(const std::vector<std::string>& ids) const;
  Html of_case(std::string_view id) const;
  Html source(std::string_view id) const;
  /// "Municipal court, Almaty": the place and what it lies in, each with its page.
  Html place(std::string_view id) const;
  Html designation(std::string_view id) const;

  /// A proper name or title in the page's language or what there is, with its language.
  Html proper(const tracker::model::Localised& text) const;
  /// The same for a sentence, with a visible label where it is in another language.
  Html sentence(const tracker::model::Localised& text) const;
  /// The visible label alone; nothing for the page's own language.
  Html other_language(std::string_view language) const;
  std::string language_name(std::string_view language) const;

  Html date(const std::optional<tracker::base::PartialDate>& date,
            view::DateForm form = view::DateForm::Alone) const;
  Html day(tracker::base::Day day) const;

 private:
  Html place_link(std::string_view id) const;
  /// Null on pages that share nothing: those at the root say where they are, others have addresses of their own kind.
  Html* piece(std::string_view name) const;

  const view::ShownVersion* shown_ = nullptr;
  bool dated_ = true;
  Addresses addresses_;
  std::string root_;
  std::string to_language_root_, to_site_root_;  // "../", "../../"; from the root of the host "/tizim/ru/", "/tizim/"
};

/// A cell of a table that becomes cards on a narrow screen: it keeps its column's heading.
Html cell(const Context& context, std::string_view heading, const Html& content);
/// An entry of a definition list; nothing without content.
Html fact(const Context& context, std::string_view label, const Html& content);
/// The heading of a column.
Html column(const Context& context, std::string_view heading);

/// Sentences one after the other need a space between them.
Html spaced(const std::vector<Html>& parts);
/// "a, b, c".
Html listed(const std::vector<Html>& parts);

}  // namespace sitegen::page
