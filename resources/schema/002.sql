-- Schema 2: what an article says of itself ("An earlier version ..."), a JSON array of texts; and its name inside an
-- archive or a mailbox, '' where the file is the article.
ALTER TABLE article_version ADD COLUMN corrections TEXT NOT NULL DEFAULT '[]';
ALTER TABLE article_version ADD COLUMN member TEXT NOT NULL DEFAULT '';
