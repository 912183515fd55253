CREATE SCHEMA catalog;

CREATE TABLE catalog.sku (
  sku_id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code           text        NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 64),
  name           text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  price_minor    bigint      NOT NULL CHECK (price_minor >= 0),
  price_currency text        NOT NULL CHECK (price_currency ~ '^[A-Z]{3}$'),
  created_at     timestamptz NOT NULL DEFAULT now(),
  updated_at     timestamptz NOT NULL DEFAULT now()
);
