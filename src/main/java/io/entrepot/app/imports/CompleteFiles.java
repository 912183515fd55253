package io.entrepot.app.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.springframework.integration.file.filters.FileListFilter;

/**
 * Files that nobody writes to any more: with a {@code NAME.done} beside them, or with the same size
 * and time at three looks in a row. Names of unfinished uploads are passed over.
 */
final class CompleteFiles implements FileListFilter<DirEntry> {
  static final String DONE = ".done";
  private static final int LOOKS = 3;
  private static final List<String> UNFINISHED =
      List.of(".tmp", ".part", ".filepart", ".uploading", ".writing", ".crdownload");

  private final Map<String, Seen> seen = new HashMap<>();

  /** A file as it looked, and for how many looks it has looked so. */
  private record Seen(long size, long millis, int looks) {}

  @Override
  public synchronized List<DirEntry> filterFiles(DirEntry[] entries) {
    Set<String> names = new HashSet<>();
    for (DirEntry entry : entries) {
      names.add(entry.getFilename());
    }
    seen.keySet().retainAll(names);
    List<DirEntry> complete = new ArrayList<>();
    for (DirEntry entry : entries) {
      if (isOrderFile(entry)
          && (looksFinished(entry) || names.contains(entry.getFilename() + DONE))) {
        complete.add(entry);
      }
    }
    return complete;
  }

  private static boolean isOrderFile(DirEntry entry) {
    String name = entry.getFilename().toLowerCase(Locale.ROOT);
    return entry.getAttributes().isRegularFile()
        && !name.startsWith(".")
        && !name.contains("/")
        && !name.contains("\\")
        && !name.endsWith(DONE)
        && UNFINISHED.stream().noneMatch(name::endsWith);
  }

  private boolean looksFinished(DirEntry entry) {
    long size = entry.getAttributes().getSize();
    long millis = entry.getAttributes().getModifyTime().toMillis();
    Seen now =
        seen.merge(
            entry.getFilename(),
            new Seen(size, millis, 1),
            (before, fresh) ->
                before.size() == size && before.millis() == millis
                    ? new Seen(size, millis, before.looks() + 1)
                    : fresh);
    return now.looks() >= LOOKS;
  }
}
