CREATE SCHEMA fulfilment;

-- state and state_at: the newest notice by the carrier's time.
CREATE TABLE fulfilment.shipment (
  shipment_id  uuid        PRIMARY KEY,
  order_id     uuid        NOT NULL,
  external_id  text        NOT NULL UNIQUE CHECK (length(external_id) BETWEEN 1 AND 100),
  carrier      text        NOT NULL CHECK (length(carrier) BETWEEN 1 AND 32),
  waybill      text        NOT NULL CHECK (length(waybill) BETWEEN 1 AND 64),
  shipped_at   timestamptz NOT NULL,
  state        text        CHECK (state IN (
                 'INFORMATION_RECEIVED', 'AT_PICKUP', 'IN_TRANSIT', 'OUT_FOR_DELIVERY',
                 'ATTEMPT_FAILED', 'EXCEPTION', 'DELIVERED')),
  state_at     timestamptz,
  delivered_at timestamptz,
  UNIQUE (carrier, waybill),
  CONSTRAINT state_has_its_time CHECK ((state IS NULL) = (state_at IS NULL))
);

CREATE INDEX of_order ON fulfilment.shipment (order_id);

CREATE TABLE fulfilment.shipment_line (
  shipment_id uuid    NOT NULL REFERENCES fulfilment.shipment,
  line_no     integer NOT NULL CHECK (line_no >= 1),
  sku         text    NOT NULL,
  quantity    integer NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (shipment_id, line_no)
);

CREATE TABLE fulfilment.tracking (
  shipment_id uuid        NOT NULL REFERENCES fulfilment.shipment,
  at          timestamptz NOT NULL,
  state       text        NOT NULL CHECK (state IN (
                'INFORMATION_RECEIVED', 'AT_PICKUP', 'IN_TRANSIT', 'OUT_FOR_DELIVERY',
                'ATTEMPT_FAILED', 'EXCEPTION', 'DELIVERED')),
  detail      text        CHECK (length(detail) <= 500),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (shipment_id, at, state)
);
