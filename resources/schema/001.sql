-- Schema 1. A statement ends where a line ends with a semicolon, and no other line may end with one.
--
-- Times are ISO 8601 with the offset that the article states. Columns named *_utc are for ordering only.
-- Offsets (span_begin, span_end) count UTF-16 code units of the stored title or text, half-open. SQLite counts
-- code points, so substr() must not be used with them.
-- Lists whose members no other table speaks of are JSON arrays, json_each() reads them.

CREATE TABLE folder (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE, -- as shown, '' holds the files that were opened one by one
    last_import INTEGER NOT NULL -- ascending, the folder imported last has the greatest
);

CREATE TABLE file (
    id INTEGER PRIMARY KEY,
    folder_id INTEGER NOT NULL REFERENCES folder (id),
    path TEXT NOT NULL, -- relative to the folder
    sha256 BLOB NOT NULL CHECK (length(sha256) IN (0, 32)), -- empty: its bytes were never read
    byte_size INTEGER NOT NULL CHECK (byte_size >= 0),
    modified_ms INTEGER NOT NULL, -- since 1970 UTC
    state TEXT NOT NULL CHECK (state IN ('present', 'missing')),
    not_read INTEGER NOT NULL CHECK (not_read IN (0, 1)), -- the last attempt failed
    engine TEXT NOT NULL, -- version of the analysis that read it
    UNIQUE (folder_id, path)
);

CREATE TABLE article (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- an id is never given twice
    file_id INTEGER NOT NULL REFERENCES file (id),
    part INTEGER NOT NULL CHECK (part >= 0), -- place in a file that holds several articles
    in_file INTEGER NOT NULL CHECK (in_file IN (0, 1)), -- 0: the file was there but no longer had this part
    UNIQUE (file_id, part)
);

-- What reading made of a file, one row each time it changed. Rows are never changed, but for one that holds a
-- failed attempt.
CREATE TABLE article_version (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article (id),
    version INTEGER NOT NULL CHECK (version >= 1),
    media_type TEXT NOT NULL,
    charset TEXT,
    sha256 BLOB NOT NULL CHECK (length(sha256) IN (0, 32)),
    title TEXT,
    outlet TEXT,
    authors TEXT NOT NULL, -- ["...", ...]
    agencies TEXT NOT NULL, -- ["...", ...]
    published TEXT,
    published_utc TEXT,
    published_basis TEXT CHECK (published_basis IN ('stated', 'inferred')),
    updated TEXT,
    updated_utc TEXT,
    dateline TEXT,
    url TEXT,
    language TEXT, -- BCP 47
    metadata_sources TEXT NOT NULL, -- {"title": "meta og:title", ...}
    text TEXT NOT NULL,
    blocks TEXT NOT NULL, -- [["paragraph", begin, end], ...]
    captions TEXT NOT NULL, -- ["...", ...]
    outcome TEXT NOT NULL CHECK (outcome IN ('read', 'partly', 'not-read')),
    problems TEXT NOT NULL, -- [["code", "path", "detail"], ...]
    UNIQUE (article_id, version),
    CHECK ((published IS NULL) = (published_utc IS NULL)),
    CHECK ((updated IS NULL) = (updated_utc IS NULL))
);

-- The person's own work, kept over new versions and new analyses. NULL: left as read.
CREATE TABLE article_edit (
    article_id INTEGER PRIMARY KEY REFERENCES article (id),
    outlet TEXT,
    title TEXT,
    authors TEXT, -- ["...", ...]
    published TEXT
);

-- What follows the engine can make again.

CREATE TABLE analysis (
    id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL UNIQUE REFERENCES article_version (id),
    engine TEXT NOT NULL,
    input BLOB NOT NULL -- digest of all that the analysis was made from: text, title, date ...
);

