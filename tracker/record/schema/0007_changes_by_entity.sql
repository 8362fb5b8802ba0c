-- Changes are asked for an entity at a time, so they stand together in the order in which they are given. What the entity
-- was before stands beside it. A version is taken away whole, and rarely: that looks through all of them.

-- The rows come back with the next sync.
DELETE FROM version;

DROP TABLE change;
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
