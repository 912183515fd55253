-- Notices that were not let in. Bounded: the writer thins out floods and drops the oldest.
CREATE TABLE message.refusal (
    id         uuid        PRIMARY KEY,
    at         timestamptz NOT NULL,
    partner    text        NOT NULL,
    document   text        NOT NULL,
    sender     text        NOT NULL,
    code       text        NOT NULL,
    detail     text        NOT NULL CHECK (length(detail) <= 500),
    body_bytes bigint      NOT NULL,
    -- The shape of its beginning, letters and digits replaced: never a stranger's content.
    body_head  text        NOT NULL CHECK (length(body_head) <= 300),
    -- Refusals of this partner and code since the row before that were counted only.
    unwritten  bigint      NOT NULL DEFAULT 0
);
