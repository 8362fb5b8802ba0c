#include "tracker/review/page.h"

#include <algorithm>

#include "tracker/base/text.h"
#include "tracker/propose/words.h"

namespace tracker::review {
namespace {

using propose::Kind;
using propose::Proposal;

/// On one line, with nothing in it that a terminal or a reader could be fooled by.
std::string safe(std::string_view text) {
  std::string line(text);
  std::replace_if(line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
  return base::visible(line);
}

std::string spaced(std::string_view code) {
  std::string words(code);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string label(const model::Record& record, const std::string& key, std::string_view code) {
  if (const auto* words = model::find_words(record, record.site.default_language))
    if (const auto found = words->words.find(key + "." + std::string(code)); found != words->words.end())
      return found->second;
  return spaced(code);
}

std::string state_words(const model::Record& record, const std::optional<model::Status>& status) {
  return status ? label(record, "status", model::code_of(status->display)) : "not on the list";
}

void add(Page& page, std::string margin, std::string text, Style style = Style::Plain) {
  page.passages.push_back({std::move(margin), {{safe(text), style}}});
}

/// As much of the paragraph as helps, with the quotation in the midst of it.
Passage quotation(const propose::Told& told) {
  static constexpr std::size_t kAround = 250;
  const auto& text = told.paragraph;
  const auto begin = std::min(told.quote.begin, text.size()), end = std::min(std::max(told.quote.end, begin), text.size());
  if (begin == end) return {"", {{"“" + safe(told.said.quote) + "”", Style::Quote}}};
  const auto on_letter = [&](std::size_t at) {
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) ++at;
    return at;
  };
  const auto from = begin > kAround ? on_letter(begin - kAround) : 0;
  const auto to = on_letter(std::min(text.size(), end + kAround));
  Passage passage;
  passage.runs.push_back({(from > 0 ? "…" : "") + safe(text.substr(from, begin - from)), Style::Plain});
  passage.runs.push_back({safe(text.substr(begin, end - begin)), Style::Quote});
  passage.runs.push_back({safe(text.substr(end, to - end)) + (to < text.size() ? "…" : ""), Style::Plain});
  return passage;
}

void add_change(Page& page, const model::Record& record, const Proposal& proposal, const Outlook& outlook) {
  add(page, "CHANGE", change_words(record, proposal, outlook), Style::Strong);
  const auto details = propose::detail_words(proposal.event);
  if (!details.empty() && details != propose::term_words(proposal.event)) add(page, "", details);
  if (proposal.kind == Kind::Contradiction)
    add(page, "", "accepting writes what the source says into " + proposal.known_event + "; rejecting keeps the record");
  for (const auto& edit : outlook.files)
    add(page, "", (edit.before ? "changes content/" : "new file content/") + edit.path, Style::Dim);
  if (!outlook.obstacle.empty()) add(page, "", "cannot be accepted as it stands: " + outlook.obstacle, Style::Warning);
  for (const auto& difference : proposal.differs) add(page, "DIFFERS", difference, Style::Warning);
  for (const auto& what : proposal.unknown) add(page, "MISSING", what, Style::Warning);
  for (const auto& finding : outlook.findings)
    add(page, "CHECK", base::to_string(finding.severity) + ": " + finding.message, Style::Warning);
}

void add_words(Page& page, const Proposal& proposal) {
  add(page, "SAYS", std::to_string(proposal.independent) + (proposal.independent == 1 ? " independent source" : " independent sources"),
      Style::Dim);
  static constexpr std::size_t kMostShown = 8;
  std::size_t shown = 0;
  std::string page_before;
  for (const auto& told : proposal.told) {
    if (++shown > kMostShown) {
      add(page, "", "… and " + std::to_string(proposal.told.size() - kMostShown) + " more", Style::Dim);
      break;
    }
    // The address stands alone: it is long, and somebody copies it.
    if (const auto where = told.source + ' ' + told.snapshot + ' ' + told.url; where != page_before) {
      add(page, "", told.source + (told.published ? " · " + told.published->edtf() : "") + " · snapshot " + told.snapshot.substr(0, 12), Style::Dim);
      if (!told.url.empty()) add(page, "", told.url, Style::Dim);
      page_before = where;
    }
    page.passages.push_back(quotation(told));
  }
}

void add_record(Page& page, const model::Record& record, const Proposal& proposal, const Outlook& outlook) {
  const auto* person = model::find_person(record, proposal.person_id);
  if (!person) {
    add(page, "RECORD", "nobody of that name is linked yet");
    return;
  }
  std::string now = state_words(record, outlook.before);
  if (outlook.before && outlook.before->since) now += " since " + outlook.before->since->edtf();
  if (outlook.before && outlook.before->last_confirmed)
    now += ", last confirmed " + outlook.before->last_confirmed->date.edtf() + " by " + outlook.before->last_confirmed->source;
  add(page, "RECORD", now);
  const auto events = model::events_of(record, *person);
  static constexpr std::size_t kMostEvents = 12;
  for (std::size_t i = events.size() > kMostEvents ? events.size() - kMostEvents : 0; i < events.size(); ++i) {
    const auto& event = *events[i].event;
    std::vector<std::string> sources;
    for (const auto& citation : event.sources) sources.push_back(citation.source.id);
    const bool meant = proposal.known_event == event.id || proposal.known_event.ends_with("/" + event.id);
    const auto details = propose::detail_words(event);
    add(page, "",
        event_words(event) + (details.empty() ? "" : ", " + details) + " (" + base::join(sources, ", ") + ")",
        meant ? Style::Strong : Style::Dim);
    if (meant && proposal.kind == Kind::Contradiction)
      for (const auto& citation : event.sources)
        if (!citation.quote.empty()) add(page, "", citation.source.id + ": “" + citation.quote + "”");
  }
}

}  // namespace

std::string event_words(const model::Event& event) {
  return spaced(model::code_of(event.type)) + (event.date ? " " + event.date->edtf() : ", day not known");
}

std::string person_words(const model::Record& record, const Proposal& proposal) {
  const auto name_of = [&](const std::string& id) {
    const auto* person = model::find_person(record, id);
    if (!person || person->name.empty()) return std::string("(name unknown)");
    return person->name.in(record.site.default_language, record.site.default_language);
  };
  if (!proposal.person_id.empty()) return safe(name_of(proposal.person_id)) + " (" + proposal.person_id + ")";
  if (proposal.identity.verdict == match::Verdict::Nobody) return "new: " + safe(proposal.person);
  return safe(proposal.person) + " (" + proposal.identity.candidates.front().id + "?)";
}

std::string change_words(const model::Record& record, const Proposal& proposal, const Outlook& outlook) {
  if (proposal.kind == Kind::Source)
    return "a source more for " + event_words(proposal.event) + " (" + proposal.known_event + ")" +
           (proposal.closer_date ? ", and the day as it gives it" : "");
  std::string words = state_words(record, outlook.before);
  const auto after = state_words(record, outlook.after);
  if (outlook.after && words != after) {
    words += " → " + after;
  } else if (outlook.after) {
    words += ", as before; " + event_words(proposal.event);
  } else {
    words += "; " + event_words(proposal.event);
  }
  const auto term = propose::term_words(proposal.event);
  return words + (term.empty() ? "" : ", " + term);
}

Page page_of(const model::Record& record, const Proposal& proposal, const Outlook& outlook) {
  Page page;
  page.title = {{person_words(record, proposal), Style::Strong},
                {"  " + event_words(proposal.event) + (proposal.kind == Kind::Event ? "" : "  [" + std::string(code_of(proposal.kind)) + "]"),
                 Style::Plain}};
  if (!proposal.cautions.empty()) {
    std::vector<std::string> words;
    for (const auto caution : proposal.cautions) words.emplace_back(code_of(caution));
    add(page, "CAREFUL", base::join(words, ", ") + ": to be decided alone, not with others", Style::Warning);
  }
  add_change(page, record, proposal, outlook);
  add_words(page, proposal);
  std::string who = "“" + safe(proposal.person) + "”";
  if (!proposal.role.empty()) who += ", " + safe(proposal.role);
  const auto& candidates = proposal.identity.candidates;
  if (candidates.empty()) who += ": nobody on the list has such a name";
  add(page, "WHY", who);
  int number = 0;
  for (const auto& candidate : candidates) {
    if (++number > 9) break;
    const auto* person = model::find_person(record, candidate.id);
    const auto name = person && !person->name.empty() ? person->name.in(record.site.default_language, record.site.default_language)
                                                       : std::string();
    add(page, "", std::to_string(number) + "  " + candidate.id + " " + name + ": " + explain(candidate) + " [" +
                      std::to_string(candidate.score) + "]");
  }
  add_record(page, record, proposal, outlook);
  return page;
}

std::string plain_text(const Page& page) {
  std::string text;
  for (const auto& run : page.title) text += run.text;
  text += '\n';
  for (const auto& passage : page.passages) {
    std::string margin = passage.margin;
    margin.resize(9, ' ');
    text += margin;
    for (const auto& run : passage.runs) text += run.style == Style::Quote ? "«" + run.text + "»" : run.text;
    text += '\n';
  }
  return text;
}

}  // namespace tracker::review
