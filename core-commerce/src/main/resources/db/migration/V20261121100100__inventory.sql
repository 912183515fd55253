CREATE SCHEMA inventory;

CREATE TABLE inventory.location (
  location_id bigint PRIMARY KEY,
  code        text NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 32),
  name        text NOT NULL
);

INSERT INTO inventory.location (location_id, code, name) VALUES (1, 'main', 'Main warehouse');

-- version is the seq of the newest ledger row, and the fence: who works on an old version loses.
-- The free half of each page keeps updates of a hot row on the page it stands on.
CREATE TABLE inventory.stock (
  sku_id      bigint  NOT NULL,
  location_id bigint  NOT NULL REFERENCES inventory.location,
  on_hand     integer NOT NULL CHECK (on_hand >= 0),
  reserved    integer NOT NULL CHECK (reserved >= 0),
  allocated   integer NOT NULL CHECK (allocated >= 0),
  safety      integer NOT NULL CHECK (safety >= 0),
  version     bigint  NOT NULL CHECK (version >= 0),
  PRIMARY KEY (sku_id, location_id),
  CONSTRAINT nothing_sold_twice CHECK (reserved + allocated <= on_hand)
) WITH (fillfactor = 50);

-- No key into stock: the writer holds the stock row locked, and the check would cost each movement
-- of a hot SKU as much as the movement.
CREATE TABLE inventory.ledger (
  sku_id          bigint      NOT NULL,
  location_id     bigint      NOT NULL,
  seq             bigint      NOT NULL CHECK (seq >= 1),
  at              timestamptz NOT NULL,
  reason          text        NOT NULL,
  lock_id         uuid,
  note            text        CHECK (length(note) <= 200),
  on_hand_delta   integer     NOT NULL,
  reserved_delta  integer     NOT NULL,
  allocated_delta integer     NOT NULL,
  safety_delta    integer     NOT NULL,
  on_hand         integer     NOT NULL CHECK (on_hand >= 0),
  reserved        integer     NOT NULL CHECK (reserved >= 0),
  allocated       integer     NOT NULL CHECK (allocated >= 0),
  safety          integer     NOT NULL CHECK (safety >= 0),
  PRIMARY KEY (sku_id, location_id, seq),
  CONSTRAINT nothing_sold_twice CHECK (reserved + allocated <= on_hand),
  CONSTRAINT first_balance_is_the_first_delta CHECK (
    seq > 1 OR (on_hand = on_hand_delta AND reserved = reserved_delta
                AND allocated = allocated_delta AND safety = safety_delta)),
  CONSTRAINT lock_id_but_for_receipts CHECK ((reason = 'RECEIVED') = (lock_id IS NULL)),
  CONSTRAINT deltas_fit_the_reason CHECK (
    safety_delta = 0 AND
    CASE reason
      WHEN 'RECEIVED'    THEN on_hand_delta > 0 AND reserved_delta = 0 AND allocated_delta = 0
      WHEN 'RESERVED'    THEN on_hand_delta = 0 AND reserved_delta > 0 AND allocated_delta = 0
      WHEN 'RELEASED'    THEN on_hand_delta = 0 AND reserved_delta < 0 AND allocated_delta = 0
      WHEN 'EXPIRED'     THEN on_hand_delta = 0 AND reserved_delta < 0 AND allocated_delta = 0
      WHEN 'ALLOCATED'   THEN on_hand_delta = 0 AND reserved_delta < 0
                              AND allocated_delta = -reserved_delta
      WHEN 'DEALLOCATED' THEN on_hand_delta = 0 AND reserved_delta = 0 AND allocated_delta < 0
      WHEN 'SHIPPED'     THEN reserved_delta = 0 AND allocated_delta < 0
                              AND on_hand_delta = allocated_delta
      ELSE false
    END)
);

-- reserved_seq is where the ledger starts to speak of this reservation.
CREATE TABLE inventory.reservation (
  lock_id      uuid        NOT NULL,
  sku_id       bigint      NOT NULL,
  location_id  bigint      NOT NULL,
  quantity     integer     NOT NULL CHECK (quantity > 0),
  state        text        NOT NULL CHECK (state IN ('HELD', 'ALLOCATED', 'RELEASED', 'SHIPPED')),
  expires_at   timestamptz NOT NULL,
  reserved_seq bigint      NOT NULL CHECK (reserved_seq >= 1),
  PRIMARY KEY (lock_id, sku_id, location_id)
);

CREATE TABLE inventory.receipt (
  idempotency_key text        PRIMARY KEY CHECK (length(idempotency_key) BETWEEN 1 AND 200),
  sku_id          bigint      NOT NULL,
  location_id     bigint      NOT NULL REFERENCES inventory.location,
  quantity        integer     NOT NULL CHECK (quantity > 0),
  at              timestamptz NOT NULL
);

CREATE FUNCTION inventory.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'inventory.% is append-only: correct it by a further movement', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON inventory.ledger
  FOR EACH STATEMENT EXECUTE FUNCTION inventory.refuse_change();
