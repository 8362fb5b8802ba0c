// The keys of law files and of the offences in case files. Part of describe.h, which says what an archive is.
#pragma once

#include "tracker/model/law.h"
#include "tracker/model/offence.h"

namespace tracker::model {

/// What every row of a law ends with.
template <class Archive, class Row>
void describe_proof(Archive& a, Row& row) {
  a.key("citation", row.citation);
  a.required("certainty", row.certainty);
}

template <class Archive>
void describe(Archive& a, Clause& c) {
  a.required("id", c.id);
  a.key("classes", c.classes);
  describe_proof(a, c);
}

template <class Archive>
void describe(Archive& a, ArticlePart& p) {
  a.key("part", p.part);
  a.key("max_months", p.max_months);
  a.key("life", p.life_term);
  a.key("infraction", p.infraction);
  a.key("fault", p.fault);
  a.key("classes", p.classes);
  a.key("form", p.form);
  a.key("liable_from", p.liable_from);
  a.key("liable_classes", p.liable_classes);
  a.key("valid_from", p.valid_from);
  a.key("valid_to", p.valid_to);
  a.list("clause", p.clauses);
  describe_proof(a, p);
}

template <class Archive>
void describe(Archive& a, Article& article) {
  a.required("number", article.number);
  a.required("title", article.title);
  a.list("part", article.parts);
}

template <class Archive>
void describe(Archive& a, ListEntry& entry) {
  a.required("article", entry.article);
  a.required("listed", entry.listed);
  describe_proof(a, entry);
}

template <class Archive>
void describe(Archive& a, Grade& g) {
  a.required("id", g.id);
  a.required("title", g.title);
  a.key("infraction", g.infraction);
  a.key("intentional_months", g.intentional_months);
  a.key("negligent_months", g.negligent_months);
  a.key("unlimited", g.unlimited);
  describe_proof(a, g);
}

template <class Archive>
void describe(Archive& a, OffenceClass& c) {
  a.required("id", c.id);
  a.required("title", c.title);
  describe_proof(a, c);
}

template <class Archive>
void describe(Archive& a, Recidivism& r) {
  a.required("id", r.id);
  a.required("kind", r.kind);
  a.required("title", r.title);
  a.required("grade", r.grade);
  a.required("earlier_grade", r.earlier_grade);
  a.key("earlier_punishment", r.earlier_punishment);
  a.required("count", r.count);
  describe_proof(a, r);
}

template <class Archive>
void describe(Archive& a, Scope& s) {
  a.key("window", s.window);
  a.key("requires", s.requires_facts);
  describe_proof(a, s);
}

template <class Archive>
void describe(Archive& a, Condition& c) {
  a.required("id", c.id);
  a.required("text", c.text);
  a.required("missing", c.missing);
  describe_proof(a, c);
}

template <class Archive>
void describe(Archive& a, Exclusion& e) {
  a.required("id", e.id);
  a.required("text", e.text);
  a.key("classes", e.classes);
  a.key("articles", e.articles);
  a.key("recidivism", e.recidivism);
  a.key("unless_minor", e.unless_minor);
  describe_proof(a, e);
}

template <class Archive>
void describe(Archive& a, Effect& e) {
  a.required("id", e.id);
  a.required("grades", e.grades);
  a.key("situations", e.situations);
  a.required("outcome", e.outcome);
  a.key("fraction", e.fraction);
  a.key("requires", e.requires_facts);
  a.key("text", e.text);
  describe_proof(a, e);
}

template <class Archive>
void describe(Archive& a, ActReading& r) {
  a.required("id", r.id);
  a.required("title", r.title);
  a.required("text", r.text);
  a.key("widens", r.widens);
  describe_proof(a, r);
}

template <class Archive>
void describe(Archive& a, Remainder& r) {
  a.required("months", r.months);
  describe_proof(a, r);
}

template <class Archive>
void describe(Archive& a, Procedure& p) {
  a.key("months", p.months);
  a.key("text", p.text);
  describe_proof(a, p);
}

template <class Archive>
void describe(Archive& a, Claim& c) {
  a.required("id", c.id);
  a.required("kind", c.kind);
  a.required("people", c.people);
  a.required("text", c.text);
  describe_proof(a, c);
}

template <class Archive>
void describe(Archive& a, RuleText& r) {
  a.required("id", r.id);
  a.required("text", r.text);
  describe_proof(a, r);
}

template <class Archive>
void describe(Archive& a, Regime& r) {
  a.required("id", r.id);
  a.required("title", r.title);
  a.key("max_months", r.max_months);
  a.key("earlier_imprisoned", r.earlier_imprisoned);
  describe_proof(a, r);
}

template <class Archive>
void describe(Archive& a, Credit& c) {
  a.required("id", c.id);
  a.required("of", c.of);
  a.required("to", c.to);
  a.key("regime", c.regime);
  a.required("rate", c.rate);
  describe_proof(a, c);
}

template <class Archive>
void describe(Archive& a, ParoleShare& p) {
  a.required("id", p.id);
  a.required("grades", p.grades);
  a.key("classes", p.classes);
  a.required("share", p.share);
  a.key("persons", p.persons);
  describe_proof(a, p);
}

template <class Archive>
void describe(Archive& a, ParoleBar& p) {
  a.required("id", p.id);
  a.required("classes", p.classes);
  a.key("never", p.never);
  a.required("text", p.text);
  describe_proof(a, p);
}

template <class Archive>
void describe(Archive& a, ParoleFloor& p) {
  a.required("months", p.months);
  describe_proof(a, p);
}

template <class Archive>
void describe(Archive& a, GradeYears& g) {
  a.required("id", g.id);
  a.key("grades", g.grades);
  a.key("years", g.years);
  a.key("classes", g.classes);
  a.key("kinds", g.kinds);
  describe_proof(a, g);
}

template <class Archive>
void describe(Archive& a, Probation& p) {
  a.required("id", p.id);
  a.required("of", p.of);
  describe_proof(a, p);
}

template <class Archive>
void describe(Archive& a, BanRule& b) {
  a.required("id", b.id);
  a.key("with", b.with);
  a.required("starts", b.starts);
  describe_proof(a, b);
}

template <class Archive>
void describe(Archive& a, Cumulation& c) {
  a.required("cap_months", c.cap_months);
  a.key("longer_cap_months", c.longer_cap_months);
  a.key("longer_for", c.longer_for);
  a.key("in_part", c.in_part);
  describe_proof(a, c);
}

template <class Archive>
void describe(Archive& a, Law& l) {
  a.required("id", l.id);
  a.required("kind", l.kind);
  a.required("title", l.title);
  a.key("number", l.number);
  a.key("adopted", l.adopted);
  a.key("in_force", l.in_force);
  a.key("edition", l.edition);
  a.key("url", l.url);
  a.key("summary", l.summary);
  describe_proof(a, l);
  a.key("code", l.code);
  a.key("scope", l.scope);
  a.key("remainder", l.remainder);
  a.key("procedure", l.procedure);
  a.key("parole_floor", l.parole_floor);
  a.key("cumulation", l.cumulation);
  a.key("list_articles", l.list_articles);
  a.key("list_is_complete", l.list_is_complete);
  a.list("grade", l.grades);
  a.list("class", l.classes);
  a.list("recidivism", l.recidivism);
  a.list("article", l.articles);
  a.list("condition", l.conditions);
  a.list("list", l.list);
  a.list("exclusion", l.exclusions);
  a.list("effect", l.effects);
  a.list("reading", l.readings);
  a.list("claim", l.claims);
  a.list("regime", l.regimes);
  a.list("credit", l.credits);
  a.list("parole", l.parole);
  a.list("parole_bar", l.parole_bars);
  a.list("limitation", l.limitation);
  a.list("expiry", l.expiry);
  a.list("probation", l.probation);
  a.list("ban_rule", l.bans);
  a.list("rule", l.rule_texts);
}

template <class Archive>
void describe(Archive& a, Offence& o) {
  a.required("id", o.id);
  a.key("charges", o.charges);
  a.key("defendants", o.defendants);
  a.key("date", o.date);
  a.key("age", o.age);
  a.key("holds", o.holds);
  a.key("fails", o.fails);
  a.key("note", o.note);
  a.key("certainty", o.certainty);
  a.required("sources", o.sources);
}

}  // namespace tracker::model
