-- What a receipt proves beyond the bytes: who answered, what robots.txt said, which certificates were shown. Redirects,
-- warnings and heads stay in the log of the archive.
ALTER TABLE receipt ADD COLUMN parent TEXT;                           -- address of the page that named this one
ALTER TABLE receipt ADD COLUMN address TEXT;                          -- of the machine that answered
ALTER TABLE receipt ADD COLUMN wire_bytes INTEGER NOT NULL DEFAULT 0; -- of the body as it was sent
ALTER TABLE receipt ADD COLUMN attempts INTEGER NOT NULL DEFAULT 1;
ALTER TABLE receipt ADD COLUMN robots_allowed INTEGER;                -- absent where robots.txt was not looked at
ALTER TABLE receipt ADD COLUMN robots_why TEXT;
ALTER TABLE receipt ADD COLUMN robots_digest TEXT;                    -- SHA-256 of the archived robots.txt
ALTER TABLE receipt ADD COLUMN robots_asked INTEGER;                  -- moment
ALTER TABLE receipt ADD COLUMN chain TEXT;                            -- SHA-256 of the archived certificates
