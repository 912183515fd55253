CREATE SCHEMA message;

-- One row a message. Ids are time-ordered, so that the table can be partitioned by day on its
-- primary key alone.
CREATE TABLE message.message (
    id              uuid        PRIMARY KEY,
    direction       text        NOT NULL CHECK (direction IN ('IN', 'OUT')),
    partner         text        NOT NULL,
    document        text        NOT NULL,
    idempotency_key text        NOT NULL,
    correlation_id  uuid        NOT NULL,
    entity_key      text,
    status          text        NOT NULL
                                CHECK (status IN ('RECEIVED', 'PROCESSING', 'DONE', 'RETRY', 'DEAD')),
    attempts        integer     NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    -- Inbound: when it may be claimed; while it is PROCESSING, when its lease ends.
    due_at          timestamptz,
    -- Counts the claims: what is said under an older one changes nothing.
    fence           bigint      NOT NULL DEFAULT 0,
    mapping         text,
    mapping_version text,
    -- JSON, compressed, then sealed by the key ring.
    payload         bytea,
    body            bytea,
    result          bytea,
    error_class     text,
    error_text      text        CHECK (length(error_text) <= 2000),
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    CHECK (due_at IS NULL OR (direction = 'IN' AND status NOT IN ('DONE', 'DEAD')))
);

CREATE INDEX message_waiting ON message.message (partner, document, id) WHERE due_at IS NOT NULL;
CREATE INDEX message_entity_waiting ON message.message (entity_key, id) WHERE due_at IS NOT NULL;
CREATE INDEX message_correlation ON message.message (correlation_id, id);
CREATE INDEX message_failed ON message.message (status, id) WHERE status IN ('RETRY', 'DEAD');
CREATE INDEX message_counts ON message.message (direction, partner, document, status);

-- Outlives its message and is not partitioned with it: a repeat after midnight is still a repeat.
CREATE TABLE message.idempotency_key (
    direction  text        NOT NULL CHECK (direction IN ('IN', 'OUT')),
    partner    text        NOT NULL,
    document   text        NOT NULL,
    key        text        NOT NULL CHECK (length(key) BETWEEN 1 AND 300),
    message_id uuid        NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (direction, partner, document, key)
);

CREATE TABLE message.attempt (
    message_id     uuid        NOT NULL,
    no             integer     NOT NULL CHECK (no > 0),
    at             timestamptz NOT NULL,
    latency_millis bigint      NOT NULL CHECK (latency_millis >= 0),
    answer_status  integer,
    error_class    text,
    error_text     text        CHECK (length(error_text) <= 2000),
    answer         bytea,
    PRIMARY KEY (message_id, no)
);
