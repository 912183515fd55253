package io.entrepot.app.imports;

import io.entrepot.app.mapping.Mappings;
import io.entrepot.app.node.NodeSettings;
import io.entrepot.core.id.TimeOrderedId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes files of orders in, and tells what became of them. */
@Component
public final class Imports {
  private static final int LIST_MAX = 200;

  private final Mappings mappings;
  private final FileIntake intake;
  private final ImportRuns runs;
  private final ImportViews views;
  private final ImportWorker worker;
  private final Clock clock;

  Imports(
      Mappings mappings,
      NodeSettings settings,
      ImportRuns runs,
      ImportViews views,
      ImportWorker worker,
      Clock clock) {
    this.mappings = mappings;
    this.intake = new FileIntake(settings.data().resolve("imports"));
    this.runs = runs;
    this.views = views;
    this.worker = worker;
    this.clock = clock;
  }

  /**
   * Keeps a file and has it imported in the background; survives the node from its return on. A
   * file that was imported before gives a finished import of its own that imported nothing; one
   * that is being imported gives that import.
   *
   * @throws ImportRefused if the file cannot be imported at all
   * @throws io.entrepot.app.mapping.UnknownMappingException if there is no such mapping
   */
  public ImportView submit(Submission given, InputStream content) {
    FileMapping how = FileMapping.of(mappings, given.mapping());
    if (given.opensStock()) {
      how.requireProducts();
    }
    UUID batchId = TimeOrderedId.next(clock);
    FileIntake.Kept kept = intake.keep(batchId, content, how.source().encoding());
    UUID answer = batchId;
    boolean added = false;
    try {
      added = runs.add(batchId, how, given, kept, header(how, kept));
      if (!added && !runs.addRepeat(batchId, how, given, kept.sha256())) {
        answer = runs.taken(given, kept.sha256()).orElseThrow();
      }
    } finally {
      if (!added) {
        intake.drop(kept.path());
      }
    }
    worker.ring();
    return find(answer).orElseThrow();
  }

  private static Header header(FileMapping mapping, FileIntake.Kept kept) {
    try (var reader = StageReader.open(kept.path(), mapping.source().encoding())) {
      CsvRow first = new CsvRows(reader, mapping.source().delimiter()).read();
      return Header.of(first, mapping.source(), mapping.alsoRead());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + kept.path(), e);
    }
  }

  public Optional<ImportView> find(UUID batchId) {
    return views.find(batchId);
  }

  /** Newest first, at most 200. */
  public List<ImportView> latest(int limit) {
    return views.latest(Math.max(1, Math.min(limit, LIST_MAX)));
  }
}
