package io.entrepot.connectors.spi;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What connectors do alike: read their settings late, keep one client, test the connection.
 *
 * @param <C> the partner's client
 */
public final class Wiring<C> {
  private static final Duration TEST_TIMEOUT = Duration.ofSeconds(10);

  private final PartnerSettings settings;
  private final String decisive;
  private final OnDemand<C> client;

  /** Something harmless to ask. */
  @FunctionalInterface
  public interface Probe<C> {
    void ask(C client, Duration timeout) throws PartnerException;
  }

  /** An operation of the client. */
  @FunctionalInterface
  public interface Work<C> {
    PartnerAnswer call(C client, PartnerCall call) throws PartnerException;
  }

  /**
   * Reads nothing yet.
   *
   * @param decisive the setting without which this partner is not configured
   * @param maker makes the client when it is first needed
   */
  public Wiring(PartnerSettings settings, String decisive, Function<PartnerSettings, C> maker) {
    this.settings = settings;
    this.decisive = decisive;
    this.client = new OnDemand<>(() -> maker.apply(settings));
  }

  /** For {@link Connector#configured()}. */
  public boolean configured() {
    return settings.find(decisive).isPresent();
  }

  /**
   * The one client.
   *
   * @throws SettingException if a setting it needs is missing or wrong
   */
  public C client() {
    return client.get();
  }

  /** For {@link Connector#operations()}. */
  public Operation operation(Work<C> work) {
    return call -> work.call(client(), call);
  }

  /** A secret that is read when it is first needed. */
  public Supplier<Secret> secret(String name) {
    return new OnDemand<>(() -> settings.secret(name))::get;
  }

  /** The partner's settings as its sandbox reads them, again and again. */
  public PartnerSettings account() {
    return settings.remembered();
  }

  /**
   * For {@link Connector#test()}.
   *
   * @param passed what a person reads if nothing is wrong
   */
  public TestResult test(Probe<C> probe, String passed) {
    try {
      probe.ask(client(), TEST_TIMEOUT);
      return TestResult.passed(passed);
    } catch (PartnerException | SettingException e) {
      return TestResult.failed(String.valueOf(e.getMessage()));
    }
  }
}
