// Every key of every content file, said once. A reader of TOML, a writer of canonical text and a reader of it are
// archives that `describe` drives; so a key that exists can be read, written, versioned and suggested, and no key can
// be forgotten in one of the four.
//
// An archive has `key(name, value)` for an optional key and `required(name, value)`; it knows these types of value:
// string, bool, int, Localised, Ref, Expression, PartialDate, enums with a table, vectors and optionals of these, structs with a
// `describe` of their own, and maps from a string to one of these. `list(name, vector)` is a vector of structs that
// have an id or stand in a fixed order; TOML writes it as [[name]].
#pragma once

#include "tracker/model/describe_law.h"
#include "tracker/model/entity.h"

namespace tracker::model {

template <class Archive>
void describe(Archive& a, Citation& c) {
  a.required("id", c.source);
  a.key("locator", c.locator);
  a.key("quote", c.quote);
  a.key("url", c.url);
  a.key("snapshot", c.snapshot);
}

template <class Archive>
void describe(Archive& a, Money& m) {
  a.key("amount", m.amount);
  a.key("up_to", m.up_to);
  a.required("currency", m.currency);
}

template <class Archive>
void describe(Archive& a, Sentence& s) {
  a.required("kind", s.kind);
  a.key("months", s.months);
  a.key("days", s.days);
  a.key("ban_months", s.ban_months);
  a.key("ban", s.ban);
  a.key("labour_hours", s.labour_hours);
  a.key("fine", s.fine);
}

template <class Archive>
void describe(Archive& a, Event& e) {
  a.required("id", e.id);
  a.required("type", e.type);
  a.key("date", e.date);
  a.key("until", e.until);
  a.key("order", e.order);
  a.key("case", e.case_id);
  a.key("defendants", e.defendants);
  a.key("charges", e.charges);
  a.key("replaces", e.replaces);
  a.key("place", e.place);
  a.key("court", e.court);
  a.key("days", e.days);
  a.key("sentence", e.sentence);
  a.key("fine", e.fine);
  a.key("act", e.act);
  a.key("effect", e.effect);
  a.key("text", e.text);
  a.key("note", e.note);
  a.key("certainty", e.certainty);
  a.key("original", e.original);
  a.key("corrected", e.corrected);
  a.required("sources", e.sources);
}

template <class Archive>
void describe(Archive& a, Recognition& r) {
  a.required("by", r.by);
  a.key("since", r.since);
  a.key("until", r.until);
  a.key("criterion", r.criterion);
  a.required("sources", r.sources);
}

template <class Archive>
void describe(Archive& a, Person& p) {
  a.required("id", p.id);
  a.key("name", p.name);
  a.key("also", p.also);
  a.key("sex", p.sex);
  a.key("born", p.born);
  a.key("groups", p.groups);
  a.key("region", p.region);
  a.key("occupation", p.occupation);
  a.key("activity", p.activity);
  a.key("tags", p.tags);
  a.key("identity", p.identity);
  a.key("identity_note", p.identity_note);
  a.list("designation", p.designations);
  a.list("event", p.events);
  a.texts("life", p.life);
}

template <class Archive>
void describe(Archive& a, Case& c) {
  a.required("id", c.id);
  a.required("title", c.title);
  a.required("kind", c.kind);
  a.key("number", c.number);
  a.key("court", c.court);
  a.key("region", c.region);
  a.required("defendants", c.defendants);
  a.key("tags", c.tags);
  a.key("summary", c.summary);
  a.list("offence", c.offences);
  a.list("event", c.events);
}

template <class Archive>
void describe(Archive& a, Expectation& e) {
  a.key("min_words", e.min_words);
  a.key("max_words", e.max_words);
  a.key("min_rows", e.min_rows);
  a.key("max_rows", e.max_rows);
  a.key("max_shrink_percent", e.max_shrink_percent);
  a.key("canary", e.canary);
  a.key("blocked", e.blocked);
  a.key("nothing", e.nothing);
}

template <class Archive>
void describe(Archive& a, Following& f) {
  a.key("links", f.links);
  a.key("pattern", f.pattern);
  a.key("next", f.next);
  a.key("most_pages", f.most_pages);
  a.key("most_links", f.most_links);
  a.key("other_hosts", f.other_hosts);
  a.key("select", f.select);
}

template <class Archive>
void describe(Archive& a, ColumnRule& c) {
  a.required("field", c.field);
  a.key("header", c.header);
  a.key("number", c.number);
  a.key("pattern", c.pattern);
}

template <class Archive>
void describe(Archive& a, Fingerprint& f) {
  a.required("id", f.id);
  a.required("kind", f.kind);
  a.required("all", f.all);
  a.key("most_words", f.most_words);
  a.key("note", f.note);
}

template <class Archive>
void describe(Archive& a, Source& s) {
  a.required("id", s.id);
  a.required("title", s.title);
  a.required("publisher", s.publisher);
  a.required("kind", s.kind);
  a.key("url", s.url);
  a.key("languages", s.languages);
  a.key("rhythm", s.rhythm);
  a.key("independence", s.independence);
  a.key("published", s.published);
  a.key("select", s.select);
  a.key("remove", s.remove);
  a.key("zone", s.zone);
  a.key("follow", s.follow);
  a.key("column", s.columns);
  a.key("licence", s.licence);
  a.key("note", s.note);
  a.key("expect", s.expect);
  a.key("allow_private_addresses", s.allow_private_addresses);
  a.key("patience", s.patience);
  a.key("certificates", s.certificates);
}

template <class Archive>
void describe(Archive& a, Place& p) {
  a.required("id", p.id);
  a.required("kind", p.kind);
  a.required("name", p.name);
  a.key("within", p.within);
  a.key("letters", p.letters);
}

template <class Archive>
void describe(Archive& a, Designation& d) {
  a.required("id", d.id);
  a.required("name", d.name);
  a.required("body", d.body);
  a.key("url", d.url);
  a.key("criteria", d.criteria);
  a.key("note", d.note);
}

template <class Archive>
void describe(Archive& a, Ruling& r) {
  a.required("id", r.id);
  a.required("kind", r.kind);
  a.required("subject", r.subject);
  a.key("field", r.field);
  a.key("other", r.other);
  a.required("date", r.date);
  a.required("by", r.by);
  a.required("reason", r.reason);
}

template <class Archive>
void describe(Archive& a, Page& p) {
  a.required("id", p.id);
  a.key("order", p.order);
  a.required("title", p.title);
  a.texts("text", p.text);
}

template <class Archive>
void describe(Archive& a, Measurement& m) {
  a.required("id", m.id);
  a.required("texts", m.texts);
  a.key("language", m.language);
  a.required("pages", m.pages);
  a.required("labels", m.labels);
  a.required("predictions", m.predictions);
  a.key("precision", m.precision);
  a.key("recall", m.recall);
  a.key("f1", m.f1);
  a.key("dates", m.dates);
  a.key("months", m.months);
  a.key("articles", m.articles);
  a.required("invented", m.invented);
  a.key("measured", m.measured);
}

/// In a file the words stand in tables ([status] imprisoned = "…"), not under `words`: the loader flattens them.
template <class Archive>
void describe(Archive& a, Words& w) {
  a.required("language", w.language);
  a.required("name", w.name);
  a.key("draft", w.draft);
  a.key("words", w.words);
}

template <class Archive>
void describe(Archive& a, Downloads& d) {
  a.key("without", d.without);
}

template <class Archive>
void describe(Archive& a, FetchSettings& f) {
  a.key("delay", f.delay);
  a.key("longest_delay", f.longest_delay);
  a.key("attempts", f.attempts);
  a.key("backoff", f.backoff);
  a.key("requests", f.requests);
  a.key("megabytes", f.megabytes);
  a.key("minutes", f.minutes);
  a.key("proxy", f.proxy);
  a.key("interception_roots", f.interception_roots);
}

template <class Archive>
void describe(Archive& a, Site& s) {
  a.required("title", s.title);
  a.key("subtitle", s.subtitle);
  a.required("languages", s.languages);
  a.required("default_language", s.default_language);
  a.required("publisher", s.publisher);
  a.required("contact", s.contact);
  a.required("base_url", s.base_url);
  a.required("tag_authority", s.tag_authority);
  a.required("time_zone", s.time_zone);
  a.key("licence", s.licence);
  a.key("signing_key", s.signing_key);
  a.required("id_prefix", s.id_prefix);
  a.key("country", s.country);
  a.key("downloads", s.downloads);
  a.key("fetch", s.fetch);
}

}  // namespace tracker::model
