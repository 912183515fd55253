-- What was handed to finance, file by file.
CREATE SCHEMA export;

CREATE TABLE export.feed (
  feed text PRIMARY KEY,
  last_sequence int NOT NULL DEFAULT 0 CHECK (last_sequence >= 0),
  -- Every order confirmed before this moment is in a file; a little is read again each time.
  exported_until timestamptz NOT NULL
);

CREATE TABLE export.file (
  id uuid PRIMARY KEY,
  feed text NOT NULL REFERENCES export.feed (feed),
  sequence int NOT NULL CHECK (sequence > 0),
  name text NOT NULL UNIQUE,
  business_date date NOT NULL,
  confirmed_from timestamptz NOT NULL,
  confirmed_until timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('PLANNED', 'WRITTEN', 'DELIVERED')),
  line_count int,
  sha256 text,
  planned_at timestamptz NOT NULL,
  delivered_at timestamptz,
  UNIQUE (feed, sequence),
  CHECK ((state = 'PLANNED') = (sha256 IS NULL)),
  CHECK ((state = 'DELIVERED') = (delivered_at IS NOT NULL))
);

-- One at a time: the sequence has no gap because the next begins when this one is delivered.
CREATE UNIQUE INDEX file_unfinished ON export.file (feed) WHERE state <> 'DELIVERED';

CREATE TABLE export.file_order (
  file_id uuid NOT NULL REFERENCES export.file (id),
  order_id uuid NOT NULL,
  confirmed_at timestamptz NOT NULL,
  PRIMARY KEY (file_id, order_id)
);

-- Once per feed: two runs that choose the same order cannot both commit.
CREATE TABLE export.exported_order (
  feed text NOT NULL REFERENCES export.feed (feed),
  order_id uuid NOT NULL,
  confirmed_at timestamptz NOT NULL,
  PRIMARY KEY (feed, order_id)
);

CREATE INDEX exported_order_confirmed ON export.exported_order (feed, confirmed_at);
