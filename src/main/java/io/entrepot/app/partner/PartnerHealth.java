package io.entrepot.app.partner;

import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.TestResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How each partner answered last, seen from this node since its start. */
@Component
final class PartnerHealth {
  private final Map<String, Health> byPartner = new ConcurrentHashMap<>();
  private final Clock clock;

  PartnerHealth(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param up null before the first call; a decline or another answer about one document leaves it
   * @param latency of the last answer
   */
  record Health(
      @Nullable Boolean up,
      @Nullable Instant lastCallAt,
      @Nullable Duration latency,
      long calls,
      long failures,
      @Nullable String lastError,
      @Nullable Instant lastErrorAt) {
    static final Health NEW = new Health(null, null, null, 0, 0, null, null);
  }

  Health of(String partner) {
    return byPartner.getOrDefault(partner, Health.NEW);
  }

  void answered(String partner, Duration latency) {
    Instant now = clock.instant();
    byPartner.compute(
        partner,
        (id, known) -> {
          Health old = known == null ? Health.NEW : known;
          return new Health(
              true,
              now,
              latency,
              old.calls() + 1,
              old.failures(),
              old.lastError(),
              old.lastErrorAt());
        });
  }

  void failed(String partner, PartnerException e) {
    failed(
        partner,
        e.errorClass().partnerDown(),
        e.errorClass() + " " + e.code() + ": " + e.getMessage());
  }

  void tested(String partner, TestResult result, Duration latency) {
    if (result.ok()) {
      answered(partner, latency);
    } else {
      failed(partner, true, result.detail());
    }
  }

  private void failed(String partner, boolean down, String error) {
    Instant now = clock.instant();
    byPartner.compute(
        partner,
        (id, known) -> {
          Health old = known == null ? Health.NEW : known;
          return new Health(
              down ? Boolean.FALSE : old.up(),
              now,
              old.latency(),
              old.calls() + 1,
              old.failures() + 1,
              error,
              now);
        });
  }
}
