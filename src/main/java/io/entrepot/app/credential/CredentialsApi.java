package io.entrepot.app.credential;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.entrepot.app.problem.ProblemException;
import io.entrepot.connectors.spi.Connector;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/ops/partners/{id}/credentials}: secrets go in and never come out. */
@RestController
@RequestMapping("/api/v1/ops/partners/{partner}/credentials")
final class CredentialsApi {
  private static final long OVERLAP_SECONDS_MAX = Duration.ofDays(30).toSeconds();

  private final Credentials credentials;
  private final StoredCredentials stored;
  private final KnownPartners partners;
  private final Clock clock;

  CredentialsApi(
      Credentials credentials, StoredCredentials stored, KnownPartners partners, Clock clock) {
    this.credentials = credentials;
    this.stored = stored;
    this.partners = partners;
    this.clock = clock;
  }

  /**
   * A secret without its value.
   *
   * @param state {@code in force}, or {@code accepted until …} for the one before
   */
  @JsonNaming(SnakeCaseStrategy.class)
  record CredentialView(
      String name,
      int version,
      String state,
      String keyId,
      long ageDays,
      String createdAt,
      String createdBy) {}

  /**
   * A new secret.
   *
   * @param overlapSeconds how long the partner may still prove itself with the one before; 0 to 30
   *     days, none by default
   */
  @JsonNaming(SnakeCaseStrategy.class)
  record NewCredential(@Nullable String value, @Nullable Long overlapSeconds) {
    /** Never the value. */
    @Override
    public String toString() {
      return "a new credential";
    }
  }

  @GetMapping
  List<CredentialView> list(@PathVariable String partner) {
    partners.require(partner);
    Instant now = clock.instant();
    return credentials.list(partner).stream()
        .filter(row -> row.validUntil() == null || now.isBefore(row.validUntil()))
        .map(row -> view(row, now))
        .toList();
  }

  @PostMapping("/{name}")
  CredentialView set(
      @PathVariable String partner,
      @PathVariable String name,
      @RequestBody NewCredential body,
      Principal who) {
    CredentialKey key = CredentialKey.checked(partner, name);
    known(partners.require(partner), name);
    credentials.set(
        key, CredentialValue.checked(body.value()), overlap(body.overlapSeconds()), who.getName());
    stored.changed();
    return list(partner).stream()
        .filter(view -> view.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @DeleteMapping("/{name}")
  void delete(@PathVariable String partner, @PathVariable String name, Principal who) {
    partners.require(partner);
    CredentialKey key = CredentialKey.checked(partner, name);
    if (!credentials.delete(key, who.getName())) {
      throw ProblemException.notFound(
          "credential-not-found", "No credential '" + name + "' of " + partner + " is stored.");
    }
    stored.changed();
  }

  /** A secret under a mistyped name would be stored and never used. */
  private static void known(Connector partner, String name) {
    Set<String> names = partner.credentials();
    if (!names.isEmpty() && !names.contains(name)) {
      throw ProblemException.badRequest(
          "name-unknown",
          "'"
              + partner.id()
              + "' has no credential '"
              + name
              + "'; it has "
              + String.join(", ", new TreeSet<>(names))
              + ".");
    }
  }

  private static Duration overlap(@Nullable Long seconds) {
    long wanted = seconds == null ? 0 : seconds;
    if (wanted < 0 || wanted > OVERLAP_SECONDS_MAX) {
      throw ProblemException.badRequest(
          "overlap-invalid", "overlap_seconds is 0 to " + OVERLAP_SECONDS_MAX + ".");
    }
    return Duration.ofSeconds(wanted);
  }

  private static CredentialView view(CredentialRows.Listed row, Instant now) {
    return new CredentialView(
        row.name(),
        row.version(),
        row.validUntil() == null ? "in force" : "accepted until " + row.validUntil(),
        row.keyId(),
        Duration.between(row.createdAt(), now).toDays(),
        row.createdAt().toString(),
        row.createdBy());
  }
}
