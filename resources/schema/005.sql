-- Schema 5. A statement ends where a line ends with a semicolon, and no other line may end with one.
-- (Schema 1 tells of times, offsets and lists. README.md, "The library for researchers", has a map of all tables.)

-- ---- what was found in articles, as before, but that its rows are checked without IN: for every IN (...) of three values or
-- more SQLite makes a table, fills it and drops it again with each row that is written, which took half the time of storing.
-- Children first, and back in the other order: to drop a table is to delete what belongs to its rows.
CREATE TABLE kept_entity AS SELECT * FROM entity;
CREATE TABLE kept_mention AS SELECT * FROM mention;
CREATE TABLE kept_time_mention AS SELECT * FROM time_mention;
CREATE TABLE kept_quantity_mention AS SELECT * FROM quantity_mention;
CREATE TABLE kept_quote AS SELECT * FROM quote;
CREATE TABLE kept_statement AS SELECT * FROM statement;
CREATE TABLE kept_origin AS SELECT * FROM origin;
CREATE TABLE kept_slot AS SELECT * FROM slot;
CREATE TABLE kept_search_row AS SELECT * FROM search_row;
DROP TABLE slot;
DROP TABLE origin;
DROP TABLE statement;
DROP TABLE quote;
DROP TABLE quantity_mention;
DROP TABLE time_mention;
DROP TABLE mention;
DROP TABLE entity;
DROP TABLE search_row;

CREATE TABLE entity (
    analysis_id INTEGER NOT NULL REFERENCES analysis (id) ON DELETE CASCADE,
    id INTEGER NOT NULL CHECK (id >= 0),
    kind TEXT NOT NULL CHECK (kind = 'person' OR kind = 'organization' OR kind = 'place' OR kind = 'other'),
    name TEXT NOT NULL,
    aliases TEXT NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (analysis_id, id)
) WITHOUT ROWID;

