package io.entrepot.app.export;

import io.entrepot.app.embedded.Trees;
import io.entrepot.app.message.Stored;
import io.entrepot.app.node.NodeSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** One file's way from its plan to finance's folder. */
@Component
final class ErpExport {
  private final ExportWriter writer;
  private final ExportJournal journal;
  private final RemoteFolder.Server server;
  private final Path folder;
  private final Clock clock;

  ErpExport(
      ExportWriter writer,
      ExportJournal journal,
      RemoteFolder.Server server,
      NodeSettings settings,
      Clock clock) {
    this.writer = writer;
    this.journal = journal;
    this.server = server;
    this.folder = settings.data().resolve("exports");
    this.clock = clock;
  }

  /** Writes, drops and records; after a crash the same call goes on. */
  ControlTotals deliver(ExportFile file, ExportRequest request) throws IOException {
    Path spool = folder.resolve(file.name());
    ExportWriter.Written written = writer.write(file, request, spool);
    Stored message = journal.begin(file, written.totals());
    Instant since = clock.instant();
    try (RemoteFolder remote = server.open(request.folder())) {
      new Drop(remote)
          .put(file.name(), written.content(), written.control(), written.totals().sha256());
    } catch (IOException failure) {
      journal.failed(message, since, "SFTP: " + failure.getMessage());
      throw failure;
    }
    journal.delivered(message, file, since);
    Trees.delete(spool);
    return written.totals();
  }
}
