-- What was read out of the archive, and what of it waits for a person. Made again from content/ and the archive like
-- everything else: the same lexicon, the same names on the list and the same bytes give the same statements.

-- One page of one snapshot. `reader` is a digest over the version of the reader, the lexicon and the names on the list:
-- a page whose digest is another is read again.
CREATE TABLE read_page (
  source     TEXT    NOT NULL,
  snapshot   TEXT    NOT NULL,               -- SHA-256 of the archived bytes
  url        TEXT    NOT NULL,
  reader     TEXT    NOT NULL,
  statements INTEGER NOT NULL,
  PRIMARY KEY (source, snapshot, url)
) STRICT;

-- `document` is all of a statement as JSON; the columns beside it are what is asked for most.
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

-- Derived from statements and content as a whole: every update writes them anew.
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
