package io.entrepot.app.embedded;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a file's name says about its upload; the SFTP server and who takes files away agree. */
public final class UploadNames {
  /** {@code NAME.done}: the sender says that {@code NAME} is whole. */
  public static final String DONE = ".done";

  /** {@code NAME.broken.txt}: why {@code NAME} is {@code NAME.part} now. */
  public static final String BROKEN = ".broken.txt";

  /** {@code NAME.reason.txt}: why {@code NAME} was not taken. */
  public static final String REASON = ".reason.txt";

  static final String PART = ".part";

  private static final List<String> UNFINISHED =
      List.of(PART, ".tmp", ".filepart", ".uploading", ".writing", ".crdownload");

  /** {@code .NAME.open}: somebody has {@code NAME} open for writing on the hub's own server. */
  private static final String OPEN = ".open";

  private UploadNames() {}

  /** The name that an unfinished upload will have; empty for any other name. */
  public static Optional<String> finished(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return UNFINISHED.stream()
        .filter(lower::endsWith)
        .findFirst()
        .map(suffix -> name.substring(0, name.length() - suffix.length()));
  }

  public static String openMarker(String name) {
    return "." + name + OPEN;
  }

  /** The file that such a marker is about; empty for any other name. */
  public static Optional<String> markedOpen(String name) {
    boolean marker = name.startsWith(".") && name.endsWith(OPEN) && name.length() > OPEN.length();
    return marker
        ? Optional.of(name.substring(1, name.length() - OPEN.length()))
        : Optional.empty();
  }

  /** Whether it is a line for people, or a marker, and no upload at all. */
  public static boolean isNote(String name) {
    return name.endsWith(DONE)
        || name.endsWith(BROKEN)
        || name.endsWith(REASON)
        || markedOpen(name).isPresent();
  }
}
