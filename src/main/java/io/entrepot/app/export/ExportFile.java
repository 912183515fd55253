package io.entrepot.app.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of a feed, from the moment its orders were chosen.
 *
 * @param sha256 of its content, once it was written
 */
record ExportFile(
    UUID id,
    String feed,
    int sequence,
    String name,
    LocalDate businessDate,
    Instant confirmedFrom,
    Instant confirmedUntil,
    @Nullable String sha256) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Feed, business date, sequence, moment of planning, version of the columns. */
  static String name(String feed, LocalDate businessDate, int sequence, Instant plannedAt) {
    return "%s_%s_%04d_%s_v%d.csv"
        .formatted(
            feed,
            DateTimeFormatter.BASIC_ISO_DATE.format(businessDate),
            sequence,
            STAMP.format(plannedAt),
            OrderRows.VERSION);
  }

  boolean covers(Instant from, Instant until) {
    return confirmedFrom.equals(from) && confirmedUntil.equals(until);
  }
}
