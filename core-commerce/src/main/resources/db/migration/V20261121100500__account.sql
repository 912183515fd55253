CREATE SCHEMA account;

CREATE TABLE account.account (
  account_id    uuid        PRIMARY KEY,
  login         text        NOT NULL UNIQUE
                            CHECK (login = lower(login) AND length(login) BETWEEN 1 AND 100),
  password_hash text        NOT NULL CHECK (password_hash <> ''),
  roles         text[]      NOT NULL CHECK (
                              cardinality(roles) > 0 AND roles <@ ARRAY[
                                'CONSUMER', 'SELLER', 'MANAGER', 'ADMIN', 'OPS', 'FINANCE']),
  enabled       boolean     NOT NULL DEFAULT true,
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL
);
