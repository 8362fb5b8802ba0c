CREATE INDEX case_court ON case_ (court);
CREATE INDEX case_defendant_person ON case_defendant (person);
CREATE INDEX case_file ON case_ (file);
CREATE INDEX case_region ON case_ (region);
CREATE INDEX case_status_case ON case_status (case_id);
CREATE INDEX case_tag_tag ON case_tag (tag);
CREATE INDEX designation_file ON designation (file);
CREATE INDEX designation_source_source ON designation_source (source);
CREATE INDEX entity_change_entity ON entity_change (entity, version);
CREATE INDEX event_act ON event (act);
CREATE INDEX event_case ON event (case_id);
CREATE INDEX event_charge_article ON event_charge (law, article, part);
CREATE INDEX event_court ON event (court);
CREATE INDEX event_file ON event (file);
CREATE INDEX event_person_event ON event_person (owner_kind, owner, event);
CREATE INDEX event_place ON event (place);
CREATE INDEX event_source_source ON event_source (source);
CREATE INDEX event_type ON event (type, earliest);
CREATE INDEX file_digest ON file (path, kind, digest);
CREATE INDEX law_file ON law (file);
CREATE INDEX page_file ON page (file);
CREATE INDEX page_text_file ON page_text (file);
CREATE INDEX person_designation_designation ON person_designation (designation);
CREATE INDEX person_file ON person (file);
CREATE INDEX person_name_name ON person_name (name);
CREATE INDEX person_region ON person (region);
CREATE INDEX person_tag_tag ON person_tag (kind, tag);
CREATE INDEX person_text_file ON person_text (file);
CREATE INDEX place_file ON place (file);
CREATE INDEX place_within ON place (within);
CREATE INDEX reading_source ON reading (source, digest);
CREATE INDEX receipt_source ON receipt (source, started);
CREATE INDEX ruling_file ON ruling (file);
CREATE INDEX ruling_subject ON ruling (subject);
CREATE INDEX source_file ON source (file);
CREATE INDEX status_display ON status (display);
CREATE INDEX status_source ON status (last_confirmed_source);
CREATE INDEX word_file ON word (file);
CREATE TABLE amnesty_status (
  person   TEXT    NOT NULL REFERENCES person (id),
  position INTEGER NOT NULL,
  act      TEXT,
  decision TEXT    NOT NULL,
  effect   TEXT,
  date     TEXT,                              -- EDTF
  PRIMARY KEY (person, position)
) STRICT;
CREATE TABLE article (
  law    TEXT NOT NULL REFERENCES law (id) ON DELETE CASCADE,
  number TEXT NOT NULL,
  title  TEXT NOT NULL,  -- JSON by language
  PRIMARY KEY (law, number)
) STRICT;
CREATE TABLE article_part (
  law        TEXT    NOT NULL,
  article    TEXT    NOT NULL,
  position   INTEGER NOT NULL,
  part       TEXT,              -- NULL where the article has no parts
  max_months INTEGER,           -- heaviest imprisonment
  life_term  INTEGER NOT NULL,  -- 0 or 1
  infraction INTEGER NOT NULL,  -- 0 or 1: cannot be punished with imprisonment
  fault      TEXT,
  classes    TEXT    NOT NULL,  -- JSON list
  valid_from TEXT,              -- EDTF
  valid_to   TEXT,              -- EDTF
  citation   TEXT,
  certainty  TEXT    NOT NULL,
  PRIMARY KEY (law, article, position),
  FOREIGN KEY (law, article) REFERENCES article (law, number) ON DELETE CASCADE
) STRICT;
CREATE TABLE case_ (
  id      TEXT NOT NULL PRIMARY KEY,
  file    TEXT NOT NULL REFERENCES file (path) ON DELETE CASCADE,
  title   TEXT NOT NULL,                      -- JSON by language
  kind    TEXT NOT NULL,
  number  TEXT,
  court   TEXT REFERENCES place (id),
  region  TEXT REFERENCES place (id),
  summary TEXT NOT NULL                       -- JSON by language
) STRICT;
CREATE TABLE case_defendant (
  case_id  TEXT    NOT NULL REFERENCES case_ (id) ON DELETE CASCADE,
  person   TEXT    NOT NULL REFERENCES person (id),
  position INTEGER NOT NULL,
  PRIMARY KEY (case_id, person)
) STRICT;
CREATE TABLE case_status (
  person      TEXT    NOT NULL REFERENCES person (id),
  position    INTEGER NOT NULL,
  case_id     TEXT REFERENCES case_ (id),
  kind        TEXT    NOT NULL,
  stage       TEXT    NOT NULL,
  stage_since TEXT,                           -- EDTF
  PRIMARY KEY (person, position)
) STRICT;
CREATE TABLE case_tag (
  case_id TEXT NOT NULL REFERENCES case_ (id) ON DELETE CASCADE,
  tag     TEXT NOT NULL,
  PRIMARY KEY (case_id, tag)
) STRICT;
CREATE TABLE change (
  entity    TEXT    NOT NULL,                 -- "person/kz-0001"
  version   INTEGER NOT NULL REFERENCES version (number) ON DELETE CASCADE,
  position  INTEGER NOT NULL,                 -- in the version's file
  operation TEXT    NOT NULL,
  field     TEXT    NOT NULL,                 -- "event.e3.date"
  reason    TEXT    NOT NULL,
  value     TEXT,
  withheld  INTEGER NOT NULL,                 -- 0 or 1
  PRIMARY KEY (entity, version, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE charge_status (
  person        TEXT    NOT NULL,
  case_position INTEGER NOT NULL,
  position      INTEGER NOT NULL,
  article       TEXT    NOT NULL,             -- "law:article.part"
  live          INTEGER NOT NULL,             -- 0 or 1
  convicted     INTEGER NOT NULL,             -- 0 or 1
  since         TEXT,                         -- EDTF
  until         TEXT,                         -- EDTF
  replaced_by   TEXT,
  PRIMARY KEY (person, case_position, position),
  FOREIGN KEY (person, case_position) REFERENCES case_status (person, position)
) STRICT;
CREATE TABLE designation (
  id   TEXT NOT NULL PRIMARY KEY,
  file TEXT NOT NULL REFERENCES file (path) ON DELETE CASCADE,
  name TEXT NOT NULL,  -- JSON by language
  body TEXT NOT NULL,
  url  TEXT
) STRICT;
CREATE TABLE designation_source (
  person   TEXT    NOT NULL,
  designation_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  source   TEXT    NOT NULL REFERENCES source (id),
  locator  TEXT,
  quote    TEXT,
  url      TEXT,
  snapshot TEXT,                              -- SHA-256 of archived bytes
  PRIMARY KEY (person, designation_position, position),
  FOREIGN KEY (person, designation_position) REFERENCES person_designation (person, position)
    ON DELETE CASCADE
) STRICT;
CREATE TABLE entity_change (
  version       INTEGER NOT NULL REFERENCES version (number) ON DELETE CASCADE,
  position      INTEGER NOT NULL,
  entity        TEXT    NOT NULL,   -- "person/kz-0001"
  operation     TEXT    NOT NULL,   -- ADD: new; DEL: gone; else MOD
  changes       INTEGER NOT NULL,   -- how many rows of `change` it has in this version
  corrects      INTEGER NOT NULL,   -- 0 or 1: one of them corrects or retracts what an earlier version said
  status_before TEXT,               -- display status, of people
  status_after  TEXT,
  PRIMARY KEY (version, position)
) STRICT;
CREATE TABLE event (
  owner_kind    TEXT    NOT NULL CHECK (owner_kind IN ('person', 'case')),
  owner         TEXT    NOT NULL,
  id            TEXT    NOT NULL,             -- unique with its owner
  file          TEXT    NOT NULL REFERENCES file (path) ON DELETE CASCADE,
  position      INTEGER NOT NULL,
  type          TEXT    NOT NULL,
  date          TEXT,                         -- EDTF; NULL: the day is not known
  earliest      TEXT,
  latest        TEXT,
  until         TEXT,                         -- EDTF
  sequence      INTEGER NOT NULL,             -- breaks ties between events of one date
  case_id       TEXT REFERENCES case_ (id),   -- named by a person's event; an event of a case has its owner
  place         TEXT REFERENCES place (id),
  court         TEXT REFERENCES place (id),
  days          INTEGER,
  fine_amount   INTEGER,
  fine_up_to    INTEGER,
  fine_currency TEXT,
  act           TEXT REFERENCES law (id),
  effect        TEXT,
  certainty     TEXT    NOT NULL,             -- 'high' where the file does not say
  text          TEXT    NOT NULL,             -- JSON by language
  note          TEXT    NOT NULL,             -- JSON by language
  original      TEXT,                         -- what a source got wrong …
  corrected     TEXT,                         -- … and what is right
  PRIMARY KEY (owner_kind, owner, id)
) STRICT;
CREATE TABLE event_charge (
  owner_kind TEXT    NOT NULL,
  owner      TEXT    NOT NULL,
  event      TEXT    NOT NULL,
  role       TEXT    NOT NULL CHECK (role IN ('charge', 'replaced')),
  position   INTEGER NOT NULL,
  reference  TEXT    NOT NULL,
  law        TEXT REFERENCES law (id),
  article    TEXT,
  part       TEXT,
  clause     TEXT,
  PRIMARY KEY (owner_kind, owner, event, role, position),
  FOREIGN KEY (owner_kind, owner, event) REFERENCES event (owner_kind, owner, id) ON DELETE CASCADE
) STRICT;
CREATE TABLE event_person (
  person     TEXT    NOT NULL REFERENCES person (id),
  position   INTEGER NOT NULL,
  owner_kind TEXT    NOT NULL,
  owner      TEXT    NOT NULL,
  event      TEXT    NOT NULL,
  PRIMARY KEY (person, position),
  FOREIGN KEY (owner_kind, owner, event) REFERENCES event (owner_kind, owner, id)
) STRICT;
CREATE TABLE event_sentence (
  owner_kind    TEXT NOT NULL,
  owner         TEXT NOT NULL,
  event         TEXT NOT NULL,
  kind          TEXT,
  months        INTEGER,
  days          INTEGER,
  ban_months    INTEGER,
  ban           TEXT NOT NULL,                -- JSON by language: what is banned
  labour_hours  INTEGER,
  fine_amount   INTEGER,
  fine_up_to    INTEGER,
  fine_currency TEXT,
  PRIMARY KEY (owner_kind, owner, event),
  FOREIGN KEY (owner_kind, owner, event) REFERENCES event (owner_kind, owner, id) ON DELETE CASCADE
) STRICT;
CREATE TABLE event_source (
  owner_kind TEXT    NOT NULL,
  owner      TEXT    NOT NULL,
  event      TEXT    NOT NULL,
  position   INTEGER NOT NULL,
  source     TEXT    NOT NULL REFERENCES source (id),
  locator    TEXT,
  quote      TEXT,                            -- exact words of the source
  url        TEXT,
  snapshot   TEXT,                            -- SHA-256 of archived bytes
  PRIMARY KEY (owner_kind, owner, event, position),
  FOREIGN KEY (owner_kind, owner, event) REFERENCES event (owner_kind, owner, id) ON DELETE CASCADE
) STRICT;
CREATE TABLE file (
  path     TEXT NOT NULL PRIMARY KEY,  -- below content/
  kind     TEXT NOT NULL,
  digest   TEXT NOT NULL,              -- SHA-256 of the bytes
  document TEXT NOT NULL
) STRICT;
CREATE TABLE law (
  id        TEXT NOT NULL PRIMARY KEY,
  file      TEXT NOT NULL REFERENCES file (path) ON DELETE CASCADE,
  kind      TEXT NOT NULL,
  title     TEXT NOT NULL,  -- JSON by language
  number    TEXT,
  adopted   TEXT,           -- EDTF
  in_force  TEXT,           -- EDTF
  url       TEXT,
  citation  TEXT,
  certainty TEXT NOT NULL
) STRICT;
CREATE TABLE list_entry (
  act       TEXT    NOT NULL REFERENCES law (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  article   TEXT    NOT NULL,  -- "106.1" or "107"
  listed    TEXT    NOT NULL,
  citation  TEXT,
  certainty TEXT    NOT NULL,
  PRIMARY KEY (act, position)
) STRICT;
CREATE TABLE meta (
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
CREATE TABLE page (
  id       TEXT    NOT NULL PRIMARY KEY,
  file     TEXT    NOT NULL REFERENCES file (path) ON DELETE CASCADE,
  sequence INTEGER NOT NULL,
  title    TEXT    NOT NULL                   -- JSON by language
) STRICT;
CREATE TABLE page_text (
  page     TEXT    NOT NULL REFERENCES page (id),
  language TEXT    NOT NULL,
  file     TEXT    NOT NULL REFERENCES file (path) ON DELETE CASCADE,
  draft    INTEGER NOT NULL,                  -- 0 or 1: waits for a native reader
  body     TEXT    NOT NULL,
  PRIMARY KEY (page, language)
) STRICT;
CREATE TABLE person (
  id            TEXT NOT NULL PRIMARY KEY,
  file          TEXT NOT NULL REFERENCES file (path) ON DELETE CASCADE,
  sex           TEXT,
  born          TEXT,                         -- EDTF; the year
  region        TEXT REFERENCES place (id),
  occupation    TEXT,
  activity      TEXT NOT NULL,                -- JSON by language: what the person did, apart from the charge
  identity      TEXT,                         -- certainty; NULL where nobody doubts who this is
  identity_note TEXT NOT NULL                 -- JSON by language
) STRICT;
CREATE TABLE person_designation (
  person    TEXT    NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  designation TEXT  NOT NULL REFERENCES designation (id),
  since     TEXT,                             -- EDTF
  until     TEXT,                             -- EDTF
  criterion TEXT,
  PRIMARY KEY (person, position)
) STRICT;
CREATE TABLE person_name (
  person   TEXT    NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  form     TEXT    NOT NULL CHECK (form IN ('main', 'also')),
  language TEXT,                              -- '' is the default language; NULL for other spellings
  name     TEXT    NOT NULL,
  PRIMARY KEY (person, position)
) STRICT;
CREATE TABLE person_tag (
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  kind   TEXT NOT NULL CHECK (kind IN ('group', 'tag')),
  tag    TEXT NOT NULL,
  PRIMARY KEY (person, kind, tag)
) STRICT;
CREATE TABLE person_text (
  person   TEXT    NOT NULL REFERENCES person (id),
  language TEXT    NOT NULL,
  file     TEXT    NOT NULL REFERENCES file (path) ON DELETE CASCADE,
  draft    INTEGER NOT NULL,                  -- 0 or 1: waits for a native reader
  body     TEXT    NOT NULL,
  PRIMARY KEY (person, language)
) STRICT;
CREATE TABLE place (
  id     TEXT NOT NULL PRIMARY KEY,
  file   TEXT NOT NULL REFERENCES file (path) ON DELETE CASCADE,
  kind   TEXT NOT NULL,
  name   TEXT NOT NULL,                  -- JSON by language
  within TEXT REFERENCES place (id)      -- the region of a city, the city of a court
) STRICT;
CREATE TABLE proposal (
  id          TEXT    NOT NULL PRIMARY KEY,
  position    INTEGER NOT NULL,              -- in the order in which a person is asked
  kind        TEXT    NOT NULL,              -- event, source or contradiction
  name        TEXT    NOT NULL,
  person      TEXT,                          -- id, where it is certain who it is
  event       TEXT    NOT NULL,
  date        TEXT,                          -- EDTF
  known_event TEXT,                          -- the event of the record that it adds to or contradicts
  independent INTEGER NOT NULL,              -- groups of sources that tell of it
  bulk        INTEGER NOT NULL CHECK (bulk IN (0, 1)),  -- may be accepted together with others
  document    TEXT    NOT NULL               -- all of it, as `tracker review --json` prints it
) STRICT;
CREATE TABLE read_page (
  source     TEXT    NOT NULL,
  snapshot   TEXT    NOT NULL,               -- SHA-256 of the archived bytes
  url        TEXT    NOT NULL,
  reader     TEXT    NOT NULL,
  statements INTEGER NOT NULL,
  PRIMARY KEY (source, snapshot, url)
) STRICT;
CREATE TABLE reading (
  position      INTEGER NOT NULL PRIMARY KEY,
  source        TEXT    NOT NULL,
  digest        TEXT    NOT NULL,              -- SHA-256 of the snapshot
  at            INTEGER NOT NULL,              -- moment
  rules         TEXT    NOT NULL,              -- SHA-256 of what decides how it was read
  kind          TEXT    NOT NULL,
  is_followed   INTEGER NOT NULL,              -- 0 or 1: a page that the source led to
  outcome       TEXT    NOT NULL,
  detail        TEXT,                          -- why, where it is not read
  encoding      TEXT,
  encoding_rule TEXT,
  pages         INTEGER NOT NULL,
  words         INTEGER NOT NULL,
  rows          INTEGER NOT NULL,
  has_canary    INTEGER NOT NULL,              -- 0 or 1
  says_nothing  INTEGER NOT NULL,              -- 0 or 1
  fingerprint   TEXT,
  text          TEXT,                          -- SHA-256 of the words alone
  parsed        TEXT,                          -- SHA-256 of the JSON object in the archive
  left_out      TEXT    NOT NULL               -- JSON list
) STRICT;
CREATE TABLE receipt (
  position     INTEGER NOT NULL PRIMARY KEY,
  source       TEXT    NOT NULL,
  url          TEXT    NOT NULL,
  final_url    TEXT,                          -- where redirects led, if there was an answer
  started      INTEGER NOT NULL,              -- moment
  milliseconds INTEGER NOT NULL,
  outcome      TEXT    NOT NULL,
  status       INTEGER NOT NULL,              -- of HTTP; 0 where there was none
  detail       TEXT,                          -- why, where it is not fetched
  digest       TEXT,                          -- SHA-256 of the archived bytes
  bytes        INTEGER NOT NULL,
  headers      TEXT    NOT NULL               -- JSON object, lower-case names
, parent TEXT, address TEXT, wire_bytes INTEGER NOT NULL DEFAULT 0, attempts INTEGER NOT NULL DEFAULT 1, robots_allowed INTEGER, robots_why TEXT, robots_digest TEXT, robots_asked INTEGER, chain TEXT) STRICT;
CREATE TABLE restriction (
  person   TEXT    NOT NULL REFERENCES person (id),
  position INTEGER NOT NULL,
  kind     TEXT    NOT NULL,
  months   INTEGER,
  since    TEXT,                              -- EDTF
  PRIMARY KEY (person, position)
) STRICT;
CREATE TABLE ruling (
  id      TEXT NOT NULL PRIMARY KEY,
  file    TEXT NOT NULL REFERENCES file (path) ON DELETE CASCADE,
  kind    TEXT NOT NULL,
  subject TEXT NOT NULL,
  field   TEXT,           -- NULL: the whole of it
  other   TEXT,
  date    TEXT,           -- EDTF
  by      TEXT NOT NULL,
  reason  TEXT NOT NULL   -- JSON by language
) STRICT;
CREATE TABLE sentence_status (
  person        TEXT    NOT NULL,
  case_position INTEGER NOT NULL,
  position      INTEGER NOT NULL,
  kind          TEXT,
  months        INTEGER,
  days          INTEGER,
  ban_months    INTEGER,
  labour_hours  INTEGER,
  since         TEXT,                         -- EDTF
  in_force      INTEGER NOT NULL,             -- 0 or 1
  added         INTEGER NOT NULL,             -- 0 or 1: on top of an earlier one
  ended         INTEGER NOT NULL,             -- 0 or 1: served, replaced, amnestied, quashed
  PRIMARY KEY (person, case_position, position),
  FOREIGN KEY (person, case_position) REFERENCES case_status (person, position)
) STRICT;
CREATE TABLE site (
  file             TEXT NOT NULL PRIMARY KEY REFERENCES file (path) ON DELETE CASCADE,
  title            TEXT NOT NULL,  -- JSON by language
  languages        TEXT NOT NULL,  -- JSON list
  default_language TEXT NOT NULL,
  publisher        TEXT NOT NULL,
  contact          TEXT NOT NULL,
  base_url         TEXT NOT NULL,
  time_zone        TEXT NOT NULL,
  country          TEXT NOT NULL   -- JSON by language: the country of the list
) STRICT;
CREATE TABLE source (
  id           TEXT NOT NULL PRIMARY KEY,
  file         TEXT NOT NULL REFERENCES file (path) ON DELETE CASCADE,
  title        TEXT NOT NULL,  -- JSON by language
  publisher    TEXT NOT NULL,
  kind         TEXT NOT NULL,
  url          TEXT,
  languages    TEXT NOT NULL,  -- JSON list
  rhythm       TEXT NOT NULL,
  independence TEXT,           -- sources of one group count once
  published    TEXT,           -- EDTF
  licence      TEXT
) STRICT;
CREATE TABLE source_gap (
  source     TEXT    NOT NULL REFERENCES source_health (source) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  begins     INTEGER NOT NULL,
  ends       INTEGER,                          -- NULL while it lasts
  reason     TEXT,                             -- NULL where nobody looked
  PRIMARY KEY (source, position)
) STRICT;
CREATE TABLE source_health (
  source       TEXT    NOT NULL PRIMARY KEY,
  state        TEXT    NOT NULL,
  since        INTEGER,                        -- moment
  last_attempt INTEGER,
  last_success INTEGER,
  last_change  INTEGER,                        -- words that none of its last five versions had
  failures     INTEGER NOT NULL,               -- in a row
  oscillating  INTEGER NOT NULL,               -- 0 or 1
  reason       TEXT
) STRICT;
CREATE TABLE source_transition (
  source     TEXT    NOT NULL REFERENCES source_health (source) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  at         INTEGER NOT NULL,
  from_state TEXT    NOT NULL,
  to_state   TEXT    NOT NULL,
  reason     TEXT,
  PRIMARY KEY (source, position)
) STRICT;
CREATE TABLE statement (
  source   TEXT    NOT NULL,
  snapshot TEXT    NOT NULL,
  url      TEXT    NOT NULL,
  position INTEGER NOT NULL,                 -- in the order of the text
  person   TEXT    NOT NULL,                 -- the name as the source writes it
  event    TEXT    NOT NULL,
  date     TEXT,                             -- EDTF
  quote    TEXT    NOT NULL,                 -- exact words of the source
  rule     TEXT    NOT NULL,                 -- id in content/lexicon
  document TEXT    NOT NULL,
  PRIMARY KEY (source, snapshot, url, position),
  FOREIGN KEY (source, snapshot, url) REFERENCES read_page (source, snapshot, url) ON DELETE CASCADE
) STRICT;
CREATE TABLE status (
  person                TEXT    NOT NULL PRIMARY KEY REFERENCES person (id),
  display               TEXT    NOT NULL,
  since                 TEXT,                 -- EDTF; of the display status
  since_is_computed     INTEGER NOT NULL,     -- 0 or 1: an end by itself, as of an arrest that ran out
  liberty               TEXT    NOT NULL,
  liberty_since         TEXT,                 -- EDTF
  deprived              TEXT    NOT NULL,     -- of liberty: yes, no, unknown
  stage                 TEXT    NOT NULL,     -- of the case that stands furthest in the person's disfavour
  life                  TEXT    NOT NULL,
  prosecuted            INTEGER NOT NULL,     -- 0 or 1: ever a defendant of a criminal case
  open_prosecution      INTEGER NOT NULL,     -- 0 or 1
  last_confirmed        TEXT,                 -- EDTF
  last_confirmed_source TEXT REFERENCES source (id),
  decisive_event        TEXT                  -- id of the event behind the display status
) STRICT;
CREATE TABLE version (
  number       INTEGER NOT NULL PRIMARY KEY,
  recorded     INTEGER NOT NULL,              -- moment
  hash         TEXT    NOT NULL,
  previous     TEXT,                          -- hash of the version before
  note         TEXT,
  persons      INTEGER NOT NULL,              -- on the list after it
  deprived     INTEGER NOT NULL,              -- of these, deprived of liberty
  prosecuted   INTEGER NOT NULL,              -- of these, ever defendants of a criminal case
  cases        INTEGER NOT NULL,
  prosecutions INTEGER NOT NULL,              -- pairs of defendant and criminal case
  json         TEXT    NOT NULL               -- the bytes of its file: all of it
, head TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE word (
  language TEXT NOT NULL,
  key      TEXT NOT NULL,
  file     TEXT NOT NULL REFERENCES file (path) ON DELETE CASCADE,
  pattern  TEXT NOT NULL,                     -- ICU MessageFormat
  PRIMARY KEY (language, key)
) STRICT;
CREATE VIEW cited AS
SELECT source, 'event' AS by_kind, owner_kind, owner, event AS item, position, locator, quote, url, snapshot
  FROM event_source
UNION ALL
SELECT source, 'designation', 'person', person, CAST(designation_position AS TEXT), position, locator, quote,
       url, snapshot
  FROM designation_source;
CREATE VIEW history AS
SELECT event_person.person, event_person.position, event.date, event.type, event.owner_kind,
       event.owner, event.id,
       CASE event.owner_kind WHEN 'case' THEN event.owner ELSE event.case_id END AS case_id,
       event.text
  FROM event_person
  JOIN event ON event.owner_kind = event_person.owner_kind
            AND event.owner = event_person.owner
            AND event.id = event_person.event;
CREATE VIEW list AS
SELECT person.id,
       (SELECT name.name
          FROM person_name AS name
         WHERE name.person = person.id
         ORDER BY name.form = 'also',
                  coalesce(name.language IN ('', (SELECT default_language FROM site)), 0) DESC,
                  name.position
         LIMIT 1) AS name,
       status.display AS status,
       status.since,
       status.liberty,
       status.deprived,
       status.stage,
       status.last_confirmed,
       status.last_confirmed_source
  FROM person
  JOIN status ON status.person = person.id;
