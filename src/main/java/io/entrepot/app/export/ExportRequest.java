package io.entrepot.app.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.JobParameters;

/**
 * What one run of the export is to do, read from its schedule's parameters and from its asker's.
 *
 * @param folder below the SFTP home
 * @param dueAt the moment that the run stands for
 * @param asked by a person: up to that moment, not only whole business days
 * @param again a period of business days that was exported before and is wanted once more
 * @param limit most orders of one file; what is above it goes into the next
 */
record ExportRequest(
    String feed,
    String folder,
    FeedEncoding encoding,
    ZoneId zone,
    Instant dueAt,
    boolean asked,
    Optional<Days> again,
    int limit) {

  /** Business days, both included. */
  record Days(LocalDate from, LocalDate to) {
    Days {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException("'to' (" + to + ") is before 'from' (" + from + ")");
      }
    }
  }

  static ExportRequest of(JobParameters parameters) {
    return new ExportRequest(
        required(parameters, "feed"),
        required(parameters, "folder"),
        FeedEncoding.named(required(parameters, "encoding")),
        ZoneId.of(required(parameters, "zone")),
        Instant.parse(required(parameters, "dueAt")),
        Boolean.parseBoolean(required(parameters, "asked")),
        days(parameters.getString("from"), parameters.getString("to")),
        Math.toIntExact(Optional.ofNullable(parameters.getLong("limit")).orElseThrow()));
  }

  private static String required(JobParameters parameters, String key) {
    String value = parameters.getString(key);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("the ERP export needs the parameter '" + key + "'");
    }
    return value;
  }

  private static Optional<Days> days(@Nullable String from, @Nullable String to) {
    if (from == null && to == null) {
      return Optional.empty();
    }
    if (from == null || to == null) {
      throw new IllegalArgumentException("a re-export needs both 'from' and 'to', as 2026-11-21");
    }
    return Optional.of(new Days(LocalDate.parse(from), LocalDate.parse(to)));
  }

  /** Orders confirmed before this moment belong to this run. */
  Instant until() {
    return asked ? dueAt : startOf(dueAt.atZone(zone).toLocalDate());
  }

  Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** The last business day with a moment before {@code until}. */
  LocalDate businessDate(Instant until) {
    return until.minusNanos(1).atZone(zone).toLocalDate();
  }

  /** A feed of its own numbering, so that finance can tell a repeat from the first. */
  String feedInUse() {
    return again.isPresent() ? feed + "-again" : feed;
  }
}
