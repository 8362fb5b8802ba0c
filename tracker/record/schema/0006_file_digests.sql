-- What a build of the site asks first is whether anything is other than it was. Without this the answer read through all
-- documents.
CREATE INDEX file_digest ON file (path, kind, digest);