CREATE TABLE entity (
    analysis_id INTEGER NOT NULL REFERENCES analysis (id) ON DELETE CASCADE,
    id INTEGER NOT NULL CHECK (id >= 0),
    kind TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'place', 'other')),
    name TEXT NOT NULL,
    aliases TEXT NOT NULL, -- ["...", ...]
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
    kind TEXT NOT NULL CHECK (kind IN ('date', 'time', 'duration', 'set')),
    timex TEXT NOT NULL, -- TIMEX3 value, '' where it could not be resolved
    modifier TEXT NOT NULL,
    from_time TEXT, -- local to the place spoken of
    to_time TEXT, -- not included
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
    bound TEXT NOT NULL CHECK (bound IN ('=', '~', '>', '>=', '<', '<=', '..')),
    value REAL,
    low REAL,
    high REAL,
    unit TEXT NOT NULL, -- UCUM or ISO 4217, '' for a count
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
    speaker TEXT NOT NULL, -- '' where unknown
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
    certainty TEXT NOT NULL CHECK (certainty IN ('asserted', 'reported', 'possible', 'planned', 'denied', 'asked')),
    polarity TEXT NOT NULL CHECK (polarity IN ('positive', 'negative')),
    predicate TEXT NOT NULL,
    predicate_begin INTEGER NOT NULL,
    predicate_end INTEGER NOT NULL,
    words TEXT NOT NULL, -- [[begin, end, lemma, upos, deprel, head or null, entity or null], ...]
    within_id INTEGER, -- the statement whose part this one is
    quote_id INTEGER,
    rule TEXT NOT NULL,
    PRIMARY KEY (analysis_id, id),
    FOREIGN KEY (analysis_id, within_id) REFERENCES statement (analysis_id, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (analysis_id, quote_id) REFERENCES quote (analysis_id, id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;

-- Who a statement comes from, the outermost last.
CREATE TABLE origin (
    analysis_id INTEGER NOT NULL,
    statement_id INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    entity_id INTEGER,
    kind TEXT NOT NULL CHECK (kind IN ('speaker', 'agency', 'outlet', 'document', 'anonymous')),
    PRIMARY KEY (analysis_id, statement_id, ordinal),
    FOREIGN KEY (analysis_id, statement_id) REFERENCES statement (analysis_id, id) ON DELETE CASCADE,
    FOREIGN KEY (analysis_id, entity_id) REFERENCES entity (analysis_id, id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;

CREATE TABLE slot (
    analysis_id INTEGER NOT NULL,
    statement_id INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('agent', 'patient', 'recipient', 'place', 'origin', 'destination', 'time', 'duration', 'quantity', 'manner', 'attribute', 'purpose', 'quotation')),
    span_begin INTEGER NOT NULL CHECK (span_begin >= 0), -- in the statement's field
    span_end INTEGER NOT NULL CHECK (span_end >= span_begin),
    text TEXT NOT NULL,
    head_lemma TEXT NOT NULL,
    printed_value TEXT NOT NULL, -- normal form, '' where there is none
    entity_id INTEGER,
    rule TEXT NOT NULL,
    -- the time, if it has one: as in time_mention
    time_kind TEXT CHECK (time_kind IN ('date', 'time', 'duration', 'set')),
    timex TEXT,
    time_modifier TEXT,
    from_time TEXT,
    to_time TEXT,
    seconds REAL,
    from_inferred_date INTEGER CHECK (from_inferred_date IN (0, 1)),
    -- the quantity, if it has one: as in quantity_mention
    bound TEXT CHECK (bound IN ('=', '~', '>', '>=', '<', '<=', '..')),
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

-- For people who ask: the newest reading of each article, with the person's corrections over it.
CREATE VIEW newest_article AS
SELECT article.id AS article_id, folder.path AS folder, file.path AS path, article.part AS part,
       CASE WHEN file.state = 'present' AND article.in_file = 1 THEN 'present' ELSE 'missing' END AS state,
       read.id AS version_id, read.version AS version,
       coalesce(edit.outlet, read.outlet) AS outlet, coalesce(edit.title, read.title) AS title,
       coalesce(edit.authors, read.authors) AS authors, coalesce(edit.published, read.published) AS published,
       read.url AS url, read.language AS language, read.outcome AS outcome, read.text AS text
FROM article
JOIN file ON file.id = article.file_id
JOIN folder ON folder.id = file.folder_id
JOIN article_version AS read ON read.article_id = article.id
     AND read.version = (SELECT max(version) FROM article_version WHERE article_id = article.id)
LEFT JOIN article_edit AS edit ON edit.article_id = article.id;

-- Every statement of the newest readings, with who says it where.
CREATE VIEW newest_statement AS
SELECT newest_article.article_id AS article_id, newest_article.outlet AS outlet, newest_article.published AS published,
       statement.id AS statement_id, statement.text AS text, statement.predicate AS predicate,
       statement.certainty AS certainty, statement.polarity AS polarity
FROM newest_article
JOIN analysis ON analysis.version_id = newest_article.version_id
JOIN statement ON statement.analysis_id = analysis.id;
