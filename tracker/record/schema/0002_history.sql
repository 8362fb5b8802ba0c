-- History that can be read without reading all of it: a version's head by itself, and what it did to each entity.

-- The rows come back with the next sync, with their heads.
DELETE FROM version;

ALTER TABLE version ADD COLUMN head TEXT NOT NULL DEFAULT '';  -- the file's JSON without its changes

-- An entity that a version changed; in the order of its changes.
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
CREATE INDEX entity_change_entity ON entity_change (entity, version);
