-- What parsers saw in the snapshots: a row a line of the archive's log of readings. The words themselves lie in the
-- archive, as the JSON object that `parsed` names.
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
CREATE INDEX reading_source ON reading (source, digest);

-- Derived: whether each followed source can be seen, as of the last receipt or the day 'as_of', whichever is later.
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

-- Derived: one row a change of state, never one a run.
CREATE TABLE source_transition (
  source     TEXT    NOT NULL REFERENCES source_health (source) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  at         INTEGER NOT NULL,
  from_state TEXT    NOT NULL,
  to_state   TEXT    NOT NULL,
  reason     TEXT,
  PRIMARY KEY (source, position)
) STRICT;

-- Derived: the times in which a source was not seen although its rhythm says that it should have been.
CREATE TABLE source_gap (
  source     TEXT    NOT NULL REFERENCES source_health (source) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  begins     INTEGER NOT NULL,
  ends       INTEGER,                          -- NULL while it lasts
  reason     TEXT,                             -- NULL where nobody looked
  PRIMARY KEY (source, position)
) STRICT;
