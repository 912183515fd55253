-- A print of each row, so that a file with a known order tells which of its rows were never imported.
-- Orders of before have none: of them only the number of rows is compared.
ALTER TABLE batch.import_row ADD COLUMN row_print bigint;
ALTER TABLE batch.import_order ADD COLUMN row_prints bigint[] NOT NULL DEFAULT '{}';
