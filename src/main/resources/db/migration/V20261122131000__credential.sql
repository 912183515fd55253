-- What the hub proves itself with at partners. Sealed by the key ring, for this partner and name
-- alone: a row that is copied to another place does not open there.
CREATE SCHEMA credential;

-- One row a version: the newest is in force, the one before it may overlap.
CREATE TABLE credential.secret (
    partner     text        NOT NULL CHECK (partner ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
    name        text        NOT NULL CHECK (name ~ '^[a-z][a-z0-9-]{0,63}$'),
    version     integer     NOT NULL CHECK (version > 0),
    sealed      bytea       NOT NULL,
    key_id      text        NOT NULL,
    created_at  timestamptz NOT NULL,
    created_by  text        NOT NULL,
    -- NULL: in force. Else until when the partner may still prove itself with it.
    valid_until timestamptz,
    PRIMARY KEY (partner, name, version)
);
CREATE UNIQUE INDEX one_secret_in_force ON credential.secret (partner, name)
    WHERE valid_until IS NULL;

-- Raised by every change: nodes look at this one row to know that what they remember is old.
CREATE TABLE credential.revision (
    one   boolean PRIMARY KEY DEFAULT true CHECK (one),
    value bigint  NOT NULL
);
INSERT INTO credential.revision (value) VALUES (0);

-- Tokens of partners, one row a chain of refresh tokens.
CREATE TABLE credential.token (
    partner     text        NOT NULL,
    name        text        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('EMPTY', 'VALID', 'NEEDS_AUTHORISATION')),
    generation  bigint      NOT NULL DEFAULT 0,
    sealed      bytea,
    key_id      text,
    expires_at  timestamptz,
    -- The intent, on disk before the partner is asked: who asks, since when, for how long alone.
    asker       uuid,
    asked_at    timestamptz,
    lease_until timestamptz,
    -- Times in a row that the partner was asked and no answer was kept, and since when.
    lost        integer     NOT NULL DEFAULT 0,
    lost_since  timestamptz,
    not_before  timestamptz,
    problem     text,
    changed_at  timestamptz NOT NULL,
    PRIMARY KEY (partner, name),
    CHECK ((asker IS NULL) = (lease_until IS NULL)),
    CHECK ((sealed IS NULL) = (key_id IS NULL)),
    CHECK (state <> 'VALID' OR sealed IS NOT NULL)
);

-- Owners on their way through a partner's consent page. Only a hash of the state is kept.
CREATE TABLE credential.consent (
    state_hash bytea       PRIMARY KEY,
    partner    text        NOT NULL,
    verifier   bytea       NOT NULL,
    redirect   text        NOT NULL,
    asked_by   text        NOT NULL,
    expires_at timestamptz NOT NULL
);

-- Who changed what, and when; never a value. Append-only.
CREATE TABLE credential.change (
    id      uuid        PRIMARY KEY,
    at      timestamptz NOT NULL,
    who     text        NOT NULL,
    partner text        NOT NULL,
    name    text        NOT NULL,
    what    text        NOT NULL
);
CREATE INDEX change_by_partner ON credential.change (partner, at);
