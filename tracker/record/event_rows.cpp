#include "tracker/record/event_rows.h"

#include "tracker/model/article.h"
#include "tracker/record/columns.h"

namespace tracker::record {
namespace {

struct MoneyColumns {
  std::optional<int> amount;
  std::optional<int> up_to;
  std::optional<std::string_view> currency;

  explicit MoneyColumns(const std::optional<model::Money>& money) {
    if (!money) return;
    amount = money->amount;
    up_to = money->up_to;
    currency = said(money->currency);
  }
};

}  // namespace

EventRows::EventRows(db::Database& database)
    : event_(insert_into(
          database, "event",
          "owner_kind, owner, id, file, position, type, date, earliest, latest, until, sequence, case_id, "
          "place, court, days, fine_amount, fine_up_to, fine_currency, act, effect, certainty, text, "
          "note, original, corrected")),
      sentence_(insert_into(
          database, "event_sentence",
          "owner_kind, owner, event, kind, months, days, ban_months, ban, labour_hours, fine_amount, "
          "fine_up_to, fine_currency")),
      charge_(insert_into(database, "event_charge",
                          "owner_kind, owner, event, role, position, reference, law, article, part, clause")),
      source_(insert_into(database, "event_source",
                          "owner_kind, owner, event, position, source, locator, quote, url, snapshot")) {}

void EventRows::write(const Owner& owner, const std::vector<model::Event>& events, const std::string& path) {
  for (std::size_t position = 0; position < events.size(); ++position) {
    const auto& event = events[position];
    write_event(owner, event, position, path);
    if (event.sentence) write_sentence(owner, event);
    write_charges(owner, event, "charge", event.charges);
    write_charges(owner, event, "replaced", event.replaces);
    write_sources(owner, event);
  }
}

void EventRows::write_event(const Owner& owner, const model::Event& event, std::size_t position,
                            const std::string& path) {
  std::optional<std::string> earliest, latest;
  if (event.date) {
    earliest = base::to_iso(event.date->earliest());
    latest = base::to_iso(event.date->latest());
  }
  const MoneyColumns fine(event.fine);
  event_.run(owner.kind, owner.id, event.id, path, position, model::code_of(event.type), edtf(event.date),
             earliest, latest, edtf(event.until), event.order, said(event.case_id), said(event.place),
             said(event.court), event.days, fine.amount, fine.up_to, fine.currency, said(event.act),
             code(event.effect), model::code_of(event.certainty.value_or(model::Certainty::High)),
             to_json(event.text), to_json(event.note), said(event.original), said(event.corrected));
}

void EventRows::write_sentence(const Owner& owner, const model::Event& event) {
  const auto& sentence = *event.sentence;
  const MoneyColumns fine(sentence.fine);
  sentence_.run(owner.kind, owner.id, event.id, code(sentence.kind), sentence.months, sentence.days,
                sentence.ban_months, to_json(sentence.ban), sentence.labour_hours, fine.amount, fine.up_to,
                fine.currency);
}

void EventRows::write_charges(const Owner& owner, const model::Event& event, std::string_view role,
                              const std::vector<model::Ref>& charges) {
  for (std::size_t position = 0; position < charges.size(); ++position) {
    const auto& reference = charges[position].id;
    const auto article = model::parse_article_ref(reference).value_or(model::ArticleRef{});
    charge_.run(owner.kind, owner.id, event.id, role, position, reference, said(article.law),
                said(article.article), said(article.part), said(article.clause));
  }
}

void EventRows::write_sources(const Owner& owner, const model::Event& event) {
  for (std::size_t position = 0; position < event.sources.size(); ++position) {
    const auto& citation = event.sources[position];
    source_.run(owner.kind, owner.id, event.id, position, citation.source.id, said(citation.locator),
                said(citation.quote), said(citation.url), said(citation.snapshot));
  }
}

}  // namespace tracker::record
