CREATE SCHEMA mapping;

-- What files say, by the hash of it: versions share the files that did not change between them.
CREATE TABLE mapping.content (
    sha256 bytea PRIMARY KEY CHECK (length(sha256) = 32),
    bytes  bytea NOT NULL
);

-- A mapping with the schema and the tables it uses, as it was promoted.
CREATE TABLE mapping.version (
    name      text        NOT NULL CHECK (length(name) <= 200),
    version   text        NOT NULL CHECK (version ~ '^[0-9a-f]{12}$'),
    stored_at timestamptz NOT NULL,
    PRIMARY KEY (name, version)
);

CREATE TABLE mapping.version_file (
    name    text  NOT NULL,
    version text  NOT NULL,
    path    text  NOT NULL,
    sha256  bytea NOT NULL REFERENCES mapping.content,
    PRIMARY KEY (name, version, path),
    FOREIGN KEY (name, version) REFERENCES mapping.version
);

-- Read by every node every second: one short row a mapping that was ever promoted.
CREATE TABLE mapping.in_force (
    name    text PRIMARY KEY,
    version text NOT NULL,
    FOREIGN KEY (name, version) REFERENCES mapping.version
);

-- Who put what in force, and why. Rows are added only.
CREATE TABLE mapping.change (
    -- In the order of the commits: changes are made one at a time.
    no       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name     text        NOT NULL,
    kind     text        NOT NULL CHECK (kind IN ('PROMOTED', 'ROLLED_BACK')),
    version  text        NOT NULL,
    -- In force before; null where there was no mapping of that name.
    previous text,
    at       timestamptz NOT NULL,
    who      text        NOT NULL CHECK (length(who) BETWEEN 1 AND 200),
    why      text        CHECK (length(why) BETWEEN 1 AND 1000),
    FOREIGN KEY (name, version) REFERENCES mapping.version,
    FOREIGN KEY (name, previous) REFERENCES mapping.version
);

CREATE INDEX change_of_mapping ON mapping.change (name, no);
