-- Schema 3. A statement ends where a line ends with a semicolon, and no other line may end with one.

-- The person's own work on a whole file, kept over new versions and new readings of it.
CREATE TABLE file_edit (
    file_id INTEGER PRIMARY KEY REFERENCES file (id),
    charset TEXT NOT NULL -- IANA name of the encoding chosen by hand
);
