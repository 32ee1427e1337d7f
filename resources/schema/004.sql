-- Schema 4. A statement ends where a line ends with a semicolon, and no other line may end with one.
-- (Schema 1 tells of times, offsets and lists. README.md, "The library for researchers", has a map of all tables.)

-- Which library this is: tells a -wal file of another library from its own.
CREATE TABLE identity (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uuid TEXT NOT NULL CHECK (length(uuid) = 32)
);
INSERT INTO identity (id, uuid) VALUES (1, lower(hex(randomblob(16))));

-- ---- the person's own work, which no import and no newer engine touches
--
-- It hangs on words, not on row numbers: an anchor names an article by the bytes it was first read from (sha256, part)
-- and the words that are meant, so that it holds where files are renamed, folders moved, and all that the engine found
-- is thrown away and made again. Anchors without words mean the whole article.

CREATE TABLE work (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('verdict', 'note', 'tag', 'star', 'join', 'split', 'dismissal', 'same-value', 'saved-search')),
    target TEXT NOT NULL CHECK (target IN ('claim', 'divergence', 'article', 'library')),
    name TEXT NOT NULL, -- of a tag, a saved search; the kind of a divergence; else ''
    value TEXT NOT NULL, -- the verdict, the note's words, the search, two values as a JSON array; else ''
    made TEXT NOT NULL, -- UTC
    CHECK (kind <> 'verdict' OR value IN ('supported', 'refuted', 'not-enough', 'not-the-same')),
    CHECK ((kind = 'saved-search') = (target = 'library')),
    CHECK (kind NOT IN ('tag', 'saved-search') OR name <> ''),
    CHECK (kind NOT IN ('join', 'split') OR target = 'claim'),
    CHECK (kind NOT IN ('dismissal', 'same-value') OR target = 'divergence')
);

