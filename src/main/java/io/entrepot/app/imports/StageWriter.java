package io.entrepot.app.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.batch.item.Chunk;
import org.springframework.batch.item.ItemWriter;

/** Stages a chunk of rows in its transaction: with one statement, and its counts. */
final class StageWriter implements ItemWriter<StagedRow> {
  private final ImportRun run;
  private final ImportRows rows;
  private final ImportRuns runs;

  StageWriter(ImportRun run, ImportRows rows, ImportRuns runs) {
    this.run = run;
    this.rows = rows;
    this.runs = runs;
  }

  @Override
  public void write(Chunk<? extends StagedRow> chunk) {
    List<StagedRow> staged = settled(List.copyOf(chunk.getItems()));
    rows.add(run.batchId(), staged);
    runs.staged(
        run.batchId(),
        staged.size(),
        count(staged, StagedRow.Status.GOOD),
        count(staged, StagedRow.Status.REJECTED),
        count(staged, StagedRow.Status.KNOWN));
  }

  private static int count(List<StagedRow> rows, StagedRow.Status status) {
    return (int) rows.stream().filter(row -> row.status() == status).count();
  }

  /** Rows that come back from an error file count once, and only if they really stood in one. */
  private List<StagedRow> settled(List<StagedRow> all) {
    List<ImportRows.Origin> origins =
        all.stream().filter(row -> row.originBatch() != null).map(StageWriter::origin).toList();
    if (origins.isEmpty()) {
      return all;
    }
    Set<ImportRows.Origin> before = rows.takenBefore(origins);
    Set<ImportRows.Origin> taken = rows.takeBack(run.mapping(), origins);
    List<StagedRow> settled = new ArrayList<>();
    for (StagedRow row : all) {
      settled.add(row.originBatch() == null ? row : settled(row, before, taken));
    }
    return settled;
  }

  private static StagedRow settled(
      StagedRow row, Set<ImportRows.Origin> before, Set<ImportRows.Origin> taken) {
    // Removed, so that a second copy of the row in the same file does not count again.
    if (taken.remove(origin(row))) {
      before.add(origin(row));
      return row;
    }
    if (before.contains(origin(row))) {
      return row.known();
    }
    return row.rejected(
        ErrorColumns.BATCH_ID,
        String.valueOf(row.originBatch()),
        "row " + row.originRow() + " is in no error file of that import and mapping");
  }

  private static ImportRows.Origin origin(StagedRow row) {
    if (row.originBatch() == null || row.originRow() == null) {
      throw new IllegalArgumentException("row " + row.number() + " comes from no error file");
    }
    return new ImportRows.Origin(row.originBatch(), row.originRow());
  }
}
