CREATE SCHEMA orders;

-- buyer and ship_to are sealed: personal data, readable with the key ring only.
CREATE TABLE orders.orders (
  order_id           uuid        PRIMARY KEY,
  channel            text        NOT NULL CHECK (length(channel) BETWEEN 1 AND 64),
  reference          text        NOT NULL CHECK (length(reference) BETWEEN 1 AND 100),
  lock_id            uuid        NOT NULL,
  status             text        NOT NULL CHECK (status IN (
                       'PENDING', 'PAYMENT_PROCESSING', 'CONFIRMED', 'PROCESSING', 'SHIPPED',
                       'DELIVERED', 'COMPLETED', 'CANCELLED', 'RETURNED')),
  currency           text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  lines_minor        bigint      NOT NULL CHECK (lines_minor >= 0),
  charges_minor      bigint      NOT NULL,
  total_minor        bigint      NOT NULL CHECK (total_minor > 0),
  paid_minor         bigint      NOT NULL DEFAULT 0,
  line_count         integer     NOT NULL CHECK (line_count > 0),
  pieces             bigint      NOT NULL CHECK (pieces > 0),
  buyer              bytea       NOT NULL,
  ship_to            bytea       NOT NULL,
  partner_order_date timestamptz,
  batch_id           uuid,
  placed_at          timestamptz NOT NULL,
  expires_at         timestamptz NOT NULL,
  confirmed_at       timestamptz,
  updated_at         timestamptz NOT NULL,
  version            bigint      NOT NULL CHECK (version >= 1),
  CONSTRAINT reference_once UNIQUE (channel, reference),
  CONSTRAINT total_adds_up CHECK (total_minor = lines_minor + charges_minor),
  CONSTRAINT confirmed_when_paid CHECK ((confirmed_at IS NOT NULL) = (paid_minor <> 0)),
  CONSTRAINT paid_in_full_or_not_at_all CHECK (
    CASE
      WHEN status IN ('PENDING', 'PAYMENT_PROCESSING') THEN paid_minor = 0
      WHEN status = 'CANCELLED' THEN paid_minor IN (0, total_minor)
      ELSE paid_minor = total_minor
    END)
) WITH (fillfactor = 80);

CREATE INDEX unpaid ON orders.orders (expires_at) WHERE status = 'PENDING';
CREATE INDEX paid ON orders.orders (confirmed_at, order_id) WHERE confirmed_at IS NOT NULL;
CREATE INDEX of_batch ON orders.orders (batch_id) WHERE batch_id IS NOT NULL;

CREATE TABLE orders.line (
  order_id         uuid    NOT NULL REFERENCES orders.orders,
  line_no          integer NOT NULL CHECK (line_no >= 1),
  sku_id           bigint  NOT NULL,
  sku              text    NOT NULL,
  name             text    NOT NULL,
  quantity         integer NOT NULL CHECK (quantity > 0),
  unit_price_minor bigint  NOT NULL CHECK (unit_price_minor >= 0),
  amount_minor     bigint  NOT NULL,
  PRIMARY KEY (order_id, line_no),
  CONSTRAINT amount_is_price_times_quantity CHECK (amount_minor = unit_price_minor * quantity)
);

CREATE TABLE orders.charge (
  order_id     uuid    NOT NULL REFERENCES orders.orders,
  charge_no    integer NOT NULL CHECK (charge_no >= 1),
  code         text    NOT NULL CHECK (length(code) BETWEEN 1 AND 64),
  amount_minor bigint  NOT NULL,
  PRIMARY KEY (order_id, charge_no)
);

-- Who did what to an order and when; seq is the order's version after it.
CREATE TABLE orders.history (
  order_id      uuid        NOT NULL REFERENCES orders.orders,
  seq           bigint      NOT NULL CHECK (seq >= 1),
  at            timestamptz NOT NULL,
  actor         text        NOT NULL CHECK (length(actor) BETWEEN 1 AND 100),
  action        text        NOT NULL CHECK (length(action) BETWEEN 1 AND 64),
  before_status text,
  after_status  text        NOT NULL,
  detail        text        CHECK (length(detail) <= 500),
  PRIMARY KEY (order_id, seq),
  CONSTRAINT only_the_first_has_no_before CHECK ((seq = 1) = (before_status IS NULL))
);

CREATE FUNCTION orders.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'orders.% is append-only: what was done stays told', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON orders.history
  FOR EACH STATEMENT EXECUTE FUNCTION orders.refuse_change();
