package io.entrepot.connectors.spi.sandbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The faults of one simulated partner: which it knows and which are on. Each question is one
 * chance; the same seed and the same questions give the same strikes.
 */
public final class Faults {
  /** Names one or more faults, by comma, that strike this one request and what follows from it. */
  static final String HEADER = "X-Sandbox-Fault";

  private static final int REPORTED_MAX = 200;

  private final Map<String, FaultName> known = new LinkedHashMap<>();
  private final Map<String, SwitchedFault> on = new ConcurrentHashMap<>();
  private final Deque<FaultStrike> report = new ArrayDeque<>();
  private long struck;

  public Faults(List<FaultName> known) {
    known.forEach(fault -> this.known.put(fault.name(), fault));
  }

  /**
   * Switches one on, or changes it.
   *
   * @throws IllegalArgumentException for an unknown name
   */
  void on(FaultOrder order) {
    on.put(order.name(), new SwitchedFault(order.lasting(known(order.name()).millis())));
  }

  void off(String name) {
    on.remove(known(name).name());
  }

  void allOff() {
    on.clear();
  }

  /**
   * The fault of that name.
   *
   * @throws IllegalArgumentException naming those there are
   */
  FaultName known(String name) {
    FaultName fault = known.get(name);
    if (fault == null) {
      throw new IllegalArgumentException(
          "no fault '" + name + "'; there are " + String.join(", ", known.keySet()));
    }
    return fault;
  }

  /** Whether it strikes at this chance, by switch or by the request's header. */
  public boolean strikes(String name) {
    return struck(name).isPresent();
  }

  /** How long it takes, if it strikes at this chance. */
  public Optional<Duration> struck(String name) {
    FaultName fault = known(name);
    Long asked = Happening.now().asked().get(name);
    // The switch takes its chance either way, so that a header does not shift what follows.
    Optional<Long> switched = switched(name);
    if (asked == null) {
      return switched.map(millis -> reported(name, millis));
    }
    return Optional.of(reported(name, asked > 0 ? asked : fault.millis()));
  }

  /** The same; a partner without that fault is never struck by it. */
  Optional<Duration> struckIfKnown(String name) {
    return known.containsKey(name) ? struck(name) : Optional.empty();
  }

  private Optional<Long> switched(String name) {
    SwitchedFault fault = on.get(name);
    return fault != null && fault.strikes()
        ? Optional.of(fault.order().millis())
        : Optional.empty();
  }

  /** Which of the wire's faults strike this request, with how long each takes. */
  Map<String, Duration> ofWire() {
    Map<String, Duration> strikes = new LinkedHashMap<>();
    for (FaultName fault : StandardFault.WIRE) {
      struck(fault.name()).ifPresent(duration -> strikes.put(fault.name(), duration));
    }
    anyOfWire(strikes);
    return strikes;
  }

  private void anyOfWire(Map<String, Duration> strikes) {
    SwitchedFault any = on.get(StandardFault.ANY);
    if (any != null && any.strikes()) {
      FaultName fault = StandardFault.WIRE.get(any.pick(StandardFault.WIRE.size()));
      long millis = any.order().millis();
      strikes.put(fault.name(), reported(fault.name(), millis > 0 ? millis : fault.millis()));
    }
  }

  private Duration reported(String name, long millis) {
    synchronized (report) {
      struck++;
      report.addFirst(new FaultStrike(struck, name, Happening.now().name()));
      if (report.size() > REPORTED_MAX) {
        report.removeLast();
      }
    }
    return Duration.ofMillis(millis);
  }

  /** The last ones, newest first. */
  List<FaultStrike> report() {
    synchronized (report) {
      return List.copyOf(report);
    }
  }

  List<FaultState> states() {
    return known.values().stream()
        .map(fault -> FaultState.of(fault, on.get(fault.name())))
        .toList();
  }
}
