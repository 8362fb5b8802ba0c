#include "tracker/edit/toml_text.h"

#include "tracker/base/text.h"

namespace tracker::edit {
namespace {

std::string line(std::string_view key, const std::string& value) { return std::string(key) + " = " + value + "\n"; }

std::string text_line(std::string_view key, std::string_view value) {
  return value.empty() ? "" : line(key, toml_string(value));
}

std::string list(const std::vector<std::string>& values) {
  std::vector<std::string> quoted;
  for (const auto& value : values) quoted.push_back(toml_string(value));
  return "[" + base::join(quoted, ", ") + "]";
}

std::string refs_line(std::string_view key, const std::vector<model::Ref>& refs) {
  if (refs.empty()) return "";
  std::vector<std::string> ids;
  for (const auto& ref : refs) ids.push_back(ref.id);
  return line(key, list(ids));
}

std::string localised_lines(std::string_view key, const model::Localised& text) {
  std::string lines;
  for (const auto& [language, words] : text.by_language)
    lines += line(std::string(key) + (language.empty() ? "" : "." + language), toml_string(words));
  return lines;
}

std::string localised_table(const model::Localised& text) {
  std::vector<std::string> parts;
  for (const auto& [language, words] : text.by_language) {
    if (language.empty()) return toml_string(words);
    parts.push_back(language + " = " + toml_string(words));
  }
  return "{ " + base::join(parts, ", ") + " }";
}

std::string money(const model::Money& money) {
  std::vector<std::string> parts;
  if (money.amount) parts.push_back("amount = " + std::to_string(*money.amount));
  if (money.up_to) parts.push_back("up_to = " + std::to_string(*money.up_to));
  parts.push_back("currency = " + toml_string(money.currency));
  return "{ " + base::join(parts, ", ") + " }";
}

std::string sentence(const model::Sentence& sentence) {
  std::vector<std::string> parts;
  const auto number = [&](std::string_view key, const std::optional<int>& value) {
    if (value) parts.push_back(std::string(key) + " = " + std::to_string(*value));
  };
  if (sentence.kind) parts.push_back("kind = " + toml_string(model::code_of(*sentence.kind)));
  number("months", sentence.months);
  number("days", sentence.days);
  number("ban_months", sentence.ban_months);
  if (!sentence.ban.empty()) parts.push_back("ban = " + localised_table(sentence.ban));
  number("labour_hours", sentence.labour_hours);
  if (sentence.fine) parts.push_back("fine = " + money(*sentence.fine));
  return "{ " + base::join(parts, ", ") + " }";
}

template <class E>
std::string code_line(std::string_view key, const std::optional<E>& value) {
  return value ? line(key, toml_string(model::code_of(*value))) : "";
}

std::string date_line(std::string_view key, const std::optional<base::PartialDate>& date) {
  return date ? line(key, toml_string(date->edtf())) : "";
}

std::string sources(const std::vector<model::Citation>& citations) {
  if (citations.size() == 1) return "sources = [" + citation_toml(citations.front()) + "]\n";
  std::string text = "sources = [\n";
  for (const auto& citation : citations) text += "  " + citation_toml(citation) + ",\n";
  return text + "]\n";
}

}  // namespace

std::string toml_string(std::string_view text) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string quoted = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else if (c == '\n') {
      quoted += "\\n";
    } else if (c == '\t') {
      quoted += "\\t";
    } else if (byte < 0x20 || byte == 0x7f) {
      quoted += "\\u00";
      quoted += kHex[byte >> 4];
      quoted += kHex[byte & 15];
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

std::string citation_toml(const model::Citation& citation) {
  std::string text = "{ id = " + toml_string(citation.source.id);
  const auto part = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) text += ", " + std::string(key) + " = " + toml_string(value);
  };
  part("locator", citation.locator);
  part("quote", citation.quote);
  part("url", citation.url);
  part("snapshot", citation.snapshot);
  return text + " }";
}

std::string sentence_toml(const model::Sentence& said) { return sentence(said); }

std::string event_toml(const model::Event& event) {
  std::string text = "[[event]]\n";
  text += text_line("id", event.id);
  text += line("type", toml_string(model::code_of(event.type)));
  text += date_line("date", event.date);
  text += date_line("until", event.until);
  if (event.order != 0) text += line("order", std::to_string(event.order));
  text += text_line("case", event.case_id.id);
  text += refs_line("defendants", event.defendants);
  text += refs_line("charges", event.charges);
  text += refs_line("replaces", event.replaces);
  text += text_line("place", event.place.id);
  text += text_line("court", event.court.id);
  if (event.days) text += line("days", std::to_string(*event.days));
  if (event.sentence) text += line("sentence", sentence(*event.sentence));
  if (event.fine) text += line("fine", money(*event.fine));
  text += text_line("act", event.act.id);
  text += code_line("effect", event.effect);
  text += localised_lines("text", event.text);
  text += localised_lines("note", event.note);
  text += code_line("certainty", event.certainty);
  text += text_line("original", event.original);
  text += text_line("corrected", event.corrected);
  return text + sources(event.sources);
}

std::string person_file(const model::Person& person) {
  std::string text = "+++\n" + line("id", toml_string(person.id));
  if (!person.name.empty()) text += line("name", localised_table(person.name));
  if (!person.also.empty()) text += line("also", list(person.also));
  text += code_line("sex", person.sex);
  text += date_line("born", person.born);
  if (!person.region.empty()) text += line("region", toml_string(person.region.id));
  text += localised_lines("identity_note", person.identity_note);
  for (const auto& event : person.events) text += "\n" + event_toml(event);
  return text + "+++\n";
}

std::string case_file(const model::Case& of_case) {
  std::string text = line("id", toml_string(of_case.id));
  text += line("title", localised_table(of_case.title));
  text += line("kind", toml_string(model::code_of(of_case.kind)));
  text += text_line("number", of_case.number);
  text += text_line("court", of_case.court.id);
  text += text_line("region", of_case.region.id);
  text += refs_line("defendants", of_case.defendants);
  for (const auto& event : of_case.events) text += "\n" + event_toml(event);
  return text;
}

std::string ruling_file(const model::Ruling& ruling) {
  std::string text = "[[ruling]]\n" + line("id", toml_string(ruling.id));
  text += line("kind", toml_string(model::code_of(ruling.kind)));
  text += line("subject", toml_string(ruling.subject));
  text += text_line("field", ruling.field);
  text += text_line("other", ruling.other);
  text += date_line("date", ruling.date);
  text += line("by", toml_string(ruling.by));
  return text + line("reason", localised_table(ruling.reason));
}

}  // namespace tracker::edit
