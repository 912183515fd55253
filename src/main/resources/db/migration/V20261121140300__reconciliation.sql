CREATE SCHEMA reconcile;

-- Outcomes as they were found, the whole of them.
CREATE TABLE reconcile.reconciliation (
  id uuid PRIMARY KEY,
  outcome jsonb NOT NULL
);
