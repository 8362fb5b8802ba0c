#include "sitegen/page/context.h"

#include "sitegen/page/withheld.h"
#include "sitegen/view/links.h"

namespace sitegen::page {

using html::bdi;
using html::element;
using html::lang;
using tracker::base::PartialDate;
using tracker::model::Localised;

namespace {

/// Stand for a slot inside a formatted pattern; no text can hold them, because markup never does.
constexpr char kOpen = '\x01';
constexpr char kClose = '\x02';

std::string without_slots(std::string text) {
  std::erase_if(text, [](char c) { return c == kOpen || c == kClose; });
  return text;
}

Html filled(std::string_view text, const Slots& slots) {
  Html out;
  while (!text.empty()) {
    const auto open = text.find(kOpen);
    const auto close = text.find(kClose, open == std::string_view::npos ? text.size() : open);
    if (close == std::string_view::npos) break;
    out += Html(text.substr(0, open));
    const auto slot = slots.find(text.substr(open + 1, close - open - 1));
    if (slot != slots.end()) out += slot->second;
    text.remove_prefix(close + 1);
  }
  out += Html(text);
  return out;
}

/// "https://host/tizim/" is "/tizim/"; "/" where the address has no path.
std::string path_below_host(std::string_view address) {
  const auto host = address.find("://");
  const auto slash = host == std::string_view::npos ? host : address.find('/', host + 3);
  std::string path(slash == std::string_view::npos ? std::string_view("/") : address.substr(slash));
  while (path.starts_with("//")) path.erase(0, 1);  // would name another host
  if (!path.ends_with('/')) path += '/';
  return path;
}

bool is_calendar_date(const PartialDate& date) {
  return date.precision() != tracker::base::Precision::Interval && !date.is_approximate() &&
         !date.is_uncertain();
}

Html joined(const std::vector<Html>& parts, const char* between) {
  Html out;
  for (const auto& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += Html(between);
    out += part;
  }
  return out;
}

}  // namespace

Context::Context(const view::View& shown, const view::Words& said, std::string where, Addresses addresses)
    : view(shown),
      words(said),
      path(std::move(where)),
      addresses_(addresses),
      root_(view::language_root(said.language(), shown.record.site.default_language)) {
  if (addresses == Addresses::FromHost) {
    to_site_root_ = path_below_host(shown.record.site.base_url);
    to_language_root_ = to_site_root_ + root_;
  } else {
    to_language_root_ = view::upwards(path);
    to_site_root_ = view::upwards(root_ + path);
  }
}

Context::Context(const view::View& shown, const view::Words& said, std::string where, Undated)
    : Context(shown, said, std::move(where)) {
  dated_ = false;
}

Context::Context(const view::View& shown_view, const view::Words& said, std::string where,
                 const view::ShownVersion& shown)
    : Context(shown_view, said, std::move(where)) {
  shown_ = &shown;
}

Html Context::say(std::string_view key, const view::Arguments& arguments) const {
  return say(key, arguments, {});
}

Html Context::say(std::string_view key, const view::Arguments& arguments, const Slots& slots) const {
  Html said;
  if (arguments.empty() && slots.empty()) {
    said = words(key);
  } else {
    view::Arguments marked;
    for (const auto& [name, value] : arguments) {
      const auto* text = std::get_if<std::string>(&value);
      marked.emplace(name, text ? view::Argument(without_slots(*text)) : value);
    }
    for (const auto& [name, markup] : slots) marked.insert_or_assign(name, kOpen + name + kClose);
    said = filled(words(key, marked), slots);
  }
  if (words.language() == words.default_language() || words.has(key)) return said;
  return element("span", {lang(words.default_language())}, said);
}

html::Url Context::to(std::string_view target) const {
  return html::Url::local(to_language_root_ + std::string(target));
}

html::Url Context::to_root(std::string_view target) const {
  return html::Url::local(to_site_root_ + std::string(target));
}

std::string Context::address(std::string_view target) const {
  return record().site.base_url + root_ + std::string(target);
}

Html* Context::piece(std::string_view name) const {
  if (path.find('/') == std::string::npos || addresses_ == Addresses::FromHost) return nullptr;
  std::string whole;
  whole.reserve(words.language().size() + to_language_root_.size() + name.size() + 2);
  whole.append(words.language()).append(1, ' ').append(to_language_root_).append(1, ' ').append(name);
  return &view.piece(std::move(whole));
}

Html Context::link(std::string_view target, const Html& content) const {
  return html::link(to(target), content);
}

Html Context::person(const tracker::model::Person& person) const {
  if (person.name.empty())
    return link(view::person_path(person.id),
                all(say(is_withheld(*this, person, "name") ? "withheld.name" : "person.no_name"), " ", element("span", {html::css("id")}, "(", person.id, ")")));
  return link(view::person_path(person.id), bdi(words.text(person.name), words.language_of(person.name)));
}

Html Context::person(std::string_view id) const {
  const auto* found = tracker::model::find_person(record(), id);
  return found ? person(*found) : element("code", {}, id);
}

Html Context::people(const std::vector<std::string>& ids) const {
  std::vector<Html> names;
  for (const auto& id : ids) names.push_back(person(id));
  return listed(names);
}

Html Context::of_case(std::string_view id) const {
  const auto* found = tracker::model::find_case(record(), id);
  return found ? link(view::case_path(id), proper(found->title)) : element("code", {}, id);
}

Html Context::source(std::string_view id) const {
  return kept("source " + std::string(id), [&] {
    const auto* found = tracker::model::find_source(record(), id);
    return found ? link(view::source_path(id), proper(found->title)) : element("code", {}, id);
  });
}

Html Context::place(std::string_view id) const {
  return kept("place " + std::string(id), [&] { return place_link(id); });
}

Html Context::place_link(std::string_view id) const {
  const auto* found = tracker::model::find_place(record(), id);
  if (!found) return element("code", {}, id);
  const auto* within =
      found->within.empty() ? nullptr : tracker::model::find_place(record(), found->within.id);
  // Courts are often named after what they lie in: "Bostandyk district court, Almaty".
  const bool says_more = within && within->kind != tracker::model::PlaceKind::Country &&
                         words.text(found->name).find(words.text(within->name)) == std::string::npos;
  const auto named = [&](const tracker::model::Place& place) {
    return link(view::place_path(place.kind, place.id), proper(place.name));
  };
  return says_more ? all(named(*found), ", ", named(*within)) : named(*found);
}

Html Context::designation(std::string_view id) const {
  const auto* found = tracker::model::find_designation(record(), id);
  return found ? link(view::designation_path(id), proper(found->name)) : element("code", {}, id);
}

Html Context::proper(const Localised& text) const {
  const std::string language = words.language_of(text);
  return language == words.language() ? bdi(words.text(text)) : bdi(words.text(text), language);
}

Html Context::sentence(const Localised& text) const {
  if (text.empty()) return {};
  const std::string language = words.language_of(text);
  if (language == words.language()) return words.text(text);
  return all(element("span", {lang(language)}, words.text(text)), " ", other_language(language));
}

Html Context::other_language(std::string_view language) const {
  if (language == words.language()) return {};
  return element("span", {html::css("tongue")}, say("ui.only_in", {{"language", language_name(language)}}));
}

std::string Context::language_name(std::string_view language) const {
  const std::string key = "tongue." + std::string(language);
  if (words.has(key)) return words(key);
  const auto* found = tracker::model::find_words(record(), language);
  return found && !found->name.empty() ? found->name : std::string(language);
}

Html Context::date(const std::optional<PartialDate>& date, view::DateForm form) const {
  if (!date) return say("date.unknown");
  const std::string text = words.date(*date, form);
  return is_calendar_date(*date) ? element("time", {{"datetime", date->edtf()}}, text) : Html(text);
}

Html Context::day(tracker::base::Day day) const {
  return element("time", {{"datetime", tracker::base::to_iso(day)}}, words.day(day));
}

Html cell(const Context& context, std::string_view heading, const Html& content) {
  return element("td", {{"data-label", context.words(heading)}}, element("div", {}, content));
}

Html fact(const Context& context, std::string_view label, const Html& content) {
  if (content.empty()) return {};
  return element("div", {}, element("dt", {}, context.say(label)), element("dd", {}, content));
}

Html column(const Context& context, std::string_view heading) {
  return element("th", {{"scope", "col"}}, context.say(heading));
}

Html spaced(const std::vector<Html>& parts) {
  return joined(parts, " ");
}
Html listed(const std::vector<Html>& parts) {
  return joined(parts, ", ");
}

}  // namespace sitegen::page
