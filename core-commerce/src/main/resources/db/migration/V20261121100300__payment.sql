CREATE SCHEMA payment;

-- next_lookup_at: when the provider is asked about a charge whose outcome is not stored by then.
CREATE TABLE payment.payment (
  payment_id     uuid        PRIMARY KEY,
  order_id       uuid        NOT NULL,
  provider       text        NOT NULL CHECK (length(provider) BETWEEN 1 AND 64),
  provider_key   text        CHECK (length(provider_key) BETWEEN 1 AND 200),
  status         text        NOT NULL CHECK (status IN (
                   'PENDING', 'PROCESSING', 'UNKNOWN', 'COMPLETED', 'FAILED', 'CANCELLED')),
  amount_minor   bigint      NOT NULL CHECK (amount_minor > 0),
  currency       text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  code           text        CHECK (length(code) <= 100),
  detail         text        CHECK (length(detail) <= 500),
  requested_at   timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL,
  next_lookup_at timestamptz,
  lookups        integer     NOT NULL DEFAULT 0 CHECK (lookups >= 0),
  version        bigint      NOT NULL CHECK (version >= 1),
  CONSTRAINT amount_for_attempts UNIQUE (payment_id, amount_minor, currency),
  CONSTRAINT key_once_charged CHECK (status IN ('PENDING', 'CANCELLED') OR provider_key IS NOT NULL),
  CONSTRAINT asked_about_until_known CHECK (
    (status IN ('PROCESSING', 'UNKNOWN')) = (next_lookup_at IS NOT NULL))
);

CREATE UNIQUE INDEX one_live_payment ON payment.payment (order_id)
  WHERE status IN ('PENDING', 'PROCESSING', 'UNKNOWN', 'COMPLETED');
CREATE UNIQUE INDEX provider_key_once ON payment.payment (provider, provider_key)
  WHERE provider_key IS NOT NULL;
CREATE INDEX of_order ON payment.payment (order_id);
CREATE INDEX to_look_up ON payment.payment (next_lookup_at) WHERE next_lookup_at IS NOT NULL;

-- The key over the amount lets no attempt charge anything but what was asked for.
CREATE TABLE payment.attempt (
  attempt_id   uuid        PRIMARY KEY,
  payment_id   uuid        NOT NULL,
  attempt_no   integer     NOT NULL CHECK (attempt_no >= 1),
  provider_key text        NOT NULL,
  amount_minor bigint      NOT NULL,
  currency     text        NOT NULL,
  outcome      text        NOT NULL CHECK (outcome IN ('SENT', 'APPROVED', 'DECLINED', 'UNKNOWN')),
  started_at   timestamptz NOT NULL,
  ended_at     timestamptz,
  code         text        CHECK (length(code) <= 100),
  detail       text        CHECK (length(detail) <= 500),
  UNIQUE (payment_id, attempt_no),
  UNIQUE (attempt_id, payment_id),
  FOREIGN KEY (payment_id, amount_minor, currency)
    REFERENCES payment.payment (payment_id, amount_minor, currency),
  CONSTRAINT ended_when_known CHECK ((outcome = 'SENT') = (ended_at IS NULL))
);

CREATE UNIQUE INDEX one_open_attempt ON payment.attempt (payment_id)
  WHERE outcome IN ('SENT', 'UNKNOWN');

-- What providers really took and gave back; the currency is theirs.
CREATE TABLE payment.ledger (
  payment_id    uuid        NOT NULL REFERENCES payment.payment,
  seq           integer     NOT NULL CHECK (seq >= 1),
  at            timestamptz NOT NULL,
  kind          text        NOT NULL,
  attempt_id    uuid        NOT NULL,
  provider      text        NOT NULL,
  provider_key  text        NOT NULL,
  currency      text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  amount_minor  bigint      NOT NULL,
  balance_minor bigint      NOT NULL CHECK (balance_minor >= 0),
  PRIMARY KEY (payment_id, seq),
  FOREIGN KEY (attempt_id, payment_id) REFERENCES payment.attempt (attempt_id, payment_id),
  CONSTRAINT sign_fits_the_kind CHECK (
    CASE kind WHEN 'CHARGE' THEN amount_minor > 0 WHEN 'REFUND' THEN amount_minor < 0 ELSE false END),
  CONSTRAINT first_balance_is_the_first_amount CHECK (seq > 1 OR balance_minor = amount_minor)
);

CREATE UNIQUE INDEX charged_once ON payment.ledger (payment_id) WHERE kind = 'CHARGE';
CREATE UNIQUE INDEX provider_key_charged_once ON payment.ledger (provider, provider_key)
  WHERE kind = 'CHARGE';

-- Money that must go back; PENDING until a provider has been asked.
CREATE TABLE payment.refund (
  refund_id    uuid        PRIMARY KEY,
  payment_id   uuid        NOT NULL REFERENCES payment.payment,
  order_id     uuid        NOT NULL,
  status       text        NOT NULL CHECK (status IN (
                 'PENDING', 'PROCESSING', 'COMPLETED', 'FAILED')),
  amount_minor bigint      NOT NULL CHECK (amount_minor > 0),
  currency     text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  reason       text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 64),
  created_at   timestamptz NOT NULL
);

CREATE UNIQUE INDEX one_open_refund ON payment.refund (payment_id)
  WHERE status IN ('PENDING', 'PROCESSING');

CREATE FUNCTION payment.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'payment.% is append-only: correct it by a further entry', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payment.ledger
  FOR EACH STATEMENT EXECUTE FUNCTION payment.refuse_change();
