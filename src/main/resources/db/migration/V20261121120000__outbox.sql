-- Events as they were committed, who reads them, and what could not be delivered yet.
CREATE SCHEMA outbox;

-- Taken under the outbox's advisory lock, which is held to the commit: a higher position is never
-- visible before a lower one, so that "beyond my position" misses nothing.
CREATE SEQUENCE outbox.event_position;

CREATE TABLE outbox.event (
  position       bigint PRIMARY KEY,
  id             uuid NOT NULL,
  name           text NOT NULL,
  version        integer NOT NULL CHECK (version > 0),
  entity_key     text NOT NULL,
  correlation_id uuid NOT NULL,
  occurred_at    timestamptz NOT NULL,
  body           bytea NOT NULL
);
CREATE UNIQUE INDEX event_name_position ON outbox.event (name, position);
CREATE INDEX event_correlation ON outbox.event (correlation_id);

-- One row per subscribing route. Everything up to position is delivered or parked.
CREATE TABLE outbox.subscription (
  name         text PRIMARY KEY,
  event        text NOT NULL,
  position     bigint NOT NULL,
  fence        bigint NOT NULL DEFAULT 0,
  owner        text,
  leased_until timestamptz,
  wanted_by    text,
  wanted_until timestamptz,
  CHECK ((owner IS NULL) = (leased_until IS NULL))
);

-- The first row of a key is tried again when due; the later ones of the same key wait behind it.
CREATE TABLE outbox.parked (
  subscription    text NOT NULL,
  position        bigint NOT NULL,
  entity_key      text NOT NULL,
  attempts        integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz,
  dead            boolean NOT NULL DEFAULT false,
  error_class     text,
  error_text      text,
  parked_at       timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (subscription, position),
  CHECK (NOT (dead AND next_attempt_at IS NOT NULL)),
  CHECK (attempts = 0 OR error_class IS NOT NULL)
);
CREATE INDEX parked_key ON outbox.parked (subscription, entity_key, position);
CREATE INDEX parked_due ON outbox.parked (subscription, next_attempt_at)
  WHERE next_attempt_at IS NOT NULL;
