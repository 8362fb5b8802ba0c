#include "tracker/propose/caution.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <string>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace tracker::propose {
namespace {

using model::EventType;

/// Beginnings of words, in the small letters of their script. A missed one costs a closer look at an event that a person
/// accepts anyway; a needless one costs one key. So the list is broad, and not data of the lexicon, which decides what is
/// read at all.
struct Stem {
  Caution caution;
  std::string_view stem;
};

constexpr std::array kStems = {
    Stem{Caution::Torture, "tortur"},     Stem{Caution::Torture, "ill-treat"},  Stem{Caution::Torture, "mistreat"},
    Stem{Caution::Torture, "beaten"},     Stem{Caution::Torture, "пыт"},        Stem{Caution::Torture, "избит"},
    Stem{Caution::Torture, "избив"},      Stem{Caution::Torture, "азапта"},     Stem{Caution::Torture, "қинап"},
    Stem{Caution::Torture, "қинау"},      Stem{Caution::Minor, "minors"},       Stem{Caution::Minor, "a minor "},
    Stem{Caution::Minor, "underage"},
    Stem{Caution::Minor, "teenage"},      Stem{Caution::Minor, "juvenile"},     Stem{Caution::Minor, "schoolboy"},
    Stem{Caution::Minor, "schoolgirl"},   Stem{Caution::Minor, "несовершеннолет"}, Stem{Caution::Minor, "подрост"},
    Stem{Caution::Minor, "школьни"},      Stem{Caution::Minor, "кәмелет"},      Stem{Caution::Minor, "жасөспірім"},
    Stem{Caution::Health, "hospital"},    Stem{Caution::Health, "hunger strike"}, Stem{Caution::Health, "psychiatr"},
    Stem{Caution::Health, "suicid"},      Stem{Caution::Health, "illness"},     Stem{Caution::Health, "disabilit"},
    Stem{Caution::Health, "больниц"},     Stem{Caution::Health, "госпитал"},    Stem{Caution::Health, "голодовк"},
    Stem{Caution::Health, "психиатр"},    Stem{Caution::Health, "суицид"},      Stem{Caution::Health, "инвалид"},
    Stem{Caution::Health, "аурухана"},    Stem{Caution::Health, "аштық"},       Stem{Caution::Health, "мүгедек"},
    Stem{Caution::Death, "died in"},      Stem{Caution::Death, "was found dead"}, Stem{Caution::Death, "скончал"},
    Stem{Caution::Death, "қайтыс бол"},
    Stem{Caution::Designation, "prisoner of conscience"}, Stem{Caution::Designation, "узник совести"},
    Stem{Caution::Designation, "узником совести"},        Stem{Caution::Designation, "ар-ождан тұтқыны"},
};

std::string in_small_letters(std::string_view text) {
  std::string lower;
  lower.reserve(text.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < length;) {
    UChar32 point = 0;
    U8_NEXT(bytes, at, length, point);
    if (point < 0) continue;
    std::uint8_t buffer[4];
    std::int32_t written = 0;
    U8_APPEND_UNSAFE(buffer, written, u_tolower(point));
    lower.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(written));
  }
  return lower;
}

bool begins_word(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const auto before = static_cast<unsigned char>(text[at - 1]);
  return before < 0x80 && !std::isalnum(before);
}

bool holds_stem(std::string_view text, std::string_view stem) {
  for (auto at = text.find(stem); at != std::string_view::npos; at = text.find(stem, at + 1))
    if (begins_word(text, at)) return true;
  return false;
}

/// "16-year-old", "16-летний", "16 жаст": a number below eighteen in front of words for an age.
bool tells_young_age(std::string_view text) {
  for (const std::string_view words : {"-year-old", " year old", " years old", "-летн", " жаст", " жасар"})
    for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
      auto begin = at;
      while (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9') --begin;
      if (begin == at || at - begin > 2) continue;
      if (std::stoi(std::string(text.substr(begin, at - begin))) < 18) return true;
    }
  return false;
}

bool was_minor(const model::Record& record, const Proposal& proposal) {
  const auto* person = model::find_person(record, proposal.person_id);
  if (!person || !person->born || !proposal.event.date) return false;
  return base::add_months(person->born->earliest(), 18 * 12) > proposal.event.date->earliest();
}

}  // namespace

std::vector<Caution> cautions_of(const model::Record& record, const Proposal& proposal) {
  std::vector<Caution> cautions;
  const auto add = [&](Caution caution) {
    if (std::find(cautions.begin(), cautions.end(), caution) == cautions.end()) cautions.push_back(caution);
  };
  switch (proposal.event.type) {
    case EventType::Died: add(Caution::Death); break;
    case EventType::IllTreatmentReported: add(Caution::Torture); break;
    case EventType::HungerStrike:
    case EventType::HealthAlarm:
    case EventType::PsychiatricCommitment: add(Caution::Health); break;
    case EventType::Statement: add(Caution::Designation); break;
    default: break;
  }
  for (const auto& told : proposal.told) {
    const auto text = in_small_letters(told.said.quote);
    for (const auto& [caution, stem] : kStems)
      if (holds_stem(text, stem)) add(caution);
    if (tells_young_age(text)) add(Caution::Minor);
  }
  if (was_minor(record, proposal)) add(Caution::Minor);
  if (proposal.identity.verdict == match::Verdict::Ask) add(Caution::Identity);
  if (proposal.kind == Kind::Contradiction || !proposal.differs.empty()) add(Caution::Contradiction);
  std::sort(cautions.begin(), cautions.end());
  return cautions;
}

}  // namespace tracker::propose