CREATE TABLE mention (
    analysis_id INTEGER NOT NULL,
    entity_id INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    field TEXT NOT NULL CHECK (field IN ('title', 'text')),
    span_begin INTEGER NOT NULL CHECK (span_begin >= 0),
    span_end INTEGER NOT NULL CHECK (span_end >= span_begin),
    is_pronoun INTEGER NOT NULL CHECK (is_pronoun IN (0, 1)),
    role TEXT NOT NULL,
    PRIMARY KEY (analysis_id, entity_id, ordinal),
    FOREIGN KEY (analysis_id, entity_id) REFERENCES entity (analysis_id, id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE time_mention (
    analysis_id INTEGER NOT NULL REFERENCES analysis (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    field TEXT NOT NULL CHECK (field IN ('title', 'text')),
    span_begin INTEGER NOT NULL CHECK (span_begin >= 0),
    span_end INTEGER NOT NULL CHECK (span_end >= span_begin),
    kind TEXT NOT NULL CHECK (kind = 'date' OR kind = 'time' OR kind = 'duration' OR kind = 'set'),
    timex TEXT NOT NULL,
    modifier TEXT NOT NULL,
    from_time TEXT,
    to_time TEXT,
    seconds REAL,
    from_inferred_date INTEGER NOT NULL CHECK (from_inferred_date IN (0, 1)),
    rule TEXT NOT NULL,
    PRIMARY KEY (analysis_id, ordinal)
) WITHOUT ROWID;

CREATE TABLE quantity_mention (
    analysis_id INTEGER NOT NULL REFERENCES analysis (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    field TEXT NOT NULL CHECK (field IN ('title', 'text')),
    span_begin INTEGER NOT NULL CHECK (span_begin >= 0),
    span_end INTEGER NOT NULL CHECK (span_end >= span_begin),
    bound TEXT NOT NULL CHECK (bound = '=' OR bound = '~' OR bound = '>' OR bound = '>=' OR bound = '<' OR bound = '<=' OR bound = '..'),
    value REAL,
    low REAL,
    high REAL,
    unit TEXT NOT NULL,
    counted TEXT NOT NULL,
    is_ordinal INTEGER NOT NULL CHECK (is_ordinal IN (0, 1)),
    is_fraction INTEGER NOT NULL CHECK (is_fraction IN (0, 1)),
    counted_begin INTEGER,
    counted_end INTEGER,
    rule TEXT NOT NULL,
    PRIMARY KEY (analysis_id, ordinal),
    CHECK ((counted_begin IS NULL) = (counted_end IS NULL))
) WITHOUT ROWID;

CREATE TABLE quote (
    analysis_id INTEGER NOT NULL REFERENCES analysis (id) ON DELETE CASCADE,
    id INTEGER NOT NULL CHECK (id >= 0),
    field TEXT NOT NULL CHECK (field IN ('title', 'text')),
    span_begin INTEGER NOT NULL CHECK (span_begin >= 0),
    span_end INTEGER NOT NULL CHECK (span_end >= span_begin),
    text TEXT NOT NULL,
    is_direct INTEGER NOT NULL CHECK (is_direct IN (0, 1)),
    speaker TEXT NOT NULL,
    speaker_entity_id INTEGER,
    cue TEXT NOT NULL,
    via TEXT NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (analysis_id, id),
    FOREIGN KEY (analysis_id, speaker_entity_id) REFERENCES entity (analysis_id, id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;

CREATE TABLE statement (
    analysis_id INTEGER NOT NULL REFERENCES analysis (id) ON DELETE CASCADE,
    id INTEGER NOT NULL CHECK (id >= 0),
    field TEXT NOT NULL CHECK (field IN ('title', 'text')),
    span_begin INTEGER NOT NULL CHECK (span_begin >= 0),
    span_end INTEGER NOT NULL CHECK (span_end >= span_begin),
    text TEXT NOT NULL,
    certainty TEXT NOT NULL CHECK (certainty = 'asserted' OR certainty = 'reported' OR certainty = 'possible' OR certainty = 'planned' OR certainty = 'denied' OR certainty = 'asked'),
    polarity TEXT NOT NULL CHECK (polarity IN ('positive', 'negative')),
    predicate TEXT NOT NULL,
    predicate_begin INTEGER NOT NULL,
    predicate_end INTEGER NOT NULL,
    words TEXT NOT NULL,
    within_id INTEGER,
    quote_id INTEGER,
    rule TEXT NOT NULL,
    PRIMARY KEY (analysis_id, id),
    FOREIGN KEY (analysis_id, within_id) REFERENCES statement (analysis_id, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (analysis_id, quote_id) REFERENCES quote (analysis_id, id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;

CREATE TABLE origin (
    analysis_id INTEGER NOT NULL,
    statement_id INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    entity_id INTEGER,
    kind TEXT NOT NULL CHECK (kind = 'speaker' OR kind = 'agency' OR kind = 'outlet' OR kind = 'document' OR kind = 'anonymous'),
    PRIMARY KEY (analysis_id, statement_id, ordinal),
    FOREIGN KEY (analysis_id, statement_id) REFERENCES statement (analysis_id, id) ON DELETE CASCADE,
    FOREIGN KEY (analysis_id, entity_id) REFERENCES entity (analysis_id, id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;

CREATE TABLE slot (
    analysis_id INTEGER NOT NULL,
    statement_id INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    role TEXT NOT NULL CHECK (role = 'agent' OR role = 'patient' OR role = 'recipient' OR role = 'place' OR role = 'origin' OR role = 'destination' OR role = 'time' OR role = 'duration' OR role = 'quantity' OR role = 'manner' OR role = 'attribute' OR role = 'purpose' OR role = 'quotation'),
    span_begin INTEGER NOT NULL CHECK (span_begin >= 0),
    span_end INTEGER NOT NULL CHECK (span_end >= span_begin),
    text TEXT NOT NULL,
    head_lemma TEXT NOT NULL,
    printed_value TEXT NOT NULL,
    entity_id INTEGER,
    rule TEXT NOT NULL,
   
    time_kind TEXT CHECK (time_kind = 'date' OR time_kind = 'time' OR time_kind = 'duration' OR time_kind = 'set'),
    timex TEXT,
    time_modifier TEXT,
    from_time TEXT,
    to_time TEXT,
    seconds REAL,
    from_inferred_date INTEGER CHECK (from_inferred_date IN (0, 1)),
   
    bound TEXT CHECK (bound = '=' OR bound = '~' OR bound = '>' OR bound = '>=' OR bound = '<' OR bound = '<=' OR bound = '..'),
    value REAL,
    low REAL,
    high REAL,
    unit TEXT,
    counted TEXT,
    is_ordinal INTEGER CHECK (is_ordinal IN (0, 1)),
    is_fraction INTEGER CHECK (is_fraction IN (0, 1)),
    PRIMARY KEY (analysis_id, statement_id, ordinal),
    FOREIGN KEY (analysis_id, statement_id) REFERENCES statement (analysis_id, id) ON DELETE CASCADE,
    FOREIGN KEY (analysis_id, entity_id) REFERENCES entity (analysis_id, id) DEFERRABLE INITIALLY DEFERRED,
    CHECK ((time_kind IS NULL) = (timex IS NULL) AND (time_kind IS NULL) = (time_modifier IS NULL)),
    CHECK ((bound IS NULL) = (unit IS NULL) AND (bound IS NULL) = (counted IS NULL))
) WITHOUT ROWID;

CREATE TABLE search_row (
    id INTEGER PRIMARY KEY,
    subject TEXT NOT NULL CHECK (subject = 'article' OR subject = 'statement' OR subject = 'note'),
    article_id INTEGER REFERENCES article (id),
    number INTEGER NOT NULL,
    CHECK ((subject = 'note') = (article_id IS NULL))
);
CREATE INDEX search_row_by_subject ON search_row (article_id, subject, number);

INSERT INTO entity SELECT * FROM kept_entity;
INSERT INTO mention SELECT * FROM kept_mention;
INSERT INTO time_mention SELECT * FROM kept_time_mention;
INSERT INTO quantity_mention SELECT * FROM kept_quantity_mention;
INSERT INTO quote SELECT * FROM kept_quote;
INSERT INTO statement SELECT * FROM kept_statement;
INSERT INTO origin SELECT * FROM kept_origin;
INSERT INTO slot SELECT * FROM kept_slot;
INSERT INTO search_row SELECT * FROM kept_search_row;
DROP TABLE kept_entity;
DROP TABLE kept_mention;
DROP TABLE kept_time_mention;
DROP TABLE kept_quantity_mention;
DROP TABLE kept_quote;
DROP TABLE kept_statement;
DROP TABLE kept_origin;
DROP TABLE kept_slot;
DROP TABLE kept_search_row;

-- ---- search: what it asks for lies ready, so that every kind of question is answered from small tables; and articles
-- come into the index some at a time, not each by itself

-- Beginnings of words are found without indexes of their own, which took as long to write as all the rest of the index.
CREATE TABLE kept_words AS SELECT rowid AS id, title, text FROM search_words;
DROP TABLE search_words;
CREATE VIRTUAL TABLE search_words USING fts5(title, text, tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO search_words (rowid, title, text) SELECT id, title, text FROM kept_words ORDER BY id;
DROP TABLE kept_words;

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
    subject TEXT NOT NULL CHECK (subject = 'article' OR subject = 'statement'),
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
