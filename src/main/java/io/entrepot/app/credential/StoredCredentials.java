package io.entrepot.app.credential;

import io.entrepot.app.keys.KeyRing;
import io.entrepot.connectors.spi.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The secrets in force, opened and kept in memory. A change made by this node is seen at once, one
 * by another within two seconds: a single-row query asks whether anything changed. While the
 * database is away what is known goes on.
 */
@Component
public final class StoredCredentials {
  private static final Logger LOG = LoggerFactory.getLogger(StoredCredentials.class);
  private static final long LOOK_NANOS = Duration.ofSeconds(2).toNanos();

  private final CredentialRows rows;
  private final KeyRing keys;
  private final Clock clock;
  private volatile @Nullable Snapshot known;
  private volatile long lookedAt;

  StoredCredentials(JdbcClient jdbc, KeyRing keys, Clock clock) {
    this.rows = new CredentialRows(jdbc);
    this.keys = keys;
    this.clock = clock;
  }

  private record Version(Secret value, @Nullable Instant validUntil) {}

  private record Snapshot(long revision, Map<CredentialKey, List<Version>> versions) {}

  /** The one in force. */
  public Optional<Secret> find(String partner, String name) {
    return versions(partner, name).stream()
        .filter(version -> version.validUntil == null)
        .map(Version::value)
        .findFirst();
  }

  /** The one in force first, then those whose overlap lasts. */
  public List<Secret> accepted(String partner, String name) {
    Instant now = clock.instant();
    return versions(partner, name).stream()
        .filter(version -> version.validUntil == null || now.isBefore(version.validUntil))
        .map(Version::value)
        .toList();
  }

  /** The next look-up asks the database. */
  void changed() {
    lookedAt = System.nanoTime() - LOOK_NANOS - 1;
  }

  private List<Version> versions(String partner, String name) {
    return snapshot().versions.getOrDefault(new CredentialKey(partner, name), List.of());
  }

  private Snapshot snapshot() {
    Snapshot snapshot = known;
    if (snapshot != null && System.nanoTime() - lookedAt <= LOOK_NANOS) {
      return snapshot;
    }
    return look();
  }

  private synchronized Snapshot look() {
    Snapshot snapshot = known;
    if (snapshot != null && System.nanoTime() - lookedAt <= LOOK_NANOS) {
      return snapshot;
    }
    try {
      Snapshot now = newer(snapshot);
      known = now;
      lookedAt = System.nanoTime();
      return now;
    } catch (DataAccessException e) {
      if (snapshot == null) {
        throw e;
      }
      LOG.warn("Stored credentials cannot be looked at; those known go on: {}", e.toString());
      lookedAt = System.nanoTime();
      return snapshot;
    }
  }

  /** The revision is read first: a change in between is then seen at the next look. */
  private Snapshot newer(@Nullable Snapshot before) {
    long revision = rows.revision();
    if (before != null && before.revision == revision) {
      return before;
    }
    Map<CredentialKey, List<Version>> versions = new HashMap<>();
    for (CredentialRows.Sealed row : rows.all()) {
      open(row)
          .ifPresent(
              version ->
                  versions.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(version));
    }
    return new Snapshot(revision, versions);
  }

  /** One that does not open must not take the other partners' with it. */
  private Optional<Version> open(CredentialRows.Sealed row) {
    try {
      byte[] text = keys.open(row.text(), row.key().context());
      Secret secret = Secret.of(new String(text, StandardCharsets.UTF_8));
      return Optional.of(new Version(secret, row.validUntil()));
    } catch (IllegalStateException e) {
      LOG.error(
          "The credential {} cannot be opened and is passed over: {}", row.key(), e.getMessage());
      return Optional.empty();
    }
  }
}
