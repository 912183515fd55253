package io.entrepot.app.partner;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.entrepot.app.problem.ProblemException;
import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.TestResult;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/ops/partners}: who is connected and how they do. */
@RestController
@RequestMapping("/api/v1/ops/partners")
public final class PartnersApi {
  private final PartnerRegistry partners;
  private final PartnerHealth health;

  PartnersApi(PartnerRegistry partners, PartnerHealth health) {
    this.partners = partners;
    this.health = health;
  }

  /**
   * A partner, and how it has answered since this node started.
   *
   * @param simulated whether a sandbox can play it
   * @param up null before the first call
   * @param lastError the last one, even if calls worked since
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record PartnerView(
      String id,
      String title,
      boolean configured,
      @Nullable Boolean up,
      @Nullable Long latencyMillis,
      long calls,
      long failures,
      @Nullable String lastCallAt,
      @Nullable String lastError,
      @Nullable String lastErrorAt,
      Set<String> operations,
      Set<String> notices,
      boolean simulated) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record TestView(String id, boolean ok, String detail, long latencyMillis) {}

  @GetMapping
  public List<PartnerView> list() {
    return partners.all().stream().map(this::view).toList();
  }

  @GetMapping("/{id}")
  PartnerView show(@PathVariable String id) {
    return view(find(id));
  }

  @PostMapping("/{id}/test")
  TestView test(@PathVariable String id) {
    Connector connector = find(id);
    long start = System.nanoTime();
    TestResult result = connector.test();
    Duration latency = Duration.ofNanos(System.nanoTime() - start);
    health.tested(id, result, latency);
    return new TestView(id, result.ok(), result.detail(), latency.toMillis());
  }

  private Connector find(String id) {
    return partners
        .find(id)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "partner-not-found",
                    "There is no partner '" + id + "'; GET /api/v1/ops/partners lists them."));
  }

  private PartnerView view(Connector connector) {
    PartnerHealth.Health known = health.of(connector.id());
    return new PartnerView(
        connector.id(),
        connector.title(),
        connector.configured(),
        known.up(),
        known.latency() == null ? null : known.latency().toMillis(),
        known.calls(),
        known.failures(),
        text(known.lastCallAt()),
        known.lastError(),
        text(known.lastErrorAt()),
        new TreeSet<>(connector.operations().keySet()),
        new TreeSet<>(connector.notices().keySet()),
        connector.sandbox().isPresent());
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
