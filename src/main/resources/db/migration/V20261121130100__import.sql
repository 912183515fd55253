-- One file that was handed in. Its rows are here while it is worked on; those that were refused stay.
CREATE TABLE batch.import_run (
  batch_id uuid PRIMARY KEY,
  mapping text NOT NULL,
  mapping_version text NOT NULL,
  file_name text NOT NULL,
  file_sha256 text NOT NULL,
  file_bytes bigint NOT NULL,
  stored_as text NOT NULL,
  repeat_of uuid REFERENCES batch.import_run,
  header text[] NOT NULL,
  unknown_columns text[] NOT NULL DEFAULT '{}',
  status text NOT NULL CHECK (status IN ('QUEUED', 'STAGING', 'PRODUCTS', 'ORDERS', 'COMPLETED', 'FAILED')),
  rows_read bigint NOT NULL DEFAULT 0,
  rows_staged bigint NOT NULL DEFAULT 0,
  rows_rejected bigint NOT NULL DEFAULT 0,
  rows_already_imported bigint NOT NULL DEFAULT 0,
  orders_total integer NOT NULL DEFAULT 0,
  orders_placed integer NOT NULL DEFAULT 0,
  orders_refused integer NOT NULL DEFAULT 0,
  orders_already_imported integer NOT NULL DEFAULT 0,
  orders_failed integer NOT NULL DEFAULT 0,
  attempts integer NOT NULL DEFAULT 0,
  not_before timestamptz NOT NULL,
  error_text text,
  created_at timestamptz NOT NULL,
  started_at timestamptz,
  finished_at timestamptz
);

-- The same file under the same mapping is imported once.
CREATE UNIQUE INDEX import_run_file ON batch.import_run (mapping, file_sha256)
  WHERE repeat_of IS NULL AND status <> 'FAILED';
CREATE INDEX import_run_unfinished ON batch.import_run (created_at)
  WHERE status NOT IN ('COMPLETED', 'FAILED');

-- GOOD: part of an order; REJECTED: in the error file; CORRECTED: sent again and taken since;
-- KNOWN: of an order that was imported before. The content is sealed: it holds names and addresses.
CREATE TABLE batch.import_row (
  batch_id uuid NOT NULL REFERENCES batch.import_run,
  row_no bigint NOT NULL,
  status text NOT NULL CHECK (status IN ('GOOD', 'REJECTED', 'CORRECTED', 'KNOWN')),
  order_key text,
  product_key text,
  origin_batch uuid,
  origin_row bigint,
  content bytea NOT NULL,
  PRIMARY KEY (batch_id, row_no)
);

CREATE INDEX import_row_order ON batch.import_row (batch_id, order_key, row_no);
CREATE INDEX import_row_product ON batch.import_row (batch_id, product_key, row_no)
  WHERE product_key IS NOT NULL AND status = 'GOOD';

CREATE TABLE batch.import_order (
  batch_id uuid NOT NULL REFERENCES batch.import_run,
  ordinal integer NOT NULL,
  mapping text NOT NULL,
  order_key text NOT NULL,
  -- 1 is the order REF itself; 2, 3 … are rows of an error file that follow it as REF/2, REF/3.
  supplement integer NOT NULL,
  corrects boolean NOT NULL,
  row_count integer NOT NULL,
  rows_dropped integer NOT NULL,
  status text NOT NULL CHECK (status IN ('PENDING', 'PLACED', 'REFUSED', 'ALREADY_IMPORTED', 'FAILED')),
  reason text,
  detail text,
  order_id uuid,
  PRIMARY KEY (batch_id, ordinal),
  UNIQUE (batch_id, order_key, corrects)
);

-- An order is known by mapping and reference.
CREATE UNIQUE INDEX import_order_reference ON batch.import_order (mapping, order_key, supplement)
  WHERE status = 'PLACED';
