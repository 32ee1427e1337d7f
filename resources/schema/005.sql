-- Schema 5. A statement ends where a line ends with a semicolon, and no other line may end with one.
-- What search asks for lies ready, so that every kind of question is answered from small tables, and articles come
-- into the index some at a time, not each by itself.

-- What search tells of an article: its newest version with the person's edit over it.
CREATE TABLE search_article (
    article_id INTEGER PRIMARY KEY REFERENCES article (id),
    outlet TEXT NOT NULL,
    title TEXT NOT NULL,
    day TEXT NOT NULL -- published, as far as it is known, '' where it is not
);

-- The quantities of statements, as intervals. An open end is the greatest number there is.
CREATE TABLE search_value (
    row_id INTEGER NOT NULL REFERENCES search_row (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    low REAL NOT NULL,
    high REAL NOT NULL,
    PRIMARY KEY (row_id, ordinal)
) WITHOUT ROWID;

-- Statements of claims whose statements differ, and how.
CREATE TABLE search_finding (
    row_id INTEGER NOT NULL REFERENCES search_row (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    severity TEXT NOT NULL,
    comparison_id INTEGER NOT NULL REFERENCES comparison (id) ON DELETE CASCADE,
    PRIMARY KEY (row_id, kind, severity)
) WITHOUT ROWID;

-- What is stored and not yet in the index as it is now.
CREATE TABLE search_pending (
    article_id INTEGER NOT NULL REFERENCES article (id),
    subject TEXT NOT NULL CHECK (subject IN ('article', 'statement')),
    PRIMARY KEY (article_id, subject)
) WITHOUT ROWID;

INSERT INTO search_pending (article_id, subject)
SELECT article.id, subject.name FROM article, (SELECT 'article' AS name UNION ALL SELECT 'statement') AS subject
WHERE article.id IN (SELECT article_id FROM article_version)
AND NOT EXISTS (SELECT 1 FROM search_row WHERE article_id = article.id AND subject = 'article');

INSERT INTO search_article (article_id, outlet, title, day)
SELECT article_id, coalesce(outlet, ''), coalesce(title, ''), coalesce(substr(published, 1, 10), '') FROM newest_article;

INSERT INTO search_value (row_id, ordinal, low, high)
SELECT row.id, slot.ordinal, coalesce(slot.low, slot.value, -1.7976931348623157e308), coalesce(slot.high, slot.value, 1.7976931348623157e308)
FROM search_row AS row
JOIN article_version AS read ON read.article_id = row.article_id
JOIN analysis ON analysis.version_id = read.id
JOIN slot ON slot.analysis_id = analysis.id AND slot.statement_id = row.number
WHERE row.subject = 'statement' AND slot.bound IS NOT NULL AND slot.is_ordinal = 0 AND coalesce(slot.low, slot.value, slot.high) IS NOT NULL;

INSERT OR IGNORE INTO search_finding (row_id, kind, severity, comparison_id)
SELECT row.id, divergence.kind, divergence.severity, divergence.comparison_id
FROM divergence
JOIN claim_statement AS words ON words.comparison_id = divergence.comparison_id AND words.claim_id = divergence.claim_id
JOIN article_version AS read ON read.article_id = words.article_id
JOIN analysis ON analysis.version_id = read.id
JOIN statement ON statement.analysis_id = analysis.id AND statement.field = words.field AND statement.span_begin = words.span_begin AND statement.span_end = words.span_end
JOIN search_row AS row ON row.article_id = words.article_id AND row.subject = 'statement' AND row.number = statement.id;
