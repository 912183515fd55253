-- Whether a file also makes its products known and opens their stock: for a demo or a first load,
-- where nothing is known yet. A partner's order file must not create goods.
ALTER TABLE batch.import_run ADD COLUMN opens_stock boolean NOT NULL DEFAULT false;

DROP INDEX batch.import_run_file;
CREATE UNIQUE INDEX import_run_file ON batch.import_run (mapping, file_sha256, opens_stock)
  WHERE repeat_of IS NULL AND status <> 'FAILED';
