package io.entrepot.connectors.spi;

import io.entrepot.connectors.spi.auth.Consent;
import io.entrepot.connectors.spi.sandbox.Sandbox;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One partner. Its implementation is the only public type of the partner's package, a Spring
 * {@code @Component} whose constructor takes a {@link PartnerSettingsSource} and, if it needs one,
 * a {@link java.time.Clock}.
 *
 * <p>A connector exists even when nobody configured it. It reads its settings when they are first
 * needed, never in its constructor, so that a missing setting is an answer and not a crash.
 */
public interface Connector {
  /** Lower case with hyphens, such as {@code toss-payments}: the folder in routes and mappings. */
  String id();

  /** The partner's name for people. */
  default String title() {
    return id();
  }

  /**
   * False if none of its settings are there: the hub then starts no route of this partner. A
   * connector with some settings missing is configured, and says which when called.
   */
  boolean configured();

  /** What the hub may ask of this partner, by name such as {@code create-shipment}. */
  default Map<String, Operation> operations() {
    return Map.of();
  }

  /** Absent if the partner takes no payments. Its calls stand in {@link #operations()} too. */
  default Optional<PaymentProvider> payments() {
    return Optional.empty();
  }

  /** What the partner sends us, by document: {@code /webhooks/{id}/{document}}. */
  default Map<String, NoticeEndpoint> notices() {
    return Map.of();
  }

  /** The partner simulated to its wire format; absent if there is no simulation. */
  default Optional<Sandbox> sandbox() {
    return Optional.empty();
  }

  /** How often our account may call, over all operations and all nodes. */
  default RateLimit limit() {
    return RateLimit.UNLIMITED;
  }

  /** How often a reading call is tried again at once. */
  default Retry retry() {
    return Retry.NONE;
  }

  /** How the account's owner lets the hub in; absent if settings alone do. */
  default Optional<Consent> consent() {
    return Optional.empty();
  }

  /**
   * The settings that may be stored sealed in the database: its secrets, and what is changed along
   * with them, such as a client's id. Other names are refused then; empty if it does not say.
   */
  default Set<String> credentials() {
    return Set.of();
  }

  /** The settings that make this connector talk to its sandbox; none by default. */
  default DevelopmentSettings developmentSettings() {
    return surroundings -> Map.of();
  }

  /** Asks the partner something harmless, to show that address and credentials work. */
  TestResult test();
}