CREATE TABLE work_anchor (
    work_id INTEGER NOT NULL REFERENCES work (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
    side INTEGER NOT NULL CHECK (side IN (0, 1)), -- the two sides of a split
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
    part INTEGER NOT NULL CHECK (part >= 0),
    field TEXT NOT NULL CHECK (field IN ('title', 'text')),
    text TEXT NOT NULL,
    occurrence INTEGER NOT NULL CHECK (occurrence >= 0), -- of the words in that text, from 0
    PRIMARY KEY (work_id, ordinal)
) WITHOUT ROWID;
CREATE INDEX work_anchor_by_article ON work_anchor (sha256, part);

-- Every action, to be undone and done again without limit. The newest that is not undone is the next to undo.
CREATE TABLE action (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL,
    made TEXT NOT NULL, -- UTC
    is_undone INTEGER NOT NULL CHECK (is_undone IN (0, 1))
);

CREATE TABLE action_change (
    action_id INTEGER NOT NULL REFERENCES action (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
    subject TEXT NOT NULL CHECK (subject IN ('work', 'article-edit', 'file-edit')),
    row_id INTEGER NOT NULL, -- the subject's key
    before TEXT, -- the row as JSON, NULL where there was none
    after TEXT,
    PRIMARY KEY (action_id, ordinal)
) WITHOUT ROWID;

-- ---- what comparing found, made again by every comparison of the folder

CREATE TABLE comparison (
    id INTEGER PRIMARY KEY,
    folder_id INTEGER NOT NULL UNIQUE REFERENCES folder (id),
    engine TEXT NOT NULL
);

CREATE TABLE story (
    comparison_id INTEGER NOT NULL REFERENCES comparison (id) ON DELETE CASCADE,
    id INTEGER NOT NULL,
    title TEXT NOT NULL,
    articles TEXT NOT NULL, -- [article id, ...]
    PRIMARY KEY (comparison_id, id)
) WITHOUT ROWID;

CREATE TABLE claim (
    comparison_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    story_id INTEGER NOT NULL,
    text TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('agreed', 'divergent', 'single-source')),
    independent_origins INTEGER NOT NULL CHECK (independent_origins >= 0),
    silent TEXT NOT NULL, -- [article id, ...]
    rule TEXT NOT NULL,
    score REAL NOT NULL,
    threshold REAL NOT NULL,
    PRIMARY KEY (comparison_id, id),
    FOREIGN KEY (comparison_id, story_id) REFERENCES story (comparison_id, id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE claim_statement (
    comparison_id INTEGER NOT NULL,
    claim_id INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    article_id INTEGER NOT NULL REFERENCES article (id),
    field TEXT NOT NULL CHECK (field IN ('title', 'text')),
    span_begin INTEGER NOT NULL CHECK (span_begin >= 0),
    span_end INTEGER NOT NULL CHECK (span_end >= span_begin),
    text TEXT NOT NULL,
    PRIMARY KEY (comparison_id, claim_id, ordinal),
    FOREIGN KEY (comparison_id, claim_id) REFERENCES claim (comparison_id, id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX claim_statement_by_place ON claim_statement (article_id, field, span_begin);

CREATE TABLE divergence (
    comparison_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    claim_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('conflict', 'refinement', 'wording', 'internal')),
    is_update INTEGER NOT NULL CHECK (is_update IN (0, 1)),
    rule TEXT NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (comparison_id, id),
    FOREIGN KEY (comparison_id, claim_id) REFERENCES claim (comparison_id, id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX divergence_by_claim ON divergence (comparison_id, claim_id);

CREATE TABLE divergent_value (
    comparison_id INTEGER NOT NULL,
    divergence_id INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    value TEXT NOT NULL,
    origins TEXT NOT NULL, -- ["...", ...]
    independent_origins INTEGER NOT NULL,
    PRIMARY KEY (comparison_id, divergence_id, ordinal),
    FOREIGN KEY (comparison_id, divergence_id) REFERENCES divergence (comparison_id, id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE evidence (
    comparison_id INTEGER NOT NULL,
    divergence_id INTEGER NOT NULL,
    value_ordinal INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    article_id INTEGER NOT NULL REFERENCES article (id),
    field TEXT NOT NULL CHECK (field IN ('title', 'text')),
    span_begin INTEGER NOT NULL CHECK (span_begin >= 0),
    span_end INTEGER NOT NULL CHECK (span_end >= span_begin),
    text TEXT NOT NULL,
    PRIMARY KEY (comparison_id, divergence_id, value_ordinal, ordinal),
    FOREIGN KEY (comparison_id, divergence_id, value_ordinal) REFERENCES divergent_value (comparison_id, divergence_id, ordinal) ON DELETE CASCADE
) WITHOUT ROWID;

-- ---- words to search, written by the program (no trigger may write them); rowid is search_row.id

CREATE TABLE search_row (
    id INTEGER PRIMARY KEY,
    subject TEXT NOT NULL CHECK (subject IN ('article', 'statement', 'note')),
    article_id INTEGER REFERENCES article (id), -- of articles and statements
    number INTEGER NOT NULL, -- of a statement: its id in the article's analysis; of a note: work.id; else 0
    CHECK ((subject = 'note') = (article_id IS NULL))
);
CREATE INDEX search_row_by_subject ON search_row (article_id, subject, number);
CREATE INDEX article_version_by_bytes ON article_version (sha256);
CREATE INDEX file_by_bytes ON file (sha256, state);
CREATE VIRTUAL TABLE search_words USING fts5(title, text, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');

-- ---- for people who ask

CREATE VIEW verdict AS
SELECT work.id AS work_id, work.made AS made, work.target AS target, work.value AS verdict, anchor.sha256 AS sha256, anchor.part AS part, anchor.text AS words
FROM work JOIN work_anchor AS anchor ON anchor.work_id = work.id WHERE work.kind = 'verdict';

CREATE VIEW note AS
SELECT work.id AS work_id, work.made AS made, work.target AS target, work.value AS note, anchor.sha256 AS sha256, anchor.part AS part, anchor.text AS words
FROM work JOIN work_anchor AS anchor ON anchor.work_id = work.id WHERE work.kind = 'note';

CREATE VIEW tag AS
SELECT work.id AS work_id, work.made AS made, work.target AS target, work.name AS tag, anchor.sha256 AS sha256, anchor.part AS part, anchor.text AS words
FROM work JOIN work_anchor AS anchor ON anchor.work_id = work.id WHERE work.kind = 'tag';

CREATE VIEW saved_search AS
SELECT id AS work_id, made, name, value AS query FROM work WHERE kind = 'saved-search';

-- Every value of every divergence with the words that give it and who wrote them.
CREATE VIEW divergent_words AS
SELECT folder.path AS folder, claim.text AS claim, divergence.kind AS kind, divergence.severity AS severity, divergence.is_update AS is_update,
       divergent_value.value AS value, newest_article.outlet AS outlet, newest_article.published AS published, newest_article.path AS path, evidence.text AS words
FROM evidence
JOIN divergent_value ON divergent_value.comparison_id = evidence.comparison_id AND divergent_value.divergence_id = evidence.divergence_id AND divergent_value.ordinal = evidence.value_ordinal
JOIN divergence ON divergence.comparison_id = evidence.comparison_id AND divergence.id = evidence.divergence_id
JOIN claim ON claim.comparison_id = divergence.comparison_id AND claim.id = divergence.claim_id
JOIN comparison ON comparison.id = evidence.comparison_id
JOIN folder ON folder.id = comparison.folder_id
JOIN newest_article ON newest_article.article_id = evidence.article_id;
