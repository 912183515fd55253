package io.entrepot.connectors.spi.sandbox;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The faults of one simulated partner: which it knows and which are on. */
public final class Faults {
  /** Names one or more faults, by comma, that strike this one request. */
  static final String HEADER = "X-Sandbox-Fault";

  private final Map<String, FaultName> known = new LinkedHashMap<>();
  private final Map<String, SwitchedFault> on = new ConcurrentHashMap<>();

  public Faults(List<FaultName> known) {
    known.forEach(fault -> this.known.put(fault.name(), fault));
  }

  /**
   * Switches one on, or changes it.
   *
   * @param rate share of the chances that it strikes, above 0 and at most 1
   * @param seed decides which chances: the same seed, the same ones
   * @param count strikes after which it is over
   * @throws IllegalArgumentException for an unknown name or a rate out of range
   */
  public void on(String name, double rate, long seed, long count) {
    if (!known.containsKey(name)) {
      throw new IllegalArgumentException(
          "no fault '" + name + "'; there are " + String.join(", ", known.keySet()));
    }
    on.put(name, new SwitchedFault(rate, seed, count));
  }

  public void off(String name) {
    on.remove(name);
  }

  public void allOff() {
    on.clear();
  }

  /** Whether it strikes at this chance; for what the partner does by itself. */
  public boolean strikes(String name) {
    SwitchedFault fault = on.get(name);
    return fault != null && fault.strikes();
  }

  /** Whether it strikes at this request, by switch or by header. */
  public boolean strikes(String name, SandboxRequest request) {
    boolean asked =
        request
            .header(HEADER)
            .map(names -> Arrays.asList(names.split("\\s*,\\s*", -1)).contains(name))
            .orElse(false);
    return asked || strikes(name);
  }

  List<FaultState> states() {
    return known.values().stream()
        .map(fault -> FaultState.of(fault, on.get(fault.name())))
        .toList();
  }
}
