-- Every run of a schedule, whoever asked for it; Quartz itself forgets a run when it ends.
CREATE TABLE quartz.schedule_run (
  id uuid PRIMARY KEY,
  schedule text NOT NULL,
  cause text NOT NULL CHECK (cause IN ('CRON', 'ASKED', 'RETRY')),
  state text NOT NULL CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'ABANDONED')),
  node text,
  asked_at timestamptz NOT NULL,
  started_at timestamptz,
  ended_at timestamptz,
  result text,
  error text,
  CHECK ((state IN ('DONE', 'FAILED', 'ABANDONED')) = (ended_at IS NOT NULL)),
  CHECK ((state = 'FAILED') = (error IS NOT NULL))
);

CREATE INDEX schedule_run_latest ON quartz.schedule_run (schedule, asked_at DESC);

-- A schedule runs once at a time, on one node: here once more, whatever the scheduler believes.
CREATE UNIQUE INDEX schedule_run_one_at_a_time ON quartz.schedule_run (schedule)
  WHERE state = 'RUNNING';
