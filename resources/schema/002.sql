-- Schema 2: what an article says of itself ("An earlier version ..."), a JSON array of texts.
ALTER TABLE article_version ADD COLUMN corrections TEXT NOT NULL DEFAULT '[]';
