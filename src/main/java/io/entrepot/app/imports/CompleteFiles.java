package io.entrepot.app.imports;

import io.entrepot.app.embedded.UploadNames;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.integration.file.filters.FileListFilter;

/**
 * Files that nobody writes to any more: with a {@code NAME.done} beside them, renamed from the name
 * of an unfinished upload, or unchanged for the quiet time. One that is open for writing on the
 * hub's own server is never one of them.
 */
final class CompleteFiles implements FileListFilter<DirEntry> {
  private static final int LOOKS = 3;

  /** What looks cut off is given so many quiet times to be gone on with. */
  private static final int HOLD_TIMES = 20;

  private final Duration quiet;
  private final Clock clock;
  private final Set<String> held = new HashSet<>();
  private Map<String, Seen> seen = Map.of();

  /**
   * A file as it looked.
   *
   * @param looks for how many looks it has looked so
   * @param renamed whether it had the name of an unfinished upload before
   */
  private record Seen(long size, long millis, int looks, Instant since, boolean renamed) {
    boolean same(Seen other) {
      return size == other.size && millis == other.millis;
    }
  }

  CompleteFiles(Duration quiet, Clock clock) {
    this.quiet = quiet;
    this.clock = clock;
  }

  @Override
  public synchronized List<DirEntry> filterFiles(DirEntry[] entries) {
    Map<String, Seen> now = new HashMap<>();
    for (DirEntry entry : entries) {
      if (entry.getAttributes().isRegularFile()) {
        now.put(entry.getFilename(), seenNow(entry));
      }
    }
    seen = now;
    held.removeIf(name -> !now.containsKey(name) || now.get(name).looks() == 1);
    List<DirEntry> complete = new ArrayList<>();
    for (DirEntry entry : entries) {
      Seen file = now.get(entry.getFilename());
      if (file != null && isOrderFile(entry.getFilename()) && whole(entry.getFilename(), file)) {
        complete.add(entry);
      }
    }
    return complete;
  }

  private Seen seenNow(DirEntry entry) {
    long size = entry.getAttributes().getSize();
    long millis = entry.getAttributes().getModifyTime().toMillis();
    Seen fresh = new Seen(size, millis, 1, clock.instant(), false);
    Seen before = seen.get(entry.getFilename());
    if (before == null) {
      return new Seen(size, millis, 1, clock.instant(), unfinished(entry.getFilename(), fresh));
    }
    return before.same(fresh)
        ? new Seen(size, millis, before.looks() + 1, before.since(), before.renamed())
        : fresh;
  }

  /** Whether an unfinished upload of that name looked the same a moment ago. */
  private boolean unfinished(String name, Seen fresh) {
    return seen.entrySet().stream()
        .anyMatch(
            other ->
                other.getValue().same(fresh)
                    && UploadNames.finished(other.getKey()).equals(Optional.of(name)));
  }

  private static boolean isOrderFile(String name) {
    return !name.startsWith(".")
        && !name.contains("/")
        && !name.contains("\\")
        && !UploadNames.isNote(name)
        && UploadNames.finished(name).isEmpty();
  }

  private boolean whole(String name, Seen file) {
    if (seen.containsKey(UploadNames.openMarker(name))) {
      return false;
    }
    return vouchedFor(name)
        || (file.looks() >= LOOKS && still(file, held.contains(name) ? hold() : quiet));
  }

  private boolean still(Seen file, Duration time) {
    return !clock.instant().isBefore(file.since().plus(time));
  }

  private Duration hold() {
    return quiet.multipliedBy(HOLD_TIMES);
  }

  /** Whether the sender itself says that the file is whole. */
  synchronized boolean vouchedFor(String name) {
    Seen file = seen.get(name);
    return seen.containsKey(name + UploadNames.DONE) || (file != null && file.renamed());
  }

  /** Gives a file that looks cut off a long time to be gone on with; false when that is over. */
  synchronized boolean hold(String name) {
    Seen file = seen.get(name);
    boolean over = held.contains(name) && file != null && still(file, hold());
    held.add(name);
    return !over;
  }

  /** Files of the last look that lie there for long and will not be taken under their names. */
  synchronized List<Stray> strays() {
    List<Stray> strays = new ArrayList<>();
    seen.forEach(
        (name, file) -> {
          String reason = UploadNames.isNote(name) ? null : reason(name);
          if (reason != null && still(file, hold()) && !seen.containsKey(Stray.note(name))) {
            strays.add(new Stray(name, reason));
          }
        });
    return strays;
  }

  private @Nullable String reason(String name) {
    if (name.startsWith(".")) {
      return "NAME_WITH_DOT\nA name that begins with a dot is not taken. Rename the file.\n";
    }
    if (name.contains("\\")) {
      return "NAME_WITH_BACKSLASH\nA name with a backslash is not taken. Rename the file.\n";
    }
    Optional<String> finished = UploadNames.finished(name);
    if (finished.isEmpty() || seen.containsKey(finished.get() + UploadNames.BROKEN)) {
      return null;
    }
    return "NAME_OF_AN_UNFINISHED_UPLOAD\n"
        + "The file is not taken under this name. When it is whole, rename it to "
        + finished.get()
        + "; else send it again.\n";
  }
}
